import type { Balance } from '#contract/credits.ts';
import type { Field } from '#contract/field.ts';
import type { Request } from '#contract/messages.ts';
import type { Outcome } from '#contract/reveal.ts';
import { wakeSoon } from './alarms.ts';
import { setBadgeWarning } from './badge.ts';
import { putBalance } from './refresh.ts';
import { callServer, isSessionOver } from './server-call.ts';
import { changed, fact, type Intent, keepFor, openStore, readFact } from './store.ts';

/** Milliseconds until an unknown end is asked after again: 1 s, 2 s, 4 s … up to 5 minutes. */
const backoff = (attempts: number) => Math.min(500 * 2 ** attempts, 300_000);
/**
 * Milliseconds after a click in which an attempt of unknown end may still end: longer than a server holds a price. A
 * plain no after that is the end; what was found all the same is in the feed of owned keys.
 */
const OPEN_FOR = 3_600_000;

/** Reveals this worker is sending. It only spares requests: what must survive the worker is in the intents. */
const running = new Map<string, Promise<Outcome>>();

/**
 * Spends. The intent is on disk before anything is sent, so that whatever is killed afterwards, the same id is sent
 * again until its end is known. A click on what is already being revealed joins it.
 * @returns `pending` while the end is not known
 */
export async function reveal({ id, ...request }: Request<'reveal'>): Promise<Outcome> {
  const intent = await keepIntent({ id, request, clickedAt: Date.now(), attempts: 0, nextAt: 0, pending: null });
  if (intent === null) return signedOut(request.profile.key, request.field);
  changed();
  await wakeSoon();
  // What fails from here on fails after the click was kept: it is sent again, and only that tells how it ended.
  return run(intent).catch(() => unknown(intent));
}

/** Writes a click down, or finds the one it joins. Null when nobody is signed in: then it is nobody's. */
async function keepIntent(click: Intent): Promise<Intent | null> {
  const { profile, field } = click.request;
  const db = await openStore();
  const tx = db.transaction(['intents', 'facts'], 'readwrite', { durability: 'strict' });
  const intents = tx.objectStore('intents');
  const work = async () => {
    if ((await fact(tx.objectStore('facts'), 'token')) === undefined) return null;
    const live = (await intents.getAll()).find(
      ({ id, request }) => id === click.id || (request.profile.key === profile.key && request.field === field),
    );
    if (!live) await intents.put(click);
    return live ?? click;
  };
  const [intent] = await Promise.all([work(), tx.done]);
  return intent;
}

/** Sends every intent again whose time has come. */
export async function resend(): Promise<void> {
  const db = await openStore();
  const intents = await db.getAll('intents');
  if (intents.length === 0 || (await readFact('token')) === undefined) return;
  await wakeSoon();
  await Promise.all(intents.filter((intent) => intent.nextAt <= Date.now()).map(run));
}

function run(intent: Intent): Promise<Outcome> {
  const already = running.get(intent.id);
  if (already) return already;
  const outcome = attempt(intent).finally(() => running.delete(intent.id));
  running.set(intent.id, outcome);
  return outcome;
}

async function attempt(intent: Intent): Promise<Outcome> {
  const { id, request, attempts } = intent;
  const of = { key: request.profile.key, field: request.field };
  const called = await callServer('reveal', { body: request, key: id, why: attempts === 0 ? 'click' : 'retry' });
  if (called.kind === 'reply') {
    const { outcome, balance } = called.reply;
    if (outcome.kind === 'pending') {
      const pending = { held: outcome.held, since: outcome.since };
      await later({ ...intent, pending }, balance);
    } else {
      await end(intent, outcome, balance);
    }
    return outcome;
  }
  const { refusal } = called;
  // After an attempt of unknown end only an outcome says how it ended: a no to a later one says nothing of the first.
  const open = Date.now() - intent.clickedAt < OPEN_FOR || isSessionOver(refusal);
  if (called.kind === 'unknown' || (attempts > 0 && open)) {
    await later(intent, null);
    return unknown(intent);
  }
  const outcome: Outcome = { kind: 'refused', ...of, refusal };
  await end(intent, outcome, null);
  return outcome;
}

/** What is said of a reveal while its end is not known. */
function unknown({ request, pending, clickedAt }: Intent): Outcome {
  const of = { key: request.profile.key, field: request.field };
  return { kind: 'pending', ...of, held: pending?.held ?? 0, since: new Date(clickedAt).toISOString() };
}

/** The end is not known yet: remembers to ask again, unless a sign-out cleared the intent meanwhile. */
async function later(intent: Intent, balance: Balance | null): Promise<void> {
  const attempts = intent.attempts + 1;
  const db = await openStore();
  const tx = db.transaction(['intents', 'facts'], 'readwrite', { durability: 'strict' });
  const intents = tx.objectStore('intents');
  if (await intents.getKey(intent.id)) {
    await intents.put({ ...intent, attempts, nextAt: Date.now() + backoff(attempts) });
    if (balance) await putBalance(tx.objectStore('facts'), balance);
  }
  await tx.done;
  changed();
  // The alarm asks again if this worker is gone by then.
  setTimeout(() => void resend().catch(() => undefined), backoff(attempts) + 10);
}

/** Keeps the outcome and the balance and forgets the intent, in one transaction. */
async function end(
  intent: Intent,
  outcome: Exclude<Outcome, { kind: 'pending' }>,
  balance: Balance | null,
): Promise<void> {
  const { key, field } = outcome;
  const db = await openStore();
  const tx = db.transaction(['intents', 'outcomes', 'owned', 'facts'], 'readwrite', { durability: 'strict' });
  const intents = tx.objectStore('intents');
  // A sign-out meanwhile took the intent with it: then nothing is kept of how it ended.
  const kept = (await intents.getKey(intent.id)) !== undefined;
  if (kept) {
    await intents.delete(intent.id);
    await tx.objectStore('outcomes').put({ key, field, outcome, at: Date.now() });
    if (outcome.kind === 'found' && outcome.free !== 'public') await tx.objectStore('owned').put({ key, field });
    if (balance) await putBalance(tx.objectStore('facts'), balance);
  }
  await tx.done;
  changed();
  if (kept && balance) await setBadgeWarning(balance);
}

/** Loads the value of something the workspace owns, and keeps it. */
export async function open({ key, field }: Request<'open'>): Promise<Outcome> {
  if ((await readFact('token')) === undefined) return signedOut(key, field);
  const called = await callServer('openUnlock', { body: { key, field }, why: 'click' });
  if (called.kind !== 'reply') return { kind: 'refused', key, field, refusal: called.refusal };
  // Asked for by an alias, the server answers with the key that was asked for or with the first one: ours is kept.
  const outcome: Outcome = { ...called.reply.outcome, key, field };
  const { token, reply } = called;
  const kept = await keepFor(token, async (tx) => {
    await tx.objectStore('outcomes').put({ key, field, outcome, at: Date.now() });
    await putBalance(tx.objectStore('facts'), reply.balance);
  });
  return kept ? outcome : signedOut(key, field);
}

function signedOut(key: string, field: Field): Outcome {
  const refusal = { code: 'not_signed_in', message: 'Sign in first.', next: 'sign_in' } as const;
  return { kind: 'refused', key, field, refusal };
}
