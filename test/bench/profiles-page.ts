import { scan } from '#profiles/find.ts';
import { type Following, followProfiles, SLICE } from '#profiles/follow.ts';
import { hCard } from '#profiles/markup/h-card.ts';
import { jsonLd } from '#profiles/markup/json-ld.ts';
import { microdata } from '#profiles/markup/microdata.ts';
import { openGraph } from '#profiles/markup/open-graph.ts';
import { rdfa } from '#profiles/markup/rdfa.ts';
import { finish, type Markup } from '#profiles/person.ts';
import { BUSY } from '#profiles/watch.ts';
import { READERS } from '../profiles/readers.ts';
import type { Parser } from './parsers-page.ts';
import { fastest, timed } from './timing.ts';

/** Milliseconds until a page that was loaded is at rest. */
const REST = 150;

/** A first reading of the page: all of its work, and its longest piece without a pause, in milliseconds. */
export interface First {
  people: number;
  total: number;
  longest: number;
}

/** What the bench calls in the world of the content script, as `latchkeyBench`. */
export interface Bench {
  first(): Promise<First>;
  /** Changes one person's card and reads again, `times` times; the milliseconds of each. */
  again(times: number): Promise<number[]>;
  /** Adds cards to the list that is followed, and reads again; the milliseconds of that. */
  grow(cards: string): Promise<number>;
  /** Milliseconds of our readers of the markup that a public parser reads, once they are warm. */
  ours(parser: Parser): number;
}

const SAME: Record<Parser, Markup[]> = {
  'microformats-parser': [hCard],
  'web-auto-extractor': [jsonLd, microdata, rdfa, openGraph],
};

let followed: Following | undefined;

const bench: Bench = {
  async first() {
    await new Promise((resolve) => setTimeout(resolve, REST));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: BUSY }));
    const steps = scan(document, location.href, READERS);
    let [total, longest] = [0, 0];
    for (;;) {
      let [slice, people]: [number, number | undefined] = [0, undefined];
      while (slice < SLICE && people === undefined) {
        slice += timed(() => {
          const { done, value } = steps.next();
          if (done) people = value.people.length;
        });
      }
      total += slice;
      longest = Math.max(longest, slice);
      if (people !== undefined) return { people, total, longest };
      await new Promise((resolve) => setTimeout(resolve));
    }
  },
  async again(times) {
    const page = followProfiles(document, () => undefined, READERS);
    const { profiles } = await page.read();
    const text = textOf(profiles[Math.floor(profiles.length / 2)]?.title ?? profiles[0]?.name);
    const took: number[] = [];
    for (let at = 0; at < times; at++) {
      text.data = `${text.data.replace(/ \d+$/, '')} ${at}`;
      const start = performance.now();
      await page.read();
      took.push(performance.now() - start);
    }
    page.stop();
    return took;
  },
  async grow(cards) {
    followed ??= followProfiles(document, () => undefined, READERS);
    await followed.read();
    document.querySelector('ul')?.append(document.createRange().createContextualFragment(cards));
    const start = performance.now();
    await followed.read();
    return performance.now() - start;
  },
  ours: (parser) => fastest(() => SAME[parser].map((markup) => finish(markup.steps(document, new URL(location.href))))),
};

Object.assign(globalThis, { latchkeyBench: bench });

/** The text on the page that says this; or, where nobody is found, its first text. */
function textOf(said: string | undefined): Text {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let first: Text | undefined;
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    if (text.data.trim() === '' || text.parentElement?.matches('script, style')) continue;
    if (said === undefined || text.data.trim() === said) return text;
    first ??= text;
  }
  if (first === undefined) {
    first = new Text('x');
    document.body.append(first);
  }
  return first;
}
