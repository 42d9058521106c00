import type { Server } from '#server/start.ts';

/** What a page shows and where it is, as far as a test without a browser can tell. */
export interface Page {
  status: number;
  html: string;
  headers: Headers;
  /** Where a redirect leads. */
  to: string | null;
}

/** A browser of a kind: keeps cookies, sends forms with the origin of this server, follows nothing by itself. */
export class Visitor {
  readonly #server: Server;
  readonly #cookies = new Map<string, string>();

  constructor(server: Server) {
    this.#server = server;
  }

  get(path: string): Promise<Page> {
    return this.#send(path, {});
  }

  post(path: string, fields: Record<string, string>, origin: string | null = this.#server.url): Promise<Page> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(origin === null ? {} : { origin }) };
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers });
  }

  async #send(path: string, init: { method?: string; body?: string; headers?: Record<string, string> }): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.#server.url), {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { status, headers } = response;
    return { status, headers, html: await response.text(), to: headers.get('location') };
  }
}

/** The values of the hidden fields of a page's forms, by name. */
export function hidden({ html }: Page, name: string): string[] {
  return [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}
