import { absolute, samePage } from '../address.ts';
import type { Person } from '../person.ts';
import { type Item, type Items, isItem, textValue } from './items.ts';

/** What a list that the person stands in says of them: their company, and what they are there. */
export interface Setting {
  company?: Item | undefined;
  role?: string | undefined;
}

/**
 * A person out of a schema.org `Person` (https://schema.org/Person), or of its predecessor at data-vocabulary.org.
 * @returns undefined for one without a name
 */
export function personOf(item: Item, items: Items, page: URL, setting: Setting = {}): Person | undefined {
  const name = nameOf(item, items);
  if (name === undefined) return undefined;
  const url = urlOf(item, items, page);
  const company = currentCompany(item, items);
  const employer = company.employer ?? setting.company;
  return {
    name,
    url,
    title:
      firstText(items.values(item, 'jobTitle', 'title')) ?? company.role ?? setting.role ?? occupation(item, items),
    company: textValue(employer),
    companyUrl: isItem(employer) ? address(items.values(employer, 'url', 'sameAs'), page) : undefined,
    location: location(item, items),
    emails: contacts(item, items, 'email'),
    phones: contacts(item, items, 'telephone', 'tel'),
    subject: url !== undefined && samePage(url, page.href) ? true : undefined,
  };
}

function nameOf(item: Item, items: Items): string | undefined {
  const whole = firstText(items.values(item, 'name', 'fn'));
  if (whole !== undefined) return whole;
  const parts = [firstText(items.values(item, 'givenName')), firstText(items.values(item, 'familyName'))];
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

function firstText(values: unknown[]): string | undefined {
  for (const value of values) {
    const text = textValue(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The person's own page: one on the host of the page comes before one elsewhere. */
function urlOf(item: Item, items: Items, page: URL): string | undefined {
  const id = item['@id'];
  const named = [...items.values(item, 'url'), ...items.values(item, 'mainEntityOfPage')];
  // An @id with a fragment is a mere name for the item; `_:` starts one without meaning outside.
  if (typeof id === 'string' && /^(?:https?:\/)?\/[^#]*$/.test(id)) named.push(id);
  const urls = named.flatMap((value) => {
    const text = isItem(value) ? (value['@id'] ?? value.url) : value;
    const url = typeof text === 'string' && text.trim() !== '' ? absolute(text.trim(), page) : undefined;
    return url === undefined ? [] : [url];
  });
  return urls.find((url) => new URL(url).host === page.host) ?? urls[0];
}

function address(values: unknown[], page: URL): string | undefined {
  for (const value of values) {
    const url = typeof value === 'string' ? absolute(value.trim(), page) : undefined;
    if (url !== undefined) return url;
  }
  return undefined;
}

/** Where the person works now: of several the first that has not ended. A role between is looked through. */
function currentCompany(item: Item, items: Items): { employer?: unknown; role?: string | undefined } {
  for (const property of ['worksFor', 'affiliation']) {
    for (const value of items.values(item, property)) {
      if (!isItem(value)) {
        if (textValue(value) !== undefined) return { employer: value };
        continue;
      }
      if (ended(value, items)) continue;
      const [inner] = items.values(value, property);
      if (inner !== undefined) return { employer: inner, role: firstText(items.values(value, 'roleName', 'jobTitle')) };
      if (textValue(value) !== undefined) return { employer: value };
    }
  }
  return {};
}

/** Whether a role, or the membership noted inside an organisation, lies in the past. */
function ended(item: Item, items: Items): boolean {
  return [item, ...items.values(item, 'member').filter(isItem)].some((one) => items.values(one, 'endDate').length > 0);
}

function occupation(item: Item, items: Items): string | undefined {
  const now = items.values(item, 'hasOccupation').filter((value) => !isItem(value) || !ended(value, items));
  return firstText(now.map((value) => (isItem(value) ? (items.values(value, 'hasOccupation')[0] ?? value) : value)));
}

/** Town, region and country; never the street. */
function location(item: Item, items: Items): string | undefined {
  for (const value of items.values(item, 'workLocation', 'homeLocation', 'address')) {
    const place = isItem(value) ? (items.values(value, 'address')[0] ?? value) : value;
    if (!isItem(place)) {
      const text = textValue(place);
      if (text !== undefined) return text;
      continue;
    }
    const parts = [
      ['addressLocality', 'locality'],
      ['addressRegion', 'region'],
      ['addressCountry', 'country-name'],
    ].map((names) => firstText(items.values(place, ...names)));
    const text = [...new Set(parts.filter((part) => part !== undefined))].join(', ') || textValue(place);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The contacts given with the person itself or with their contact point; never those of the company. */
function contacts(item: Item, items: Items, ...properties: string[]): string[] {
  const points = items.values(item, 'contactPoint', 'contactPoints').filter(isItem);
  return [item, ...points].flatMap((one) =>
    items.values(one, ...properties).flatMap((value) => (typeof value === 'string' ? [value] : [])),
  );
}
