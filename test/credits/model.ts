import type { GrantKind } from '#contract/credits.ts';
import type { Command, CommandOf } from '#server/credits/commands.ts';
import { cycleAt, cycleStart } from '#server/credits/cycle.ts';
import type { PlanTerms } from '#server/credits/plan.ts';
import { later, type Moment } from '#server/db/moment.ts';
import { DAY } from './histories.ts';

/**
 * The rules of credits once more, written without regard to speed, entries or storage: every single credit is a thing
 * that lies somewhere. What this says and what the ledger says have to be the same.
 */

/** Where one credit of a grant lies: `left`, `lost`, `paid` (it paid debt), `held <id>`, `spent <id>`. */
type Place = string;

interface Given {
  own: 'allowance' | 'add-on' | null;
  /** Which time it was that a cycle began, when it was given. */
  period: number;
  source: string;
  kind: GrantKind;
  expiresAt: Moment | null;
  over: boolean;
  reversed: boolean;
  places: Place[];
}

interface Reserved {
  activity: string;
  credits: number;
  expiresAt: Moment;
  by: string | null;
  /** Which time it was that a cycle began, and caps to count anew, when it was made. */
  period: number;
  status: 'open' | 'captured' | 'released' | 'expired';
  /** The grant of each credit, in the order of spending. */
  from: Given[];
  charged: Given[];
  chargedAt: Moment;
  refunded: boolean;
}

type Answer = { kind: string; [more: string]: unknown };

const RANK = { plan: 1, add_on: 2, top_up: 3 };
const NEVER = '9999';

export class Model {
  debt = 0;
  grants: Given[] = [];
  holds = new Map<string, Reserved>();
  caps = new Map<string, { credits: number; raise: { credits: number; until: Moment } | null }>();
  plan: PlanTerms | null = null;
  next: PlanTerms | 'cancelled' | null = null;
  cycle: { number: number; renewsAt: Moment } | null = null;
  addOns: { id: string; credits: number }[] = [];
  #period = 0;
  #now: Moment = '';
  #time: Moment = '';

  lying(place: (place: Place) => boolean): number {
    return this.grants.reduce((sum, { places }) => sum + places.filter(place).length, 0);
  }

  get available(): number {
    return this.lying((place) => place === 'left');
  }

  get held(): number {
    return this.lying(isHeld);
  }

