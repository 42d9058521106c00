import { absolute } from '../address.ts';
import {
  all,
  attribute,
  byId,
  children,
  closest,
  each,
  hasClass,
  isElement,
  matches,
  one,
  parent,
  tag,
  withParts,
  words,
  wordsOf,
} from '../dom.ts';
import { keptOf, type Markup, markupOfParts, type Person } from '../person.ts';
import { remembered } from '../remembered.ts';
import { gather, type Mark, put, schemaName, standIn, valueAt } from './gather.ts';
import { graphOf, type Item, isItem, textOf as itemText, KEPT, newItem, values } from './items.ts';
import { BARE_NAME, readGraph } from './schema-org.ts';

/** Cards read on one page at most. */
const CARDS_LIMIT = 10_000;

/** Links that say whose page it is, at most. */
const ME_LIMIT = 200;

/** Elements looked at in one card at most. */
const ELEMENTS_LIMIT = 500;

/** References from cards to elements elsewhere that are followed on one page. */
const REFERENCES_LIMIT = 1_000;

const CARDS = ['h-card', 'vcard', 'h-resume'];

const CARD = CARDS.map((name) => `.${name}`).join();

/** Cards, what owns them, and links that say whose page it is. */
const MARKED = `${CARD},.hresume,.h-entry,.h-feed,.hentry,.dt-published,[rel~=me]`;

/** Roots of microformats, new and old: people, addresses, posts and other works. */
const ROOT =
  /^(?:(h-card|h-resume|vcard)|(h-adr|h-geo|adr)|h-?(?:entry|event|recipe|review|product|cite|item)|vevent)$/;

/** The properties of classic hCard and hResume, among the classes that a page has for looks. */
const CLASSIC = /^(?:fn|\w{2,}-name|org|title|role|url|email|tel|adr|locality|region|dtend)$/;

/** Posts. A card beside them is the author's, unless it says that the page is this person's. */
const POSTS = ['h-entry', 'h-feed', 'hentry'];

/** A card that is one of these, or in one, is somebody's by-line, or a firm or school of a CV. */
const BYLINE = '.author,.byline,.comment-author,[itemprop~=author],.experience,.education,.affiliation';

/** A card in one of these belongs to what it stands in: the author of a post, the place of an event. */
const OWNERS = [
  `${CARD},.vevent,${BYLINE}`,
  ...'entry event recipe review review-aggregate product cite listing'.split(' ').map((work) => `.h-${work},.h${work}`),
].join();

/**
 * Cards of people: h-card (https://microformats.org/wiki/h-card), classic hCard (https://microformats.org/wiki/hcard),
 * and CVs in h-resume and hResume (https://microformats.org/wiki/h-resume).
 */
export const hCard: Markup = markupOfParts('h-card', MARKED, function* (scope, page, kept) {
  const whole = !isElement(scope);
  // One class is looked for many times faster than any of several.
  const kinds = whole ? CARDS.filter((name) => hasClass(scope, name)).map((name) => `.${name}`) : [];
  if (whole && !kinds[0]) return { people: [] };
  yield;
  const posts = whole && hasClass(scope, ...POSTS);
  const resume = whole && hasClass(scope, 'hresume');
  yield;
  const referring = !whole || hasClass(scope, 'include') || !!one(scope, '[headers]') || !!one(scope, '[itemref]');
  yield;
  const tops: Item[] = [];
  const owned = new Map<Element | null, boolean>();
  let left = REFERENCES_LIMIT;
  let at = 0;
  for (const root of whole ? each(scope, kinds.join(), CARDS_LIMIT) : [scope]) {
    if (++at % 20 === 0) yield;
    if (whole && !standsAlone(root, owned)) continue;
    const before = posts || resume ? undefined : keptOf<Person>(kept, root);
    if (before?.has('h-card')) {
      tops.push(standIn(root, before));
      continue;
    }
    const [card, inner] = yield* gather(withParts(root, '[class]', ELEMENTS_LIMIT), mark);
    if (!card) continue;
    for (const id of referring && left > 0 ? references(root) : []) {
      const element = left-- > 0 ? byId(root, id) : null;
      if (element) yield* gather(withParts(element, '[class]', ELEMENTS_LIMIT), mark, { element, item: card });
    }
    const owner = ownerOf(card, inner);
    tops.push(owner);
    if (String(owner['@type']) === 'Person') owner[KEPT] = before;
    const cv = resume ? closest(root, '.hresume') : null;
    for (const work of cv ? all(cv, '.experience', ELEMENTS_LIMIT) : []) {
      put(card, 'experience', (yield* gather(withParts(work, '[class]', ELEMENTS_LIMIT), mark))[0]);
    }
  }
  const apart = !posts && !resume && left === REFERENCES_LIMIT;
  const { people } = yield* readGraph(yield* graphOf(tops, page, schemaName), page, 'h-card', apart);
  yield;
  const mine = new Set(
    whole && !hasClass(scope, 'dt-published')
      ? all(scope, '[rel~=me]', ME_LIMIT).map((link) => absolute(attribute(link, 'href') ?? '', page))
      : [],
  );
  const shown: Person[] = [];
  for (const person of people) {
    if (person.name === person.company) continue;
    const own = person.subject === undefined && mine.has(person.url ?? '') ? { ...person, subject: true } : person;
    if (!posts || own.subject) shown.push(own);
  }
  return { people: shown };
});

