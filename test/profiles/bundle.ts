import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The detector as the content script's build makes it: one minified script, which leaves `latchkeyDetector` behind. */
export async function bundleDetector(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('./browser-entry.ts', import.meta.url)),
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
