import type { PublicContact } from '#contract/profile.ts';
import { cleanText } from '#contract/text.ts';

/** Contacts of one person at most. */
const CONTACTS_LIMIT = 20;

/** Longest value of a contact, in characters (RFC 5321 allows no longer e-mail address). */
const VALUE_LENGTH = 254;

const EMAIL = /^(?!.*[\s<>()[\],;:"\\])[^@]+@(?:[^@.]+\.)+[^@.]{2,}$/su;

/** The contacts as they are shown: e-mail addresses and phone numbers which can be ones, each once. */
export function publicContacts(emails: readonly string[], phones: readonly string[]): PublicContact[] {
  const found = new Map<string, PublicContact>();
  for (const raw of emails.slice(0, CONTACTS_LIMIT * 2)) {
    const value = bare(raw);
    if (EMAIL.test(value) && value.length <= VALUE_LENGTH) found.set(value.toLowerCase(), { field: 'email', value });
  }
  for (const raw of phones.slice(0, CONTACTS_LIMIT * 2)) {
    const value = bare(raw);
    const digits = value.replace(/\D/g, '');
    if (isPhone(value) && !found.has(digits)) found.set(digits, { field: 'phone', value });
  }
  return [...found.values()].slice(0, CONTACTS_LIMIT);
}

/** The value in a text, or in a link made for it (`mailto:`, `tel:`, `callto:`). */
function bare(raw: string): string {
  const value = raw
    .slice(0, 2_000)
    .trim()
    .replace(/^\w+:/, '')
    .replace(/[?;].*$/s, '');
  try {
    return cleanText(decodeURIComponent(value), VALUE_LENGTH);
  } catch {
    return cleanText(value, VALUE_LENGTH);
  }
}

/** A phone number keeps its spelling, but must be one by its digits (E.164: up to 15), without an extension. */
function isPhone(value: string): boolean {
  const digits = value.replace(/[x#].*$/i, '').replace(/\D/g, '').length;
  return digits >= 6 && digits <= 15 && /^[\d\s()+.,/–#ext-]{6,60}$/i.test(value);
}
