import { type Answered, isAnswered, isFinal, type Outcome, outcomeIn, refusalIn, type Told } from '../history.ts';
import { detailOf, personOf, truthOf } from '../people.ts';
import { type Check, canonical, type Evidence, Findings, grouped } from './problem.ts';

/** What clients were told of reveals, against the books. */
export const checkReveals: Check = (evidence) => {
  const found = new Findings(evidence.team);
  const calls = evidence.told.filter(({ call }) => call.endpoint === 'reveal' || call.endpoint === 'revealById');
  for (const [id, told] of grouped(calls, ({ call }) => call.key ?? call.params?.id ?? '')) {
    checkOne(id, told, evidence, found);
  }
  checkOwned(evidence, found);
  return found.problems;
};

interface Answer {
  /** The body it was asked with; none of a look at it. */
  body: Request | undefined;
  answered: Answered;
  outcome: Outcome | undefined;
}

interface Request {
  profile: { key: string; contacts: unknown[] };
  field: 'email' | 'phone';
  maxCredits: number;
}

/** All answers under one id. */
function checkOne(id: string, told: readonly Told[], { books }: Evidence, found: Findings): void {
  const answers = told.flatMap(({ call, attempts }) =>
    attempts.filter(isAnswered).map((answered): Answer => {
      return { body: call.body as Request | undefined, answered, outcome: outcomeIn(answered.json) };
    }),
  );
  for (const { answered } of answers) {
    const refusal = refusalIn(answered.json);
    // A mistake of the server's own is counted by itself.
    const expected = ['key_reused', 'unavailable', 'not_found', 'internal'];
    if (refusal && !expected.includes(refusal.code))
      found.add('invariant', `reveal ${id} was answered ${refusal.code}`);
  }
  const ends = answers.filter(({ outcome, answered }) => outcome !== undefined && isFinal(answered));
  const first = ends[0];
  const captures = books.entries.filter(({ kind, reference }) => kind === 'capture' && reference === id);
  if (first === undefined) return;
  const bodies = new Set(ends.flatMap(({ body }) => (body === undefined ? [] : [canonical(body)])));
  if (bodies.size > 1) found.add('changed', `reveal ${id} was answered for two different requests`);
  const hard = new Set(ends.flatMap(({ outcome }) => (isInterrupted(outcome) ? [] : [shown(outcome)])));
  if (hard.size > 1) found.add('changed', `reveal ${id} was answered ${[...hard].join(' and ')}`);
  // Whoever was told that nothing was charged may be told later that the team has come to own it.
  const wasInterrupted = ends.some(({ outcome }) => isInterrupted(outcome));
  for (const { body, outcome } of ends) {
    if (outcome === undefined) continue;
    if (wasInterrupted && !isInterrupted(outcome) && outcome.free !== 'owned') {
      found.add('changed', `reveal ${id} was interrupted, and then ${shown(outcome)}`);
    }
    const charged = outcome.kind === 'found' && outcome.free === null;
    if (charged && captures.length === 0)
      found.add('lost', `reveal ${id} was charged, and the ledger knows nothing of it`);
    if (!charged && captures.length > 0)
      found.add('duplicated', `reveal ${id} cost nothing, and the ledger charged it`);
    if (charged) checkCharge(id, outcome, books, found);
    if (body !== undefined) checkTruth(id, body, outcome, found);
  }
}

function checkCharge(id: string, outcome: Outcome, books: Evidence['books'], found: Findings): void {
  const receipt = books.receipts.find((one) => one.id === id);
  const told = outcome.receipt;
  if (receipt === undefined) {
    found.add('lost', `the receipt of reveal ${id} is not there`);
    return;
  }
  found.same(`what reveal ${id} charged`, outcome.charged, receipt.charged, 'lost');
  const { plan, addOn, topUp } = receipt;
  found.same(
    `the receipt of reveal ${id}, as shown`,
    [told?.entry, told?.charged, told?.split, told?.before, told?.after],
    [receipt.entry, receipt.charged, { plan, addOn, topUp }, receipt.before, receipt.after],
  );
  const unlock = books.unlocks.find(({ revealId }) => revealId === id);
  found.same(`what reveal ${id} found`, unlock?.value, outcome.contact?.value, 'lost');
}

