import { PROFILES_LIMIT } from '#contract/profile-key.ts';
import { changedRoots } from './changes.ts';
import type { Found } from './find.ts';
import { type PageScan, scanPage } from './frames.ts';
import { merge } from './merge.ts';
import { finish, type Markup, type Person, type Steps } from './person.ts';
import { isName, profileOf } from './profile.ts';
import { watchProfiles } from './watch.ts';

/** Milliseconds of reading at most before the page gets its turn. */
const SLICE = 8;

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
  let running: Promise<View> | undefined;
  const watch = watchProfiles(document, onChange, (records) => {
    const roots = records && changed && last && changedRoots(records, last.scan);
    if (!roots) changed = undefined;
    for (const root of roots ?? []) changed?.add(root);
    return roots?.length !== 0;
  });

  /** Brings the memory up to date. Returns whether nothing has changed meanwhile. */
  const update = async (): Promise<boolean> => {
    const url = location.href;
    const same = watch.flush() && last?.url === url && last.scan.marked ? last : undefined;
    if (same && changed && readAgain(same, changed, readers)) changed.clear();
    else {
      changed = new Set();
      const scan = await inSlices(scanPage(document, url, readers, watch.enter));
      last = { url, scan: last ? unmoved(last.scan, scan) : scan };
    }
    // What a hidden tab does is not watched: its people are good for this answer only.
    if (!watch.flush()) changed = undefined;
    else if (!changed || changed.size > 0) return false;
    return location.href === url;
  };
  const view = async (): Promise<View> => {
    let tries = 0;
    while (tries++ < TRIES && !((await update()) && last?.url === location.href));
    const url = location.href;
    // People are never shown under another address than the one that they were found at.
    if (last?.url !== url) return { url, profiles: [], more: 0 };
    return { url, profiles: [...last.scan.profiles], more: last.scan.more, missed: last.scan.missed };
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
  const said = (scan: PageScan) => JSON.stringify(scan.profiles, ['name', 'title', 'company']);
  return address !== now.address && said(before) === said(now) ? { ...now, address, profiles, marked: false } : now;
}

/**
 * Reads again the elements of single people and puts what they say in its place.
 * @returns false if that is not enough, because it has to do with other people
 */
function readAgain({ url, scan }: Memory, changed: ReadonlySet<Element>, readers: readonly Markup[]): boolean {
  const { people, profiles, shown, roots } = scan;
  const page = new URL(url);
  if (changed.size > ROOTS_LIMIT) return false;
  for (const root of changed) {
    const at = roots.get(root) ?? -1;
    const old = people[at];
    const reader = readers.find(({ id }) => id === old?.reader);
    if (!old?.single || !reader?.again) return false;
    const found = reader.again(root, page).map((person) => ({ ...person, reader: reader.id }));
    const [person, another] = finish(merge(found, page));
    if (!person?.single || another || person.subject !== old.subject || !isName(person.name)) return false;
    const taken = ({ name, url }: Person) => name === person.name || (url && url === person.url);
    if (people.some((other) => other !== old && taken(other))) return false;
    const place = shown.indexOf(old);
    const profile = profileOf(person, page, people.length === 1, undefined);
    if (!profile || profiles.some(({ key }, other) => other !== place && key === profile.key)) return false;
    if (place === -1 && at < PROFILES_LIMIT) return false;
    if (place !== -1) {
      profiles[place] = profile;
      shown[place] = person;
    }
    people[at] = person;
  }
  return true;
}
