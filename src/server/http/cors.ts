/** The only origins that get an answer they can read: extensions. Their identifier is the browser's to give. */
const EXTENSION = /^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/;

function isExtension(origin: string | undefined): origin is string {
  return origin !== undefined && EXTENSION.test(origin);
}

/**
 * CORS headers for an extension's request: bearer tokens only, never cookies, and of the reply's headers
 * the tag alone. With
 * them the extension needs no permission for the server's address. Any other origin gets none.
 */
export function corsHeaders(origin: string | undefined): Record<string, string> {
  if (!isExtension(origin)) return { vary: 'Origin' };
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'etag', vary: 'Origin' };
}

export function preflightHeaders(origin: string | undefined): Record<string, string> {
  if (!isExtension(origin)) return corsHeaders(origin);
  return {
    ...corsHeaders(origin),
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match',
    'access-control-max-age': '600',
  };
}
