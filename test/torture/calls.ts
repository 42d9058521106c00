import type { Deck, Drawn } from './deck.ts';
import type { Call, Caller } from './history.ts';
import { drawOperators } from './operator-calls.ts';
import { PEOPLE, profileOf } from './people.ts';
import type { Random } from './random.ts';

/** What somebody does next. */
export function draw(deck: Deck, caller: Caller, random: Random): Call {
  if (caller.team === null) {
    const team = random.below(deck.teams.length);
    return deck.deal(caller, team, drawOperators(deck, team, random));
  }
  const isAdmin = caller.name.endsWith('/admin');
  const drawn = isAdmin && random.chance(0.35) ? admins(deck, caller.team, random) : null;
  return deck.deal(caller, caller.team, drawn ?? members(deck, caller, caller.team, random) ?? reveal(deck, random));
}

/** What any member does; null when there is nothing yet that it could be about. */
function members(deck: Deck, caller: Caller, team: number, random: Random): Drawn | null {
  const kind = random.weighted({
    ...{ reveal: 60, again: 8, conflict: 3, balance: 10, topUp: 4, lookUp: 5, owned: 2, open: 3 },
    ...{ enrich: 8, enrichAgain: 2, reserve: 12, dispute: 8, raise: 4, receipts: 2, disputes: 1, raises: 1 },
  });
  const before = deck.earlier(random, team, 'reveal', caller);
  switch (kind) {
    case 'reveal':
      return reveal(deck, random);
    case 'again':
      return before;
    case 'conflict':
      if (before === null) return null;
      return {
        ...before,
        body: { ...before.body, maxCredits: Number(before.body?.maxCredits) + random.between(1, 3) },
      };
    case 'balance':
      return { endpoint: 'balance' };
    case 'topUp':
      return { endpoint: 'requestTopUp', key: deck.id(), body: { credits: random.between(1, 40), note: null } };
    case 'lookUp':
      return before?.key === undefined ? null : { endpoint: 'revealById', params: { id: before.key } };
    case 'owned':
      return { endpoint: 'owned', query: { after: 0, limit: 1000 } };
    case 'open': {
      const { key } = profileOf(random.below(PEOPLE), 'guildbook', false);
      return { endpoint: 'openUnlock', body: { key, field: 'email' } };
    }
    case 'enrich': {
      const query = { person: random.below(PEOPLE), maxCredits: random.chance(0.1) ? 0 : 10 };
      return { endpoint: 'enrich', key: deck.id(), query };
    }
    case 'reserve':
      return { endpoint: 'reserve', key: deck.id(), query: { credits: random.between(1, 4) } };
    case 'enrichAgain': {
      const done = deck.earlier(random, team, 'enrich', caller);
      if (done === null || random.chance(0.6)) return done;
      return { ...done, query: { ...done.query, maxCredits: 11 } };
    }
    case 'dispute': {
      const disputed = deck.earlier(random, team, 'reveal', random.chance(0.9) ? caller : undefined);
      if (disputed?.key === undefined) return null;
      return { endpoint: 'dispute', params: { id: disputed.key }, body: { reason: 'bounced', note: null } };
    }
    case 'raise':
      return { endpoint: 'requestRaise', key: deck.id(), body: { credits: random.between(1, 20), note: null } };
    case 'receipts':
      return { endpoint: 'receipts', query: { limit: 500 } };
    case 'disputes':
      return { endpoint: 'disputes' };
    case 'raises':
      return { endpoint: 'raiseRequests' };
  }
}

function admins(deck: Deck, team: number, random: Random): Drawn | null {
  const kind = random.weighted({ cap: 4, decide: 6, ledger: 3, members: 2 });
  const { reps = 1, cap = null } = deck.teams[team] ?? {};
  if (kind === 'ledger') return { endpoint: 'ledger', query: { after: 0, limit: 1000 } };
  if (kind === 'members') return { endpoint: 'members' };
  if (kind === 'cap' && cap === null) {
    const member = `@${team}/${random.pick(['admin', `rep${random.below(reps)}`])}`;
    const credits = random.pick([null, random.between(0, 30), random.between(10, 60)]);
    return { endpoint: 'setCap', params: { member }, body: { credits } };
  }
  const asked = deck.earlier(random, team, 'requestRaise');
  // A cap for good is not raised, so that it can be told whether it was kept.
  if (asked?.key === undefined || cap !== null) return null;
  const hours = random.pick([1, 24, 24 * 40]);
  const until = new Date(Date.parse(deck.startsAt) + hours * 3_600_000).toISOString();
  const raise = random.chance(0.3) ? null : { credits: random.between(1, 20), until };
  return { endpoint: 'decideRaise', params: { id: asked.key }, body: { raise } };
}

function reveal(deck: Deck, random: Random): Drawn {
  // Some people are asked for by everybody at once.
  const person = random.chance(0.3) ? random.below(5) : random.below(PEOPLE);
  const site = random.chance(0.8) ? 'guildbook' : 'json-ld';
  const shows = random.chance(0.05);
  const body = {
    profile: profileOf(person, site, shows),
    field: random.chance(0.65) ? 'email' : 'phone',
    maxCredits: random.chance(0.06) ? 0 : 10,
    another: shows && random.chance(0.5),
  };
  return { endpoint: 'reveal', key: deck.id(), body };
}
