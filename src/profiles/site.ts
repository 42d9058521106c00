import type { Person } from './person.ts';

/**
 * A web site whose pages are known. One file in `sites/`, which exports `site`, is all that a new one needs. The file is
 * also read by Node when the manifest is made: nothing outside `read` may touch the DOM.
 */
export interface Site {
  /** Name of the file; the profile's `site`, and the first part of its key. */
  id: string;
  /** Match patterns (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns) without ports. */
  matches: readonly string[];
  /** Whether the extension reads the site from its installation on, or only where a member has allowed it. */
  grant: 'install' | 'ask';
  /**
   * The people that the page is about, each with `handle`. The last word on pages that match: `neither` for one which
   * is no profile and no list of people, whatever its markup says.
   */
  read(document: Document, page: URL): Person[] | 'neither';
}

/** Whether an address falls under a match pattern of the kind `https://*.example.com/*`. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/.exec(pattern);
  if (parts === null) return false;
  const [, scheme, host = '', path = ''] = parts;
  if (!/^https?:$/.test(url.protocol) || (scheme !== '*' && `${scheme}:` !== url.protocol)) return false;
  const bare = host.replace(/^\*\./, '');
  if (host !== '*' && url.hostname !== bare && !(host !== bare && url.hostname.endsWith(`.${bare}`))) return false;
  const glob = path.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${glob.join('.*')}$`).test(url.pathname + url.search);
}
