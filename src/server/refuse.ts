import type * as z from 'zod/mini';
import type { NextStep as NextStepSchema, Refusal, RefusalCode } from '#contract/refusal.ts';

type NextStep = z.infer<typeof NextStepSchema>;

/** What was asked for, or an expected no. */
export type OrRefusal<T> = T | { refusal: Refusal };

/**
 * An expected no, as a value.
 * @param message one or two sentences in English: what happened, and what to do; never holds a contact detail
 * @param more the numbers that belong to the code, such as `missing` and `price`
 */
export function refuse(
  code: RefusalCode,
  message: string,
  next: NextStep,
  more: Partial<Refusal> = {},
): { refusal: Refusal } {
  return { refusal: { ...more, code, message, next } };
}
