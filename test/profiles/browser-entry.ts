import { findProfiles } from '#profiles/find.ts';
import { followProfiles } from '#profiles/follow.ts';
import { SITES } from '#profiles/sites.ts';
import { watchProfiles } from '#profiles/watch.ts';

/** What the tests and the corpus call in the page. */
export interface Detector {
  findProfiles: typeof findProfiles;
  followProfiles: typeof followProfiles;
  watchProfiles: typeof watchProfiles;
  /** The sites that find people on a page, whoever's it is. */
  takenBy(document: Document, url: string): string[];
}

declare global {
  var latchkeyDetector: Detector | undefined;
}

globalThis.latchkeyDetector = {
  findProfiles,
  followProfiles,
  watchProfiles,
  takenBy(document, url) {
    const takers = SITES.filter(({ rules, read }) => {
      if (rules.sign && document.querySelector(rules.sign) === null) return false;
      return (read(document, new URL(url))?.people.length ?? 0) > 0;
    });
    return takers.map(({ id }) => id);
  },
};
