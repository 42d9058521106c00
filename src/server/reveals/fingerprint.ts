import type { RevealRequest } from '#contract/reveal.ts';
import { digestOf } from '../digest.ts';
import { valueKey } from '../providers/contact-value.ts';

/** Tells another request under the same id. */
export function fingerprintOf({ profile, field, maxCredits, another }: RevealRequest): string {
  return digestOf([profile.key, field, maxCredits, another]);
}

/** Tells whether two reveals of one field of one profile ask the providers the very same. */
export function questionOf(request: RevealRequest): string {
  const { key, name, url, company = null, companyDomain = null } = request.profile;
  return digestOf([
    key,
    request.field,
    name,
    url,
    company,
    companyDomain,
    shownOn(request)
      .map((value) => valueKey(request.field, value))
      .sort(),
  ]);
}

/** The values of the field asked for that the page itself shows. */
export function shownOn({ profile, field }: RevealRequest): string[] {
  return profile.contacts.filter((contact) => contact.field === field).map(({ value }) => value);
}
