/**
 * An address as the browser reads it, in one go: to ask first whether it is one would read it twice.
 * @param base absolute address that a relative one stands on
 * @returns undefined when it is none
 */
export function parsedUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
