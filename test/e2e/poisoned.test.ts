import { expect } from '@playwright/test';
import { personPage, test } from './signed-in.ts';

/** What a page may do to its own world: everything that reading a page rests on throws, and tells that it was called. */
const POISON = `<script>
  globalThis.called = [];
  const trap = (name) => function () { called.push(name); throw new Error('poisoned: ' + name); };
  for (const kind of [Node, Element, Document, CharacterData, HTMLElement, EventTarget]) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(kind.prototype))) {
      if (name === 'constructor' || !property.configurable) continue;
      if (property.get) Object.defineProperty(kind.prototype, name, { configurable: true, get: trap(name), set() {} });
      else if (typeof property.value === 'function') kind.prototype[name] = trap(name);
    }
  }
  for (const name of ['flatMap', 'map', 'filter', 'entries', 'push']) Array.prototype[name] = trap('Array.' + name);
  JSON.parse = trap('JSON.parse');
  URL.canParse = trap('URL.canParse');
  RegExp.prototype.test = trap('RegExp.test');
  MutationObserver = trap('MutationObserver');
  Map.prototype.get = trap('Map.get');
</script>`;

test.use({
  routes: {
    'https://people.example/poisoned': personPage('Ada Okafor', `<p class="h-card">Ada Okafor</p>${POISON}`),
  },
});

test('a page that poisons its own world is read all the same, and is never called', async ({ signedIn }) => {
  const page = await signedIn.person('/poisoned');
  const view = await signedIn.panel(page);
  await expect(view.getByRole('heading', { level: 3 })).toHaveText('Ada Okafor');
  expect(await page.evaluate('called.join()'), 'what of the page was called').toBe('');
});
