import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A document of one empty sheet. */
const SHEET = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>endobj
trailer<</Root 1 0 R>>`;
const PEOPLE = '<li class="h-card">Ada Okafor</li><li class="h-card">Mei Tanaka</li>';
const CARDS = `<!doctype html><title>Team</title>${PEOPLE}`;
const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Team</title></head><body>${PEOPLE}</body></html>`;

/** What the page is told to be, so that neither its kind nor its safety need be guessed. */
const ANSWERS: Record<string, readonly [headers: Record<string, string>, body: string]> = {
  '/team': [{ 'content-type': 'text/html' }, CARDS],
  '/sandboxed': [{ 'content-type': 'text/html', 'content-security-policy': "sandbox; default-src 'none'" }, CARDS],
  '/xhtml': [{ 'content-type': 'application/xhtml+xml' }, XHTML],
  '/frames': [
    { 'content-type': 'text/html' },
    '<frameset cols="20%,*"><frame src="/none"><frame src="/team"></frameset>',
  ],
  '/sheet': [{ 'content-type': 'application/pdf' }, SHEET],
};

/** A site on this computer with pages which browsers show in ways of their own. */
export interface OddSite {
  origin: string;
  close(): void;
}

/** Starts it on a free port. */
export async function startOddSite(): Promise<OddSite> {
  const server = createServer(({ url = '' }, response) => {
    const [headers, body] = ANSWERS[url] ?? [{}, ''];
    response.writeHead(url in ANSWERS ? 200 : 404, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What popup and panel say. */
export const SAID = {
  before: 'Click the Latchkey icon to read this page',
  closed: "This page can't be read",
  nobody: 'No people found here',
  people: '2 people on this page',
} as const;
