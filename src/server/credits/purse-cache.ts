import type { Remembered } from './remembered.ts';

interface Kept {
  state: Remembered;
  wary: number;
}

/** Purses kept in memory at most. */
const CAPACITY = 5_000;
/** How many transactions keep to the lock after another process was met. */
const WARINESS = 8;

/**
 * The purses that this process dealt with last. It only makes things faster: whoever uses one finds out from its
 * revision, in the same transaction, whether it is still what the database has.
 */
export class PurseCache {
  readonly #kept = new Map<string, Kept>();

  get(workspace: string): Remembered | null {
    return this.#kept.get(workspace)?.state ?? null;
  }

  /** Whether it is likely that nobody else has changed the purse since. */
  isTrusted(workspace: string): boolean {
    return this.#kept.get(workspace)?.wary === 0;
  }

  /** Keeps a purse as a transaction left it. The one longest unused makes way. */
  put(workspace: string, state: Remembered): void {
    const wary = Math.max(0, (this.#kept.get(workspace)?.wary ?? 0) - 1);
    this.#kept.delete(workspace);
    this.#kept.set(workspace, { state, wary });
    if (this.#kept.size <= CAPACITY) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }

  /** Another process has changed the purse: it may well do so again. */
  beware(workspace: string): void {
    const known = this.#kept.get(workspace);
    if (known !== undefined) known.wary = WARINESS + 1;
  }

  forget(workspace: string): void {
    this.#kept.delete(workspace);
  }
}
