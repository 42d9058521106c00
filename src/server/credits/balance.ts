import type { Balance, TopUp } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import { NO_PRICES } from './plan.ts';
import { type Grant, leftOfCap, type Purse } from './purse.ts';

/** Dates of what expires that are shown. */
const DATES = 20;

/**
 * What is shown of a purse.
 * @param pending its top-ups that are not settled yet
 * @param member whose cap is shown; null for nobody's
 */
export function balanceOf(purse: Purse, pending: TopUp[], now: Moment, member: string | null): Balance {
  const { plan, cycle, addOns } = purse;
  const open = [...purse.grants.values()].filter(({ left }) => left > 0);
  const left = (kind: Grant['kind']) =>
    open.filter((grant) => grant.kind === kind).reduce((sum, grant) => sum + grant.left, 0);
  const expiring = expiringOf(open);
  const refreshes = purse.next === 'cancelled' ? 0 : addOns.reduce((sum, { credits }) => sum + credits, 0);
  const addOnEnds = expiring.find(({ kind }) => kind === 'add_on')?.at ?? (refreshes > 0 ? cycle?.renewsAt : undefined);
  return {
    asOf: { entry: purse.lastEntry, at: now },
    available: purse.available,
    plan:
      plan === null || cycle === null
        ? null
        : {
            name: plan.name,
            left: left('plan'),
            allowance: plan.allowance,
            renewsAt: cycle.renewsAt,
            next: nextOf(purse),
          },
    addOn: addOnEnds === undefined ? null : { left: left('add_on'), expiresAt: addOnEnds, refreshes },
    topUp: left('top_up'),
    held: purse.held,
    debt: purse.debt,
    expiring: expiring.slice(0, DATES),
    cap: member === null ? null : capOf(purse, member),
    pending,
    prices: plan?.prices ?? NO_PRICES,
    refundDays: plan?.refundDays ?? 0,
  };
}

function nextOf({ next }: Purse): NonNullable<Balance['plan']>['next'] {
  return next === null || next === 'cancelled' ? next : { name: next.name, allowance: next.allowance };
}

/** What is left of grants that end, by date and kind. */
function expiringOf(grants: readonly Grant[]): Balance['expiring'] {
  const dates = new Map<string, Balance['expiring'][number]>();
  for (const { expiresAt, kind, left } of grants) {
    if (expiresAt === null) continue;
    const name = `${expiresAt} ${kind}`;
    dates.set(name, { at: expiresAt, kind, credits: left + (dates.get(name)?.credits ?? 0) });
  }
  return [...dates.values()].sort((a, b) => a.at.localeCompare(b.at) || a.kind.localeCompare(b.kind));
}

function capOf({ caps, cycle }: Purse, member: string): Balance['cap'] {
  const cap = caps.get(member);
  if (cap === undefined) return null;
  const { credits, raise } = cap;
  return {
    credits: credits + (raise?.credits ?? 0),
    left: leftOfCap(cap),
    resetsAt: cycle?.renewsAt ?? null,
    raisedUntil: raise?.until ?? null,
  };
}
