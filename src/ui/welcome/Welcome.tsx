import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import { Icon } from '../parts/Icon.tsx';
import { SignInBlock } from '../parts/SignIn.tsx';
import { Outside } from '../screen/Rich.tsx';
import { Screen, useScreen } from '../screen/Screen.tsx';
import { useOverview } from '../state/use-overview.ts';
import { useRefreshOnOpen } from '../state/use-refresh-on-open.ts';
import { PinPicture, RevealPicture, SignInPicture } from './pictures.tsx';

const NO_KEYS: readonly string[] = [];

/** Opened after the installation: pin the icon, sign in, try it. */
export function Welcome(props: { host: Host }) {
  return (
    <Screen host={props.host} name="welcome" title={props.host.t('welcomeTitle')}>
      <Content />
    </Screen>
  );
}

function Content() {
  const { host, words } = useScreen();
  const kept = useOverview(host, NO_KEYS);
  const { overview } = kept;
  useRefreshOnOpen(host, kept);
  const firefox = host.browser === 'firefox';
  const signedIn = overview?.session === 'signed_in';
  return (
    <>
      <header class="title">
        <Icon name="key" size={26} />
        <h1>{words.t('welcomeTitle')}</h1>
        <p>{words.t('welcomeText')}</p>
      </header>
      <main>
        <ol class="steps">
          <Step number={1} title={words.t('stepPin')} picture={<PinPicture />}>
            <p>{words.t(firefox ? 'stepPinFirefox' : 'stepPinChromium')}</p>
          </Step>
          <Step number={2} title={words.t('stepSignIn')} picture={<SignInPicture />} done={signedIn}>
            {overview !== null &&
              (signedIn ? (
                <p>
                  {words.t('signedInTo')} <Outside>{overview.me?.workspace.name ?? ''}</Outside>
                </p>
              ) : (
                <>
                  <SignInBlock overview={overview} untitled />
                  <p class="small">
                    <button type="button" class="link" onClick={() => host.openSettings()}>
                      {words.t('otherServer')}
                    </button>
                  </p>
                </>
              ))}
          </Step>
          <Step number={3} title={words.t('stepTry')} picture={<RevealPicture />}>
            <p>{words.t('stepTryText')}</p>
            <Shortcuts />
          </Step>
        </ol>
        <p class="promise">{words.t('promise')}</p>
      </main>
    </>
  );
}

function Step(props: {
  number: number;
  title: string;
  picture: ComponentChildren;
  done?: boolean;
  children: ComponentChildren;
}) {
  const { words } = useScreen();
  return (
    <li class="step">
      <div class="picture">{props.picture}</div>
      <h2>
        <span class={props.done ? 'number done' : 'number'}>
          {props.done ? (
            <>
              <Icon name="done" size={14} />
              <span class="unseen">{words.t('stepDone')}</span>
            </>
          ) : (
            words.number(props.number)
          )}
        </span>
        {props.title}
      </h2>
      {props.children}
    </li>
  );
}

function Shortcuts() {
  const { host, words } = useScreen();
  const [panel, setPanel] = useState('');
  useEffect(() => {
    let alive = true;
    host.shortcuts().then(
      (now) => alive && setPanel(now.panel),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host]);
  if (panel === '') return null;
  return (
    <p class="small">
      {words.t(host.browser === 'firefox' ? 'openSidebar' : 'openSidePanel')}: <kbd>{panel}</kbd>
    </p>
  );
}
