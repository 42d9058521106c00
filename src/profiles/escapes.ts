/** Tags, and signs that HTML writes otherwise. */
const ESCAPED = /<\/?[a-z][^<>]*>|&#(\d{1,6}|x[\da-f]{1,5});|&(?:amp|lt|gt|quot|nbsp);/gi;
const SIGNS: Record<string, string> = { a: '&', l: '<', g: '>', q: '"', n: ' ' };

/** A text that was taken from a page's source: without its tags, and with the signs that its escapes stand for. */
export const unescaped = (text: string): string =>
  text.replace(ESCAPED, (sign, code) =>
    code ? String.fromCodePoint(Number(`0${code}`)) : (sign[0] === '&' && SIGNS[sign[1]?.toLowerCase() ?? '']) || '',
  );
