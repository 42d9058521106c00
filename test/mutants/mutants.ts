/** One planted bug: an exact piece of a source and what takes its place. */
export interface Mutant {
  /** What goes wrong. */
  name: string;
  /** Within `src/server/credits`. */
  file: string;
  from: string;
  to: string;
}

/** Bugs that a ledger is known to have, or that these sources invite. Each has to be caught by the tests of the core. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'the id of a hold is not checked',
    file: 'ledger/holds.ts',
    from: 'if (known !== undefined) {',
    to: 'if (known?.id === null) {',
  },
  {
    name: 'the source of a grant is not checked',
    file: 'ledger/grants.ts',
    from: 'if (known !== null) {',
    to: 'if (known?.source === null) {',
  },
  {
    name: 'what is on hold is not counted',
    file: 'ledger/holds.ts',
    from: 'const before = draft.available;',
    to: 'const before = draft.available + draft.purse().held;',
  },
  {
    name: 'expiry is off by one',
    file: 'renewal.ts',
    from: 'due !== null && due <= draft.now;',
    to: 'due !== null && due < draft.now;',
  },
  {
    name: 'a released hold expires too',
    file: 'ledger/holds.ts',
    from: "status === 'open' && expiresAt <= upTo",
    to: "(status === 'open' || status === 'released') && expiresAt <= upTo",
  },
  {
    name: 'a hold is released twice',
    file: 'ledger/holds.ts',
    from: "if (known.status === 'released') return { kind: 'released', hold: known };",
    to: '',
  },
  {
    name: 'a released hold can be captured',
    file: 'ledger/holds.ts',
    from: "if (known.status === 'released') return { kind: 'ended', hold: known };",
    to: '',
  },
  {
    name: 'a hold is captured twice',
    file: 'ledger/holds.ts',
    from: "if (known.status === 'captured') return { kind: 'captured', hold: known };",
    to: '',
  },
  {
    name: 'a late capture that cannot hold anew is free',
    file: 'ledger/holds.ts',
    from: "if (anew.kind !== 'held') return anew;",
    to: "if (anew.kind !== 'held') return { kind: 'captured', hold: known };",
  },
  {
    name: 'a late capture charges without holding anew',
    file: 'ledger/holds.ts',
    from: 'const anew = reserve(draft, known, credits, by);',
    to: "const anew = { kind: 'held' as const, hold: { ...known, parts: [] } };",
  },
  {
    name: 'a capture of more than was held',
    file: 'ledger/holds.ts',
    from: 'if (credits > known.credits) throw',
    to: 'if (credits > known.credits + 1) throw',
  },
  {
    name: 'what a capture leaves stays on hold',
    file: 'ledger/holds.ts',
    from: 'capture === null || rest.length > 0 ?',
    to: 'capture === null ?',
  },
  {
    name: 'a capture charges what was taken last',
    file: 'ledger/holds.ts',
    from: 'for (const [grant, amount] of parts) {',
    to: 'for (const [grant, amount] of [...parts].reverse()) {',
  },
  {
    name: 'a release gives back in the order of taking',
    file: 'ledger/holds.ts',
    from: 'rest.unshift(',
    to: 'rest.push(',
  },
  {
    name: 'what never expires is spent first',
    file: 'purse.ts',
    from: 'if (a.expiresAt === null) return 1;',
    to: 'if (a.expiresAt === null) return -1;',
  },
  {
    name: 'top-ups are spent before the plan',
    file: 'draft.ts',
    from: 'plan: 10, add_on: 20, top_up: 30',
    to: 'plan: 40, add_on: 20, top_up: 30',
  },
  {
    name: 'the order of spending misses a new grant',
    file: 'draft.ts',
    from: 'this.#order = null;\n',
    to: '\n',
  },
  {
    name: 'a number is skipped',
    file: 'draft.ts',
    from: 'this.#lastEntry += 1;',
    to: "this.#lastEntry += movement.kind === 'release' ? 2 : 1;",
  },
  {
    name: 'a group changes the purse that it was given',
    file: 'draft.ts',
    from: 'this.#holds = new Map(purse.holds);',
    to: 'this.#holds = purse.holds as Map<string, Hold>;',
  },
  {
    name: 'a group does not write what it changed',
    file: 'draft.ts',
    from: 'this.#touched.holds.add(hold.id);',
    to: '',
  },
  {
    name: 'a refund to the wrong grant',
    file: 'ledger/refund.ts',
    from: '    parts,\n',
    to: '    parts.slice(0, 1).map(([grant]) => [grant, charged] as const),\n',
  },
  {
    name: 'a refund twice',
    file: 'ledger/refund.ts',
    from: "if (known.refund !== null) return { kind: 'refunded', credits: charged };",
    to: '',
  },
  {
    name: 'a refund after the window',
    file: 'refund-window.ts',
    from: 'return plan.refundDays === 0 || askedAt > later(chargedAt, plan.refundDays * DAY);',
    to: 'return plan.refundDays === 0;',
  },
  {
    name: 'goodwill of a refund never expires',
    file: 'ledger/refund.ts',
    from: 'draft.cycle?.renewsAt ?? null;',
    to: 'null;',
  },
  {
    name: 'goodwill of a hold never expires',
    file: 'ledger/holds.ts',
    from: 'expiresAt: cycle.renewsAt }',
    to: 'expiresAt: null }',
  },
  {
    name: 'goodwill without being asked for',
    file: 'ledger/holds.ts',
    from: "if (plan?.heldOver !== 'goodwill' || cycle === null)",
    to: 'if (plan === null || cycle === null)',
  },
  {
    name: 'what comes back to an expired grant can be spent',
    file: 'ledger/returns.ts',
    from: 'if (over.has(grant) && credits > paid)',
    to: 'if (over.has(grant) && credits < paid)',
  },
  {
    name: 'a refund revives a grant that was used up when it expired',
    file: 'ledger/returns.ts',
    from: 'return lapsed || (left === 0 && held === 0 && expiresAt !== null && expiresAt <= draft.time);',
    to: 'return lapsed && left + held >= 0 && expiresAt !== "" && draft.time !== "";',
  },
  {
    name: 'a new grant does not pay debt',
    file: 'draft.ts',
    from: 'this.payDebt(entry, given.credits, movement);',
    to: '',
  },
  {
    name: 'what comes back to a reversed grant does not pay debt',
    file: 'ledger/returns.ts',
    from: 'const paid = draft.grant(grant).reversed ?',
    to: 'const paid = draft.grant(grant).entry < 0 ?',
  },
  {
    name: 'a reversal twice',
    file: 'ledger/grants.ts',
    from: "if (known.reversed) return { kind: 'reversed', grant: known };",
    to: '',
  },
  {
    name: 'a reversal makes debt of what was never spent',
    file: 'ledger/grants.ts',
    from: 'credits - left - lost)',
    to: 'credits - left)',
  },
  {
    name: 'a reversal forgets what is on hold',
    file: 'ledger/grants.ts',
    from: 'credits - left - lost)',
    to: 'credits - left - lost - known.held)',
  },
  {
    name: 'a revocation takes more than there is',
    file: 'ledger/grants.ts',
    from: 'Math.min(credits, known.left)',
    to: 'Math.min(credits, known.left + known.held)',
  },
  {
    name: 'a renewal grants twice',
    file: 'ledger/cycles.ts',
    from: 'giveAllowance(draft, terms.allowance, cycle, by, null);',
    to: 'for (let i = 0; i < 2; i += 1) giveAllowance(draft, terms.allowance, cycle, by, null);',
  },
  {
    name: 'a missed cycle is skipped',
    file: 'ledger/cycles.ts',
    from: 'startCycle(draft, plan, cycle.number + 1, cycle.renewsAt, null);',
    to: 'startCycle(draft, plan, cycle.number + 2, cycle.renewsAt, null);',
  },
  {
    name: 'the anchor drifts',
    file: 'ledger/cycles.ts',
    from: 'cycleStart(terms, number + 1)',
    to: 'cycleStart({ ...terms, anchor: startsAt }, 1)',
  },
  {
    name: 'the anchor drifts when the next plan begins',
    file: 'ledger/cycles.ts',
    from: 'anchor: plan.anchor }, cycle.number + 1',
    to: 'anchor: cycle.renewsAt }, 0',
  },
  {
    name: 'months are reckoned from the last cycle',
    file: 'cycle.ts',
    from: 'return momentOf(first.add({ months: number * MONTHS[cycle] }).toInstant());',
    to: `let start = first;
      for (let i = 0; i < number; i += 1) start = start.add({ months: MONTHS[cycle] });
      return momentOf((number < 0 ? first.add({ months: number * MONTHS[cycle] }) : start).toInstant());`,
  },
  {
    name: 'the next plan begins again at each renewal',
    file: 'ledger/cycles.ts',
    from: 'draft.next = null;',
    to: '',
  },
  {
    name: 'add-ons outlive the plan',
    file: 'ledger/cycles.ts',
    from: 'draft.addOns = [];',
    to: '',
  },
  {
    name: 'an add-on that was dropped comes back with a repetition',
    file: 'ledger/add-ons.ts',
    from: 'if (known !== null) return known.credits',
    to: 'if (known !== null && draft.addOns.some((one) => one.id === id)) return known.credits',
  },
  {
    name: 'a change of plan takes what an operator gave',
    file: 'ledger/plan-change.ts',
    from: 'ownGrants(draft, [ALLOWANCE]).reverse()',
    to: "ownGrants(draft, ['']).reverse()",
  },
  {
    name: 'a change of plan gives back what was used',
    file: 'ledger/plan-change.ts',
    from: 'const more = terms.allowance - cycle.granted;',
    to: 'for (const grant of ownGrants(draft, [ALLOWANCE])) draft.lapse(grant, by, REASON);\n  const more = terms.allowance;',
  },
  {
    name: 'a smaller plan and the old one again give credits',
    file: 'ledger/plan-change.ts',
    from: 'const more = terms.allowance - cycle.granted;',
    to: 'const more = terms.allowance - old.allowance;',
  },
  {
    name: 'time does its work out of order',
    file: 'renewal.ts',
    from: 'expireHolds(draft, due);',
    to: 'expireHolds(draft, draft.now);',
  },
  {
    name: 'a cap is ignored on hold',
    file: 'ledger/holds.ts',
    from: 'if (cap !== undefined && credits > leftOfCap(cap)) {',
    to: 'if (cap !== undefined && credits > leftOfCap(cap) + credits) {',
  },
  {
    name: 'a cap does not count back what is released',
    file: 'ledger/holds.ts',
    from: 'count(draft, hold, -rest',
    to: 'count(draft, hold, 0 * -rest',
  },
  {
    name: 'a cap does not count back a refund',
    file: 'ledger/refund.ts',
    from: 'count(draft, known, -charged);',
    to: '',
  },
  {
    name: 'a cap counts back what an old cycle held',
    file: 'ledger/caps.ts',
    from: 'entry <= draft.capsFrom ?',
    to: 'entry < 0 ?',
  },
  {
    name: 'caps go on counting in the next cycle',
    file: 'ledger/cycles.ts',
    from: '  draft.cycle = cycle;\n  resetCaps(draft);',
    to: '  draft.cycle = cycle;',
  },
  {
    name: 'a raise is not counted',
    file: 'purse.ts',
    from: '(raise?.credits ?? 0)',
    to: '0 * (raise?.credits ?? 0)',
  },
];
