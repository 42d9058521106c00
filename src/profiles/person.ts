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

/** What a page is about beside people. */
export interface About {
  /** An article, a product or another work: people named beside it made it or speak of it. */
  work?: boolean | undefined;
  /** Names of what is somebody's and nobody: firms, bands, teams. */
  things?: readonly string[] | undefined;
}

/** What one kind of markup says of a page. */
export interface Reading extends About {
  people: Person[];
}

/** Work that can be put down between any two steps. */
export type Steps<T> = Generator<undefined, T>;

/** One way of marking people up. */
export interface Markup {
  /** Name of the markup, which stands as the profile's `site` on pages without a site file. */
  id: string;
  /**
   * Reads in steps, for a page that takes long: whoever runs them may pause between any two.
   * @param about what other markup says that the page is about
   * @param kept what was read under the same address before
   */
  steps(document: Document, page: URL, about?: About, kept?: Kept): Steps<Reading>;
  /** Selects the elements that it stands in, by its attributes where it has any; left out where it may be any. */
  within?: string;
  /** Asked behind all others, and only where they name nobody. */
  last?: true;
  /** Reads again the `root` of people found before, after something within it has changed: exactly what `steps` would. */
  again?(root: Element, page: URL): Person[];
}

/**
 * What was read from single elements, such as people by whom or as whom they were read. Whoever follows the page takes an
 * element out when anything in it has changed, or when it comes to the page again. What depends on nothing but the address
 * is kept by the rules it was read by.
 */
export type Kept = WeakMap<object, Map<string, unknown>>;

/** What is kept of an element. Asked for before it is read: what is put there is lost if it changes meanwhile. */
export function keptOf<T>(kept: Kept, root: object): Map<string, T> {
  const all = kept.get(root) ?? new Map();
  kept.set(root, all);
  return all as Map<string, T>;
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
export function markupOfParts(
  id: string,
  within: string,
  steps: (scope: Document | Element, page: URL, kept: Kept) => Steps<Reading>,
): Markup {
  return {
    id,
    within,
    steps: (document, page, _, kept = new WeakMap()) => steps(document, page, kept),
    again: (root, page) => finish(steps(root, page, new WeakMap())).people,
  };
}
