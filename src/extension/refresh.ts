import type { Me } from '#contract/account.ts';
import type { Balance } from '#contract/credits.ts';
import type { Refusal } from '#contract/refusal.ts';
import { setBadgeWarning } from './badge.ts';
import { type Called, callServer, type Why } from './server-call.ts';
import { type Facts, fact, keepFor, readFact, type Writing, wipe } from './store.ts';

export type Refreshed = { kind: 'ok' } | { kind: 'refused'; refusal: Refusal };

/** Fetches the balance, who is signed in, and the feed of owned keys. Without a sign-in it does nothing. */
export async function refresh(why: Why): Promise<Refreshed> {
  const token = await readFact('token');
  if (token === undefined) return { kind: 'ok' };
  const [balance, me] = await Promise.all([fetchBalance(why), callServer('me', { why })]);
  if (me.kind === 'reply') await keepFor(me.token, (tx) => putMe(tx, me.reply));
  if (balance.kind === 'reply') await keepBalance(balance.token, balance.reply, balance.tag);
  const feed = await readFeed(why);
  for (const called of [balance, me, feed]) {
    if (called.kind !== 'reply') return { kind: 'refused', refusal: called.refusal };
  }
  return { kind: 'ok' };
}

/** Asks for the balance; one that is the same as the one kept here is not sent again. */
async function fetchBalance(why: Why): Promise<Called<Balance>> {
  const kept = await readFact('balance');
  if (!kept?.tag) return callServer('balance', { why });
  return callServer('balance', { why, known: { tag: kept.tag, reply: kept.balance } });
}

/**
 * Keeps a session's balance unless a newer one is kept already: replies may overtake each other.
 * @param tag what the server calls it; null when it came with another reply
 */
export async function keepBalance(
  token: string | undefined,
  balance: Balance,
  tag: string | null = null,
): Promise<void> {
  if (await keepFor(token, (tx) => putBalance(tx.objectStore('facts'), balance, tag))) await setBadgeWarning(balance);
}

/** Keeps who is signed in. Of someone else before, or another team, nothing is left: it may not be shown to them. */
export async function putMe(tx: Writing, me: Me): Promise<void> {
  const facts = tx.objectStore('facts');
  const before = await fact(facts, 'me');
  if (before && (before.member.id !== me.member.id || before.workspace.id !== me.workspace.id)) {
    const token = await fact(facts, 'token');
    await wipe(tx);
    if (token !== undefined) await facts.put(token, 'token');
  }
  await facts.put(me, 'me');
}

interface FactWriter {
  get(name: 'balance'): Promise<unknown>;
  put(value: Facts['balance'], name: 'balance'): Promise<unknown>;
}

/** The same within a transaction of the caller's. */
export async function putBalance(facts: FactWriter, balance: Balance, tag: string | null = null): Promise<void> {
  const kept = (await facts.get('balance')) as { balance: Balance } | undefined;
  if (kept && isOlder(balance, kept.balance)) return;
  await facts.put({ balance, receivedAt: Date.now(), tag }, 'balance');
}

function isOlder(one: Balance, other: Balance): boolean {
  if (one.asOf.entry !== other.asOf.entry) return one.asOf.entry < other.asOf.entry;
  return Date.parse(one.asOf.at) < Date.parse(other.asOf.at);
}

/** Reads on in the feed of owned keys, page by page, keeping keys and place in one transaction each. */
async function readFeed(why: Why): Promise<Called<unknown>> {
  for (;;) {
    const after = (await readFact('feedAfter')) ?? 0;
    const called = await callServer('owned', { query: { after }, why });
    if (called.kind !== 'reply') return called;
    const { items, more } = called.reply;
    const last = items.at(-1);
    if (last === undefined || last.number <= after) return called;
    await keepFor(called.token, async (tx) => {
      const facts = tx.objectStore('facts');
      // Another reader of the feed was faster, or somebody else signed in: then this page is not the next one.
      if (((await fact(facts, 'feedAfter')) ?? 0) !== after) return;
      const owned = tx.objectStore('owned');
      await Promise.all([
        ...items.map(({ key, field }) => owned.put({ key, field })),
        facts.put(last.number, 'feedAfter'),
      ]);
    });
    if (!more) return called;
  }
}
