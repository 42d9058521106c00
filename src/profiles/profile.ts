import type { Profile } from '#contract/profile.ts';
import { siteKey, webKey } from '#contract/profile-key.ts';
import { cleanText } from '#contract/text.ts';
import { absolute, domainOf, namedByPath, tidied } from './address.ts';
import { publicContacts } from './contacts.ts';
import { unescaped } from './escapes.ts';
import type { Merged } from './merge.ts';
import { complete, type Person } from './person.ts';

/** Whom a title names as what somebody works for now: "VP Sales at Brightwater | Speaker". */
const EMPLOYER = /(?<!\b(?:[Ee]x\b|[Pp]rev|[Ff]ormer)[^|·,.]*). (?:at|@|bei|chez) (?![a-z])@?((?:[^|·•,;–—.]|\.\b)+)/;

/**
 * The profile as the contract wants it, under a key that only this page's host can give.
 * @param alone whether the page shows nobody else
 * @param site id of the site file that knows the page
 */
export function profileOf(person: Merged, page: URL, alone: boolean, site: string | undefined): Profile | undefined {
  const name = cleanText(person.name, 200);
  const key = keyOf(person, name, page, alone, site);
  if (!key) return undefined;
  complete(person);
  const title = optional(person.title, 300);
  const company = optional(person.company, 200) || optional(EMPLOYER.exec(title ?? '')?.[1], 200);
  const companyDomain = person.companyUrl && domainOf(person.companyUrl);
  const location = optional(person.location, 200);
  return {
    key,
    site: person.reader,
    // The page's address without fragment and tracking, for a person who has no page of their own.
    url: person.url ?? tidied(absolute(page.href, page) ?? page.origin),
    name,
    ...(title && { title }),
    ...(company && { company }),
    ...(companyDomain && { companyDomain }),
    ...(location && { location }),
    contacts: publicContacts(person.emails, person.phones),
  };
}

/** A known site names its people itself; elsewhere the address does, with the name where it leads to several. */
function keyOf(person: Merged, name: string, page: URL, alone: boolean, site: string | undefined): string | null {
  if (site && person.handle) return siteKey(site, person.handle);
  const url = person.ownUrl ?? page.href;
  const byAddress = (person.ownUrl || alone) && namedByPath(url, name);
  return byAddress ? webKey(url) : webKey(url, name);
}

function optional(text: string | undefined, max: number): string | undefined {
  const clean = cleanText(unescaped(text?.slice(0, max * 8) ?? ''), max);
  // Sites that hide a value from visitors put asterisks in its place.
  return /[\p{L}\p{N}]/u.test(clean) ? clean : undefined;
}

/** Whether a text can be the name of a person: with a letter, without an address in it, and not a paragraph. */
export function isName(text: string): boolean {
  return /\p{L}/u.test(text.slice(0, 200)) && text.trim().length <= 120 && !/@[^\s]+\.|:\/\//.test(text);
}

/** What a template has in the place of a name, and of an address (RFC 2606). */
const BLANK = /^(?:[\s_{}[\]<>%().-]|author|your|full|first|last|employee|member|user|name|here|insert|lorem|ipsum)+$/i;
const EXAMPLE = /^https?:\/\/(?:[^/]*\.)?example\.(?:com|net|org)(?:[:/]|$)/;

/** Whether somebody is only what a template had, and nobody has filled in. Pages of examples have people, too. */
export function isBlank({ name, url = '' }: Person, page: URL): boolean {
  return (BLANK.test(name) || EXAMPLE.test(url)) && !EXAMPLE.test(page.href);
}
