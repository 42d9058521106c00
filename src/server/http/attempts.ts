/** Keys remembered at most: beyond that the oldest windows are forgotten first. */
const REMEMBERED = 10_000;

export interface Attempts {
  /** Counts one attempt. @returns seconds to wait when there were too many, else 0 */
  take(key: string): number;
}

/**
 * Counts attempts in this process, so that passwords and codes cannot be guessed by the thousand.
 * @param limit attempts in one window of `seconds`
 */
export function createAttempts(limit: number, seconds: number, now: () => number = Date.now): Attempts {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return {
    take(key) {
      const at = now();
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= at) {
        windows.delete(key);
        window = { count: 0, endsAt: at + seconds * 1000 };
        windows.set(key, window);
        const oldest = windows.keys().next();
        if (windows.size > REMEMBERED && !oldest.done) windows.delete(oldest.value);
      }
      window.count += 1;
      return window.count > limit ? Math.ceil((window.endsAt - at) / 1000) : 0;
    },
  };
}
