/** A text with its percent-escapes decoded; as it stands where they are not sound: a stray % is a legal, if odd, address. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
