import type { Entry, Grant, Hold, Purse } from '#server/credits/purse.ts';
import { type Told, usedOf } from './histories.ts';

/** What each kind of entry may move. */
const MAY_MOVE: Record<Entry['kind'], (available: number, held: number, debt: number) => boolean> = {
  grant: (available, held, debt) => available > 0 && held === 0 && debt === 0,
  hold: (available, held, debt) => available <= 0 && held === -available && debt === 0,
  capture: (available, held, debt) => available === 0 && held <= 0 && debt === 0,
  release: (available, held, debt) => available >= 0 && held === -available && debt === 0,
  expire: (available, held, debt) => available < 0 && held === 0 && debt === 0,
  revoke: (available, held, debt) => available < 0 && held === 0 && debt === 0,
  reverse: (available, held, debt) => available <= 0 && held === 0 && debt >= 0,
  repay: (available, held, debt) => available < 0 && held === 0 && debt === available,
  refund: (available, held, debt) => available >= 0 && held === 0 && debt === 0,
};

/**
 * Reads a history's entries as they are written, and knows nothing of the ledger but them.
 * `problems` lists what is wrong with the purse that the ledger says came of them.
 */
export class Audit {
  #number = 0;
  #available = 0;
  #held = 0;
  #debt = 0;
  readonly #grants = new Map<number, { left: number; held: number }>();
  /** Entries by what they belong to: a hold's id. */
  readonly #of = new Map<string, Entry[]>();
  /** A grant that came while something was owed: the next entry has to pay. */
  #owing: { grant: number; credits: number; debt: number } | null = null;

