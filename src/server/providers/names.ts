/** Letters that no decomposition leads back to their plain ones. */
const PLAIN: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };

/** Forms of companies, as they end their names. */
const LEGAL_FORMS = new Set(
  (
    'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg kgaa ohg se sa sas sarl srl ' +
    'spa bv nv oy oyj ab as asa aps pty pte kk sl slu ou sro doo kft'
  ).split(' '),
);

const HONORIFICS = new Set('mr mrs ms mx miss dr prof sir dame ir ing'.split(' '));
const LETTERS_AFTER = new Set('phd md mba msc bsc ma ba dds esq cpa cfa pmp pe rn jd llm jr sr ii iii iv'.split(' '));

/** One spelling of a person's name: case, accents and punctuation folded, titles and letters after the name dropped. */
export function nameKey(name: string): string {
  const words = wordsOf(name.replace(/\([^)]*\)/g, ' '));
  while (words.length > 2 && HONORIFICS.has(words[0] ?? '')) words.shift();
  while (words.length > 2 && LETTERS_AFTER.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** One spelling of a company's name, without its legal form. */
export function companyKey(company: string): string {
  const words = wordsOf(company.replace(/[&+]/g, ' ')).filter((word) => word !== 'and');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** A domain without what an address may have around it; null when nothing of a domain is left. */
export function domainKey(domain: string): string | null {
  const host = domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/, '');
  return /^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(host) && host.length <= 253 ? host : null;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      // Upper case first: it is what makes two letters of ß.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[øłđðþæœı]/g, (letter) => PLAIN[letter] ?? letter)
      .replace(/[.'’ʼ`]/g, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
  );
}
