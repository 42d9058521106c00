/** Control characters, bidi overrides and isolates, zero-width characters, the byte-order mark and lone surrogates. */
const HIDDEN = /[\p{Cc}\p{Cs}\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Makes a string from a page or a provider fit to show: hidden characters become spaces, white space is folded,
 * the ends are trimmed, and what is longer than `max` characters is cut at a character, with an ellipsis.
 * @param max characters (code points) at most
 */
export function cleanText(value: string, max: number): string {
  // A page can hand over megabytes: what lies far beyond the cap is dropped before any pattern runs over it.
  const head = value.length > max * 8 ? value.slice(0, max * 8) : value;
  const text = head.replace(HIDDEN, ' ').replace(/\s+/gu, ' ').trim();
  if (text.length <= max) return text;
  const characters = [...text];
  if (characters.length <= max) return text;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}
