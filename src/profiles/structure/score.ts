import type { Line } from './lines.ts';

/** Each condition that holds, times its weight. */
export const sum = (weights: readonly (readonly [boolean | number | undefined, number])[]) =>
  weights.reduce((total, [holds, weight]) => total + Number(holds ?? 0) * weight, 0);

/** A line with a price: goods have names as well. */
export const isPrice = ({ text }: Line) => /[$€£¥₹]\s?\d|\d\s?(?:€|zł|₺|EUR|USD)/.test(text);
