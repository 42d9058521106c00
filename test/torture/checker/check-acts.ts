import { type Answered, isAnswered, isFinal, type Told } from '../history.ts';
import { type Check, canonical, type Evidence, Findings, grouped } from './problem.ts';

/** What clients were told of disputes, raises, revocations and add-ons, and what they read, against the books. */
export const checkActs: Check = (evidence) => {
  const found = new Findings(evidence.team);
  checkDisputes(evidence, found);
  checkRaises(evidence, found);
  checkRevocations(evidence, found);
  checkAddOns(evidence, found);
  checkLedgerPages(evidence, found);
  return found.problems;
};

/** A granted dispute gives the charge back once, a declined one never, and both stay what they are. */
function checkDisputes({ told, books }: Evidence, found: Findings): void {
  const rows = new Map(books.disputes.map((dispute) => [dispute.id, dispute]));
  const refunded = new Set(books.entries.filter(({ kind }) => kind === 'refund').map(({ reference }) => reference));
  for (const { id, status } of books.disputes) {
    if (status === 'granted' && !refunded.has(id))
      found.add('lost', `dispute ${id} is granted and nothing was refunded`);
    if (status !== 'granted' && refunded.has(id))
      found.add('duplicated', `dispute ${id} is ${status} and was refunded`);
    refunded.delete(id);
  }
  for (const id of refunded) found.add('invariant', `charge ${id} was refunded, and nobody disputed it`);
  for (const { id, status } of answers(told, ['dispute', 'decideDispute'], 'dispute')) {
    const row = rows.get(id);
    if (row === undefined) found.add('lost', `dispute ${id} was acknowledged and is not there`);
    else if (status !== 'open' && status !== row.status) {
      found.add('changed', `dispute ${id} was said to be ${status}, and is ${row.status}`);
    }
  }
}

function checkRaises({ told, books }: Evidence, found: Findings): void {
  const rows = new Map(books.raiseRequests.map((request) => [request.id, request]));
  for (const { id, status } of answers(told, ['requestRaise', 'decideRaise'], 'request')) {
    const row = rows.get(id);
    if (row === undefined) found.add('lost', `request ${id} for a raise was acknowledged and is not there`);
    else if (status !== 'pending' && status !== row.status) {
      found.add('changed', `request ${id} for a raise was said to be ${status}, and is ${row.status}`);
    }
  }
}

/** The things with an id and a status in the answers to some calls. */
function answers(told: readonly Told[], endpoints: readonly string[], name: string): { id: string; status: string }[] {
  return told
    .filter(({ call }) => endpoints.includes(call.endpoint))
    .flatMap(({ attempts }) => good(attempts))
    .map(({ json }) => (json as Record<string, { id: string; status: string }>)[name])
    .filter((thing) => thing !== undefined);
}

/** What was taken back is what was said, once. */
function checkRevocations({ told, books }: Evidence, found: Findings): void {
  const calls = grouped(told, ({ call }) => (call.endpoint === 'revoke' ? (call.key ?? '') : ''));
  const revocations = grouped(
    books.entries.filter(({ kind }) => kind === 'revoke'),
    ({ reference }) => reference,
  );
  calls.delete('');
  for (const [id, entries] of revocations) {
    if (entries.length > 1) found.add('duplicated', `revocation ${id} took ${entries.length} times`);
    if (!calls.has(id)) found.add('invariant', `revocation ${id} took credits, and nobody asked for it`);
  }
  for (const [id, same] of calls) {
    const taken = -(revocations.get(id)?.[0]?.available ?? 0);
    for (const { json } of same.flatMap(({ attempts }) => good(attempts))) {
      found.same(`what revocation ${id} took`, (json as { revoked: number }).revoked, taken, 'changed');
    }
  }
}

/** An add-on is given once when it is added, and once in each cycle. */
function checkAddOns({ told, books }: Evidence, found: Findings): void {
  for (const { call, attempts } of told) {
    if (call.endpoint !== 'addAddOn' || good(attempts).length === 0) continue;
    const given = books.grants.filter(({ source }) => source === `add_on:${call.key}`);
    if (given.length === 0) found.add('lost', `add-on ${call.key} was acknowledged and not given`);
    for (const { credits } of given)
      found.same(`credits of add-on ${call.key}`, credits, call.body?.credits, 'changed');
  }
  // `add_on:<id>:<start of the cycle>:<entry>`
  const cycles = grouped(
    books.grants.filter(({ source }) => /^add_on:[^:]+:/.test(source)),
    ({ source }) => source.replace(/:\d+$/, ''),
  );
  for (const [source, twice] of cycles) {
    if (twice.length > 1) found.add('duplicated', `${source} was given ${twice.length} times`);
  }
}

/** An entry that anybody has read stays what it is. */
function checkLedgerPages({ told, books }: Evidence, found: Findings): void {
  for (const { call, attempts } of told) {
    if (call.endpoint !== 'ledger') continue;
    for (const { json } of good(attempts)) {
      const { items } = json as { items: Record<string, unknown>[] };
      for (const [index, item] of items.entries()) {
        const entry = books.entries[index];
        const now = entry && [entry.number, entry.kind, entry.available, entry.held, entry.debt, entry.reference];
        const { number, kind, availableDelta, heldDelta, debtDelta, reference } = item;
        const then = [number, kind, availableDelta, heldDelta, debtDelta, reference];
        if (canonical(then) !== canonical(now)) {
          found.add('lost', `entry ${number} was read as ${canonical(then)}, and is ${canonical(now ?? null)}`);
        }
      }
    }
  }
}

/** Final answers of status 200. */
function good(attempts: Told['attempts']): Answered[] {
  return attempts
    .filter(isAnswered)
    .filter(isFinal)
    .filter(({ status }) => status === 200);
}
