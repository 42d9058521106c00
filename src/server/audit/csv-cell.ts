/** What a spreadsheet takes for a formula when a cell begins with it, also behind white space and as full-width letters. */
const FORMULA = /^(?:[\s\p{Cc}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A text as a cell: what would be a formula is made a text by the apostrophe that spreadsheets know. */
export function textCell(text: string): string {
  return quoted(FORMULA.test(text) ? `'${text}` : text);
}

/** A text that nobody but this program wrote. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
