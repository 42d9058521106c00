import { absolute, sameHost, samePage } from '../address.ts';
import { NONE } from '../dom.ts';
import type { Person } from '../person.ts';
import { type Item, isItem, list, REST, textOf, textValue, values } from './items.ts';

/** What the data around a person say of them: whether the page is theirs, their company, and what they are there. */
export interface Setting {
  subject?: boolean | undefined;
  company?: Item | undefined;
  role?: string | undefined;
}

/** Properties that say where a person works, and in a CV or a role who the employer is. */
const EMPLOYERS = ['worksFor', 'affiliation', 'experience'];

/**
 * A person out of a schema.org `Person` (https://schema.org/Person), of its predecessor at data-vocabulary.org, or of a
 * card whose properties were given the same names.
 * @returns undefined for one without a name; nothing but name and address is read yet
 */
export function personOf(item: Item, page: URL, setting: Setting): Person | undefined {
  const name =
    textOf(item, 'name') ??
    (joined(' ', textOf(item, 'givenName'), textOf(item, 'familyName')) || textOf(item, 'implied'));
  if (!name) return undefined;
  const urls = addresses(item, page);
  const [first, another] = urls;
  return {
    name: name.replace(REST, ''),
    url: another ? (urls.find((one) => sameHost(one, page)) ?? first) : first,
    subject: urls.some((one) => samePage(one, page)) || undefined,
    emails: NONE,
    phones: NONE,
    rest: () => restOf(item, page, setting),
  };
}

function restOf(item: Item, page: URL, setting: Setting): Partial<Person> {
  const { employer = setting.company, role = setting.role } = currentCompany(item);
  const title = textOf(item, 'jobTitle', 'title', 'role') ?? role ?? occupation(item);
  return {
    title,
    company: textValue(employer),
    companyUrl: isItem(employer) ? links(values(employer, 'url', 'sameAs', 'link'), page)[0] : undefined,
    location: location(item),
    emails: contacts(item, 'email'),
    phones: contacts(item, 'telephone'),
  };
}

function joined(separator: string, ...parts: (string | undefined)[]): string {
  const given = parts.filter((part) => part);
  return given[1] ? [...new Set(given)].join(separator) : (given[0] ?? '');
}

/** The addresses of the person's own pages. */
function addresses(item: Item, page: URL): string[] {
  const found = links(values(item, 'url', 'link'), page);
  links(values(item, 'mainEntityOfPage'), page, found);
  const id = item['@id'];
  // An @id with a fragment is a mere name for the item; `_:` starts one without meaning outside.
  if (typeof id === 'string' && /^(?:https?:\/)?\/[^#]*$/.test(id)) links([id], page, found);
  return found;
}

/** Adds the addresses among the values to those found: as they are, or of the items they are. */
function links(all: readonly unknown[], page: URL, found: string[] = []): string[] {
  for (const value of all) {
    const said = isItem(value) ? (value['@id'] ?? values(value, 'url')[0]) : value;
    const text = typeof said === 'function' ? textValue(said) : said;
    const link = typeof text === 'string' && text.trim();
    const address = link && absolute(link, page);
    if (address) found.push(address);
  }
  return found;
}

/** Where the person works now: of several the first that has not ended. A role between is looked through. */
function currentCompany(item: Item): { employer?: unknown; role?: string | undefined } {
  for (const property of EMPLOYERS) {
    for (const value of values(item, property)) {
      if (isItem(value)) {
        if (ended(value)) continue;
        const [employer] = values(value, property, 'worksFor');
        if (employer !== undefined) return { employer, role: textOf(value, 'roleName', 'jobTitle', 'title') };
      }
      if (property !== 'experience' && textValue(value)) return { employer: value };
    }
  }
  return {};
}

/** Whether a role, or the membership noted inside an organisation, lies in the past. */
function ended(item: Item): boolean {
  return [item, ...values(item, 'member').filter(isItem)].some((one) => values(one, 'endDate').length > 0);
}

function occupation(item: Item): string | undefined {
  for (const value of values(item, 'hasOccupation')) {
    if (isItem(value) && ended(value)) continue;
    const text = textValue(isItem(value) ? (values(value, 'hasOccupation')[0] ?? value) : value);
    if (text) return text;
  }
  return undefined;
}

/** Town, region and country; never the street. */
function location(item: Item): string | undefined {
  for (const value of [...values(item, 'workLocation', 'homeLocation', 'address'), item]) {
    const place = isItem(value) ? (values(value, 'address')[0] ?? value) : value;
    const part = (name: string) => (isItem(place) ? textOf(place, name) : undefined);
    const text =
      joined(', ', part('addressLocality'), part('addressRegion'), part('addressCountry')) ||
      (value === item ? undefined : textValue(place));
    if (text) return text;
  }
  return undefined;
}

/** The contacts given with the person itself or with their contact point; never those of the company. */
function contacts(item: Item, property: string): readonly string[] {
  const found: string[] = [];
  for (const one of [item, ...values(item, 'contactPoint', 'contactPoints')]) {
    for (const value of isItem(one) ? list(one[property]) : NONE) {
      // A vCard's number has a kind beside its value.
      const held = isItem(value) ? (list(value.value).find(isItem) ?? value) : value;
      const text = (isItem(held) && textValue(held['@id'])) || textValue(held);
      if (text) found.push(text);
    }
  }
  return found;
}
