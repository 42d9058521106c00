import { useEffect, useRef } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import type { Kept } from './use-overview.ts';

/** Fetches balance and owned keys once for each opening of a page of ours, and again after a sign-in on it. */
export function useRefreshOnOpen(host: Host, { overview, read }: Kept): void {
  const done = useRef(false);
  const session = overview?.session;
  useEffect(() => {
    if (session !== 'signed_in') {
      done.current = false;
      return;
    }
    if (done.current) return;
    done.current = true;
    // Whether it went well or the background died: what is stored says it.
    host.ask('refresh', { why: 'opened' }).then(read, read);
  }, [host, session, read]);
}
