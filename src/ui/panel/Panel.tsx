import type { Host } from '#contract/host.ts';
import { CapRow, isOverCap } from '../parts/CapRow.tsx';
import { CreditsOffer } from '../parts/CreditsOffer.tsx';
import { FIELDS } from '../parts/fields.ts';
import { Header } from '../parts/Header.tsx';
import { Meter } from '../parts/Meter.tsx';
import { PendingTopUps } from '../parts/PendingTopUps.tsx';
import { People } from '../parts/People.tsx';
import { SignInBlock } from '../parts/SignIn.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Screen, useScreen } from '../screen/Screen.tsx';
import { type Latchkey, useLatchkey } from '../state/use-latchkey.ts';

/** People shown at once, so that a page of 500 opens as fast as a page of one. */
const STEP = 50;

/** Where a rep works: stays open while browsing and follows the tab. */
export function Panel(props: { host: Host }) {
  return (
    <Screen host={props.host} name="panel" title={props.host.t('name')}>
      <Content />
    </Screen>
  );
}

function Content() {
  const { host } = useScreen();
  const latchkey = useLatchkey(host);
  const { overview } = latchkey;
  const signedOut = overview?.session === 'signed_out' || overview?.session === 'signing_in';
  return (
    <>
      <header class="sticky">
        <Header overview={overview} panel />
        {overview?.balance ? <Meter balance={overview.balance} slim /> : <div class="meter slim" />}
      </header>
      <main>
        {overview !== null && (
          <>
            <Trouble overview={overview} onRefresh={latchkey.refresh} />
            {signedOut ? <SignInBlock overview={overview} /> : <Purse latchkey={latchkey} />}
            <People latchkey={latchkey} overview={overview} step={STEP} />
          </>
        )}
      </main>
    </>
  );
}

/** Of the purse only what needs attention: credits that are coming or owed, an empty purse, a cap that is used up. */
function Purse(props: { latchkey: Latchkey }) {
  const { words } = useScreen();
  const { overview, refresh } = props.latchkey;
  const balance = overview?.balance;
  if (!balance) return null;
  const { available, pending, debt, plan } = balance;
  const cheapest = Math.min(...FIELDS.map((field) => balance.prices[field] ?? Number.POSITIVE_INFINITY));
  const capped = available > 0 && isOverCap(balance, cheapest) && Number.isFinite(cheapest);
  if (pending.length === 0 && available > 0 && debt === 0 && !capped) return null;
  return (
    <section class="purse" aria-label={words.t('credits_title')}>
      {available === 0 && (
        <p>
          <strong>{words.t('noneLeft')}</strong>{' '}
          {plan !== null &&
            plan.next !== 'cancelled' &&
            words.count('renewsWith', plan.next?.allowance ?? plan.allowance, words.day(plan.renewsAt))}
        </p>
      )}
      {debt > 0 && <p>{words.count('owed', debt)}</p>}
      <PendingTopUps balance={balance} onRefresh={refresh} />
      {available === 0 && pending.length === 0 && <CreditsOffer wish="requestTopUp" wanted={0} quiet />}
      {capped && balance.cap !== null && (
        <>
          <dl class="kinds">
            <CapRow cap={balance.cap} />
          </dl>
          <CreditsOffer wish="requestRaise" wanted={cheapest - balance.cap.left} quiet />
        </>
      )}
    </section>
  );
}
