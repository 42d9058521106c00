import type { ComponentChildren } from 'preact';
import type { Balance } from '#contract/credits.ts';
import type { Overview } from '#contract/overview.ts';
import { useScreen } from '../screen/Screen.tsx';
import { Meter } from './Meter.tsx';
import { PendingTopUps } from './PendingTopUps.tsx';
import { TopUpOffer } from './TopUpOffer.tsx';

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
        {receivedAt !== null && <p class="as-of">{words.t('asOf', words.moment(receivedAt))}</p>}
      </div>
      <Meter balance={balance} />
      <dl class="kinds">
        <PlanRow balance={balance} />
        {balance.addOn && (
          <Row kind="addon" name={words.t('addOn')} amount={words.number(balance.addOn.left)}>
            {words.t('lapsesOn', words.day(balance.addOn.expiresAt))}
          </Row>
        )}
        <Row kind="topup" name={words.t('topUp')} amount={words.number(balance.topUp)}>
          {words.t('neverExpires')}
        </Row>
        {balance.held > 0 && (
          <Row kind="held" name={words.t('onHold')} amount={words.number(balance.held)}>
            {words.t('onHoldWhy')}
          </Row>
        )}
      </dl>
      <PendingTopUps balance={balance} onRefresh={props.onRefresh} />
      {balance.available === 0 && balance.pending.length === 0 && <TopUpOffer wanted={0} />}
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
  const day = words.day(plan.renewsAt);
  return (
    <Row
      kind="plan"
      name={words.t('plan')}
      amount={words.t('leftOf', words.number(plan.left), words.number(plan.allowance))}
    >
      {plan.left > 0 ? words.t('planLapses', day) : words.t('planRenews', day, words.number(plan.allowance))}
    </Row>
  );
}

function Row(props: { kind: string; name: string; amount: string; children: ComponentChildren }) {
  return (
    <div class="kind">
      <dt>
        <i class={`dot ${props.kind}`} />
        {props.name}
      </dt>
      <dd class="kind-amount">{props.amount}</dd>
      <dd class="kind-note">{props.children}</dd>
    </div>
  );
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
