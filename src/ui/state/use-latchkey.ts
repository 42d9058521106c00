import { useCallback, useMemo } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import type { PageView } from '#contract/messages.ts';
import type { Overview } from '#contract/overview.ts';
import { useOverview } from './use-overview.ts';
import { usePage } from './use-page.ts';
import { useRefreshOnOpen } from './use-refresh-on-open.ts';
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
  const { page, failed, look, present } = usePage(host);
  const keys = useMemo(() => (page?.kind === 'seen' ? page.profiles.map((one) => one.key) : []), [page]);
  const kept = useOverview(host, keys);
  const { overview, read } = kept;
  const reveals = useReveals(host, overview, read, present);
  useRefreshOnOpen(host, kept);

  const refresh = useCallback(async () => {
    await host.ask('refresh', { why: 'click' }).catch(() => null);
    await read();
  }, [host, read]);

  return { overview, page, lookFailed: failed, reveals, look, refresh };
}
