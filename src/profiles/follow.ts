import { PROFILES_LIMIT } from '#contract/profile-key.ts';
import { changedRoots } from './changes.ts';
import { type Found, nobody } from './find.ts';
import { type PageScan, scanPage } from './frames.ts';
import { type Merged, merge, sighted } from './merge.ts';
import { finish, type Kept, type Markup, type Steps } from './person.ts';
import { isBlank, isName, profileOf } from './profile.ts';
import { SAID } from './site.ts';
import { watchProfiles } from './watch.ts';

/** Milliseconds of reading at most before the page gets its turn. */
export const SLICE = 8;

/** How often a page that changes while it is read is begun anew. */
const TRIES = 3;

/** People that are read again one by one at most. */
const ROOTS_LIMIT = 20;

/** The people of the page at one moment, and its address then. */
export interface View extends Found {
  url: string;
}

/** A page that is being followed. */
export interface Following {
  /** The people who are on the page when this is answered. */
  read(): Promise<View>;
  stop(): void;
}

/** What was read last, and the address of the page then. */
interface Memory {
  url: string;
  scan: PageScan;
}

/**
 * Follows the people on a page as it lives: reads it in slices, and again only as much as has changed.
 * @param onChange called when the page is first seen and when they may have changed; with true as the page comes back
 * @param readers as for `findProfiles`
 */
export function followProfiles(
  document: Document,
  onChange: (again?: boolean) => void,
  readers: readonly Markup[],
): Following {
  /** The elements of single people in which something has changed; undefined when it may be anything. */
  let changed: Set<Element> | undefined;
  let last: Memory | undefined;
  let kept: Kept = new WeakMap();
  let running: Promise<View> | undefined;
  const forget = () => {
    changed = undefined;
    kept = new WeakMap();
  };
  const watch = watchProfiles(document, onChange, (records) => {
    const roots = records && changedRoots(records, kept, changed && last?.scan);
    if (roots === null) forget();
    else if (!roots) changed = undefined;
    for (const root of roots ?? []) changed?.add(root);
    return roots?.length !== 0;
  });

  /** Brings the memory up to date. Returns whether nothing has changed meanwhile. */
  const update = async (): Promise<boolean> => {
    const url = location.href;
    if (!watch.flush() || last?.url !== url) forget();
    if (last && changed && readAgain(last, changed, readers)) changed.clear();
    else {
      changed = new Set();
      const scan = await inSlices(scanPage(document, url, readers, watch.enter, kept));
      last = { url, scan: last ? unmoved(last.scan, scan) : scan };
    }
    // What a hidden tab does is not watched: its people are good for this answer only.
    if (!watch.flush()) forget();
    else if (!changed || changed.size > 0) return false;
    return location.href === url;
  };
  const view = async (): Promise<View> => {
    let tries = 0;
    while (tries++ < TRIES && !((await update()) && last?.url === location.href));
    const url = location.href;
    // People are never shown under another address than the one that they were found at.
    const { profiles, more, missed } = last?.url === url ? last.scan : nobody();
    return { url, profiles: [...profiles], more, missed };
  };

  return {
    read() {
      running ??= view().finally(() => {
        running = undefined;
      });
      return running;
    },
    stop: watch.stop,
  };
}

async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * An address moves ahead of what the page shows. People who are shown unchanged under another are still those of the
 * address before: what comes to the new one may be somebody else.
 */
function unmoved(before: PageScan, now: PageScan): PageScan {
  const { address, profiles } = before;
  const said = (scan: PageScan) => JSON.stringify(scan.profiles, [...SAID]);
  return address !== now.address && said(before) === said(now) ? { ...now, address, profiles, within: undefined } : now;
}

/**
 * Reads again the elements of single people and puts what they say in its place.
 * @returns false if that is not enough, because it has to do with other people
 */
function readAgain({ scan }: Memory, changed: ReadonlySet<Element>, readers: readonly Markup[]): boolean {
  const { page, people, profiles, roots, site, within, called } = scan;
  if (!page || !within || changed.size > ROOTS_LIMIT) return false;
  for (const root of changed) {
    const old = roots.get(root);
    const reader = [site, ...readers].find((one) => one?.id === old?.reader);
    if (!old || !reader?.again) return false;
    const found = reader.again(root, page).map((person) => sighted(person, reader.id));
    const [person, another] = finish(merge(found, page));
    if (!person?.single || another || person.root !== root || !isName(person.name) || isBlank(person, page))
      return false;
    // An address that others were given as well stands with none of them.
    if (person.url !== old.url) return false;
    if (person.subject !== old.subject || person.handle !== old.handle || called?.includes(person.called)) return false;
    const taken = ({ called, identity, url }: Merged) =>
      called === person.called || (url && url === person.url) || (identity && identity === person.identity);
    if (people.some((other) => other !== old && taken(other))) return false;
    const at = people.indexOf(old);
    const profile = profileOf(person, page, people.length === 1, site?.id);
    if (!profile || profiles.some((other) => other !== old.profile && other.key === profile.key)) return false;
    if (old.profile) {
      profiles[profiles.indexOf(old.profile)] = profile;
      person.profile = profile;
    } else if (at < PROFILES_LIMIT) return false;
    people[at] = person;
    roots.set(root, person);
  }
  return true;
}
