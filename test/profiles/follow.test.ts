import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Following } from '#profiles/follow.ts';
import { openReader, type Reader } from './browser.ts';

declare global {
  var following: Following;
  var told: number;
}

const TEAM = 'https://brightwater.example/team';

/** One card of a list, in the markups whose people stand in elements of their own. */
const cards = {
  'h-card': (name: string, slug: string) =>
    `<li class="h-card"><a class="p-name u-url" href="/team/${slug}">${name}</a> <span class="p-job-title">Sales</span></li>`,
  microdata: (name: string, slug: string) =>
    `<li itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/team/${slug}"><span itemprop="name">${name}</span></a><span itemprop="jobTitle">Sales</span></li>`,
  RDFa: (name: string, slug: string) =>
    `<li vocab="https://schema.org/" typeof="Person"><a property="url" href="/team/${slug}"><span property="name">${name}</span></a><span property="jobTitle">Sales</span></li>`,
  hCard: (name: string) => `<li class="vcard"><span class="fn">${name}</span><span class="title">Sales</span></li>`,
};
const NAMES = [
  'Ada Okafor',
  'Jonas Lind',
  'Mei Tanaka',
  'Rosa Vidal',
  'Omar Haddad',
  'Ewa Nowak',
  'Liam Byrne',
  'Ines Roy',
];
const list = (card: (name: string, slug: string) => string) =>
  `<main><p>We are</p><ul>${NAMES.map((name) => card(name, name.toLowerCase().replace(' ', '-'))).join('')}</ul></main>`;

/** A number in letters, so that each name is another. */
const letters = (at: number) => at.toString().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

async function follow(html: string): Promise<Page> {
  const page = await reader.show(html, TEAM);
  await page.evaluate(async () => {
    globalThis.told = 0;
    globalThis.following = globalThis.latchkeyDetector.followProfiles(document, () => {
      globalThis.told++;
    });
    await globalThis.following.read();
  });
  // The first call is for the page itself.
  await page.waitForFunction(() => globalThis.told === 1);
  await page.evaluate(() => {
    globalThis.told = 0;
  });
  return page;
}

test.each(Object.entries(cards))(
  '%s: whatever changes on a list, following it tells what a fresh reading tells',
  async (_, card) => {
    const page = await follow(list(card));
    const differences = await page.evaluate(
      async (spare) => {
        let seed = 7;
        const random = (below: number) => {
          seed = (seed * 48_271) % 2_147_483_647;
          return seed % below;
        };
        const some = <T>(all: ArrayLike<T>) => all[random(all.length)] as T;
        const parse = (html: string) => document.createRange().createContextualFragment(html);
        const ul = document.querySelector('ul') as Element;
        const changes: Record<string, () => void> = {
          'a title': () => (some(document.querySelectorAll('li span:last-child')).textContent = `Job ${random(99)}`),
          'a name': () =>
            (some(document.querySelectorAll('li a, li span:first-child')).textContent =
              `Person ${'abcdefgh'[random(8)]}`),
          'a name taken': () =>
            (some(document.querySelectorAll('li a, li span:first-child')).textContent = 'Ada Okafor'),
          'a link': () => some(document.querySelectorAll('a'))?.setAttribute('href', `/team/${random(12)}`),
          'a text node': () => {
            const walker = document.createTreeWalker(some(ul.children), NodeFilter.SHOW_TEXT);
            const text = walker.nextNode();
            if (text !== null) text.nodeValue = `Text ${'abcdefgh'[random(8)]}`;
          },
          'a card comes': () => ul.append(parse(some(spare))),
          'a card goes': () => ul.children.length > 4 && some(ul.children).remove(),
          'a card replaced': () => some(ul.children).replaceWith(parse(some(spare))),
          'a card moved': () => ul.prepend(some(ul.children)),
          'a card no more': () => {
            const one = some(ul.children);
            for (const name of ['class', 'itemtype', 'typeof']) one.removeAttribute(name);
          },
          'something else': () => document.querySelector('p')?.append(' more'),
          'data in a script': () =>
            document.body.append(
              parse(
                `<script type="application/ld+json">{"@type":"Person","name":"Person ${'abc'[random(3)]}","jobTitle":"CEO"}</script>`,
              ),
            ),
        };
        const wrong: string[] = [];
        for (let round = 0; round < 400; round++) {
          const [name, change] = some(Object.entries(changes));
          if (name === 'data in a script' && round < 350) continue;
          change();
          const told = await globalThis.following.read();
          const { profiles, more } = globalThis.latchkeyDetector.findProfiles(document, location.href);
          const [mine, fresh] = [
            { profiles: told.profiles, more: told.more },
            { profiles, more },
          ].map((one) => JSON.stringify(one));
          if (mine !== fresh) wrong.push(`round ${round}, ${name}:\n${mine}\n${fresh}`);
        }
        return wrong;
      },
      NAMES.map((name, at) => card(`${name.split(' ')[0]} ${'Berg Costa Diaz Evans'.split(' ')[at % 4]}`, `new-${at}`)),
    );
    expect(differences.slice(0, 2), `${differences.length} of 400 differ`).toEqual([]);
  },
);