  usedBy(member: string): number {
    const counted = new Set<Place>();
    for (const [id, { by, period }] of this.holds) {
      if (by === member && period === this.#period) counted.add(`held ${id}`).add(`spent ${id}`);
    }
    return this.lying((place) => counted.has(place));
  }

  /** Lets time do its work up to `now`, one moment at a time. */
  wait(now: Moment): void {
    this.#now = now;
    for (;;) {
      const moments = [
        ...[...this.holds.values()].filter(({ status }) => status === 'open').map(({ expiresAt }) => expiresAt),
        ...this.grants.filter((grant) => inUse(grant)).map(({ expiresAt }) => expiresAt ?? NEVER),
        ...[...this.caps.values()].map(({ raise }) => raise?.until ?? NEVER),
        this.cycle?.renewsAt ?? NEVER,
      ];
      const at = moments.reduce((first, moment) => (moment < first ? moment : first), NEVER);
      if (at > now) break;
      this.#time = at;
      for (const [id, hold] of this.holds) {
        if (hold.status === 'open' && hold.expiresAt <= at) {
          hold.status = 'expired';
          this.#giveBack(id, [...hold.from].reverse(), 'held', this.#heldOver());
        }
      }
      for (const grant of this.grants) if (inUse(grant) && (grant.expiresAt ?? NEVER) <= at) this.#end(grant);
      for (const cap of this.caps.values()) if ((cap.raise?.until ?? NEVER) <= at) cap.raise = null;
      if (this.cycle !== null && this.cycle.renewsAt <= at) this.#renew(this.cycle, at);
    }
    this.#time = now;
  }

  tell(command: Command): Answer {
    switch (command.kind) {
      case 'set_plan':
        return this.#setPlan(command);
      case 'cancel_plan':
        if (this.plan === null) return { kind: 'no_plan' };
        this.next = 'cancelled';
        return { kind: 'plan_cancelled' };
      case 'add_on':
        return this.#addOn(command);
      case 'drop_add_on':
        this.addOns = this.addOns.filter(({ id }) => id !== command.id);
        return { kind: this.#from(`add_on:${command.id}`) ? 'dropped' : 'unknown' };
      case 'grant':
        return this.#grant(command);
      case 'revoke':
        return this.#revoke(command);
      case 'reverse':
        return this.#reverse(command);
      case 'hold':
        return this.#hold(command);
      case 'capture':
        return this.#capture(command);
      case 'release':
        return this.#release(command);
      case 'refund':
        return this.#refund(command);
      case 'set_cap': {
        const raise = this.caps.get(command.member)?.raise ?? null;
        if (command.credits === null) this.caps.delete(command.member);
        else this.caps.set(command.member, { credits: command.credits, raise });
        return { kind: 'cap_set' };
      }
      case 'raise_cap': {
        const cap = this.caps.get(command.member);
        if (cap === undefined) return { kind: 'no_cap' };
        if (command.until > this.#now) cap.raise = { credits: command.credits, until: command.until };
        return { kind: 'cap_raised' };
      }
    }
  }

  #from(source: string): Given | undefined {
    return this.grants.find((grant) => grant.source === source);
  }

  #give(
    given: { own?: Given['own']; source: string; kind: GrantKind; expiresAt: Moment | null },
    credits: number,
  ): void {
    if (credits === 0) return;
    const places = Array.from({ length: credits }, () => (this.debt > 0 && this.debt-- ? 'paid' : 'left'));
    this.grants.push({ own: null, period: this.#period, over: false, reversed: false, ...given, places });
  }

  #end(grant: Given): void {
    grant.over = true;
    grant.places = grant.places.map((place) => (place === 'left' ? 'lost' : place));
  }

  /** Credits of a hold come back, in the order given; what they are worth then is up to the grants that they come from. */
  #giveBack(id: string, grants: Given[], was: 'held' | 'spent', goodwill: { expiresAt: Moment | null } | null): void {
    const wereOver = new Set(
      grants.filter((grant) => grant.over || (!inUse(grant) && (grant.expiresAt ?? NEVER) <= this.#time)),
    );
    for (const grant of new Set(grants)) {
      let anew = 0;
      for (const _ of grants.filter((one) => one === grant)) {
        const index = grant.places.indexOf(`${was} ${id}`);
        if (grant.reversed && this.debt > 0) {
          this.debt -= 1;
          grant.places[index] = 'paid';
        } else if (wereOver.has(grant)) {
          grant.places[index] = 'lost';
          anew += 1;
        } else grant.places[index] = 'left';
      }
      if (goodwill !== null) this.#give({ source: 'goodwill', kind: grant.kind, ...goodwill }, anew);
    }
  }

  #heldOver(): { expiresAt: Moment | null } | null {
    return this.plan?.heldOver === 'goodwill' ? { expiresAt: this.cycle?.renewsAt ?? null } : null;
  }

  #begin(terms: PlanTerms, number: number): void {
    this.plan = terms;
    const renewsAt = cycleStart(terms, number + 1);
    this.cycle = { number, renewsAt };
    this.#period += 1;
    if (number < 0) return;
    this.#give({ own: 'allowance', source: 'allowance', kind: 'plan', expiresAt: renewsAt }, terms.allowance);
    for (const { credits } of this.addOns) {
      this.#give({ own: 'add-on', source: 'refreshed', kind: 'add_on', expiresAt: renewsAt }, credits);
    }
  }

  #renew({ number }: { number: number }, at: Moment): void {
    const { plan, next } = this;
    if (plan === null) throw new Error('a cycle without a plan');
    this.next = null;
    if (next === 'cancelled') {
      this.plan = null;
      this.cycle = null;
      this.addOns = [];
      this.#period += 1;
    } else {
      const terms = next ?? plan;
      const goesOn = terms.cycle === plan.cycle && terms.timeZone === plan.timeZone;
      this.#begin({ ...terms, anchor: goesOn ? plan.anchor : at }, goesOn ? number + 1 : 0);
    }
  }