  problems({ now, before, purse, command, answer, entries }: Told): string[] {
    const problems: string[] = [];
    const claim = (holds: boolean, problem: string) => holds || problems.push(problem);
    for (const entry of entries) problems.push(...this.#read(entry));
    claim(purse.lastEntry === this.#number, `last entry ${purse.lastEntry}, written were ${this.#number}`);
    claim(purse.available === this.#available, `available ${purse.available}, entries say ${this.#available}`);
    claim(purse.held === this.#held, `held ${purse.held}, entries say ${this.#held}`);
    claim(purse.debt === this.#debt, `debt ${purse.debt}, entries say ${this.#debt}`);
    claim(Math.min(purse.available, purse.held, purse.debt) >= 0, 'something is below zero');
    let left = 0;
    let held = 0;
    for (const grant of purse.grants.values()) {
      problems.push(...this.#grantProblems(grant, now));
      left += grant.left;
      held += grant.held;
    }
    claim(left === purse.available, `left in grants ${left}, available ${purse.available}`);
    claim(held === purse.held, `held in grants ${held}, on hold ${purse.held}`);
    let open = 0;
    for (const hold of purse.holds.values()) {
      if (hold.status === 'open') open += hold.credits;
      if (before.holds.get(hold.id) !== hold) problems.push(...this.#holdProblems(hold, before));
      claim(hold.status !== 'open' || hold.expiresAt > now, `${hold.id} is over and still open`);
    }
    claim(open === purse.held, `open holds ${open}, on hold ${purse.held}`);
    for (const [member, cap] of purse.caps) {
      const used = usedOf(purse, member);
      claim(cap.used === used, `${member} has used ${used}, the cap counts ${cap.used}`);
      claim(cap.raise === null || cap.raise.until > now, `the raise of ${member} is over and still counts`);
      const spends = command?.kind === 'hold' || command?.kind === 'capture';
      const spent = spends && cap.used > (before.caps.get(member)?.used ?? 0);
      claim(!spent || cap.used <= cap.credits + (cap.raise?.credits ?? 0), `${member} spent beyond the cap`);
    }
    claim(purse.cycle === null || purse.cycle.renewsAt > now, 'a cycle is over and was not renewed');
    claim((purse.plan === null) === (purse.cycle === null), 'a plan without a cycle, or the other way round');
    if (answer?.kind === 'insufficient')
      claim(
        entries.every(({ kind }) => kind !== 'hold'),
        'held in spite of the answer',
      );
    return problems;
  }

  #read(entry: Entry): string[] {
    const problems: string[] = [];
    const { number, kind, parts, availableDelta, heldDelta, debtDelta, reference } = entry;
    if (number !== this.#number + 1) problems.push(`entry ${number} follows ${this.#number}`);
    this.#number = number;
    if (!MAY_MOVE[kind](availableDelta, heldDelta, debtDelta))
      problems.push(`a ${kind} moved ${JSON.stringify(entry)}`);
    let available = 0;
    let held = 0;
    for (const [grant, left, onHold] of parts) {
      const sum = this.#grants.get(grant) ?? { left: 0, held: 0 };
      if (sum.left + left < 0 || sum.held + onHold < 0) problems.push(`entry ${number} overdraws grant ${grant}`);
      this.#grants.set(grant, { left: sum.left + left, held: sum.held + onHold });
      available += left;
      held += onHold;
    }
    if (available !== availableDelta || held !== heldDelta) problems.push(`parts of entry ${number} are not its sums`);
    if (kind === 'grant' && this.#debt > 0) this.#owing = { grant: number, credits: availableDelta, debt: this.#debt };
    else if (this.#owing !== null) {
      const { grant, credits, debt } = this.#owing;
      const paid = kind === 'repay' && parts[0]?.[0] === grant && debtDelta === -Math.min(credits, debt);
      if (!paid) problems.push(`grant ${grant} came while ${debt} were owed, and did not pay first`);
      this.#owing = null;
    }
    this.#available += availableDelta;
    this.#held += heldDelta;
    this.#debt += debtDelta;
    if (this.#debt < 0) problems.push(`entry ${number} pays more debt than there was`);
    if (kind === 'hold' || kind === 'capture' || kind === 'release' || kind === 'refund') {
      const own = this.#of.get(reference) ?? [];
      own.push(entry);
      this.#of.set(reference, own);
    }
    return problems;
  }

  #grantProblems({ entry, credits, left, held, lost, lapsed, expiresAt, source }: Grant, now: string): string[] {
    const sum = this.#grants.get(entry);
    const problems: string[] = [];
    if (sum?.left !== left || sum.held !== held)
      problems.push(`grant ${entry} (${source}) is not what its entries say`);
    if (left < 0 || held < 0 || lost < 0 || left + held + lost > credits) problems.push(`grant ${entry} has too much`);
    const over = lapsed || (expiresAt !== null && expiresAt <= now);
    if (over && left > 0) problems.push(`grant ${entry} (${source}) is over and can be spent`);
    return problems;
  }

  /** A hold is taken once and ends once; only one that expired may be held and captured once more. */
  #holdProblems(hold: Hold, before: Purse): string[] {
    const own = this.#of.get(hold.id) ?? [];
    const kinds = own.map(({ kind }) => kind).join(' ');
    const problems: string[] = [];
    const claim = (holds: boolean, problem: string) => holds || problems.push(`${hold.id} (${kinds}): ${problem}`);
    claim(WAYS.test(kinds), 'no way for a hold to go');
    const held = own.reduce((sum, { heldDelta }) => sum + heldDelta, 0);
    claim(held === (hold.status === 'open' ? hold.credits : 0), `${held} are on hold, it is ${hold.status}`);
    const charged = -own.filter(({ kind }) => kind === 'capture').reduce((sum, { heldDelta }) => sum + heldDelta, 0);
    claim(charged === (hold.end?.charged ?? 0) && charged <= hold.credits, `${charged} were charged`);
    const refund = own.find(({ kind }) => kind === 'refund');
    claim((refund?.number ?? null) === hold.refund, 'the refund is not the one that was written');
    if (refund !== undefined) {
      const there = JSON.stringify(hold.end?.parts);
      const back = JSON.stringify(refund.parts.map(([grant, credits]) => [grant, credits]));
      claim(there === back, `charged from ${there}, refunded to ${back}`);
    }
    const was = before.holds.get(hold.id);
    claim(
      was === undefined || was.status === 'open' || was.status === 'expired' || was.end === hold.end,
      'ended twice',
    );
    return problems;
  }
}

/** Held; then nothing, or given back, or charged, perhaps with a rest given back; late it is held anew and charged. */
const WAYS = /^hold( release| (release hold )?capture( release)?( refund)?)?$/;
