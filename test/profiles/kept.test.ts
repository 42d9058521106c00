import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from './browser.ts';
import type {} from './browser-entry.ts';

const NAMES = ['Ada Okafor', 'Jonas Lind', 'Mei Tanaka', 'Rosa Vidal', 'ADA OKAFOR', 'Dr Jonas Lind', 'Ada', '7'];
const SLUGS = ['ada', 'Ada', 'jonas', 'mei', 'rosa', 'omar'];

type Card = (name: string, slug: string) => string;

/** Lists of each kind: where it stands, what holds its cards, and a card. */
const LISTS: Record<string, { url: string; list: (cards: string) => string; card: Card }> = {
  'h-card': {
    url: 'https://brightwater.example/team',
    list: (cards) => `<main><h1>Team</h1><ul>${cards}</ul></main>`,
    card: (name, slug) =>
      `<li class="h-card"><a class="p-name u-url" href="/team/${slug}">${name}</a> <b class="p-job-title">Sales</b></li>`,
  },
  hCard: {
    url: 'https://brightwater.example/team',
    list: (cards) => `<main><ul>${cards}</ul></main>`,
    card: (name) => `<li><p class="vcard"><b class="fn">${name}</b> <b class="title">Sales</b></p></li>`,
  },
  microdata: {
    url: 'https://brightwater.example/team',
    list: (cards) => `<main><ul itemscope itemtype="https://schema.org/ItemList">${cards}</ul></main>`,
    card: (name, slug) =>
      `<li itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/team/${slug}"><b itemprop="name">${name}</b></a> <b itemprop="jobTitle">Sales</b></li>`,
  },
  'microdata in no list': {
    url: 'https://brightwater.example/team',
    list: (cards) =>
      `<main itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Brightwater</b></main><ul>${cards}</ul>`,
    card: (name, slug) =>
      `<li itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/team/${slug}"><b itemprop="name">${name}</b></a> <b itemprop="jobTitle">Sales</b></li>`,
  },
  RDFa: {
    url: 'https://brightwater.example/team',
    list: (cards) => `<main vocab="https://schema.org/"><ul>${cards}</ul></main>`,
    card: (name, slug) =>
      `<li typeof="Person"><a property="url" href="/team/${slug}"><b property="name">${name}</b></a> <b property="jobTitle">Sales</b></li>`,
  },
  'LinkedIn’s search': {
    url: 'https://www.linkedin.com/search/results/people/?keywords=water',
    list: (cards) => `<main><h2>Results</h2><ul>${cards}</ul></main>`,
    card: (name, slug) =>
      `<li><a href="/in/${slug}/"><img alt=""></a><p><a href="/in/${slug}/">${name}</a><span> • 2nd</span></p><b>Sales</b><p>Ghent</p><p><a href="/in/mutual/">Mutual One</a> is a mutual connection</p></li>`,
  },
  'GitHub’s followers': {
    url: 'https://github.com/brightwater?tab=followers',
    list: (cards) => `<main><ul>${cards}</ul></main>`,
    card: (name, slug) =>
      `<li><a href="/${slug}" data-hovercard-type="user"><img alt=""></a><a href="/${slug}" data-hovercard-type="user"><span>${name}</span> <span>${slug}</span></a><b>Sales</b></li>`,
  },
  'Bluesky’s followers': {
    url: 'https://bsky.app/profile/omar/followers',
    list: (cards) => `<main role="main"><ul>${cards}</ul></main>`,
    card: (name, slug) =>
      `<div><a href="/profile/${slug === 'mei' ? 'did:plc:mei' : slug}"><img alt=""><div>${name}</div><div>@${slug}.example</div><b>Sales</b></a></div>`,
  },
  'X’s followers': {
    url: 'https://x.com/omar/followers',
    list: (cards) => `<main><div data-testid="primaryColumn"><ul>${cards}</ul></div></main>`,
    card: (name, slug) =>
      `<li data-testid="UserCell"><a href="/${slug}"><span>${name}</span></a><a href="/${slug}">@${slug}</a><b data-testid="UserDescription">Sales with <a href="/mei">@mei</a></b></li>`,
  },
};

/** What may happen to a list: numbers choose the card, and what it becomes. */
const HAPPENINGS = [
  'comes',
  'comes first',
  'several come',
  'goes',
  'moves',
  'replaced',
  'recycled',
  'renamed',
  'linked elsewhere',
  'another title',
  'a title less',
  'a part comes',
  'another link in it',
  'wrapped',
  'no card any more',
  'changed while away',
  'list for looks',
  'link beside',
  'data in a script',
  'title of the page',
  'all but one go',
  'list replaced',
] as const;

type Happening = readonly [what: (typeof HAPPENINGS)[number], one: number, other: number];

/** Steps of happenings that are told together. */
const lives = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...HAPPENINGS), fc.nat(11), fc.nat(47)), { minLength: 1, maxLength: 3 }),
  { minLength: 8, maxLength: 25 },
);

