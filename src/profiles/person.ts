/** What a reader found of one person, in the page's own words: not yet cleaned, merged or given a key. */
export interface Person {
  name: string;
  /** Absolute address that the page calls the person's own, of any host. */
  url?: string | undefined;
  /** What names the person on a known site, such as `in/ada`; only a site file may set it. */
  handle?: string | undefined;
  title?: string | undefined;
  /** Where the person works, only when the page ties it to them. */
  company?: string | undefined;
  /** Address of the company's own site. */
  companyUrl?: string | undefined;
  location?: string | undefined;
  emails: readonly string[];
  phones: readonly string[];
  /** The page says that it is about this very person; `false`: only if it is called by their name, which they made. */
  subject?: boolean | undefined;
  /** The element that everything about the person was read from, if nothing outside it had a say. */
  root?: Element | undefined;
  /** What else is said of the person, where a reader leaves it to be read when it is needed. */
  rest?: (() => Partial<Person>) | undefined;
}

/** Makes a person whole, in place. */
export function complete<T extends Person>(person: T): T {
  const { rest } = person;
  if (!rest) return person;
  person.rest = undefined;
  return Object.assign(person, rest());
}

/** What one kind of markup says of a page. */
export interface Reading {
  people: Person[];
  /** The page is about an article, a product or another work: people named beside it made it or speak of it. */
  work?: boolean;
}

/** Work that can be put down between any two steps. */
export type Steps<T> = Generator<undefined, T>;

/** One way of marking people up. */
export interface Markup {
  /** Name of the markup, which stands as the profile's `site` on pages without a site file. */
  id: string;
  /**
   * Reads in steps, for a page that takes long: whoever runs them may pause between any two.
   * @param work whether another markup says that the page is about a work
   */
  steps(document: Document, page: URL, work?: boolean): Steps<Reading>;
  /** Asked behind all others, and only where they name nobody. */
  last?: true;
  /** Reads again the `root` of people found before, after something within it has changed: exactly what `steps` would. */
  again?(root: Element, page: URL): Person[];
}

/** People that one reader hands over at most; what a page holds beyond is not even counted. */
export const READER_LIMIT = 20_000;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A markup in steps whose people each stand in an element of their own, so that it can be read again alone. */
export function markupOfParts(id: string, steps: (scope: Document | Element, page: URL) => Steps<Reading>): Markup {
  return { id, steps, again: (root, page) => finish(steps(root, page)).people };
}
