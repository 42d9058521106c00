import type { Host } from '#contract/host.ts';
import { Header } from '../parts/Header.tsx';
import { Meter } from '../parts/Meter.tsx';
import { PendingTopUps } from '../parts/PendingTopUps.tsx';
import { People } from '../parts/People.tsx';
import { SignInBlock } from '../parts/SignIn.tsx';
import { TopUpOffer } from '../parts/TopUpOffer.tsx';
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

/** Of the purse only what needs attention: credits that are coming, and an empty purse. */
function Purse(props: { latchkey: Latchkey }) {
  const { words } = useScreen();
  const { overview, refresh } = props.latchkey;
  const balance = overview?.balance;
  if (!balance || (balance.pending.length === 0 && balance.available > 0)) return null;
  return (
    <section class="purse" aria-label={words.t('credits_title')}>
      {balance.available === 0 && (
        <p>
          <strong>{words.t('noneLeft')}</strong>{' '}
          {balance.plan !== null && words.count('renewsWith', balance.plan.allowance, words.day(balance.plan.renewsAt))}
        </p>
      )}
      <PendingTopUps balance={balance} onRefresh={refresh} />
      {balance.available === 0 && balance.pending.length === 0 && <TopUpOffer wanted={0} quiet />}
    </section>
  );
}
