import { isAnswered, type Told } from '../history.ts';
import { type Check, Findings } from './problem.ts';
import { replay } from './replay.ts';

/** Every balance that anybody was shown is what the entries up to its number come to, and nobody is shown the past. */
export const checkBalances: Check = ({ team, told, books }) => {
  const found = new Findings(team);
  const { after } = replay(books);
  const shown = told.flatMap(balancesIn).sort((one, other) => one.answeredAt - other.answeredAt);
  for (const { balance } of shown) {
    const { entry } = balance.asOf;
    const then = after[entry];
    if (then === undefined) {
      found.add('lost', `a balance was shown as of entry ${entry}, which is not there`);
      continue;
    }
    found.same(
      `the balance shown as of entry ${entry}`,
      [balance.available, balance.held, balance.debt, balance.topUp, balance.addOn?.left ?? 0],
      [then.available, then.held, then.debt, then.kinds.top_up ?? 0, then.kinds.add_on ?? 0],
    );
    if (balance.plan !== null) {
      found.same(`the plan’s part of it as of entry ${entry}`, balance.plan.left, then.kinds.plan ?? 0);
    }
  }
  // Whoever asks after an answer has arrived is shown at least as much.
  let latest = 0;
  let next = 0;
  for (const { sentAt, balance } of [...shown].sort((one, other) => one.sentAt - other.sentAt)) {
    for (; (shown[next]?.answeredAt ?? Number.POSITIVE_INFINITY) < sentAt; next += 1) {
      latest = Math.max(latest, shown[next]?.balance.asOf.entry ?? 0);
    }
    if (balance.asOf.entry < latest) {
      found.add('lost', `a balance was shown as of entry ${balance.asOf.entry} after one of entry ${latest}`);
    }
  }
  return found.problems;
};

interface Balance {
  asOf: { entry: number };
  available: number;
  held: number;
  debt: number;
  topUp: number;
  addOn: { left: number } | null;
  plan: { left: number } | null;
}

function balancesIn({ call, attempts }: Told): { sentAt: number; answeredAt: number; balance: Balance }[] {
  const whole = call.endpoint === 'balance' || call.endpoint === 'workspaceBalance';
  return attempts.filter(isAnswered).flatMap(({ sentAt, answeredAt, status, json }) => {
    if (status !== 200) return [];
    const balance = whole ? (json as Balance) : (json as { balance?: Balance }).balance;
    return balance === undefined ? [] : [{ sentAt, answeredAt, balance }];
  });
}
