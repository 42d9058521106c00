import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Missed } from '#contract/messages.ts';
import { useScreen } from '../screen/Screen.tsx';
import type { Latchkey } from '../state/use-latchkey.ts';
import { AlwaysOffer } from './AlwaysOffer.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Icon, type IconName } from './Icon.tsx';

/** Why there is nobody to show, and what to do about it. */
export function NoPeople(props: { latchkey: Latchkey }) {
  const { host, words } = useScreen();
  const { page, look, lookFailed } = props.latchkey;

  if (page === null) {
    if (!lookFailed) {
      return (
        <section class="people waiting" aria-busy="true" aria-label={words.t('loadingPage')}>
          <p class="blank line" />
          <p class="blank line" />
        </section>
      );
    }
    return (
      <Empty icon="alert" title={words.t('noAnswer')}>
        <button type="button" class="button" onClick={() => void look()}>
          {words.t('lookAgain')}
        </button>
      </Empty>
    );
  }
  switch (page.kind) {
    case 'unseen':
      return <Unseen />;
    case 'closed':
      return (
        <Empty icon="page" title={words.t('closedTitle')}>
          <p>{words.t('closedWhy')}</p>
        </Empty>
      );
    case 'stale':
      return (
        <Empty icon="reload" title={words.t('staleTitle')}>
          <p>{words.t('staleWhy')}</p>
          <button type="button" class="button primary" onClick={() => host.reloadTab()}>
            {words.t('reload')}
          </button>
        </Empty>
      );
    case 'seen':
      return (
        <>
          <Empty icon="person" title={words.t('nobodyTitle')}>
            <p>{words.t('nobodyWhy')}</p>
            {page.missed && <Report missed={page.missed} />}
          </Empty>
          <AlwaysOffer page={page} look={look} />
        </>
      );
  }
}

/** A line about a known site's page that yielded nobody, for a report to those who look after the site's file. */
function Report({ missed }: { missed: Missed }) {
  const { host, words } = useScreen();
  // Not translated: it is written for whoever mends the file.
  const line = `Latchkey ${host.version}: ${missed.site}, ${missed.page}, missed ${missed.anchors.join(', ') || 'nothing'}`;
  return (
    <div class="report">
      <p>{words.t('missedWhy')}</p>
      <p class="report-line">
        <code lang="en" dir="ltr">
          {line}
        </code>
        <CopyButton value={line} label={words.t('copyReport')} />
      </p>
    </div>
  );
}

/** The browser lets us read this tab only after a click on the icon. */
function Unseen() {
  const { host, words } = useScreen();
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    let alive = true;
    host.shortcuts().then(
      ({ popup }) => alive && setShortcut(popup),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host]);
  return (
    <Empty icon="key" title={words.t('unseenTitle')}>
      <p>{words.t('unseenWhy')}</p>
      {shortcut !== '' && (
        <p>
          {words.t('orPress')} <kbd>{shortcut}</kbd>
        </p>
      )}
    </Empty>
  );
}

function Empty(props: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section class="empty" aria-labelledby="empty-title">
      <span class="empty-icon">
        <Icon name={props.icon} size={22} />
      </span>
      <h2 id="empty-title">{props.title}</h2>
      {props.children}
    </section>
  );
}
