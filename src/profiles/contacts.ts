import type { PublicContact } from '#contract/profile.ts';
import { cleanText } from '#contract/text.ts';

/** Contacts of one person at most. */
const CONTACTS_LIMIT = 20;

/** Longest value of a contact, in characters (RFC 5321 allows no longer e-mail address). */
const VALUE_LENGTH = 254;

const EMAIL = /^[^\s@<>()[\],;:"\\]+@(?:[^\s@<>()[\],;:"\\.]+\.)+[^\s@<>()[\],;:"\\.]{2,}$/u;

/** The contacts as they are shown: e-mail addresses and phone numbers which can be ones, each once. */
export function publicContacts(emails: readonly string[], phones: readonly string[]): PublicContact[] {
  const found = new Map<string, PublicContact>();
  for (const raw of emails.slice(0, CONTACTS_LIMIT * 2)) {
    const value = emailAddress(raw);
    if (value !== undefined) found.set(value.toLowerCase(), { field: 'email', value });
  }
  for (const raw of phones.slice(0, CONTACTS_LIMIT * 2)) {
    const value = phoneNumber(raw);
    const digits = value?.replace(/\D/g, '');
    if (value !== undefined && digits !== undefined && !found.has(digits)) found.set(digits, { field: 'phone', value });
  }
  return [...found.values()].slice(0, CONTACTS_LIMIT);
}

/** An e-mail address out of a text or a `mailto:` link. */
function emailAddress(raw: string): string | undefined {
  const value = cleanText(
    unescaped(
      raw
        .slice(0, 2_000)
        .trim()
        .replace(/^mailto:/i, '')
        .replace(/\?.*$/s, ''),
    ),
    VALUE_LENGTH,
  );
  return EMAIL.test(value) && value.length <= VALUE_LENGTH ? value : undefined;
}

/** A phone number out of a text or a `tel:` link: it keeps its spelling, but must be one by its digits (E.164: up to 15). */
function phoneNumber(raw: string): string | undefined {
  const value = cleanText(
    unescaped(
      raw
        .slice(0, 2_000)
        .trim()
        .replace(/^(?:tel|phone|callto):/i, '')
        .replace(/;.*$/s, ''),
    ),
    60,
  );
  const digits = value.replace(/(?:ext|x|#).*$/i, '').replace(/\D/g, '').length;
  return digits >= 6 && digits <= 15 && /^[\d\s()+.,/\-–x#ext]+$/i.test(value) ? value : undefined;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
