import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { Balance } from '#contract/credits.ts';
import { AT, ID, profile } from '../contract/examples.ts';
import { Background, type Reply, type Sent, startBackground } from './background.ts';
import { deviceFlow, found, members, purse } from './people.ts';

async function signIn(background: Background): Promise<void> {
  expect(await background.ask('signIn', {})).toMatchObject({ kind: 'started' });
  expect(await background.ask('pollSignIn', {})).toEqual({ kind: 'signed_in' });
}

/** A server whose balance is this one until it is changed; it says so by a tag. */
function tagged(first: Balance) {
  let now = { balance: first, tag: '"1.mira"' };
  return {
    route: ({ tag }: Sent): Reply =>
      tag === now.tag ? { status: 304, json: null, tag: now.tag } : { json: now.balance, tag: now.tag },
    becomes(balance: Balance, tag: string) {
      now = { balance, tag };
    },
  };
}

async function withBalance(first: Balance) {
  const server = tagged(first);
  const background = await startBackground({ ...members, ...deviceFlow('mira'), 'GET /v1/balance': server.route });
  await signIn(background);
  const refresh = () => background.ask('refresh', { why: 'opened' });
  const tags = () => background.sent.filter(({ what }) => what === 'GET /v1/balance').map(({ tag }) => tag);
  return { server, background, refresh, tags };
}

describe('a balance that is asked for again', () => {
  test('is not sent again while it is the same: it is kept, and was just heard of', async () => {
    const { background, refresh, tags } = await withBalance(purse(7));
    const before = (await background.read()).receivedAt;
    await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(before ?? ''));
    expect(await refresh()).toEqual({ kind: 'ok' });
    expect(tags()).toEqual([null, '"1.mira"']);
    const { balance, receivedAt, trouble } = await background.read();
    expect({ balance, trouble }).toEqual({ balance: purse(7), trouble: null });
    expect(Date.parse(receivedAt ?? '')).toBeGreaterThan(Date.parse(before ?? ''));
  });

  test('is sent when it has changed', async () => {
    const { server, background, refresh, tags } = await withBalance(purse(7));
    server.becomes({ ...purse(5), asOf: { entry: 4, at: AT } }, '"2.mira"');
    await refresh();
    expect((await background.read()).balance?.available).toBe(5);
    await refresh();
    expect(tags()).toEqual([null, '"1.mira"', '"2.mira"']);
  });

  test('after a reveal, whose balance has no tag, it is sent whole', async () => {
    const { background, refresh, tags } = await withBalance(purse(7));
    background.routes['POST /v1/reveals'] = () => found(6);
    await background.ask('reveal', { id: ID, profile, field: 'email', maxCredits: 1, another: false });
    await refresh();
    expect(tags()).toEqual([null, null]);
  });

  test('whoever signs in next is not told that theirs is the same', async () => {
    const { background, tags } = await withBalance(purse(7));
    await background.ask('signOut', {});
    Object.assign(background.routes, deviceFlow('jonas'));
    await signIn(background);
    expect(tags()).toEqual([null, null]);
  });
});

test('what an older version kept in another shape is forgotten, the session is not', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await keptByVersionOne();
  const background = new Background({ ...members, 'GET /v1/balance': () => ({ json: purse(7) }) });
  await background.start();
  expect(await background.read([profile.key])).toMatchObject({ session: 'signed_in', balance: null, known: [] });
  await background.ask('refresh', { why: 'opened' });
  expect((await background.read()).balance?.available).toBe(7);
});

/** The database of version 1: a session, a balance and an outcome. */
function keptByVersionOne(): Promise<void> {
  const done = Promise.withResolvers<void>();
  const opening = indexedDB.open('latchkey', 1);
  opening.onupgradeneeded = () => {
    const db = opening.result;
    const facts = db.createObjectStore('facts');
    db.createObjectStore('intents', { keyPath: 'id' });
    const outcomes = db.createObjectStore('outcomes', { keyPath: ['key', 'field'] });
    db.createObjectStore('owned', { keyPath: ['key', 'field'] });
    db.createObjectStore('outbound', { autoIncrement: true });
    facts.put('mira', 'token');
    facts.put({ balance: { available: 3 }, receivedAt: 1 }, 'balance');
    const outcome = { kind: 'found', charged: 1, receipt: { revealId: ID } };
    outcomes.put({ key: profile.key, field: 'email', outcome, at: 1 });
  };
  opening.onsuccess = () => {
    opening.result.close();
    done.resolve();
  };
  opening.onerror = () => done.reject(opening.error);
  return done.promise;
}
