import type { Balance } from '#contract/credits.ts';
import type { Overview } from '#contract/overview.ts';
import { useScreen } from '../screen/Screen.tsx';
import type { Words } from '../screen/words.ts';
import { CapRow } from './CapRow.tsx';
import { CreditsOffer } from './CreditsOffer.tsx';
import { Meter } from './Meter.tsx';
import { PendingTopUps } from './PendingTopUps.tsx';
import { Row } from './Row.tsx';

/** The whole purse: the number first, then each kind of credit with what happens to it and when. */
export function Purse(props: { overview: Overview; onRefresh: () => Promise<void> }) {
  const { words } = useScreen();
  const { balance, receivedAt } = props.overview;
  if (balance === null) return <PurseSkeleton />;
  return (
    <section class="purse" aria-labelledby="purse-title">
      <div class="amount-row">
        <h2 id="purse-title" class="amount">
          <span class="figure">{words.number(balance.available)}</span>{' '}
          <span class="unit">{words.count('toSpend', balance.available)}</span>
        </h2>
        {receivedAt !== null && (
          <p class="as-of" title={`${words.t('receiptNumber')} ${words.number(balance.asOf.entry)}`}>
            {words.t('asOf', words.moment(receivedAt))}
          </p>
        )}
      </div>
      <Meter balance={balance} />
      <dl class="kinds">
        <PlanRow balance={balance} />
        {balance.addOn && (
          <Row kind="addon" name={words.t('addOn')} amount={words.number(balance.addOn.left)}>
            {words.t('lapsesOn', words.day(balance.addOn.expiresAt))}
            {balance.addOn.refreshes > 0 && ` · ${words.t('refreshesWith', words.number(balance.addOn.refreshes))}`}
          </Row>
        )}
        <Row kind="topup" name={words.t('topUp')} amount={words.number(balance.topUp)}>
          <TopUpNote balance={balance} />
        </Row>
        {balance.held > 0 && (
          <Row kind="held" name={words.t('onHold')} amount={words.number(balance.held)}>
            {words.t('onHoldWhy')}
          </Row>
        )}
        {balance.debt > 0 && (
          <Row kind="debt" name={words.t('debt')} amount={words.t('minus', words.number(balance.debt))}>
            {words.t('debtWhy')}
          </Row>
        )}
        {balance.cap && <CapRow cap={balance.cap} />}
      </dl>
      <PendingTopUps balance={balance} onRefresh={props.onRefresh} />
      {balance.available === 0 && balance.pending.length === 0 && <CreditsOffer wish="requestTopUp" wanted={0} />}
    </section>
  );
}

function PlanRow(props: { balance: Balance }) {
  const { words } = useScreen();
  const { plan } = props.balance;
  if (plan === null) {
    return (
      <Row kind="plan" name={words.t('plan')} amount={words.number(0)}>
        {words.t('noPlan')}
      </Row>
    );
  }
  return (
    <Row
      kind="plan"
      name={words.t('plan')}
      amount={words.t('leftOf', words.number(plan.left), words.number(plan.allowance))}
    >
      {planNote(words, plan)}
    </Row>
  );
}

/** What happens to the plan's credits, and when. */
function planNote(words: Words, { left, allowance, renewsAt, next }: NonNullable<Balance['plan']>): string {
  const day = words.day(renewsAt);
  if (next === 'cancelled') return words.t(left > 0 ? 'planLapsesForGood' : 'planEnds', day);
  const renewed = words.number(next?.allowance ?? allowance);
  if (left === 0) return words.t('planRenews', day, renewed);
  const lapses = words.t('planLapses', day);
  return next === null ? lapses : `${lapses} · ${words.t('planChanges', next.name, renewed)}`;
}

/** Bought credits never expire; those that an operator gave with a date do. */
function TopUpNote(props: { balance: Balance }) {
  const { words } = useScreen();
  const first = props.balance.expiring.find(({ kind }) => kind === 'top_up');
  if (first === undefined) return words.t('neverExpires');
  return words.t('topUpLapses', words.number(first.credits), words.day(first.at));
}

/** The purse's own outline, so that nothing moves when the figures come. */
export function PurseSkeleton() {
  const { words } = useScreen();
  return (
    <section class="purse waiting" aria-busy="true" aria-label={words.t('loadingBalance')}>
      <p class="amount">
        <span class="figure blank">00</span>
      </p>
      <div class="meter" />
      <div class="kinds">
        <p class="blank line" />
        <p class="blank line" />
      </div>
    </section>
  );
}
