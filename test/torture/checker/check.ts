import { checkActs } from './check-acts.ts';
import { checkBalances } from './check-balances.ts';
import { checkBooks } from './check-books.ts';
import { checkCaps } from './check-caps.ts';
import { checkEnrichments } from './check-enrichments.ts';
import { checkGifts } from './check-gifts.ts';
import { checkRenewals } from './check-renewals.ts';
import { checkReservations } from './check-reservations.ts';
import { checkReveals } from './check-reveals.ts';
import type { Check, Evidence, Problem } from './problem.ts';

const CHECKS: readonly Check[] = [
  checkBooks,
  checkReveals,
  checkEnrichments,
  checkReservations,
  checkGifts,
  checkActs,
  checkCaps,
  checkBalances,
  checkRenewals,
];

/** Compares all that clients were told of a workspace with what its books say. */
export function check(evidence: Evidence): Problem[] {
  return CHECKS.flatMap((one) => one(evidence));
}
