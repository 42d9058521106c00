import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import type { PageView } from '#contract/messages.ts';
import type { Overview } from '#contract/overview.ts';
import { useOverview } from './use-overview.ts';
import { usePage } from './use-page.ts';
import { type Reveals, useReveals } from './use-reveals.ts';

/** All that popup and side panel show, and all that can be done there. */
export interface Latchkey {
  overview: Overview | null;
  page: PageView | null;
  lookFailed: boolean;
  reveals: Reveals;
  look(): Promise<void>;
  /** Fetches balance and owned keys because the rep asked to. */
  refresh(): Promise<void>;
}

/** Paints from what is kept, looks at the tab, and refreshes behind. */
export function useLatchkey(host: Host): Latchkey {
  const { page, failed, look } = usePage(host);
  const keys = useMemo(() => (page?.kind === 'seen' ? page.profiles.map((one) => one.key) : []), [page]);
  const { overview, read } = useOverview(host, keys);
  const reveals = useReveals(host, overview, read);

  useRefreshOnOpen(host, overview, read);

  const refresh = useCallback(async () => {
    await host.ask('refresh', { why: 'click' }).catch(() => null);
    await read();
  }, [host, read]);

  return { overview, page, lookFailed: failed, reveals, look, refresh };
}

/** Once for each opening, and again after a sign-in on this screen. */
function useRefreshOnOpen(host: Host, overview: Overview | null, read: () => Promise<void>) {
  const done = useRef(false);
  const session = overview?.session;
  useEffect(() => {
    if (session !== 'signed_in') {
      done.current = false;
      return;
    }
    if (done.current) return;
    done.current = true;
    host.ask('refresh', { why: 'opened' }).then(
      () => read(),
      () => read(),
    );
  }, [host, session, read]);
}
