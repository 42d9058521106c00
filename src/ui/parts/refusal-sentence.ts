import type { Refusal } from '#contract/refusal.ts';
import type { Words } from '../screen/words.ts';

/**
 * What is said of a refusal, in the rep's language. A code without a sentence of its own (`invalid_request` says where
 * the input is wrong, a newer server may know more codes) is told in the server's English.
 */
export function refusalSentence(words: Words, refusal: Refusal): string {
  if (refusal.code === 'price_changed' && refusal.price !== undefined) {
    return words.count('refusal_price_changed_to', refusal.price);
  }
  return words.t(`refusal_${refusal.code}`) || refusal.message;
}
