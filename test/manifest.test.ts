import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/*
 * Each permission is a decision: what is asked of the user at installation is written here once more, so that nothing
 * widens by accident.
 */

const installSites = ['https://github.com/*', 'https://*.linkedin.com/*'];

const both = {
  manifest_version: 3,
  default_locale: 'en',
  host_permissions: installSites,
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  content_scripts: [{ matches: installSites, js: ['profiles.js'], run_at: 'document_idle', all_frames: false }],
  content_security_policy: {
    extension_pages:
      "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
      "frame-ancestors 'none'; img-src 'self' data:; style-src 'self'; " +
      "connect-src 'self' http://127.0.0.1:* http://localhost:* https:",
  },
};

const browsers = [
  {
    browser: 'chrome',
    permissions: ['scripting', 'activeTab', 'alarms', 'sidePanel'],
    own: { minimum_chrome_version: '120' },
  },
  {
    browser: 'firefox',
    permissions: ['scripting', 'activeTab', 'alarms'],
    own: {
      browser_specific_settings: {
        gecko: {
          id: 'latchkey@latchkey.example',
          strict_min_version: '140.0',
          data_collection_permissions: {
            required: ['authenticationInfo', 'browsingActivity', 'personallyIdentifyingInfo', 'websiteContent'],
          },
        },
      },
    },
  },
];

/** Everything else a manifest may say; a key which is in neither list fails. */
const harmless = [
  'name',
  'description',
  'version',
  'icons',
  'action',
  'background',
  'commands',
  'options_ui',
  'permissions',
  'side_panel',
  'sidebar_action',
];

test.each(browsers)('the manifest for $browser asks for what was decided and nothing more', async (expected) => {
  const file = new URL(`../.output/${expected.browser}-mv3/manifest.json`, import.meta.url);
  const manifest: Record<string, unknown> = JSON.parse(await readFile(file, 'utf8'));
  const decided: Record<string, unknown> = { ...both, ...expected.own };

  expect(manifest.permissions, 'permissions').toEqual(expected.permissions);
  for (const [key, value] of Object.entries(decided)) expect(manifest[key], key).toEqual(value);
  const unknown = Object.keys(manifest).filter((key) => !(key in decided) && !harmless.includes(key));
  expect(unknown, 'keys nobody decided about (web_accessible_resources would show us to pages)').toEqual([]);
});
