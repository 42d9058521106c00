import { en } from 'zod/locales';
import type * as z from 'zod/mini';
import type { Refusal } from '#contract/refusal.ts';
import { refuse } from '../refuse.ts';

const { localeError } = en();

/**
 * Checks one part of a request by its schema.
 * @returns the value with defaults filled in, or a refusal that says where the first mistake is
 */
export function validate<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): { value: z.infer<Schema> } | { refusal: Refusal } {
  const read = schema.safeParse(value, { error: localeError });
  if (read.success) return { value: read.data };
  const issue = read.error.issues[0];
  const at = (issue?.path ?? []).map(String).join('.').slice(0, 200);
  const sentence = `${issue?.message ?? 'Invalid input'}.`;
  return refuse('invalid_request', at === '' ? sentence : `${at}: ${sentence}`, 'correct', at === '' ? {} : { at });
}