/** Nothing is charged beyond what was agreed to, and what is found is what the provider knows. */
function checkTruth(id: string, body: Request, outcome: Outcome, found: Findings): void {
  const { profile, field, maxCredits } = body;
  const person = personOf(profile.key);
  if ((outcome.charged ?? 0) > maxCredits) {
    found.add('invariant', `reveal ${id} charged ${outcome.charged} where ${maxCredits} was agreed to`);
  }
  if (outcome.kind === 'found') {
    found.same(`what reveal ${id} found of person ${person}`, outcome.contact?.value, detailOf(person, field));
    if (truthOf(person) === 'unknown' && profile.contacts.length === 0) {
      found.add('invariant', `reveal ${id} found person ${person}, whom nobody knows`);
    }
  }
  if (outcome.kind === 'not_found' && truthOf(person) !== 'unknown') {
    found.add('invariant', `reveal ${id} did not find person ${person}`);
  }
  const { code, price } = outcome.refusal ?? {};
  if (code === 'price_changed' && (price ?? 0) <= maxCredits) {
    found.add('invariant', `reveal ${id} was refused for a price of ${price} where ${maxCredits} was agreed to`);
  }
}

/** Whoever asks for something after it was bought gets it, free. */
function checkOwned({ told }: Evidence, found: Findings): void {
  /** When somebody was first told that it was bought. */
  const bought = new Map<string, { at: number; id: string }>();
  const reveals = told.filter(({ call }) => call.endpoint === 'reveal');
  for (const { call, attempts } of reveals) {
    for (const { answeredAt, json } of attempts.filter(isAnswered)) {
      const outcome = outcomeIn(json);
      if (outcome?.kind !== 'found' || outcome.free !== null) continue;
      const what = nameOf(call.body as unknown as Request);
      if (answeredAt < (bought.get(what)?.at ?? Number.POSITIVE_INFINITY)) {
        bought.set(what, { at: answeredAt, id: call.key ?? '' });
      }
    }
  }
  for (const { call, attempts } of reveals) {
    const first = Math.min(...attempts.map(({ sentAt }) => sentAt));
    const before = bought.get(nameOf(call.body as unknown as Request));
    if (before === undefined || before.id === call.key || first <= before.at) continue;
    for (const answer of attempts.filter(isAnswered)) {
      const outcome = outcomeIn(answer.json);
      // An id that was used before, by a request that came sooner, has its own answer.
      const again = reveals.some(
        (one) => one.call.key === call.key && one.attempts.some(({ sentAt }) => sentAt <= before.at),
      );
      if (again || outcome === undefined || !isFinal(answer) || outcome.kind === 'found') continue;
      found.add('lost', `reveal ${call.key} came to ${shown(outcome)} after reveal ${before.id} had bought it`);
    }
  }
  checkOpened(told, bought, found);
}

function checkOpened(
  told: readonly Told[],
  bought: ReadonlyMap<string, { at: number; id: string }>,
  found: Findings,
): void {
  for (const { call, attempts } of told) {
    for (const { sentAt, status, json } of attempts.filter(isAnswered)) {
      if (status !== 200 && status !== 404) continue;
      const isThere = (what: string) => (bought.get(what)?.at ?? Number.POSITIVE_INFINITY) < sentAt;
      if (call.endpoint === 'openUnlock' && status === 404 && isThere(`${call.body?.field} ${call.body?.key}`)) {
        found.add('lost', `${call.body?.field} of ${call.body?.key} was bought and cannot be opened`);
      }
      if (call.endpoint !== 'owned' || status !== 200) continue;
      const { items } = json as { items: { number: number; key: string; field: string }[] };
      found.same(
        'numbers in the feed of unlocks',
        items.filter(({ number }, index) => number !== index + 1),
        [],
      );
      const there = new Set(items.map(({ key, field }) => `${field} ${key}`));
      for (const what of bought.keys()) {
        if (isThere(what) && !there.has(what)) found.add('lost', `${what} was bought and is not in the feed`);
      }
    }
  }
}

function nameOf({ profile, field }: Request): string {
  return `${field} ${profile.key}`;
}

/** It charged nothing and told nobody how it ended. */
function isInterrupted(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'refused' && outcome.refusal?.code === 'unavailable';
}

/** An outcome in one line. Whether its charge was given back since is no other answer. */
function shown(outcome: Outcome | undefined): string {
  const receipt = outcome?.receipt ? { ...outcome.receipt, refund: null } : outcome?.receipt;
  return canonical({ ...outcome, receipt });
}
