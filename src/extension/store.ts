import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Me } from '#contract/account.ts';
import type { Balance } from '#contract/credits.ts';
import type { OutboundRequest } from '#contract/overview.ts';
import type { Field } from '#contract/profile.ts';
import type { Refusal } from '#contract/refusal.ts';
import type { Outcome, RevealRequest } from '#contract/reveal.ts';

/** A reveal that was clicked and whose end is not known yet. Moments in milliseconds of this machine's clock. */
export interface Intent {
  /** The reveal's id and its `Idempotency-Key`, made at the click. */
  id: string;
  request: RevealRequest;
  clickedAt: number;
  /** How often it was sent. */
  attempts: number;
  /** Not to be sent again before. */
  nextAt: number;
  /** Set once the server said that the provider needs longer. */
  pending: { held: number; since: string } | null;
}

/** A sign-in in progress. Moments in milliseconds of this machine's clock. */
export interface PendingSignIn {
  deviceCode: string;
  userCode: string;
  verificationUrl: string;
  expiresAt: number;
  /** Seconds between polls, as the server wants them. */
  interval: number;
  nextPollAt: number;
  /** The session's token, once the server gave it: it gives it only once. Kept here until its member is known. */
  token: string | null;
}

/** Single values, each under its own name. */
export interface Facts {
  server: string;
  token: string;
  /** Set when the server no longer took the token. */
  expired: true;
  signIn: PendingSignIn;
  me: Me;
  /** `tag`: what the server calls this balance; null when it came with the reply to something else. */
  balance: { balance: Balance; receivedAt: number; tag: string | null };
  /** Number of the last line of the feed of owned keys. */
  feedAfter: number;
  trouble: Refusal;
}

interface Schema extends DBSchema {
  facts: { key: keyof Facts; value: Facts[keyof Facts] };
  intents: { key: string; value: Intent };
  outcomes: { key: [string, Field]; value: { key: string; field: Field; outcome: Outcome; at: number } };
  owned: { key: [string, Field]; value: { key: string; field: Field } };
  outbound: { key: number; value: OutboundRequest };
}

export type Store = IDBPDatabase<Schema>;
export type StoreName = 'facts' | 'intents' | 'outcomes' | 'owned' | 'outbound';
export const STORES: readonly StoreName[] = ['facts', 'intents', 'outcomes', 'owned', 'outbound'];

const NAME = 'latchkey';

let connection: Promise<Store> | null = null;

/**
 * The extension's database: a disposable cache of what the server knows, but for the intents. Content scripts can't
 * reach it. When the browser can't open it twice (its files may be damaged) it is made anew, and the rep signs in
 * again.
 * @throws when the browser has no room for it either; the next call tries again
 */
export function openStore(): Promise<Store> {
  connection ??= open()
    .catch(open)
    .catch(async () => {
      await deleteDB(NAME);
      return open();
    })
    .catch((error: unknown) => {
      connection = null;
      throw error;
    });
  return connection;
}

function open(): Promise<Store> {
  return openDB<Schema>(NAME, 2, {
    async upgrade(db, before, _after, tx) {
      // Balances and receipts had another shape. The server still has them.
      if (before === 1)
        await Promise.all([tx.objectStore('facts').delete('balance'), tx.objectStore('outcomes').clear()]);
      if (before > 0) return;
      db.createObjectStore('facts');
      db.createObjectStore('intents', { keyPath: 'id' });
      db.createObjectStore('outcomes', { keyPath: ['key', 'field'] });
      db.createObjectStore('owned', { keyPath: ['key', 'field'] });
      db.createObjectStore('outbound', { autoIncrement: true });
    },
    // A newer version of ours must never wait for an old page that was left open.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      connection = null;
    },
    terminated: () => {
      connection = null;
    },
  });
}

/** What a transaction offers to read and write facts by their types. */
interface FactStore {
  get(name: keyof Facts): Promise<Facts[keyof Facts] | undefined>;
}

/** Reads one fact in a transaction of the caller's. */
export async function fact<N extends keyof Facts>(facts: FactStore, name: N): Promise<Facts[N] | undefined> {
  // The store is keyed by name and only ever written through `keyof Facts` pairs.
  return (await facts.get(name)) as Facts[N] | undefined;
}

/** Reads one fact by itself. */
export async function readFact<N extends keyof Facts>(name: N): Promise<Facts[N] | undefined> {
  const db = await openStore();
  return fact({ get: (key) => db.get('facts', key) }, name);
}

/** Writes facts in one transaction; `undefined` removes one. Tells our pages. */
export async function writeFacts(facts: { [N in keyof Facts]?: Facts[N] | undefined }): Promise<void> {
  const db = await openStore();
  const tx = db.transaction('facts', 'readwrite');
  const writes = (Object.keys(facts) as (keyof Facts)[]).map((name) => {
    const value = facts[name];
    return value === undefined ? tx.store.delete(name) : tx.store.put(value, name);
  });
  await Promise.all([...writes, tx.done]);
  changed();
}

/** A transaction that may write everything. */
export type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

/** Runs `write` in one transaction over everything, and tells our pages unless it returns false. */
export async function writeAll(write: (tx: Writing) => Promise<boolean>): Promise<boolean> {
  const db = await openStore();
  const tx = db.transaction([...STORES], 'readwrite');
  const [written] = await Promise.all([write(tx), tx.done]);
  if (written) changed();
  return written;
}

/**
 * Keeps what the server answered to the session of `token`, unless it ended or another began while the answer was under
 * way: what belonged to the one before must not come back after a sign-out.
 * @returns whether it was kept
 */
export function keepFor(token: string | undefined, write: (tx: Writing) => Promise<unknown>): Promise<boolean> {
  return writeAll(async (tx) => {
    if ((await fact(tx.objectStore('facts'), 'token')) !== token) return false;
    await write(tx);
    return true;
  });
}

/** Forgets everything but the server's address. */
export async function wipe(tx: Writing): Promise<void> {
  const server = await fact(tx.objectStore('facts'), 'server');
  await Promise.all(STORES.map((name) => tx.objectStore(name).clear()));
  if (server !== undefined) await tx.objectStore('facts').put(server, 'server');
}

const CHANNEL = 'latchkey-store';

let speaker: BroadcastChannel | null = null;

/**
 * Tells our open pages that what they read from the store may have changed. Only our own origin hears it. The channel
 * stays open: what is said on one that is closed at once is sometimes lost in Chromium.
 */
export function changed(): void {
  speaker ??= new BroadcastChannel(CHANNEL);
  speaker.postMessage(null);
}

/** Calls `listener` after each change of the store by another of our contexts. Returns how to stop. */
export function onChanged(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  return () => channel.close();
}
