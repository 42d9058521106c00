import { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Point } from './faults.ts';

/*
 * Failpoints for a server on SQLite, whose transactions nobody outside its process can see: `node:sqlite` itself is
 * patched, here and nowhere else, to kill the process around a BEGIN or COMMIT.
 */

let traps: { point: Point; nth: number }[] = [];

/** Kills this process at the `nth` such point from now on. */
export function armSqlite(point: Point, nth: number): void {
  traps.push({ point, nth });
}

export function disarmSqlite(): void {
  traps = [];
}

/** To be called once, before a database is opened. */
export function patchSqlite(): void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function patched(sql) {
    around(sql, () => exec.call(this, sql));
  };
  for (const name of ['run', 'all', 'get', 'iterate'] as const) {
    const original = StatementSync.prototype[name] as (...given: unknown[]) => unknown;
    Object.defineProperty(StatementSync.prototype, name, {
      value(this: StatementSync, ...given: unknown[]) {
        return around(this.sourceSQL, () => original.apply(this, given));
      },
    });
  }
}

function around<T>(sql: string, work: () => T): T {
  const statement = /^\s*begin/i.test(sql) ? 'begin' : /^\s*commit/i.test(sql) ? 'commit' : null;
  if (statement === null || traps.length === 0) return work();
  meet({ statement, side: 'before' });
  const result = work();
  meet({ statement, side: 'after' });
  return result;
}

function meet({ statement, side }: Point): void {
  for (const trap of traps) {
    if (trap.point.statement !== statement || trap.point.side !== side) continue;
    trap.nth -= 1;
    if (trap.nth <= 0) process.kill(process.pid, 'SIGKILL');
  }
}
