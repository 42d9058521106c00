import type { ElementHandle } from 'puppeteer-core';
import type { Field } from '#contract/field.ts';
import type { Surface } from '#launch/chromium.ts';
import { until } from '#launch/until.ts';

/** Popup or side panel as a rep uses it: by what is written on it. */
export interface RepScreen {
  surface: Surface;
  /** A text of the extension, in the language it is shown in. */
  t(key: string, ...words: string[]): Promise<string>;
  /** The spendable credits it shows. */
  credits(): Promise<number | null>;
  /** Names of the people it lists. */
  people(): Promise<string[]>;
  /** All that it says of one field of a person; empty when there is no such thing. */
  field(name: string, field: Field): Promise<string>;
  /** The contacts it shows there. */
  values(name: string, field: Field): Promise<string[]>;
  /** Clicks the button with the price on it. */
  reveal(name: string, field: Field): Promise<void>;
  /** Clicks the only button of that text or label, there or anywhere. */
  press(button: string, where?: { name: string; field: Field }): Promise<void>;
  /** The first sentence-like line of one field of a person. */
  sentence(name: string, field: Field): Promise<string>;
  /** Scrolls one field of a person into the middle. */
  show(name: string, field: Field): Promise<void>;
  /** Everything that is written on it. */
  text(): Promise<string>;
}

export function repScreen(surface: Surface): RepScreen {
  const t: RepScreen['t'] = (key, ...words) => surface.evaluate(message, key, words);
  const group = async (name: string, field: Field) =>
    `[role="group"][aria-label=${JSON.stringify(await t(`fieldOf_${field}`, name))}]`;
  const texts = (selector: string) => surface.evaluate(textsOf, selector);

  return {
    surface,
    t,
    async credits() {
      const [shown] = await texts('.top-credits, .figure:not(.blank)');
      const digits = shown?.replace(/\D/g, '');
      return digits ? Number(digits) : null;
    },
    people: () => texts('.person-name'),
    field: async (name, field) => (await texts(await group(name, field)))[0] ?? '',
    values: async (name, field) => texts(`${await group(name, field)} .value`),
    async reveal(name, field) {
      await surface.locator(`${await group(name, field)} button:has(.price)`).click();
    },
    async press(button, where) {
      const within = where ? await group(where.name, where.field) : 'body';
      const handle = await until(`there is a button "${button}"`, async () => {
        const found = await surface.evaluateHandle(findButton, within, button);
        return found.asElement() as ElementHandle<Element> | null;
      });
      await handle.scrollIntoView();
      await handle.click();
    },
    sentence: async (name, field) => (await texts(`${await group(name, field)} .card > p:first-child`))[0] ?? '',
    async show(name, field) {
      const selector = await group(name, field);
      await surface.evaluate((at) => document.querySelector(at)?.scrollIntoView({ block: 'center' }), selector);
    },
    text: async () => (await texts('body'))[0] ?? '',
  };
}

/* The functions below run in the extension's page: they are sent there as text and can't use anything from outside. */

function message(key: string, words: string[]): string {
  return chrome.i18n.getMessage(key, words);
}

function textsOf(selector: string): string[] {
  // Not `innerText`: what is scrolled out of sight may not be laid out.
  return [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
}

function findButton(within: string, text: string): Element | null {
  const says = (one: Element) => [one.getAttribute('aria-label'), one.textContent?.replace(/\s+/g, ' ').trim()];
  return [...document.querySelectorAll(`${within} button`)].find((one) => says(one).includes(text)) ?? null;
}
