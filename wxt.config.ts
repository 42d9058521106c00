import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { installMatches } from '#profiles/install-sites.ts';

/**
 * Sites read from the moment of installation. Each stands in `content_scripts` and in `host_permissions`: a site
 * which is only in the former can't be injected into tabs that were open at install or update.
 */
const installSites = await installMatches();

/** Extension pages load nothing from elsewhere; `connect-src` is wide because the server's address is a setting. */
const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  "connect-src 'self' http://127.0.0.1:* http://localhost:* https:",
].join('; ');

/** Minifies once more what the bundler has: 3 % off scripts that are parsed on every page. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  generateBundle: {
    order: 'post',
    async handler({ format }, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const compress = { passes: 3, unsafe_arrows: true, keep_fargs: false, hoist_funs: true };
        const { code } = await minify(chunk.code, { ecma: 2020, module: format === 'es', compress });
        if (code !== undefined) chunk.code = code;
      }
    },
  },
};

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [minifyAgain] }),
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['scripting', 'activeTab', 'alarms', ...(browser === 'firefox' ? [] : (['sidePanel'] as const))],
    host_permissions: installSites,
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: pagePolicy },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'open-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_openPanel__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'latchkey@latchkey.example',
              // 140 is the first which reads data_collection_permissions.
              strict_min_version: '140.0',
              // Sent at a click on Reveal: who the person is, what the page says of them and where, and our own token.
              data_collection_permissions: {
                required: ['authenticationInfo', 'browsingActivity', 'personallyIdentifyingInfo', 'websiteContent'],
              },
            },
          },
        }
      : // 120 is the first whose alarms may be 30 seconds apart; sidePanel.open() came with 116.
        { minimum_chrome_version: '120' }),
  }),
  hooks: {
    // Not defineContentScript: its wrapper announces the extension to the page by an event.
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts = [
        { matches: installSites, js: ['profiles.js'], run_at: 'document_idle', all_frames: false },
      ];
    },
  },
});
