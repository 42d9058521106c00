import { useEffect, useState } from 'preact/hooks';
import { hostOf } from '../parts/Person.tsx';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';

/** The sites that are read by themselves because the rep allowed it, and how to take that back. */
export function Sites() {
  const { host, words, announce } = useScreen();
  const [sites, setSites] = useState<string[] | null>(null);
  const ref = useKeptFocus<HTMLElement>();

  useEffect(() => {
    let alive = true;
    const read = () =>
      host.sites().then(
        (now) => alive && setSites(now),
        () => undefined,
      );
    void read();
    // A permission can be taken back in the browser's own pages too.
    const stop = host.watch(() => void read());
    return () => {
      alive = false;
      stop();
    };
  }, [host]);

  const forget = async (origin: string) => {
    await host.forgetSite(origin).catch(() => undefined);
    setSites(await host.sites());
    announce(words.t('siteRemoved', hostOf(origin)));
  };

  return (
    <section ref={ref} class="block" tabIndex={-1} aria-labelledby="sites-title">
      <h2 id="sites-title">{words.t('sites')}</h2>
      <p class="small">{words.t('sitesWhy')}</p>
      {sites !== null &&
        (sites.length === 0 ? (
          <p>{words.t('sitesNone')}</p>
        ) : (
          <ul class="rows">
            {sites.map((origin) => (
              <li key={origin}>
                <bdi>{hostOf(origin) || origin}</bdi>
                <button
                  type="button"
                  class="button small"
                  aria-label={words.t('siteRemoveOne', hostOf(origin) || origin)}
                  onClick={() => void forget(origin)}
                >
                  {words.t('siteRemove')}
                </button>
              </li>
            ))}
          </ul>
        ))}
    </section>
  );
}
