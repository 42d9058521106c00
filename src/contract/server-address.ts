import { parsedUrl } from './parsed-url.ts';

/** Hosts that mean this machine: nothing sent to them crosses a network. */
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/**
 * What somebody typed as the address of a server, without a trailing slash; `https://` is understood. Null when it is
 * none, `insecure` when it would send contacts over the network in the clear. Without zod, so that pages can import it.
 */
export function serverAddress(text: string): string | null {
  const typed = text.trim();
  const address = typed.includes('://') ? typed : `https://${typed}`;
  const url = parsedUrl(address);
  if (typed === '' || !url) return null;
  // Chromium takes spaces in a host and escapes them.
  if (!/^(?:[\p{L}\p{N}.-]+|\[[\da-f:.]+\])$/iu.test(url.hostname) || url.username !== '') return null;
  if (url.protocol === 'http:' && !LOCAL.includes(url.hostname)) return 'insecure';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
