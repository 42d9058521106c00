import { findProfiles } from '#profiles/find.ts';
import { followProfiles } from '#profiles/follow.ts';
import { SITES } from '#profiles/sites.ts';
import { watchProfiles } from '#profiles/watch.ts';

/** What the tests and the corpus call in the page. */
export interface Detector {
  findProfiles: typeof findProfiles;
  followProfiles: typeof followProfiles;
  watchProfiles: typeof watchProfiles;
  /** Whether a site's file finds people on a page, whoever's it is. */
  readAs(site: string, document: Document, url: string): boolean;
}

declare global {
  var latchkeyDetector: Detector | undefined;
}

globalThis.latchkeyDetector = {
  findProfiles,
  followProfiles,
  watchProfiles,
  readAs(id, document, url) {
    const people = SITES.find((site) => site.id === id)?.read(document, new URL(url)) ?? 'neither';
    return people !== 'neither' && people.length > 0;
  },
};
