import { findProfiles, scan } from '#profiles/find.ts';
import { followProfiles } from '#profiles/follow.ts';
import { plainJsonLd } from '#profiles/markup/plain-json-ld.ts';
import { finish } from '#profiles/person.ts';
import { SITES, siteOf } from '#profiles/sites.ts';
import { watchProfiles } from '#profiles/watch.ts';
import { READERS } from './readers.ts';

const FILES = import.meta.glob<{ install?: string[] }>('../../src/profiles/sites/*.ts', { eager: true });

/** As the content script reads a page: with all readers, but for the install sites, which have a plain one of JSON-LD alone. */
const readersFor = (url: string) => {
  const id = URL.canParse(url) && siteOf(new URL(url))?.id;
  return FILES[`../../src/profiles/sites/${id}.ts`]?.install ? [plainJsonLd] : READERS;
};

const detector = {
  findProfiles: (document: Document, url: string) => findProfiles(document, url, readersFor(url)),
  scan: (document: Document, url: string) => scan(document, url, readersFor(url)),
  followProfiles: (document: Document, onChange: () => void) =>
    followProfiles(document, onChange, readersFor(location.href)),
  watchProfiles,
  /** The sites that find people on a page, whoever's it is. */
  takenBy(document: Document, url: string): string[] {
    const takers = SITES.filter(({ rules, read }) => {
      if (rules.sign && document.querySelector(rules.sign) === null) return false;
      return (finish(read(document, new URL(url), READERS))?.people.length ?? 0) > 0;
    });
    return takers.map(({ id }) => id);
  },
};

/** What the tests and the corpus call in the page. */
export type Detector = typeof detector;

declare global {
  var latchkeyDetector: Detector;
}

globalThis.latchkeyDetector = detector;
