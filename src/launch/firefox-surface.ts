import { until } from './until.ts';

/** WebDriver BiDi as Puppeteer speaks it; Puppeteer's types leave the connection out. */
export interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

/** Sends a command; what it answers is declared by the caller. Throws what Firefox complains of. */
export async function send<T>(connection: BidiConnection, method: string, parameters: object): Promise<T> {
  return (await connection.send(method, parameters)).result as T;
}

interface Reply {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A popup, sidebar or background page of Firefox: read, clicked, typed into and pictured as the user would. */
export class FirefoxSurface {
  readonly #connection: BidiConnection;
  readonly #context: string;

  constructor(connection: BidiConnection, context: string) {
    this.#connection = connection;
    this.#context = context;
  }

  /** Runs a function there, promises awaited, arguments and result as JSON (`undefined` becomes null). Throws when it throws or the page is gone. */
  async evaluate<A extends Json[], R>(body: (...words: A) => R | Promise<R>, ...words: A): Promise<R> {
    const values = words.map((word) => JSON.stringify(word)).join(', ');
    const reply = await send<Reply>(this.#connection, 'script.evaluate', {
      expression: `(async () => JSON.stringify(await (${body})(${values})))()`,
      awaitPromise: true,
      userActivation: true,
      target: { context: this.#context },
    });
    if (reply.type === 'exception') throw new Error(`In the page: ${reply.exceptionDetails?.text}`);
    const text = reply.result?.value;
    return JSON.parse(typeof text === 'string' ? text : 'null');
  }

  /** The text it shows. */
  text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  /** Waits until an element is there and visible, then clicks in its middle with the mouse. */
  async click(selector: string): Promise<void> {
    const place = await until(`${selector} is visible`, () => this.evaluate(middleOf, selector));
    const [x, y] = place;
    const actions = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#act({ type: 'pointer', id: 'mouse', actions });
  }

  /** Types into what has the focus; keys that are no characters by their WebDriver code (`\uE007` is Enter). */
  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  /** What is seen of it now, as PNG. */
  async screenshot(): Promise<Buffer> {
    // A popup has loaded before Firefox has measured it.
    await until('it has a size', () => this.evaluate(() => innerWidth > 0 && innerHeight > 0));
    const parameters = { context: this.#context };
    const { data } = await send<{ data: string }>(this.#connection, 'browsingContext.captureScreenshot', parameters);
    return Buffer.from(data, 'base64');
  }

  async #act(source: object): Promise<void> {
    await send(this.#connection, 'input.performActions', { context: this.#context, actions: [source] });
  }
}

/** Runs in the page: where to click an element, in CSS pixels of the window; null when it isn't to be seen. */
function middleOf(selector: string): [number, number] | null {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'nearest' });
  const box = element?.getBoundingClientRect();
  if (!box || box.width === 0 || box.height === 0) return null;
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}
