import { readdir } from 'node:fs/promises';

/**
 * For the build alone, which runs in Node: the match patterns of the sites which the extension reads from its
 * installation on, for `content_scripts` and `host_permissions` of the manifest.
 */
export async function installMatches(): Promise<string[]> {
  const folder = new URL('./sites/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const modules = await Promise.all(
    files.map((file): Promise<{ install?: string[] }> => import(new URL(file, folder).href)),
  );
  return modules.flatMap(({ install = [] }) => install);
}
