import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lent, startInPage } from '#extension/in-page.ts';
import { followProfiles } from '#profiles/follow.ts';
import { plainJsonLd } from '#profiles/markup/plain-json-ld.ts';
import type { Markup } from '#profiles/person.ts';

/** The install sites need no more than their own files and plain JSON-LD; for other pages `markup.js` and `structure.js` ran before. */
export default defineUnlistedScript(() =>
  startInPage((document, changed) => {
    const readers = lent<Markup>();
    return followProfiles(document, changed, readers[0] ? readers : [plainJsonLd]);
  }),
);
