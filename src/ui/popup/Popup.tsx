import type { Host } from '#contract/host.ts';
import { Header } from '../parts/Header.tsx';
import { People } from '../parts/People.tsx';
import { Purse, PurseSkeleton } from '../parts/Purse.tsx';
import { SignInBlock } from '../parts/SignIn.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Screen, useScreen } from '../screen/Screen.tsx';
import { useLatchkey } from '../state/use-latchkey.ts';

/** People listed in the popup; the side panel has room for the rest. */
const SHORT_LIST = 6;

/** What the toolbar icon opens: the purse first, then who is on this page. */
export function Popup(props: { host: Host }) {
  return (
    <Screen host={props.host} name="popup" title={props.host.t('name')}>
      <Content />
    </Screen>
  );
}

function Content() {
  const { host, words, announce } = useScreen();
  const latchkey = useLatchkey(host);
  const { overview } = latchkey;
  const panel = words.t(host.browser === 'firefox' ? 'openSidebar' : 'openSidePanel');

  const openPanel = async () => {
    const opened = await host.openPanel().catch(() => false);
    if (!opened) announce(words.t('panelFailed'));
  };

  return (
    <>
      <header>
        <Header overview={overview} panel={false} />
      </header>
      <main>
        {overview === null ? (
          <PurseSkeleton />
        ) : (
          <>
            <Trouble overview={overview} onRefresh={latchkey.refresh} />
            {overview.session === 'signed_out' || overview.session === 'signing_in' ? (
              <SignInBlock overview={overview} />
            ) : (
              <Purse overview={overview} onRefresh={latchkey.refresh} />
            )}
            <People latchkey={latchkey} overview={overview} step={SHORT_LIST} onMore={() => void openPanel()} />
          </>
        )}
      </main>
      <footer class="bottom">
        <button type="button" class="button" onClick={() => void openPanel()}>
          {panel}
        </button>
        <button type="button" class="button" onClick={() => host.openSettings()}>
          {words.t('settings')}
        </button>
      </footer>
    </>
  );
}
