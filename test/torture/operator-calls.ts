import type { Deck, Drawn } from './deck.ts';
import type { Random } from './random.ts';

/** What the operator does next to a workspace. */
export function drawOperators(deck: Deck, team: number, random: Random): Drawn {
  return ofKind(deck, team, random) ?? grant(deck, random);
}

function ofKind(deck: Deck, team: number, random: Random): Drawn | null {
  const kind = random.weighted({
    ...{ grant: 22, again: 5, conflict: 4, settle: 30, balance: 8, decide: 14, revoke: 6, addOn: 3, dropAddOn: 2 },
    ...{ plan: 3, cancel: 1, look: 3 },
  });
  switch (kind) {
    case 'grant':
      return grant(deck, random);
    case 'again':
      return deck.earlier(random, team, random.pick(['grant', 'revoke', 'addAddOn']));
    case 'conflict': {
      const before = deck.earlier(random, team, random.pick(['grant', 'revoke', 'addAddOn']));
      return before && { ...before, body: { ...before.body, credits: Number(before.body?.credits) + 1 } };
    }
    case 'settle':
      return settle(deck, team, random);
    case 'balance':
      return { endpoint: 'workspaceBalance' };
    case 'decide': {
      const disputed = deck.earlier(random, team, 'dispute');
      if (disputed?.params === undefined) return null;
      return { endpoint: 'decideDispute', params: disputed.params, body: { grant: random.chance(0.8), answer: null } };
    }
    case 'revoke': {
      // The first entries are the plan's grant and what was given soon after.
      const params = { entry: String(random.chance(0.3) ? 1 : random.between(2, 80)) };
      return {
        endpoint: 'revoke',
        key: deck.id(),
        params,
        body: { credits: random.between(1, 10), reason: 'A mistake' },
      };
    }
    case 'addOn':
      return { endpoint: 'addAddOn', key: deck.id(), body: { credits: random.between(1, 15) } };
    case 'dropAddOn': {
      const added = deck.earlier(random, team, 'addAddOn');
      return added?.key === undefined ? null : { endpoint: 'dropAddOn', params: { id: added.key } };
    }
    case 'plan':
      return deck.teams[team]?.steady ? null : plan(random);
    case 'cancel':
      return deck.teams[team]?.steady ? null : { endpoint: 'cancelPlan' };
    case 'look':
      return { endpoint: random.pick(['addOns', 'grants', 'topUps', 'operatorDisputes']) };
  }
}

function grant(deck: Deck, random: Random): Drawn {
  const body = {
    kind: random.pick(['top_up', 'top_up', 'plan', 'add_on']),
    credits: random.between(1, 30),
    expiresAt: random.chance(0.2) ? later(deck, random.pick([2, 24 * 20, 24 * 200])) : null,
    reason: 'Goodwill',
  };
  return { endpoint: 'grant', key: deck.id(), body };
}

/** Ends a top-up: mostly a recent one, which may not have been asked for yet; an older one is ended twice. */
function settle(deck: Deck, team: number, random: Random): Drawn | null {
  const asked = deck.earlier(random, team, 'requestTopUp');
  if (asked?.key === undefined) return null;
  const status = random.weighted({ settled: 14, failed: 3, reversed: 5 });
  // The payment's own id; now and then that of another one's.
  const other = random.chance(0.1) ? deck.earlier(random, team, 'requestTopUp')?.key : asked.key;
  const payment = random.chance(0.5) ? `pay_${other}` : null;
  return { endpoint: 'settleTopUp', params: { id: asked.key }, body: { status, payment } };
}

function plan(random: Random): Drawn {
  const body = {
    plan: {
      name: random.pick(['Small', 'Large']),
      allowance: random.pick([10, 60, 200]),
      cycle: random.pick(['monthly', 'monthly', 'quarterly', 'annual']),
      timeZone: random.pick(['UTC', 'Europe/Berlin']),
      prices: { email: random.between(0, 3), phone: random.pick([4, 8, null]), contact_enrichment: random.below(3) },
      refundDays: random.pick([0, 30]),
      heldOver: random.pick(['expire', 'goodwill']),
    },
    when: random.pick(['now', 'renewal']),
  };
  return { endpoint: 'setPlan', body };
}

function later({ startsAt }: Deck, hours: number): string {
  return new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString();
}
