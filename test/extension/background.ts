import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, vi } from 'vitest';
import type { Answer, MessageName, Request } from '#contract/messages.ts';
import type { Overview } from '#contract/overview.ts';

/** The extension's background in this process: its own code and a real IndexedDB's rules; only the browser is faked. */

const ID = 'abcdefghijklmnopabcdefghijklmnop';
/** Of our own pages. Node knows no origin of an address that begins with `chrome-extension:`. */
const OURS = `https://${ID}.extension.invalid`;
export const SERVER = 'http://127.0.0.1:8787';

export interface Reply {
  status?: number;
  json: unknown;
  /** Its `ETag`. */
  tag?: string;
}
/** What the server was sent. */
export interface Sent {
  /** `POST /v1/reveals`, without query. */
  what: string;
  url: URL;
  token: string | null;
  key: string | null;
  /** Its `If-None-Match`. */
  tag: string | null;
  body: unknown;
}
/** Answers by `METHOD /path`; what it throws or has not looks like a server that can't be reached. */
export type Routes = Record<string, (sent: Sent) => Reply | Promise<Reply>>;

let current: object = {};
/** The module stays the same however often the worker is started; what it leads to does not. */
vi.doMock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, area) => Reflect.get(current, area) }),
}));

type Listener = (message: unknown, sender: object) => Promise<unknown> | undefined;

export class Background {
  readonly sent: Sent[] = [];
  /** What the toolbar icon said last where there is no count. */
  badge = '';
  registered: { id: string; matches: string[] }[] = [];
  allowed: string[] = [];
  readonly permissionAdded: (() => void)[] = [];
  #listener: Listener = () => undefined;
  readonly routes: Routes;

  constructor(routes: Routes) {
    this.routes = routes;
  }

  /** Starts the worker, anew when it was running: what it held in memory is gone. */
  async start(): Promise<void> {
    vi.resetModules();
    current = this.#browser();
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => this.#answer(url, init));
    const { startWorker } = await import('#extension/worker.ts');
    startWorker();
  }

  /** Asks as one of our own pages does. */
  ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> {
    return this.say({ ask: name, request }) as Promise<Answer<N>>;
  }

  /** Says anything at all, from a page of ours unless another sender is given. */
  say(message: unknown, sender: object = { id: ID, url: `${OURS}/popup.html`, origin: OURS }) {
    return this.#listener(message, sender);
  }

  async read(keys: readonly string[] = []): Promise<Overview> {
    const { readOverview } = await import('#extension/overview.ts');
    return readOverview(keys);
  }

  /** Writes into the store as an earlier worker left it. */
  async store() {
    return import('#extension/store.ts');
  }

  count(what: string): number {
    return this.sent.filter((one) => one.what === what).length;
  }

  async #answer(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address);
    const headers = new Headers(init.headers);
    const sent: Sent = {
      what: `${init.method} ${url.pathname}`,
      url,
      token: headers.get('authorization')?.replace('Bearer ', '') ?? null,
      key: headers.get('idempotency-key'),
      tag: headers.get('if-none-match'),
      body: init.body == null ? null : JSON.parse(String(init.body)),
    };
    this.sent.push(sent);
    const route = this.routes[sent.what];
    if (route === undefined) throw new TypeError('Failed to fetch');
    const { status = 200, json, tag } = await route(sent);
    const answer = { status, headers: tag === undefined ? {} : { etag: tag } };
    return status === 304 ? new Response(null, answer) : Response.json(json, answer);
  }

  #browser() {
    const event = { addListener: () => undefined };
    const alarms = new Map<string, object>();
    return {
      runtime: {
        id: ID,
        getURL: (path: string) => `${OURS}${path}`,
        getManifest: () => ({ host_permissions: [], version: '0' }),
        onMessage: {
          addListener: (listener: Listener) => {
            this.#listener = listener;
          },
        },
        onInstalled: event,
      },
      permissions: {
        onAdded: { addListener: (listener: () => void) => this.permissionAdded.push(listener) },
        onRemoved: event,
        getAll: async () => ({ origins: [...this.allowed] }),
        contains: async () => false,
      },
      alarms: {
        onAlarm: event,
        get: async (name: string) => alarms.get(name),
        create: (name: string) => void alarms.set(name, {}),
        clear: async (name: string) => alarms.delete(name),
      },
      commands: { onCommand: event },
      action: {
        setBadgeText: async ({ text, tabId }: { text: string; tabId?: number }) => {
          if (tabId === undefined) this.badge = text;
        },
        setBadgeBackgroundColor: async () => undefined,
        setBadgeTextColor: async () => undefined,
        setTitle: async () => undefined,
      },
      i18n: { getMessage: (key: string) => key },
      tabs: {
        query: async () => [],
        get: async () => ({}),
        sendMessage: async () => {
          throw new Error('Could not establish connection.');
        },
      },
      scripting: {
        executeScript: async () => {
          throw new Error('Cannot access contents of the page.');
        },
        getRegisteredContentScripts: async () => [...this.registered],
        registerContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
          if (this.registered.length > 0) throw new Error("Duplicate script ID 'always'");
          this.registered = scripts;
        },
        updateContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
          this.registered = scripts;
        },
        unregisterContentScripts: async () => {
          this.registered = [];
        },
      },
    };
  }
}

/** A background with an empty store, started. */
export async function startBackground(routes: Routes): Promise<Background> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const background = new Background(routes);
  await background.start();
  return background;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A reply that is held back until it is let go. */
export function held(reply: Reply): { route: () => Promise<Reply>; asked: Promise<void>; letGo: () => void } {
  const asked = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  return {
    route: async () => {
      asked.resolve();
      await gone.promise;
      return reply;
    },
    asked: asked.promise,
    letGo: () => gone.resolve(),
  };
}
