import { expect, test } from 'vitest';
import { serverAddress } from '#contract/server-address.ts';

test.each([
  ['latchkey.example', 'https://latchkey.example'],
  [' https://latchkey.example/ ', 'https://latchkey.example'],
  ['https://Latchkey.EXAMPLE:8443/', 'https://latchkey.example:8443'],
  ['https://tools.example/latchkey/', 'https://tools.example/latchkey'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://localhost:8787/', 'http://localhost:8787'],
  ['http://[::1]:8787', 'http://[::1]:8787'],
  ['http://latchkey.example', 'insecure'],
  ['http://127.0.0.1.evil.example', 'insecure'],
  ['', null],
  ['   ', null],
  ['two words', null],
  ['https://', null],
  ['https://user:secret@latchkey.example', null],
  ['ftp://latchkey.example', null],
  ['javascript://latchkey.example/%0aalert(1)', null],
])('%j is read as %j', (typed, address) => {
  expect(serverAddress(typed)).toBe(address);
});
