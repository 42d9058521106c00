import { beginsGiven, isGiven } from './given.ts';
import type { Line } from './lines.ts';
import type { Named } from './name.ts';

/** A name and the number of its line. */
export type Slot = Named & { line: number };

/** Those slots of a run that are names. */
export function genuine(slots: readonly Slot[], lines: readonly Line[]): Slot[] {
  // "Ada Okafor", and in the next line of the same kind "Lecturer - Systems Design", whom nobody is called.
  const isTitle = (slot: Slot, at: number) => {
    const last = slots[at - 1];
    return !!slot.office && !!last && !last.office && slot.line === last.line + 1;
  };
  const isMixed = slots.filter(isTitle).length > Math.max(1, slots.length * 0.3);
  // "Phone Ex: 2240", "Phone Ex: 2233": what comes again and again is a label.
  const times = new Map<string, number>();
  for (const { name } of slots) times.set(name, (times.get(name) ?? 0) + 1);
  // Where names begin their blocks, what stands there below them is a firm: "Harbor Winery".
  const isBelow = ({ line }: Slot) => lines[line - 1]?.block === lines[line]?.block;
  const below = slots.filter(isBelow);
  const areFirms =
    below.length * 2 <= slots.length && below.filter(({ name }) => beginsGiven(name)).length < below.length * 0.3;
  return slots.filter(
    (slot, at) =>
      !(isMixed && isTitle(slot, at)) &&
      Number(times.get(slot.name)) < Math.max(5, slots.length * 0.2) &&
      !(areFirms && !slot.sure && isBelow(slot)),
  );
}

/** Gives the names of a run the forms that its names have in common. */
export function agree(slots: Slot[], lines: readonly Line[]): void {
  const often = (test: (slot: Slot) => unknown) => slots.filter(test).length * 2 > slots.length;
  const isFirst = ({ name }: Slot) => beginsGiven(name);
  const isTurned =
    often((slot) => isGiven(slot.turned ?? '') && !isFirst(slot)) ||
    (slots.length > 2 && slots.every((slot) => slot.turned && !isFirst(slot)));
  // One letter is a form of address where the others say so: "M. Ada Okafor" beside "Mme Mika Moreau".
  const isMister = slots.some(({ line }) => /\b(?:D(?:ña|oña|\.?ª)|M(?:me|lle))[\s.]/.test(lines[line]?.text ?? ''));
  // Chinese words of two characters may be any, where no name among them has three.
  const isTerse = slots.every(({ name }) => name.length < 3);
  for (const slot of slots) {
    if (isTerse) slot.sure = false;
    if (isTurned && slot.turned) Object.assign(slot, { name: slot.turned, rest: '' });
    const bare = isMister ? slot.name.replace(/^[DM]\. ?/, '') : slot.name;
    if (bare !== slot.name && bare.includes(' ')) Object.assign(slot, { name: bare, sure: true });
  }
}
