import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Whose connection this is, for counting attempts only. Behind a proxy that is the proxy. */
export function remoteAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Called without a connection, as a test may do.
    return 'unknown';
  }
}
