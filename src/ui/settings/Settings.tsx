import type { Host } from '#contract/host.ts';
import { Icon } from '../parts/Icon.tsx';
import { Screen, useScreen } from '../screen/Screen.tsx';
import { useOverview } from '../state/use-overview.ts';
import { useRefreshOnOpen } from '../state/use-refresh-on-open.ts';
import { About } from './About.tsx';
import { Account } from './Account.tsx';
import { Requests } from './Requests.tsx';
import { Server } from './Server.tsx';
import { Sites } from './Sites.tsx';

const NO_KEYS: readonly string[] = [];

/** Account, server, sites, and everything Latchkey ever sent. */
export function Settings(props: { host: Host }) {
  const { t } = props.host;
  return (
    <Screen host={props.host} name="settings" title={t('settingsTitle')}>
      <Content />
    </Screen>
  );
}

function Content() {
  const { host, words } = useScreen();
  const kept = useOverview(host, NO_KEYS);
  const { overview } = kept;
  useRefreshOnOpen(host, kept);
  return (
    <>
      <header class="title">
        <Icon name="key" size={26} />
        <h1>{words.t('settingsTitle')}</h1>
      </header>
      <main>
        {overview !== null && (
          <>
            <Account overview={overview} />
            <Server overview={overview} />
          </>
        )}
        <Sites />
        <Requests overview={overview} />
        <About />
      </main>
    </>
  );
}
