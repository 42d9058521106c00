import type { Books } from '../books.ts';
import type { Told } from '../history.ts';
import type { Team } from '../script.ts';

/**
 * What must never be.
 * `lost`: something acknowledged is not there. `duplicated`: something happened twice, or was charged although it was
 * said to be free. `changed`: the same id got another answer. `invariant`: the books contradict themselves or the rules.
 */
export interface Problem {
  kind: 'lost' | 'duplicated' | 'changed' | 'invariant';
  /** Index of the workspace. */
  team: number;
  what: string;
}

/** All that is known of one workspace after a run. */
export interface Evidence {
  team: number;
  /** Its plan and cap at first, and whether they stayed so. */
  terms: Team['terms'];
  steady: boolean;
  cap: number | null;
  /** What the servers' clock said at first, and at last when everything had been looked at once more. */
  from: string;
  to: string;
  /** All calls on this workspace. */
  told: readonly Told[];
  books: Books;
  /** Account ids by name. */
  account(name: string): string;
}

export type Check = (evidence: Evidence) => Problem[];

/** Collects problems of one workspace. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly #team: number;

  constructor(team: number) {
    this.#team = team;
  }

  add(kind: Problem['kind'], what: string): void {
    this.problems.push({ kind, team: this.#team, what });
  }

  /** Adds a problem unless two things are the same. */
  same(what: string, found: unknown, expected: unknown, kind: Problem['kind'] = 'invariant'): void {
    const [left, right] = [canonical(found), canonical(expected)];
    if (left !== right) this.add(kind, `${what}: ${left}, not ${right}`);
  }
}

/** JSON whose keys are in order, so that the same things look the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Groups things by a name. */
export function grouped<T>(things: Iterable<T>, name: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(name(thing));
    if (group === undefined) groups.set(name(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}

export function sum<T>(things: Iterable<T>, of: (thing: T) => number): number {
  let total = 0;
  for (const thing of things) total += of(thing);
  return total;
}
