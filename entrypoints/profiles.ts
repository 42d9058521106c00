import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lent, startInPage } from '#extension/in-page.ts';
import { followProfiles } from '#profiles/follow.ts';
import { jsonLd } from '#profiles/markup/json-ld.ts';
import type { Markup } from '#profiles/person.ts';

/** The install sites need no more than their own files and JSON-LD; for other pages `markup.js` and `structure.js` ran before. */
export default defineUnlistedScript(() =>
  startInPage((document, changed) => followProfiles(document, changed, [jsonLd, ...lent<Markup>()])),
);
