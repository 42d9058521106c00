import { FIELDS, type Field } from '#contract/field.ts';
import type { Known, Overview } from '#contract/overview.ts';
import type { Outcome } from '#contract/reveal.ts';
import { fact, type Intent, openStore } from './store.ts';

/** Where a new installation looks for its server: the one that `npm start` runs. */
export const DEFAULT_SERVER = 'http://127.0.0.1:8787';

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/**
 * Reads everything that our pages show besides the page's profiles, in one transaction and without the worker.
 * @param keys profiles that `known` is asked for
 */
export async function readOverview(keys: readonly string[]): Promise<Overview> {
  const db = await openStore();
  const tx = db.transaction(['facts', 'intents', 'outcomes', 'owned']);
  const facts = tx.objectStore('facts');
  const [server, token, expired, signIn, me, cached, trouble, intents, fields] = await Promise.all([
    fact(facts, 'server'),
    fact(facts, 'token'),
    fact(facts, 'expired'),
    fact(facts, 'signIn'),
    fact(facts, 'me'),
    fact(facts, 'balance'),
    fact(facts, 'trouble'),
    tx.objectStore('intents').getAll(),
    Promise.all(
      keys.flatMap((key) =>
        FIELDS.map(async (field) => {
          const [saved, owned] = await Promise.all([
            tx.objectStore('outcomes').get([key, field]),
            tx.objectStore('owned').getKey([key, field]),
          ]);
          return { key, field, saved, owned: owned !== undefined };
        }),
      ),
    ),
    tx.done,
  ]);
  const live = new Map(intents.map((intent) => [`${intent.request.field} ${intent.request.profile.key}`, intent]));
  return {
    server: server ?? DEFAULT_SERVER,
    session: token !== undefined ? 'signed_in' : signIn ? 'signing_in' : expired ? 'expired' : 'signed_out',
    signIn: signIn
      ? { userCode: signIn.userCode, verificationUrl: signIn.verificationUrl, expiresAt: iso(signIn.expiresAt) }
      : null,
    me: me ?? null,
    balance: cached?.balance ?? null,
    receivedAt: cached ? iso(cached.receivedAt) : null,
    trouble: trouble ?? null,
    offline: !navigator.onLine,
    known: fields.flatMap(({ key, field, saved, owned }) => {
      const known = knownOf(key, field, live.get(`${field} ${key}`), saved, owned);
      return known ? [known] : [];
    }),
  };
}

/** A running reveal comes before what was known, a value before the mere fact that it is owned, that before an old no. */
function knownOf(
  key: string,
  field: Field,
  intent: Intent | undefined,
  saved: { outcome: Outcome; at: number } | undefined,
  owned: boolean,
): Known | null {
  if (intent) {
    return intent.pending
      ? { key, field, state: 'pending', ...intent.pending }
      : { key, field, state: 'working', since: iso(intent.clickedAt) };
  }
  const outcome = saved?.outcome;
  if (outcome?.kind === 'found') {
    const { contact, charged, free, receipt } = outcome;
    return { key, field, state: 'shown', contact, charged, free, receipt };
  }
  if (owned) return { key, field, state: 'owned' };
  if (saved && outcome?.kind === 'not_found') return { key, field, state: 'not_found', at: iso(saved.at) };
  if (outcome?.kind === 'refused') return { key, field, state: 'refused', refusal: outcome.refusal };
  return null;
}
