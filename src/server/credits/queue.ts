import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Needs } from './load.ts';
import type { OpenPurse } from './session.ts';

/**
 * Work on one open purse that needs no SQL of its own. It may be run several times, also after a first run was
 * committed: what it does under the ids it was given has to be the same then.
 */
export type Decision<T> = (open: OpenPurse) => T;

/**
 * Work on one open purse that reads and writes rows of its own, of this workspace alone, by `trx` alone. Like a decision
 * it may be run several times: it has to find its own traces by the ids it was given.
 */
export type Job<T> = (open: OpenPurse, trx: Transaction<Schema>) => Promise<T>;

/** What waits to be done, and who waits for it. */
export type Unit = {
  needs: Needs;
  /** How often it has failed by what passes. */
  attempts: number;
  resolve(result: unknown): void;
  reject(error: unknown): void;
} & ({ decide: Decision<unknown>; job?: never } | { job: Job<unknown>; decide?: never });

/** Units that are committed as one transaction at most; jobs take long, and hold up whoever comes after them. */
const MOST_UNITS = 512;
const MOST_JOBS = 32;

/**
 * The spend queue: all that waits for one workspace is carried out as one group, at once where nothing is under way for
 * it. Groups of one workspace follow each other; those of different workspaces do not wait for each other.
 */
export class SpendQueue {
  readonly #waiting = new Map<string, Unit[]>();
  readonly #carryOut: (workspace: string, take: () => Unit[]) => Promise<void>;

  /** @param carryOut settles each unit that it takes, and never fails; it takes them as late as it can */
  constructor(carryOut: (workspace: string, take: () => Unit[]) => Promise<void>) {
    this.#carryOut = carryOut;
  }

  add(workspace: string, unit: Unit): void {
    const line = this.#waiting.get(workspace);
    if (line !== undefined) {
      line.push(unit);
      return;
    }
    this.#waiting.set(workspace, [unit]);
    void this.#drain(workspace);
  }

  async #drain(workspace: string): Promise<void> {
    for (;;) {
      await this.#carryOut(workspace, () => this.#take(workspace));
      if (this.#waiting.get(workspace)?.length === 0) {
        this.#waiting.delete(workspace);
        return;
      }
    }
  }

  #take(workspace: string): Unit[] {
    const line = this.#waiting.get(workspace) ?? [];
    let jobs = 0;
    const end = line.findIndex(({ job }, index) => {
      if (job !== undefined) jobs += 1;
      return index === MOST_UNITS || jobs > MOST_JOBS;
    });
    return line.splice(0, end === -1 ? line.length : end);
  }
}
