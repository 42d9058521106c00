import type { Field } from '#contract/profile.ts';

/** The fields in the order they are offered: the cheaper first. */
export const FIELDS: readonly Field[] = ['email', 'phone'];

/** An address that opens the rep's own mail or telephone program, or null where the value does not make one. */
export function hrefOf(field: Field, value: string): string | null {
  if (field === 'email') {
    return /^[^\s@]+@[^\s@]+$/.test(value) ? `mailto:${encodeURIComponent(value).replace('%40', '@')}` : null;
  }
  const number = value.replace(/(?!^\+)\D/g, '');
  return /\d{3}/.test(number) ? `tel:${number}` : null;
}
