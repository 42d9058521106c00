import { findProfiles } from '#profiles/find.ts';
import { watchProfiles } from '#profiles/watch.ts';

/** What the tests and the corpus call in the page. */
export interface Detector {
  findProfiles: typeof findProfiles;
  watchProfiles: typeof watchProfiles;
}

(globalThis as { latchkeyDetector?: Detector }).latchkeyDetector = { findProfiles, watchProfiles };
