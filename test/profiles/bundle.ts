import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * The detector as the content script's build makes it: one minified script, which leaves `latchkeyDetector` behind; or
 * what another entry leaves.
 */
export async function bundleDetector(entry = new URL('./browser-entry.ts', import.meta.url)): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(entry),
        formats: ['iife'],
        name: 'latchkey',
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined || !('code' in chunk)) throw new Error('the build of the detector gave no script');
  return chunk.code;
}