/** Somebody is linked to the address that two others have lost to each other. */
const SHARED: Happening[][] = [
  [['goes', 0, 0]],
  [['comes', 0, 0]],
  [['moves', 0, 0]],
  [['comes', 0, 19]],
  [['linked elsewhere', 0, 16]],
];

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

/** Lives through the steps in the page, and says where what is told differs from what a page read for the first time tells. */
async function differences(page: Page, steps: readonly (readonly Happening[])[], cards: readonly string[]) {
  return page.evaluate(
    async ({ steps, cards }) => {
      const { latchkeyDetector } = globalThis;
      const following = latchkeyDetector.followProfiles(document, () => undefined);
      const parse = (html: string) => document.createRange().createContextualFragment(html);
      const list = () => document.querySelector('ul') as Element;
      const made = (at: number) => parse(cards[at % cards.length] ?? '');
      const some = <T>(all: ArrayLike<T>, at: number) => all[at % all.length];
      const texts = (within: Node | undefined) => {
        const found: Text[] = [];
        const walker = document.createTreeWalker(within ?? new Text(), NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
          if (text.data.trim() !== '') found.push(text);
        }
        return found;
      };
      const wrong: string[] = [];
      for (const [at, step] of steps.entries()) {
        for (const [what, one, other] of step) {
          const card = some(list().children, one);
          const next = made(other);
          const put = (text: Text | undefined, like: Text | undefined) => {
            if (text && like) text.data = like.data;
          };
          const happen: Record<typeof what, () => unknown> = {
            comes: () => list().append(next),
            'comes first': () => list().prepend(next),
            'several come': () => list().append(next, made(other + 1), made(other + 9)),
            goes: () => card?.remove(),
            moves: () => card && list().append(card),
            replaced: () => card?.replaceWith(next),
            recycled: () => {
              const links = card?.querySelectorAll('a') ?? [];
              const like = next.querySelectorAll('a');
              for (const [at, link] of links.entries()) link.href = like[at]?.href ?? '';
              const said = texts(next);
              for (const [at, text] of texts(card).entries()) put(text, said[at]);
            },
            renamed: () => put(texts(card)[0], texts(next)[0]),
            'linked elsewhere': () =>
              card?.querySelector('a')?.setAttribute('href', next.querySelector('a')?.href ?? ''),
            'another title': () => {
              const title = card?.querySelector('b:last-of-type');
              if (title) title.textContent = `Job ${other}`;
            },
            'a title less': () => card?.querySelector('b:last-of-type')?.remove(),
            'a part comes': () => card?.append(parse('<b class="p-job-title title" itemprop="jobTitle">Chief</b>')),
            'another link in it': () => card?.append(...next.querySelectorAll('a')),
            wrapped: () => {
              const around = document.createElement('div');
              card?.replaceWith(around);
              around.append(card ?? '');
            },
            'no card any more': () => {
              for (const name of ['class', 'itemtype', 'typeof']) card?.removeAttribute(name);
            },
            'changed while away': async () => {
              card?.remove();
              await following.read();
              put(texts(card)[0], texts(next)[0]);
              list().append(card ?? '');
            },
            'list for looks': () => {
              list().className = `looks-${other}`;
            },
            'link beside': () => document.querySelector('main')?.prepend(...next.querySelectorAll('a')),
            'data in a script': () =>
              other === 0 &&
              document.body.append(
                parse(
                  '<script type="application/ld+json">{"@type":"Person","name":"Eva Berg","jobTitle":"CEO"}</script>',
                ),
              ),
            'title of the page': () => {
              document.title = texts(next)[0]?.data ?? '';
            },
            'all but one go': () => list().replaceChildren(card ?? ''),
            'list replaced': () => {
              const copy = document.createElement('ul');
              copy.append(...list().children);
              list().replaceWith(copy);
            },
          };
          await happen[what]();
        }
        const told = await following.read();
        const { profiles, more } = latchkeyDetector.findProfiles(document, location.href);
        const [mine, fresh] = [told, { profiles, more }].map(({ profiles, more }) =>
          JSON.stringify({ profiles, more }),
        );
        if (mine !== fresh) wrong.push(`step ${at}, ${JSON.stringify(step)}:\n${mine}\n${fresh}`);
      }
      following.stop();
      return wrong;
    },
    { steps, cards },
  );
}

test.each(Object.entries(LISTS))(
  '%s: however a list lives, following it tells what reading it for the first time tells',
  async (_, { url, list, card }) => {
    const cards = SLUGS.flatMap((slug) => NAMES.map((name) => card(name, slug)));
    const start = [0, 17, 26, 35].map((at) => cards[at]).join('');
    await fc.assert(
      fc.asyncProperty(lives, async (steps) => {
        const page = await reader.show(`<!DOCTYPE html><title>Page</title>${list(start)}`, url);
        expect(await differences(page, steps, cards)).toEqual([]);
      }),
      { numRuns: Number(process.env.LATCHKEY_RUNS ?? 25), examples: [[SHARED]] },
    );
  },
  // A history that fails is made as short as it gets.
  120_000,
);
