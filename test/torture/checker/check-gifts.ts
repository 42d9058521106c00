import { type Answered, isAnswered, isFinal, refusalIn, type Told } from '../history.ts';
import { type Check, type Evidence, Findings, grouped } from './problem.ts';

/** What clients were told of grants and top-ups, against the books. */
export const checkGifts: Check = (evidence) => {
  const found = new Findings(evidence.team);
  checkGrants(evidence, found);
  checkTopUps(evidence, found);
  return found.problems;
};

/** Every grant that was acknowledged was given once, and none that nobody asked for. */
function checkGrants({ told, books }: Evidence, found: Findings): void {
  const calls = grouped(
    told.filter(({ call }) => call.endpoint === 'grant'),
    ({ call }) => call.key ?? '',
  );
  for (const [id, same] of calls) {
    const given = books.grants.filter(({ source }) => source === `grant:${id}`);
    const granted = same.filter(({ attempts }) => ends(attempts).some(({ status }) => status === 200));
    const bodies = new Set(granted.map(({ call }) => JSON.stringify(call.body)));
    if (bodies.size > 1) found.add('changed', `grant ${id} was acknowledged for two different requests`);
    const credits = Number(granted[0]?.call.body?.credits ?? 0);
    if (granted.length > 0 && given.length === 0) found.add('lost', `grant ${id} was acknowledged and not given`);
    if (granted.length > 0 && given[0]) found.same(`credits of grant ${id}`, given[0].credits, credits, 'lost');
    if (given.length > 0 && granted.length === 0)
      found.add('invariant', `grant ${id} was given and never acknowledged`);
  }
  for (const { source } of books.grants) {
    if (source.startsWith('grant:') && !calls.has(source.slice('grant:'.length))) {
      found.add('invariant', `${source} was given, and nobody asked for it`);
    }
  }
}

/** Every top-up that was acknowledged is there; settled it was granted once, failed never, reversed taken back once. */
function checkTopUps({ told, books }: Evidence, found: Findings): void {
  const rows = new Map(books.topUps.map((topUp) => [topUp.id, topUp]));
  const wasGranted = new Set<string>();
  for (const { id, status, credits } of books.topUps) {
    const grant = books.grants.find(({ source }) => source === `top_up:${id}`);
    if (status === 'settled' && grant === undefined) found.add('lost', `top-up ${id} is settled and was not granted`);
    if (grant === undefined) continue;
    if (status !== 'settled' && status !== 'reversed') {
      found.add('duplicated', `top-up ${id} is ${status} and was granted`);
    }
    found.same(`credits of top-up ${id}`, grant.credits, credits);
    const reversals = books.entries.filter(({ kind, reference }) => kind === 'reverse' && reference === id);
    found.same(
      `how often top-up ${id}, which is ${status}, was reversed`,
      reversals.length,
      status === 'reversed' ? 1 : 0,
    );
    wasGranted.add(id);
  }
  for (const { call, attempts } of told) {
    const id = call.endpoint === 'requestTopUp' ? call.key : call.endpoint === 'settleTopUp' ? call.params?.id : null;
    if (typeof id !== 'string') continue;
    const row = rows.get(id);
    for (const { status, json } of ends(attempts)) {
      if (status !== 200) continue;
      if (row === undefined) found.add('lost', `top-up ${id} was acknowledged and is not there`);
      const told = (json as { topUp: { status: string } }).topUp.status;
      if (row !== undefined && !mayBecome(told, row.status)) {
        found.add('changed', `top-up ${id} was said to be ${told}, and is ${row.status}`);
      }
      if (told === 'settled' && !wasGranted.has(id)) found.add('lost', `top-up ${id} was settled and not granted`);
      if (call.endpoint === 'settleTopUp') found.same(`what settling top-up ${id} came to`, told, call.body?.status);
    }
  }
  checkRefusedSettlements(told, found);
}

/** A top-up that somebody was told of is not unknown later. */
function checkRefusedSettlements(told: readonly Told[], found: Findings): void {
  const since = new Map<string, number>();
  for (const { call, attempts } of told) {
    if (call.endpoint !== 'requestTopUp') continue;
    const times = ends(attempts).flatMap(({ status, answeredAt }) => (status === 200 ? [answeredAt] : []));
    if (times.length > 0) since.set(call.key ?? '', Math.min(...times));
  }
  for (const { call, attempts } of told) {
    if (call.endpoint !== 'settleTopUp') continue;
    const known = since.get(call.params?.id ?? '') ?? Number.POSITIVE_INFINITY;
    for (const { sentAt, json } of attempts.filter(isAnswered)) {
      if (refusalIn(json)?.code === 'not_found' && sentAt > known) {
        found.add('lost', `top-up ${call.params?.id} was acknowledged and could not be settled`);
      }
    }
  }
}

function mayBecome(told: string, now: string): boolean {
  if (told === 'pending') return true;
  return told === now || (told === 'settled' && now === 'reversed');
}

function ends(attempts: Told['attempts']): Answered[] {
  return attempts.filter(isAnswered).filter(isFinal);
}
