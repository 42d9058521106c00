import type { Balance, TopUp } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import type { Grant, Purse } from './purse.ts';

/** What the rep is shown of a purse. `pending` are its top-ups that are not settled yet. */
export function balanceOf(purse: Purse, pending: TopUp[], now: Moment): Balance {
  const { plan, cycle } = purse;
  const grants = [...purse.grants.values()].filter(({ lapsed }) => !lapsed);
  const left = (kind: Grant['kind']) =>
    grants.filter((grant) => grant.kind === kind).reduce((sum, grant) => sum + grant.left, 0);
  const addOns = grants.flatMap(({ kind, left, expiresAt }) =>
    kind === 'add_on' && left > 0 && expiresAt !== null ? [expiresAt] : [],
  );
  const firstToExpire = addOns.sort()[0];
  return {
    asOf: { entry: purse.lastEntry, at: now },
    available: purse.available,
    plan:
      plan === null || cycle === null
        ? null
        : { name: plan.name, left: left('plan'), allowance: plan.allowance, renewsAt: cycle.renewsAt },
    addOn: firstToExpire === undefined ? null : { left: left('add_on'), expiresAt: firstToExpire },
    topUp: left('top_up'),
    held: purse.held,
    pending,
    prices: plan?.prices ?? { email: null, phone: null },
  };
}
