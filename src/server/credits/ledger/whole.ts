/** @throws where something is no number of credits, which is a caller's bug */
export function whole(credits: number): void {
  if (!Number.isSafeInteger(credits) || credits < 0) throw new RangeError(`not a number of credits: ${credits}`);
}
