import * as z from 'zod/mini';
import type { Balance } from '#contract/credits.ts';
import type { PlanOffer } from '#contract/plan.ts';
import { momentOf } from '../db/moment.ts';
import type { Member } from '../member.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import { addOnSource } from './commands.ts';
import { once } from './operator-acts.ts';
import { PlanTerms } from './plan.ts';
import type { AddOn } from './purse.ts';
import { keyReused, noPlan, purseFull } from './refusals.ts';
import type { TransactPurse } from './transact-purse.ts';

/** What an operator decides of a workspace's plan. `by` is null for the server itself. */
export interface Plans {
  /**
   * Puts a plan in force: at once, by the rules of `setPlan` in `ledger/plan-change.ts`, or at the next renewal. The
   * same terms again change nothing.
   * @throws on terms that are none: an allowance, time zone or price that cannot be
   */
  setPlan(
    workspace: string,
    terms: z.input<typeof PlanTerms>,
    by: Member | null,
    when?: 'now' | 'renewal',
  ): Promise<Balance>;
  /** The same from outside: the offer may be one that cannot be, and may leave the anchor to the current plan. */
  offerPlan(
    workspace: string,
    offer: PlanOffer,
    when: 'now' | 'renewal',
    by: Member | null,
  ): Promise<OrRefusal<{ balance: Balance }>>;
  /** Plan and add-ons end with the cycle. */
  cancelPlan(workspace: string, by: Member | null): Promise<OrRefusal<{ balance: Balance }>>;
  /** Recurring credits, once for each id. */
  addAddOn(workspace: string, addOn: AddOn, by: Member | null): Promise<OrRefusal<{ balance: Balance }>>;
  dropAddOn(workspace: string, id: string, by: Member | null): Promise<OrRefusal<{ balance: Balance }>>;
  /** Those that the next renewal gives anew. */
  addOns(workspace: string): Promise<readonly AddOn[]>;
}

export function createPlans(transact: TransactPurse): Plans {
  return {
    async setPlan(workspace, terms, by, when = 'now') {
      const checked = PlanTerms.parse(terms);
      const { balance } = await transact(workspace, {}, async (open) => {
        open.apply({ kind: 'set_plan', terms: checked, when, by });
      });
      return balance;
    },

    async offerPlan(workspace, offer, when, by) {
      const { result, balance } = await transact(workspace, {}, async (open) => {
        const { plan } = open.purse;
        const goesOn = plan !== null && plan.cycle === offer.cycle && plan.timeZone === offer.timeZone;
        // In one spelling: another one would be another calendar.
        const asked = offer.anchor === null ? null : momentOf(Temporal.Instant.from(offer.anchor));
        const terms = PlanTerms.safeParse({ ...offer, anchor: asked ?? (goesOn ? plan.anchor : open.now) });
        if (!terms.success) return notATerm(terms.error.issues[0]?.path.join('.') ?? '');
        open.apply({ kind: 'set_plan', terms: terms.data, when, by });
        return null;
      });
      return result ?? { balance };
    },

    async cancelPlan(workspace, by) {
      const { result, balance } = await transact(workspace, {}, async (open) =>
        open.apply({ kind: 'cancel_plan', by }),
      );
      return result.kind === 'no_plan' ? noPlan() : { balance };
    },

    async addAddOn(workspace, { id, credits }, by) {
      const act = { workspace, id, kind: 'add_on', request: { credits }, by, result: z.null() };
      const { result, balance } = await transact(workspace, { sources: [addOnSource(id)] }, (open, trx) =>
        once(open, trx, act, () => {
          const added = open.apply({ kind: 'add_on', id, credits, by });
          if (added.kind === 'no_cycle') return noPlan();
          if (added.kind === 'key_reused') return keyReused();
          return added.kind === 'purse_full' ? purseFull() : { done: null };
        }),
      );
      return 'refusal' in result ? result : { balance };
    },

    async dropAddOn(workspace, id, by) {
      const { result, balance } = await transact(workspace, { sources: [addOnSource(id)] }, async (open) =>
        open.apply({ kind: 'drop_add_on', id, by }),
      );
      return result.kind === 'unknown' ? refuse('not_found', 'There is no such add-on.', 'none') : { balance };
    },

    async addOns(workspace) {
      return (await transact(workspace, {}, async (open) => open.purse.addOns)).result;
    },
  };
}

function notATerm(at: string) {
  const what = at === 'timeZone' ? 'Its time zone is none of the IANA names, such as Europe/Berlin.' : `See ${at}.`;
  return refuse('invalid_request', `That cannot be a plan. ${what}`, 'correct', { at: `plan.${at}` });
}