test('a change that has nothing to do with people is not even told', async () => {
  const page = await follow(list(cards['h-card']));
  await page.evaluate(() => {
    for (const text of ['one', 'two']) document.querySelector('p')?.append(text);
    document.body.className = 'dark';
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
  expect(await page.evaluate(() => globalThis.told)).toBe(0);
  await page.evaluate(() => document.querySelector('.p-job-title')?.append(' lead'));
  await page.waitForFunction(() => globalThis.told === 1, undefined, { timeout: 10_000 });
});

test('people are not shown under the address of the page before', async () => {
  const page = await follow(list(cards['h-card']));
  const view = await page.evaluate(async () => {
    const reading = globalThis.following.read();
    history.pushState(null, '', '/jonas');
    document
      .querySelector('main')
      ?.replaceChildren(document.createRange().createContextualFragment('<p class="h-card">Jonas Berg</p>'));
    return reading;
  });
  expect(view.url).toBe('https://brightwater.example/jonas');
  expect(view.profiles.map(({ name }) => name)).toEqual(['Jonas Berg']);
});

test.each(Object.entries(cards))(
  '%s: whatever changes while all of the page is read is answered for as it is at the end',
  async (_, card) => {
    const page = await follow(list(card));
    const answers = await page.evaluate(
      async ([all, spare]) => {
        const part = (selector: string) => document.querySelector(selector) as Element;
        const changes: Record<string, () => void> = {
          'a title that was read': () => (part('li:first-child span:last-child').textContent = 'Retired'),
          'a name that was read': () =>
            (part('li:first-child :is(.p-name,.fn,[itemprop=name],[property=name])').textContent = 'Eva Berg'),
          'a card that was read goes': () => part('li:nth-child(2)').remove(),
          'a card comes before all': () => part('ul').insertAdjacentHTML('afterbegin', spare),
          'a card changes places': () => part('ul').append(part('li:nth-child(3)')),
          'all else goes': () => part('ul').replaceChildren(part('li')),
        };
        const { setTimeout } = globalThis;
        const { getAttribute } = Element.prototype;
        const answers: { name: string; changed: boolean; answered: string; fresh: string }[] = [];
        for (const [name, change] of Object.entries(changes)) {
          part('ul').innerHTML = all;
          const late = part('li:nth-last-child(500)');
          let changed = false;
          let read = false;
          Object.assign(Element.prototype, {
            getAttribute(this: Element, attribute: string) {
              read ||= late.contains(this);
              return getAttribute.call(this, attribute);
            },
          });
          // Between two slices of its work a reading waits by a timer.
          globalThis.setTimeout = ((...timer: Parameters<typeof setTimeout>) => {
            if (read && !changed) {
              changed = true;
              change();
            }
            return setTimeout(...timer);
          }) as typeof setTimeout;
          const { profiles } = await globalThis.following.read();
          Object.assign(globalThis, { setTimeout });
          Object.assign(Element.prototype, { getAttribute });
          const fresh = globalThis.latchkeyDetector.findProfiles(document, location.href);
          answers.push({
            name,
            changed,
            answered: JSON.stringify(profiles.slice(0, 5)),
            fresh: JSON.stringify(fresh.profiles.slice(0, 5)),
          });
        }
        return answers;
      },
      [
        Array.from({ length: 1_500 }, (_, at) => card(`Ada ${letters(at)}`, letters(at))).join(''),
        card('Omar Roy', 'omar-roy'),
      ] as const,
    );
    for (const { name, changed, answered, fresh } of answers) {
      expect(changed, `${name}: the page was still being read`).toBe(true);
      expect(answered, name).toBe(fresh);
    }
  },
);

test('100,000 elements at once are not looked through one by one', async () => {
  const page = await follow(list(cards['h-card']));
  const asked = await page.evaluate(async () => {
    const parts = document.createRange().createContextualFragment('<p></p>'.repeat(100_000));
    let count = 0;
    const { matches } = Element.prototype;
    Object.assign(Element.prototype, {
      matches(this: Element, selector: string) {
        count++;
        return matches.call(this, selector);
      },
    });
    document.querySelector('p')?.append(parts);
    await Promise.resolve();
    return count;
  });
  expect(asked).toBeLessThan(1_000);
});

test.each([
  ['of one person', '<main><p class="h-card">Ada Okafor</p></main>', '<main><p class="h-card">Jonas Lind</p></main>'],
  ['of several', list(cards.hCard), '<main><ul><li class="vcard"><b class="fn">Eva Berg</b></li></ul></main>'],
])('an address that moves ahead of the page %s is nobody’s until the page follows', async (_, before, after) => {
  const page = await follow(before);
  const keys = () =>
    page.evaluate(async () => (await globalThis.following.read()).profiles.map(({ key, url }) => `${key} ${url}`));
  const [first] = await keys();
  await page.evaluate(() => {
    history.pushState(null, '', '/next');
    document.querySelector('main')?.setAttribute('title', 'loading');
    document.body.append('Loading');
  });
  expect((await keys())[0], 'still the person before').toBe(first);
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, after);
  expect((await keys())[0]).toMatch(/^web:brightwater\.example\/next.* https:\/\/brightwater\.example\/next$/);
});

test('a page that never rests is answered for all the same', async () => {
  const page = await follow(list(cards['h-card']));
  const view = await page.evaluate(async () => {
    const churn = () => {
      document
        .querySelector('ul')
        ?.append(document.createRange().createContextualFragment('<li class="h-card">Eva Berg</li>'));
      queue = setTimeout(churn);
    };
    let queue = setTimeout(churn);
    const found = await globalThis.following.read();
    clearTimeout(queue);
    return found;
  });
  expect(view.profiles.length).toBeGreaterThanOrEqual(NAMES.length);
});