  #setPlan({ terms, when }: CommandOf<'set_plan'>): Answer {
    const { plan, cycle } = this;
    const answer = { kind: 'plan_set' };
    if (plan === null || cycle === null || when === 'now') this.next = null;
    else {
      const offer = ({ anchor: _, ...rest }: PlanTerms) => JSON.stringify(rest);
      this.next = offer(plan) === offer(terms) ? null : terms;
      return answer;
    }
    const calendar = ({ cycle, anchor, timeZone }: PlanTerms) => `${cycle} ${anchor} ${timeZone}`;
    if (plan === null || cycle === null || calendar(plan) !== calendar(terms)) {
      for (const grant of this.grants) if (grant.own !== null && inUse(grant)) this.#end(grant);
      this.#begin(terms, cycleAt(terms, this.#now));
      return answer;
    }
    this.plan = terms;
    if (cycle.number < 0) return answer;
    if (terms.allowance === plan.allowance) return answer;
    const allowed = this.grants.filter(({ own, period }) => own === 'allowance' && period === this.#period);
    const granted = allowed.flatMap(({ places }) => places).filter((place) => place !== 'lost').length;
    const more = terms.allowance - granted;
    this.#give({ own: 'allowance', source: 'allowance', kind: 'plan', expiresAt: cycle.renewsAt }, more > 0 ? more : 0);
    let fewer = more < 0 ? -more : 0;
    for (const grant of this.#inOrder().reverse()) {
      for (const [index, place] of grant.places.entries()) {
        if (grant.own === 'allowance' && place === 'left' && fewer > 0) {
          grant.places[index] = 'lost';
          fewer -= 1;
        }
      }
    }
    return answer;
  }

