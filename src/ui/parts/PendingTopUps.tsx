import { useState } from 'preact/hooks';
import type { Balance } from '#contract/credits.ts';
import { useScreen } from '../screen/Screen.tsx';

/** Top-ups asked for and not settled: shown, and not yet to be spent. */
export function PendingTopUps(props: { balance: Balance; onRefresh: () => Promise<void> }) {
  const { words } = useScreen();
  const [checking, setChecking] = useState(false);
  const { pending } = props.balance;
  if (pending.length === 0) return null;

  const check = async () => {
    if (checking) return;
    setChecking(true);
    await props.onRefresh();
    setChecking(false);
  };

  return (
    <div class="pending">
      <ul>
        {pending.map((topUp) => (
          <li key={topUp.id}>
            <i class="dot coming" />
            <span>
              {words.t('topUp')} <span class="small">{words.t('topUpAskedAt', words.moment(topUp.requestedAt))}</span>{' '}
              {topUp.overdue && <span class="tag late">{words.t('overdue')}</span>}
            </span>
            <span class="kind-amount">{words.t('plus', words.number(topUp.credits))}</span>
          </li>
        ))}
      </ul>
      <p class="kind-note">
        {words.t(pending.some(({ overdue }) => overdue) ? 'overdueHint' : 'pendingHint')}{' '}
        <button type="button" class="link" aria-disabled={checking} onClick={check}>
          {words.t(checking ? 'checking' : 'checkNow')}
        </button>
      </p>
    </div>
  );
}
