import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

/* `npm run fixture` as a person uses it: what is wrong is said in a sentence that tells what to do. */

const command = fileURLToPath(new URL('fixture.ts', import.meta.url));
const answers: Record<string, [status: number, kind: string]> = {
  '/gone': [404, 'text/html'],
  '/data': [200, 'application/json'],
};
const server = createServer(({ url = '' }, response) => {
  const [status, kind] = answers[url] ?? [200, 'text/html'];
  response.writeHead(status, { 'content-type': kind }).end('<h1>Ada Okafor</h1>');
});

let folder: string;
let origin: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-fixture-'));
  await writeFile(join(folder, 'ada.html'), '<p class="h-card">Ada Okafor</p>');
  await writeFile(join(folder, 'sheet.html'), '%PDF-1.1');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What it says, and how it ends. */
function fixture(...words: string[]): Promise<{ said: string; code: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...words], { cwd: folder }, (error, _, said) => {
      resolve({ said, code: error ? Number(error.code) : 0 });
    });
  });
}

test.each([
  ['nothing', [], /Usage: npm run fixture/],
  ['an option that there is not', ['ada.html', '--address', 'x'], /Usage: npm run fixture/],
  ['a file that there is not', ['nobody.html', '--url', 'https://a.example/'], /There is no nobody\.html: write/],
  ['a file of another kind', ['sheet.html', '--url', 'https://a.example/'], /is not HTML: save the source/],
  ['a file without an address', ['ada.html'], /say where the page stands: --url URL/],
  ['an address that is not whole', ['ada.html', '--url', 'a.example'], /give it whole, as in https:/],
  ['a page that is gone', ['/gone'], /answers 404: check the address/],
  ['data', ['/data'], /is no page of HTML but application\/json/],
])('%s', { timeout: 30_000 }, async (_, words, sentence) => {
  const { said, code } = await fixture(...words.map((word) => word.replace(/^\//, `${origin}/`)));
  expect(said).toMatch(sentence);
  expect(said.split('\n').length, 'lines').toBeLessThan(4);
  expect(code).toBe(1);
});

test('what it writes can be read again', { timeout: 30_000 }, async () => {
  expect(await fixture('ada.html', '--url', 'https://a.example/ada')).toEqual({
    said: 'Found Ada Okafor. Review ada.json.\n',
    code: 0,
  });
  const written = JSON.parse(await readFile(join(folder, 'ada.json'), 'utf8'));
  expect(written).toMatchObject({ url: 'https://a.example/ada', profiles: [{ name: 'Ada Okafor' }] });
  expect(await fixture('ada.html')).toMatchObject({ code: 0 });
});
