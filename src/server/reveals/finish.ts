import type { Transaction } from 'kysely';
import type { Outcome } from '#contract/reveal.ts';
import { writeReceipt } from '../credits/receipts.ts';
import { capturePrice, releasePrice } from '../credits/spend.ts';
import type { OpenPurse } from '../credits/store.ts';
import { readMoment } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import { sameValue } from '../providers/contact-value.ts';
import type { Found, Result } from './ask-providers.ts';
import { lapsedOutcome } from './begin.ts';
import { shownOn } from './fingerprint.ts';
import { type Attempt, endLive, outcomeOf, type RevealRow, revealById } from './records.ts';
import { noProvider } from './refusals.ts';
import { ownedOtherwise, recordAlias, recordUnlock } from './unlocks.ts';

/**
 * The last transaction: charges what was found, or gives the price back, and writes down how the reveal ended. An
 * attempt that another has taken over in the meantime changes nothing. What is found after the hold has expired is
 * charged like anything else, or refused and not shown.
 */
export async function finish(
  open: OpenPurse,
  trx: Transaction<Schema>,
  attempt: Attempt,
  result: Result,
): Promise<Outcome> {
  const { member, id, request, owner } = attempt;
  const row = await revealById(trx, member.workspace, id);
  if (row === undefined) throw new Error(`reveal ${id} has vanished`);
  if (row.status !== 'live') return (await outcomeOf(trx, row)) ?? lapsedOutcome(trx, member.workspace, request);
  if (row.owner !== owner) return pendingOutcome(attempt, row);
  const outcome =
    result.kind === 'found' ? await take(open, trx, attempt, result) : giveBack(open, attempt, result.kind);
  await endLive(trx, row, outcome, open.now);
  return outcome;
}

function giveBack(open: OpenPurse, { id, member, request }: Attempt, kind: 'not_found' | 'failed'): Outcome {
  releasePrice(open, id, member, kind === 'failed' ? 'no provider answered' : 'not found');
  const of = { key: request.profile.key, field: request.field };
  return kind === 'failed'
    ? { kind: 'refused', ...of, refusal: noProvider() }
    : { kind: 'not_found', ...of, charged: 0 };
}

/** Something was found. It is charged unless the page shows it itself, or the workspace owns it under another key. */
async function take(open: OpenPurse, trx: Transaction<Schema>, attempt: Attempt, found: Found): Promise<Outcome> {
  const { id, member, request } = attempt;
  const { workspace } = member;
  const { field } = request;
  const { key } = request.profile;
  const outcome = { kind: 'found', key, field, contact: found.contact } as const;
  if (shownOn(request).some((value) => sameValue(field, value, found.contact.value))) {
    releasePrice(open, id, member, 'public on the page');
    return { ...outcome, charged: 0, free: 'public', receipt: null };
  }
  const owned = await ownedOtherwise(trx, workspace, field, found);
  if (owned !== null) {
    releasePrice(open, id, member, 'owned already');
    await recordAlias(trx, { workspace, key, field, number: open.takeUnlockNumber(), revealId: id }, owned);
    return { ...outcome, contact: owned.contact, charged: 0, free: 'owned', receipt: null };
  }
  const captured = capturePrice(open, id, member);
  if ('refusal' in captured) {
    releasePrice(open, id, member, 'could not be charged');
    return { kind: 'refused', key, field, refusal: captured.refusal };
  }
  await recordUnlock(trx, { workspace, key, field, number: open.takeUnlockNumber(), revealId: id }, found);
  const about = { member, person: request.profile.name, provider: found.provider };
  const receipt = await writeReceipt(trx, open.purse, captured.hold, about);
  return { ...outcome, charged: receipt.charged, free: null, receipt };
}

function pendingOutcome({ request }: Attempt, row: RevealRow): Outcome {
  const since = readMoment(row.started_at);
  return { kind: 'pending', key: request.profile.key, field: request.field, held: row.held, since };
}