  #addOn({ id, credits }: CommandOf<'add_on'>): Answer {
    const known = this.#from(`add_on:${id}`);
    if (known !== undefined) return { kind: known.places.length === credits ? 'granted' : 'key_reused' };
    if (this.cycle === null || this.cycle.number < 0) return { kind: 'no_cycle' };
    this.addOns.push({ id, credits });
    this.#give({ own: 'add-on', source: `add_on:${id}`, kind: 'add_on', expiresAt: this.cycle.renewsAt }, credits);
    return { kind: 'granted' };
  }

  #grant({ source, grantKind, credits, expiresAt }: CommandOf<'grant'>): Answer {
    const known = this.#from(source);
    if (known !== undefined) {
      return { kind: known.kind === grantKind && known.places.length === credits ? 'granted' : 'key_reused' };
    }
    if (expiresAt !== null && expiresAt <= this.#now) return { kind: 'expired' };
    this.#give({ source, kind: grantKind, expiresAt }, credits);
    return { kind: 'granted' };
  }

  #revoke({ source, credits }: CommandOf<'revoke'>): Answer {
    const grant = this.#from(source);
    if (grant === undefined) return { kind: 'unknown' };
    let taken = 0;
    grant.places = grant.places.map((place) => (place === 'left' && taken < credits && ++taken ? 'lost' : place));
    return { kind: 'revoked', credits: taken };
  }

  #reverse({ source }: CommandOf<'reverse'>): Answer {
    const grant = this.#from(source);
    if (grant === undefined) return { kind: 'unknown' };
    if (!grant.reversed) {
      this.debt += grant.places.filter((place) => place !== 'left' && place !== 'lost').length;
      grant.places = grant.places.map((place) => (place === 'left' ? 'lost' : place));
      grant.reversed = true;
    }
    return { kind: 'reversed' };
  }

  #inOrder(): Given[] {
    const rank = ({ kind, expiresAt }: Given) => `${RANK[kind]} ${expiresAt ?? NEVER}`;
    return [...this.grants].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  }

  /** Puts so many credits on hold; null says why it can't. */
  #reserve(id: string, credits: number, by: string | null): Given[] | Answer {
    const cap = by === null ? undefined : this.caps.get(by);
    if (cap !== undefined && by !== null) {
      const left = Math.max(0, cap.credits + (cap.raise?.credits ?? 0) - this.usedBy(by));
      if (credits > left) return { kind: 'capped', left, resetsAt: this.cycle?.renewsAt ?? null };
    }
    if (credits > this.available) return { kind: 'insufficient', missing: credits - this.available };
    const from: Given[] = [];
    for (const grant of this.#inOrder()) {
      for (const [index, place] of grant.places.entries()) {
        if (place !== 'left' || from.length === credits) continue;
        grant.places[index] = `held ${id}`;
        from.push(grant);
      }
    }
    return from;
  }

  #hold({ id, activity, credits, expiresAt, by }: CommandOf<'hold'>): Answer {
    const known = this.holds.get(id);
    if (known !== undefined) {
      return { kind: known.credits === credits && known.activity === activity ? 'held' : 'key_reused' };
    }
    const from = this.#reserve(id, credits, by?.id ?? null);
    if (!Array.isArray(from)) return from;
    this.holds.set(id, {
      ...{ activity, credits, expiresAt, by: by?.id ?? null, period: this.#period, status: 'open', from },
      ...{ charged: [], chargedAt: '', refunded: false },
    });
    return { kind: 'held' };
  }

  #capture({ id, credits }: CommandOf<'capture'>): Answer {
    const hold = this.holds.get(id);
    if (hold === undefined) return { kind: 'unknown' };
    if (hold.status === 'captured') return { kind: 'captured' };
    if (hold.status === 'released') return { kind: 'ended' };
    if (hold.status === 'expired') {
      const from = this.#reserve(id, credits, hold.by);
      if (!Array.isArray(from)) return from;
      hold.from = from;
      hold.period = this.#period;
    }
    hold.status = 'captured';
    hold.charged = hold.from.slice(0, credits);
    hold.chargedAt = this.#now;
    for (const grant of hold.charged) grant.places[grant.places.indexOf(`held ${id}`)] = `spent ${id}`;
    this.#giveBack(id, hold.from.slice(credits).reverse(), 'held', this.#heldOver());
    return { kind: 'captured' };
  }

  #release({ id }: CommandOf<'release'>): Answer {
    const hold = this.holds.get(id);
    if (hold === undefined) return { kind: 'unknown' };
    if (hold.status === 'captured') return { kind: 'ended' };
    if (hold.status === 'open') this.#giveBack(id, [...hold.from].reverse(), 'held', this.#heldOver());
    hold.status = 'released';
    return { kind: 'released' };
  }

  #refund({ id, askedAt }: CommandOf<'refund'>): Answer {
    const hold = this.holds.get(id);
    if (hold === undefined) return { kind: 'unknown' };
    if (hold.status !== 'captured') return { kind: 'not_captured' };
    if (!hold.refunded) {
      const days = this.plan?.refundDays ?? Number.POSITIVE_INFINITY;
      if (days === 0) return { kind: 'too_late' };
      if (days < 1000 && askedAt > later(hold.chargedAt, days * DAY)) return { kind: 'too_late' };
      hold.refunded = true;
      this.#giveBack(id, hold.charged, 'spent', { expiresAt: this.cycle?.renewsAt ?? null });
    }
    return { kind: 'refunded', credits: hold.charged.length };
  }
}

/** Whether a grant's end would still change anything. */
function inUse({ over, places }: Given): boolean {
  return !over && places.some((place) => place === 'left' || isHeld(place));
}

export function isHeld(place: Place): boolean {
  return place.startsWith('held ');
}
