import { useEffect, useState } from 'preact/hooks';
import { useScreen } from '../screen/Screen.tsx';

/** Shortcuts as they are set, version and licence. */
export function About() {
  const { host, words } = useScreen();
  const [shortcuts, setShortcuts] = useState<{ popup: string; panel: string } | null>(null);

  useEffect(() => {
    let alive = true;
    host.shortcuts().then(
      (now) => alive && setShortcuts(now),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host]);

  return (
    <>
      <section class="block" aria-labelledby="shortcuts-title">
        <h2 id="shortcuts-title">{words.t('shortcuts')}</h2>
        <dl class="facts">
          <dt>{words.t('shortcutPopup')}</dt>
          <dd>
            <Keys keys={shortcuts?.popup ?? ''} />
          </dd>
          <dt>{words.t(host.browser === 'firefox' ? 'openSidebar' : 'openSidePanel')}</dt>
          <dd>
            <Keys keys={shortcuts?.panel ?? ''} />
          </dd>
        </dl>
        <p class="small">{words.t(host.browser === 'firefox' ? 'shortcutsFirefox' : 'shortcutsChromium')}</p>
      </section>
      <section class="block" aria-labelledby="about-title">
        <h2 id="about-title">{words.t('about')}</h2>
        <p>{words.t('aboutText', host.version)}</p>
        <p class="small">{words.t('aboutPrivacy')}</p>
      </section>
    </>
  );
}

function Keys(props: { keys: string }) {
  const { words } = useScreen();
  return props.keys === '' ? <span class="small">{words.t('shortcutUnset')}</span> : <kbd>{props.keys}</kbd>;
}
