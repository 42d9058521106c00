import type { Line } from './lines.ts';

/** Each condition that holds, times its weight. */
export const sum = (weights: readonly (readonly [boolean | number | undefined, number])[]) =>
  weights.reduce((total, [holds, weight]) => total + Number(holds ?? 0) * weight, 0);

/** The place with most votes, and how many those are; -1 where none has any. */
export const mostVoted = (votes: ReadonlyMap<number, number>) =>
  [...votes].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0] as [place: number, votes: number]);

/** A line with a price: goods have names as well. */
export const isPrice = ({ text }: Line) => /[$€£¥₹]\s?\d|\d\s?(?:€|zł|₺|EUR|USD)/.test(text);
