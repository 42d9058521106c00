import type { Profile } from '#contract/profile.ts';
import { isOwnPage, tidied } from './address.ts';
import { unescaped } from './escapes.ts';
import { complete, type Person, type Steps } from './person.ts';

/** A person together with the reader that found them first. */
export interface Sighting extends Person {
  reader: string;
  /** What all spellings of the name have in common. */
  called: string;
}

/** A person of a page, found in one way or several. */
export interface Merged extends Sighting {
  /** The person's own page, when it is on the host of the page and nobody else's. */
  ownUrl?: string | undefined;
  /** What the person is known by beside the name. */
  identity: string | undefined;
  /** As which the person is shown. */
  profile?: Profile;
  /** Found once only, under a name and an address that nobody else on the page has. */
  single?: boolean | undefined;
}

interface Entry {
  person: Merged;
  /** The entry that stands for all of the same person. */
  group?: Entry;
}

/** A person as one reader found them, under their plain name and address. A site gives its people addresses of its own. */
export function sighted(person: Person, reader: string): Sighting {
  const name = unescaped(person.name);
  const url = person.url && !person.handle ? tidied(person.url) : person.url;
  return { ...person, name, url, reader, called: nameKey(name) };
}

/**
 * Makes one person of all sightings of the same: those with the same handle or the same own page, and of the rest
 * those with the same name. What the earlier sighting leaves open, the later fills.
 * @param sightings in the order of trust
 */
export function* merge(sightings: readonly Sighting[], page: URL): Steps<Merged[]> {
  const shared = yield* sharedAddresses(sightings);
  const entries: Entry[] = [];
  // Those who can be told apart come first, so that a bare name finds the one it belongs to.
  const known: Entry[] = [];
  const bare: Entry[] = [];
  let at = 0;
  for (const sighting of sightings) {
    if (++at % 100 === 0) yield;
    const url = sighting.url && !shared.has(sighting.url) ? sighting.url : undefined;
    const ownUrl = url && isOwnPage(url, page) ? url : undefined;
    const identity = (sighting.handle ?? ownUrl)?.toLowerCase();
    const single = url === sighting.url || undefined;
    const entry = { person: { ...sighting, url, ownUrl, identity, single } };
    entries.push(entry);
    (identity ? known : bare).push(entry);
  }
  const byIdentity = new Map<string, Entry>();
  const byName = new Map<string, Entry>();
  for (const entry of known.concat(bare)) {
    if (++at % 500 === 0) yield;
    const { called, identity } = entry.person;
    const namesake = byName.get(called);
    const group = (identity ? byIdentity.get(identity) : namesake) ?? entry;
    entry.group = group;
    if (group !== entry || namesake) group.person.single = entry.person.single = undefined;
    if (namesake) namesake.person.single = undefined;
    else byName.set(called, group);
    if (identity) byIdentity.set(identity, group);
  }
  const wholes = new Map<Entry | undefined, Merged>();
  for (const { person, group } of entries) {
    if (++at % 500 === 0) yield;
    const whole = wholes.get(group);
    if (whole) fill(whole, person);
    else wholes.set(group, person);
  }
  return [...wholes.values()];
}

/**
 * What the spellings of one name have in common: letters and digits in lower case, without forms of address in front
 * and degrees behind a comma.
 */
export function nameKey(name: string): string {
  const [front = ''] = name.slice(0, 400).normalize('NFKC').split(',');
  const words = front
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(/^(?:(?:dr|prof|professor|mr|mrs|ms|mx|sir|herr|frau|ing|rev) )+(?=\S)/u, '');
}

/** Addresses given for people of different names: the team's page or the firm's, not anybody's own. */
function* sharedAddresses(sightings: readonly Sighting[]): Steps<Set<string>> {
  const holders = new Map<string, string>();
  const shared = new Set<string>();
  let at = 0;
  for (const { url, called: key } of sightings) {
    if (++at % 500 === 0) yield;
    if (!url) continue;
    const other = holders.get(url) ?? key;
    // "Ada" and "Ada Okafor" are one person by two names.
    if (!` ${other} `.includes(` ${key} `) && !` ${key} `.includes(` ${other} `)) shared.add(url);
    holders.set(url, other);
  }
  return shared;
}

function fill(whole: Merged, more: Merged): void {
  complete(whole);
  complete(more);
  whole.ownUrl ??= more.ownUrl;
  whole.url = whole.ownUrl ?? whole.url ?? more.url;
  whole.title ??= more.title;
  // Name and site of the company belong together: a second employer must not lend its address to the first.
  if (!whole.company || nameKey(whole.company) === nameKey(more.company ?? '')) {
    whole.company ??= more.company;
    whole.companyUrl ??= more.companyUrl;
  }
  whole.location ??= more.location;
  whole.subject ||= more.subject;
  whole.single = undefined;
  whole.emails = [...whole.emails, ...more.emails];
  whole.phones = [...whole.phones, ...more.phones];
}
