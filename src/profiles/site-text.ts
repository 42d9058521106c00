import { linesOf, matches } from './dom.ts';

/** Controls, dates, and text for screen readers only. */
const CHROME =
  'button,[role=button],[role=menu],time,.visually-hidden,.a11y-text,.sr-only,a[href*=contact-info],a[href*=messaging]';

/** What stands beside a name and tells nothing of the person: a distance ("3rd+"), pronoun, handle, day, acquaintances. */
const NOT_TOLD = /^(?:[·•@]|\d\S{0,4}$|\(?(?:s?he|they|[zx]e)\b\S*$|.*\b\d\d?\D+20\d\d$|.*mutual conn)/i;

/** The first line of an element's text; some layouts say a name twice, once for screen readers. */
export function firstLine(element: Element): string {
  // Where a whole card is one link, the degree stands in the line of the name.
  const [text = ''] = linesOf(element, 400, isChrome)[0]?.text.split(/ [·•] /) ?? [];
  const half = text.slice(0, text.length / 2).trim();
  return text === `${half} ${half}` || text === half + half ? half : text;
}

/** Whether an element is no text of the page's own about a person. */
export function isChrome(element: Element): boolean {
  return matches(element, CHROME);
}

/** Whether a line tells something of a person. */
export function isTold(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !NOT_TOLD.test(text);
}
