import type { Balance } from '#contract/credits.ts';
import type { Job, Needs } from './store.ts';

/**
 * Runs a job on an open purse, and says the balance after it.
 * @param member whose cap the balance shows; none without one
 */
export type TransactPurse = <T>(
  workspace: string,
  needs: Needs,
  job: Job<T>,
  member?: string,
) => Promise<{ result: T; balance: Balance }>;
