import { describe, expect, test, vi } from 'vitest';
import { type MessageName, messages } from '#contract/messages.ts';
import { Refusal } from '#contract/refusal.ts';
import { ID, profile } from '../contract/examples.ts';
import { startBackground } from './background.ts';
import { deviceFlow, found, key, members } from './people.ts';

const names = Object.keys(messages) as MessageName[];
const click = { id: ID, profile, field: 'email', maxCredits: 1, another: false } as const;

const MALFORMED: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a word', 'reveal'],
  ['a number', 7],
  ['a list', []],
];

describe.each(names)('message %s', (name) => {
  const takes = Object.keys(messages[name].request.shape);

  test.each([
    ...MALFORMED,
    ...takes.map((field) => [`a wrong ${field}`, { [field]: { wrong: true } }] as [string, unknown]),
    ...takes.map((field) => [`an endless ${field}`, { [field]: 'x'.repeat(1_000_000) }] as [string, unknown]),
  ])('with %s is refused, and nothing is sent or kept', async (_, request) => {
    const background = await startBackground(members);
    const before = await background.read();
    const answer = (await background.say({ ask: name, request })) as { kind: string; refusal: unknown };
    expect(answer.kind).toBe('refused');
    expect(Refusal.parse(answer.refusal)).toMatchObject({ code: 'invalid_request' });
    expect(background.sent).toEqual([]);
    expect(await background.read()).toEqual(before);
  });

  test.each([
    ['a web page', { id: undefined, url: 'https://evil.example/', origin: 'https://evil.example' }],
    ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: 'chrome-extension://p/popup.html' }],
    ['our content script', { id: 'abcdefghijklmnopabcdefghijklmnop', url: 'https://evil.example/', tab: { id: 1 } }],
    [
      'our content script in a page that names itself like us',
      { id: 'abcdefghijklmnopabcdefghijklmnop', url: 'https://evil.example/#chrome-extension://abc', tab: { id: 1 } },
    ],
  ])('from %s is not answered', async (_, sender) => {
    const background = await startBackground({ ...members, ...deviceFlow('mira') });
    const sound = name === 'reveal' ? click : name === 'open' ? { key, field: 'email' } : {};
    expect(background.say({ ask: name, request: sound }, sender)).toBeUndefined();
    expect(background.sent).toEqual([]);
  });
});

test.each([
  ['a message there is not', { ask: 'spend', request: {} }],
  ['a name every object has', { ask: 'constructor', request: {} }],
  ['a name that is no word', { ask: ['reveal'], request: {} }],
  ['no message at all', null],
])('%s is not answered', async (_, message) => {
  const background = await startBackground(members);
  expect(background.say(message)).toBeUndefined();
});

describe('a browser that keeps nothing', () => {
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };

  test('the asker is told, nothing is sent, and it works again once there is room', async () => {
    const background = await startBackground({ ...members, ...deviceFlow('mira'), 'POST /v1/reveals': () => found(1) });
    await background.ask('signIn', {});
    await background.ask('pollSignIn', {});
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    const answer = await background.ask('reveal', click);
    expect(messages.reveal.reply.parse(answer)).toMatchObject({ kind: 'refused', key, field: 'email' });
    expect(answer).toMatchObject({ refusal: { code: 'browser_failed' } });
    expect(background.count('POST /v1/reveals')).toBe(0);
    put.mockRestore();
    expect(await background.ask('reveal', click)).toMatchObject({ kind: 'found' });
  });

  test('no room for the log of requests loses no answer', async () => {
    const background = await startBackground({ ...members, ...deviceFlow('mira'), 'POST /v1/reveals': () => found(1) });
    await background.ask('signIn', {});
    await background.ask('pollSignIn', {});
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full);
    expect(await background.ask('reveal', click)).toMatchObject({ kind: 'found' });
    expect(await background.read([key])).toMatchObject({ known: [{ state: 'shown' }] });
  });

  test('what fails after the click was kept is pending, and found by the next attempt', async () => {
    const background = await startBackground({ ...members, ...deviceFlow('mira'), 'POST /v1/reveals': () => found(1) });
    await background.ask('signIn', {});
    await background.ask('pollSignIn', {});
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(full);
    expect(await background.ask('reveal', click)).toMatchObject({ kind: 'pending' });
    remove.mockRestore();
    expect(await background.ask('reveal', { ...click, id: crypto.randomUUID() })).toMatchObject({ kind: 'found' });
    expect(background.sent.filter(({ what }) => what === 'POST /v1/reveals').map((sent) => sent.key)).toEqual([ID, ID]);
  });

  test('a store that cannot be opened is tried again by the next question', async () => {
    const background = await startBackground({ ...members, ...deviceFlow('mira') });
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation(full);
    await background.start();
    expect(await background.ask('signIn', {})).toMatchObject({ kind: 'refused', refusal: { code: 'browser_failed' } });
    broken.mockRestore();
    expect(await background.ask('signIn', {})).toMatchObject({ kind: 'started' });
  });
});

test('two sites allowed at once are both registered', async () => {
  const background = await startBackground(members);
  background.allowed = ['https://one.example/*'];
  for (const added of background.permissionAdded) added();
  background.allowed = ['https://one.example/*', 'https://two.example/*'];
  for (const added of background.permissionAdded) added();
  await expect.poll(() => background.registered[0]?.matches).toEqual(background.allowed);
});
