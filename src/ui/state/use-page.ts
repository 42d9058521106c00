import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import type { PageView } from '#contract/messages.ts';
import type { Profile } from '#contract/profile.ts';

/** Milliseconds a page must be quiet before it is looked at again. */
const QUIET = 120;

/** Milliseconds that a click waits for a page that does not answer, as one whose script hangs or shows a dialogue. */
const PATIENCE = 3_000;

export interface Page {
  /** What the tab shows; null until it is known. */
  page: PageView | null;
  /** Looking failed, twice: the background does not answer. */
  failed: boolean;
  look(): Promise<void>;
  /**
   * The profile as the page shows it now, to act on; undefined when it shows that person no more. As it was when the
   * page does not answer: then it has shown nobody else either.
   */
  present(profile: Profile): Promise<Profile | undefined>;
}

/** The people of the tab this screen belongs to, followed as the tab, its address or its content changes. */
export function usePage(host: Host): Page {
  const [state, setState] = useState<{ page: PageView | null; failed: boolean }>({ page: null, failed: false });
  const turn = useRef(0);

  const ask = useCallback(async () => {
    const mine = ++turn.current;
    // A background that died under the question is woken by the second.
    const page = await host
      .look()
      .catch(() => host.look())
      .catch(() => null);
    if (mine === turn.current) setState((before) => ({ page: page ?? before.page, failed: page === null }));
    return page;
  }, [host]);
  const look = useCallback(async () => void (await ask()), [ask]);
  const present = useCallback(
    async (profile: Profile) => {
      const silence = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
      const page = await Promise.race([ask(), silence]);
      if (page === null) return profile;
      return page.kind === 'seen' ? page.profiles.find(({ key }) => key === profile.key) : undefined;
    },
    [ask],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = host.follow(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), QUIET);
    });
    void look();
    return () => {
      turn.current++;
      clearTimeout(timer);
      stop();
    };
  }, [host, look]);

  return { ...state, look, present };
}
