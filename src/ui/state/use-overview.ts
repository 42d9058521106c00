import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import type { Overview } from '#contract/overview.ts';

export interface Kept {
  /** Null until the first read. */
  overview: Overview | null;
  /** Reads again; resolves when what was stored before the call is on screen. */
  read(): Promise<void>;
}

/** What is kept in the browser, read at once and again whenever it changes or other keys are asked for. */
export function useOverview(host: Host, keys: readonly string[]): Kept {
  const [overview, setOverview] = useState<Overview | null>(null);
  const asked = keys.join('\n');
  const latest = useRef({ keys, turn: 0, alive: true });
  latest.current.keys = keys;

  const read = useCallback(async () => {
    const turn = ++latest.current.turn;
    try {
      const next = await host.read(latest.current.keys);
      // A read that was overtaken by a later one would show the past.
      if (latest.current.alive && turn === latest.current.turn) setOverview(next);
    } catch {
      // The cache is disposable: when it can't be read, what is on screen stays until it can.
    }
  }, [host]);

  useEffect(() => {
    latest.current.alive = true;
    const stop = host.watch(() => void read());
    return () => {
      latest.current.alive = false;
      stop();
    };
  }, [host, read]);

  // `asked` is `keys` by value: another array of the same keys is no reason to read.
  useEffect(() => {
    void read();
  }, [asked, read]);

  return { overview, read };
}
