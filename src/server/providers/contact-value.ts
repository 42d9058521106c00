import type { Field } from '#contract/profile.ts';

/** `ext. 12`, `x12` and the like behind a phone number. */
const EXTENSION = /\s*(?:ext\.?|x|;ext=)\s*\d{1,6}$/iu;

/** Whether a value can be an e-mail address or a phone number (E.164: 15 digits at most) at all. */
export function hasShape(field: Field, value: string): boolean {
  if (field === 'email')
    return value.length <= 254 && /^[^\s\p{C}@<>"(),:;]+@(?:[^\s\p{C}@.]+\.)+[^\s\p{C}@.]{2,}$/u.test(value);
  const number = value.replace(EXTENSION, '');
  const digits = number.replace(/\D/g, '').length;
  return /^\+?[\d\s().\-/\u2010-\u2015]+$/u.test(number) && digits >= 6 && digits <= 15;
}

/** One spelling of a value, for comparing: folded case of an e-mail address, digits of a phone number. */
export function valueKey(field: Field, value: string): string {
  const folded = value.normalize('NFKC').trim();
  if (field === 'email') return folded.toLowerCase().replace(/^mailto:/, '');
  return folded
    .replace(/^tel:/i, '')
    .replace(EXTENSION, '')
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
}

/**
 * Whether two values are the same one. A phone number may be written with or without its country: the shorter one, if
 * it is long enough to mean one, then ends the longer.
 */
export function sameValue(field: Field, a: string, b: string): boolean {
  const [short, long] = [valueKey(field, a), valueKey(field, b)].sort((one, other) => one.length - other.length);
  if (short === undefined || long === undefined) return false;
  return (
    short === long ||
    (field === 'phone' && short.length >= 7 && long.length <= short.length + 3 && long.endsWith(short))
  );
}
