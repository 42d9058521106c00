import type { Balance, TopUp } from '#contract/credits.ts';

/** A purse in a few lines. */
export function describe(balance: Balance): string[] {
  const { available, plan, addOn, topUp, held, debt, expiring, prices, refundDays } = balance;
  const named = Object.entries(prices).flatMap(([activity, credits]) =>
    credits === null ? [] : [`${activity.replaceAll('_', ' ')} ${credits}`],
  );
  return [
    `${available} credits to spend`,
    ...(plan === null
      ? ['  no plan']
      : [
          `  plan ${plan.name}: ${plan.left} of ${plan.allowance}, renews ${plan.renewsAt}`,
          ...(plan.next === 'cancelled' ? [`  cancelled: it ends ${plan.renewsAt}`] : []),
          ...(plan.next !== null && plan.next !== 'cancelled'
            ? [`  from then on ${plan.next.name}, ${plan.next.allowance}`]
            : []),
        ]),
    ...(addOn === null ? [] : [`  add-on: ${addOn.left} until ${addOn.expiresAt}, renewed by ${addOn.refreshes}`]),
    `  top-up: ${topUp}`,
    ...(held > 0 ? [`  on hold: ${held}`] : []),
    ...(debt > 0 ? [`  debt: ${debt}, which the next credits pay`] : []),
    ...expiring.map(({ at, credits, kind }) => `  ${credits} ${kind.replace('_', '-')} credits expire ${at}`),
    ...(plan === null ? [] : [`  prices: ${named.join(', ') || 'none'}; disputes: ${disputes(refundDays)}`]),
  ];
}

export function describeTopUp({ id, credits, status, overdue, requestedBy, requestedAt }: TopUp): string {
  const state = status === 'pending' ? (overdue ? ' (overdue)' : '') : ` (${status})`;
  return `  ${id}  ${credits} credits, asked for by ${requestedBy}, ${requestedAt}${state}`;
}

function disputes(days: number): string {
  if (days === 0) return 'none';
  return days === 1 ? 'for 1 day' : `for ${days} days`;
}