/**
 * The ids of elements elsewhere that speak of a card: headers of its column, and what it includes
 * (https://microformats.org/wiki/include-pattern).
 */
function references(root: Element): string[] {
  const included = all(root, '.include', 10).map((link) =>
    (attribute(link, 'href') ?? attribute(link, 'data'))?.slice(1),
  );
  return [...words(root, 'headers'), ...words(root, 'itemref'), ...included.map(String)];
}

/**
 * Whether a card is no property or part of anything else. The one a CV is about stands in it as its contact.
 * @param owned of elements met before, whether the cards in them belong to something: those of a list stand in the same
 */
function standsAlone(root: Element, owned: Map<Element | null, boolean>): boolean {
  const up = parent(root);
  if (!owned.has(up)) owned.set(up, !!(up && closest(up, OWNERS)));
  return !owned.get(up) && !matches(root, BYLINE);
}

/** Whom a card or CV is of: a CV's contact, with the places of work that it lists, or the CV itself. */
function ownerOf(card: Item, inner: Item | undefined): Item {
  const contact = values(card, 'contact').find(isItem) ?? ('name' in card || 'givenName' in card ? undefined : inner);
  if (!contact) return card;
  // A contact with a name of one word is the firm that the person is reached at.
  if (card.name && !BARE_NAME.test(itemText(contact, 'name') ?? '')) contact.name = card.name;
  for (const work of values(card, 'experience')) put(contact, 'experience', work);
  return contact;
}

/** What the classes of an element say. */
interface Said {
  /** The root of microformats that starts there. */
  root: string | undefined;
  /** The type of its item. */
  type: string;
  /** Properties of a new card. */
  prefixed: readonly string[];
  /** Properties of an old one. */
  classic: readonly string[];
  /** A card with such an element in it is not named by all of its text: a card, or what is marked up as a text. */
  naming: boolean;
}

const saidBy = remembered((all): Said => {
  const classes = wordsOf(all);
  const roots = classes.filter((name) => ROOT.test(name));
  const root = roots.find((name) => name.startsWith('h-')) ?? roots[0];
  const [, person, place] = ROOT.exec(root ?? '') ?? [];
  return {
    root,
    type: person ? 'Person' : place ? '' : 'Posting',
    prefixed: classes.flatMap((name) => /^(?:p|u|e|dt)-([a-z].*)/.exec(name)?.[1] ?? []),
    classic: classes.filter((name) => CLASSIC.test(name) && !(name === 'url' && classes.includes('org'))),
    naming: !!root || classes.some((name) => /^[pe]-[a-z]/.test(name)),
  };
});

/** What an element says: by classes with prefixes in new cards, by the known ones in old. */
function mark(element: Element, outer: Item | undefined): Mark {
  const { root, type, prefixed, classic, naming } = saidBy(attribute(element, 'class') ?? '');
  const item = root ? newItem([type]) : undefined;
  if (item) item['@new'] = root?.startsWith('h-');
  if (item && root === 'h-card') implied(item, element, !outer);
  const names = outer?.['@new'] ? prefixed : classic;
  if (outer?.implied && naming) outer.implied = undefined;
  return { item, names, value: (name) => (name === 'org' ? organization(element) : () => textOf(element, name)) };
}

/** Name and address of a card with nothing marked up but itself. */
function implied(item: Item, root: Element, alone: boolean): void {
  put(item, 'implied', () => {
    // Any horizontal card may have the class, too, but not its text alone.
    const name = alone && one(root, 'button,div,p') ? undefined : textOf(root, 'name');
    return name && name.length < 100 && (!alone || BARE_NAME.test(name)) ? name : undefined;
  });
  put(item, 'link', () => {
    const inside = children(root);
    const link = [root, ...(inside.length === 1 ? inside : [])].find((element) => matches(element, 'a,area'));
    return link && attribute(link, 'href');
  });
}

/** A company that is named, perhaps by a link to its site. */
function organization(element: Element): Item {
  const item = newItem(['Organization']);
  const link = tag(element) === 'a' ? element : one(element, 'a[href]');
  put(item, 'name', () => textOf(one(element, '.organization-name,.p-organization-name') ?? element, 'name'));
  if (link) put(item, 'url', attribute(link, 'href'));
  return item;
}

/**
 * A property's value (https://microformats.org/wiki/value-class-pattern): of parts marked `value`, of an abbreviation's
 * title, or as in any markup. A fax number is no phone.
 */
function textOf(element: Element, name: string): string | undefined {
  const type = name === 'tel' ? one(element, '.type') : null;
  if (type && /fax/i.test(`${valueAt(type)}`)) return undefined;
  const parts = all(element, '.value,.value-title', 10);
  if (parts.length > 0) return parts.map((part) => textOf(part, name)).join(name === 'tel' ? '' : ' ') || undefined;
  return (matches(element, 'abbr,link,.value-title') && attribute(element, 'title')) || valueAt(element, name);
}
