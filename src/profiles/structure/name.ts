import { isRole, isThing } from './words.ts';

/** A line that can name a person. */
export interface Named {
  name: string;
  /** What follows the name: a title, a degree, an extension. */
  rest: string;
  /** What stands before it: "City Clerk – Ada Okafor". */
  office?: string;
  /** A form of address or a degree says that it is a person. */
  sure: boolean;
}

/** Forms of address and academic titles: any abbreviations, and those which are written without a stop. */
const ADDRESS =
  /^(?:(?!(?:St|Mt|Ft|No|Vol|M[dD])\.)(?:[A-Za-zÀ-žА-я]{2,}\.[a-zª]*|[دم]\.)[\s,-]*|(?:[Dd]r|[Pp]rof|PD|Professor|Mr|Mrs|Ms|Miss|Maître|Sir|Dame|Herr|Frau|Mme|Mlle|Councillor|Senator|Judge|Pastor|Rev|Bishop|Rabbi|Imam|Apostle)\s+)+/;

/** Degrees and offices in capitals behind a name: PhD, M.Sc., MP. */
const DEGREE = /^(?=\S*[A-Z]\S*[A-Z])(?:[A-Z][a-z]{0,2}\.?){2,5}(?![a-z])/;
const GENERATION = /^(?:[JS]r\.?|I{2,3}|IV)$/i;

/** A word that starts with a capital and has nothing in it but letters, and what joins or shortens them. */
const isWord = (word: string) =>
  isUpper(word.replace(/^["“]/, '').charAt(0)) &&
  !/[\d!#-&(-,/:-@[-_{-¿×÷\u2010-\u2018\u201a\u201b\u201e-\u206f\ud83c-\ud83e]/.test(word);
const isUpper = (text: string) => text !== text.toLowerCase();
const PARTICLE =
  /^(?:(?:d[aeiou]|d[eo]s|de[lrn]|della|v[ao]n|vom|zu[rm]?|te[nr]|l[aeo]|el|al|bin|ibn|ben|af|av|[yei])$|(?:d['’]|al-)(?=.))/;

/** Chinese and Korean names start with one of few family names; Japanese ones are told by the space within. */
const EAST =
  /^(?:(?:[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗郑梁谢宋唐许許韩邓冯曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔谭陆范金石]|欧阳)[一-鿿]{1,2}|[김이박최정강조윤장임한오서신권황안송류홍유구][가-힣]{2}|[一-鿿々]{1,4}[ \u3000][一-鿿぀-ヿ々]{1,4}|[֐-ۿ]{2,}(?: [֐-ۿ]+){1,4})$/;

/**
 * Reads a line as a name with what stands around it.
 * @param text where its inline elements meet stands a line feed
 * @returns undefined when it names nobody
 */
export function readName(text: string): Named | undefined {
  // Most lines of a table are a word or a number.
  if (!/\s|[一-鿿가-힣]/.test(text)) return undefined;
  // Players have numbers.
  const front = text.replace(/^#?\d{1,3}[.)]?\s+/, '').replace(/\((\w+\.)\)/, '$1');
  const bare = front.replace(ADDRESS, '');
  const sure = bare !== front;
  const parts = bare.replace(/ \(\S+\)(?= [A-ZÀ-Þ])/, '').split(/(\s*[,;|•·/()（）:：]\s*|\s+-+\s+|\s*[–—]\s*|\n)/);
  // "이선우 대표변호사": where words have no capitals, the title follows the name.
  const [, eastern = '', role = ''] = /^(\S{2,4}) (\S+)$/.exec(bare) ?? [];
  if (EAST.test(eastern) && isRole(role)) parts.splice(0, 1, eastern, ' ', role);
  const [first = '', gap = '', second = ''] = parts;
  if (first.length > 60) return undefined;
  const named = (whole: string, from: number): Named | undefined => {
    const name = nameIn(whole);
    if (!name) return undefined;
    const next = parts[from]?.trim() ?? '';
    const lineage = GENERATION.test(next);
    const rest = parts
      .slice(lineage ? from + 2 : from)
      .join('')
      .trim();
    return {
      name: lineage ? `${name}, ${next}` : name,
      rest,
      sure: sure || DEGREE.test(rest) || /^[一-鿿]{2,3}$/.test(name),
    };
  };
  // "City Clerk – Ada Okafor", "Juniors – Coach: Ada Okafor"; bold and plain part in elements of their own.
  for (const at of [0, 2]) {
    const [office = '', gap = '', name = '', , more = ''] = parts.slice(at);
    if (!gap || /[,;/(]/.test(gap) || office.length > 49 || !isRole(office)) continue;
    // "Ada Okafor, City Clerk, Harbor Town": the town is nobody.
    if (at && nameIn(first)) break;
    const found = named((name || more).replace(ADDRESS, ''), at + (name ? 4 : 6));
    if (found) return { ...found, office: office.trim() };
  }
  // Given and family name in elements of their own.
  if (gap === '\n' && /^\S+$/.test(first)) {
    const found =
      named(`${first} ${second}`, 4) ?? (parts[3] === '\n' ? named(`${first} ${second} ${parts[4]}`, 6) : undefined);
    if (found) return found;
  }
  const found = named(first, 2);
  if (found || !/^\s*,/.test(gap)) return found;
  // "Okafor, Ada", as registers have it.
  const turned =
    second.split(' ').every(isWord) &&
    !(DEGREE.test(second) && (/[a-z]/.test(first) || /^[^AEIOUY]+$/.test(first) || /^[^AEIOUY]+$/.test(second))) &&
    !/\//.test(parts[3] ?? '');
  return turned ? named(`${second} ${first}`, 4) : undefined;
}

/** The name that a text is, if it is written as names are and has no word that names never have. */
function nameIn(text: string): string | undefined {
  const words = text
    .trim()
    .replace(/[*†‡,:]+$|(?<=[^\s.]{3})\.$/, '')
    .split(/\s+/);
  const last = words.at(-1) ?? '';
  if (words.length > 2 && DEGREE.test(last) && !GENERATION.test(last) && /[a-z]/.test(words[0] ?? '')) words.pop();
  const name = words.join(' ');
  if (name.length > 50) return undefined;
  const cased =
    words.length > 1 &&
    words.length < 7 &&
    words.every((word, at) => isWord(word) || (PARTICLE.test(word) && (at < words.length - 1 || word.length > 3))) &&
    words.some((word) => /[^.]{2}/.test(word)) &&
    words.some(isUpper);
  return (cased || EAST.test(name)) && !isThing(name) ? name : undefined;
}
