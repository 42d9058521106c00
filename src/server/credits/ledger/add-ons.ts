import { type Answers, addOnSource, type CommandOf } from '../commands.ts';
import type { Draft } from '../draft.ts';
import type { BillingCycle, By } from '../purse.ts';
import { whole } from './whole.ts';

/** Credits of all add-ons of a purse at most, since they are granted without asking whether there is room. */
export const ADD_ONS_LIMIT = 100_000_000;

export function addOn(draft: Draft, { id, credits, by }: CommandOf<'add_on'>): Answers['add_on'] {
  whole(credits);
  if (credits === 0) throw new RangeError('an add-on of no credits');
  const source = addOnSource(id);
  const known = draft.grantFrom(source);
  if (known !== null) return known.credits === credits ? { kind: 'granted', grant: known } : { kind: 'key_reused' };
  const { cycle, addOns } = draft;
  if (cycle === null || cycle.number < 0) return { kind: 'no_cycle' };
  const all = addOns.reduce((sum, one) => sum + one.credits, credits);
  if (all > ADD_ONS_LIMIT || !draft.hasRoomFor(credits)) return { kind: 'purse_full' };
  draft.addOns = [...addOns, { id, credits }];
  const { renewsAt: expiresAt } = cycle;
  const given = draft.give({ source, kind: 'add_on', credits, expiresAt, reference: id, reason: null, by });
  if (given === null) throw new Error('an add-on of no credits');
  return { kind: 'granted', grant: given };
}

export function dropAddOn(draft: Draft, { id }: CommandOf<'drop_add_on'>): Answers['drop_add_on'] {
  if (draft.grantFrom(addOnSource(id)) === null) return { kind: 'unknown' };
  if (draft.addOns.some((one) => one.id === id)) draft.addOns = draft.addOns.filter((one) => one.id !== id);
  return { kind: 'dropped' };
}

/** Gives the add-ons anew in a cycle that begins. */
export function refreshAddOns(draft: Draft, { startsAt, renewsAt }: BillingCycle, by: By): void {
  for (const { id, credits } of draft.addOns) {
    const source = `${addOnSource(id)}:${startsAt}:${draft.lastEntry + 1}`;
    draft.give({ source, kind: 'add_on', credits, expiresAt: renewsAt, reference: id, reason: null, by });
  }
}
