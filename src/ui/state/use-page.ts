import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import type { PageView } from '#contract/messages.ts';

/** Milliseconds a page must be quiet before it is looked at again. */
const QUIET = 120;

export interface Page {
  /** What the tab shows; null until it is known. */
  page: PageView | null;
  /** Looking failed, twice: the background does not answer. */
  failed: boolean;
  look(): Promise<void>;
}

/** The people of the tab this screen belongs to, followed as the tab, its address or its content changes. */
export function usePage(host: Host): Page {
  const [state, setState] = useState<{ page: PageView | null; failed: boolean }>({ page: null, failed: false });
  const turn = useRef(0);

  const look = useCallback(async () => {
    const mine = ++turn.current;
    // A background that died under the question is woken by the second.
    const page = await host
      .look()
      .catch(() => host.look())
      .catch(() => null);
    if (mine === turn.current) setState((before) => ({ page: page ?? before.page, failed: page === null }));
  }, [host]);

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

  return { ...state, look };
}
