import type { Balance } from '#contract/credits.ts';
import { useScreen } from '../screen/Screen.tsx';

/**
 * The purse as one line, in the order of spending: what is on hold, plan, add-on, top-up; the rest of the track is
 * what the plan's allowance has already paid for.
 */
export function Meter(props: { balance: Balance; slim?: boolean }) {
  const { words } = useScreen();
  const { plan, addOn, topUp, held } = props.balance;
  const left = (plan?.left ?? 0) + (addOn?.left ?? 0) + topUp + held;
  const whole = Math.max(left, (plan?.allowance ?? 0) + (addOn?.left ?? 0) + topUp, 1);
  const parts = [
    { kind: 'held', credits: held },
    { kind: 'plan', credits: plan?.left ?? 0 },
    { kind: 'addon', credits: addOn?.left ?? 0 },
    { kind: 'topup', credits: topUp },
  ].filter(({ credits }) => credits > 0);
  return (
    <div
      class={props.slim ? 'meter slim' : 'meter'}
      role="img"
      aria-label={words.t('meter', words.number(plan?.left ?? 0), words.number(topUp), words.number(held))}
    >
      {parts.map(({ kind, credits }) => (
        <i key={kind} class={`part ${kind}`} style={{ inlineSize: `${(credits / whole) * 100}%` }} />
      ))}
    </div>
  );
}
