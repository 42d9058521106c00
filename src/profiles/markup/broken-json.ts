/** A broken text longer than this, in characters, is given up. */
const LENGTH_LIMIT = 200_000;

/** Values in a row that are read at most. */
const VALUES_LIMIT = 1_000;

/** A string, also one without an end; a comment or a mark around the data; a bracket, a comma, anything else. */
const TOKEN =
  /("(?:[^"\\]|\\[\s\S])*(?:"|\\?$))|\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#).*|<!--|-->|<!\[CDATA\[|\]\]>|([[{])|([\]}])|(,)|([^\s"[\]{},/<#-]+|\S)/g;

/**
 * What can be saved of JSON that is none, as pages have it: comments, HTML comments or CDATA marks around the data,
 * commas too many, line breaks inside strings, several values in a row, or an end that is missing.
 * @returns the values at the top, each without what could not be read
 */
export function mended(text: string): unknown[] {
  const values: unknown[] = [];
  if (text.length > LENGTH_LIMIT) return values;
  let out = '';
  let open = '';
  let comma = false;
  /** The data up to the last value that is certainly complete, with what closes it. */
  let sound = '';
  const keep = (json: string) => {
    try {
      values.push(JSON.parse(json));
      return true;
    } catch {
      return false;
    }
  };
  for (const [token, string, opening, closing, separator, other] of text.matchAll(TOKEN)) {
    if (separator) {
      if (open !== '' && !comma) sound = out + open;
      comma = true;
    } else if (string || opening || closing || other) {
      if (comma && !closing && out !== '') out += ',';
      comma = false;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what JSON forbids inside a string.
      out += token.replace(/[\u0000-\u001f]+/g, ' ');
      if (opening) open = (token === '{' ? '}' : ']') + open;
      if (closing) open = open.slice(1);
      if (open === '') {
        keep(out);
        out = '';
        if (values.length === VALUES_LIMIT) break;
      }
    }
  }
  if (open !== '' && !keep(out + open)) keep(sound);
  return values;
}
