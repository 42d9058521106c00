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
  /^(?:(?:\p{L}{2,}\.|[دم]\.)[\s,-]*|(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|herr|frau|mme|mlle|councillor|senator|judge|pastor)\s+)+/iu;

/** Degrees and offices in capitals behind a name: PhD, M.Sc., MP. */
const DEGREE = /^(?=\S*[A-Z]\S*[A-Z])(?:[A-Z][a-z]{0,2}\.?){2,5}(?![\p{L}])/u;
const GENERATION = /^[\s,]*(?:[js]r\.?|i{2,3}|iv)$/i;

const WORD = "\\p{Lu}(?:[\\p{L}\\p{M}.'’`-]*\\p{L})?\\.?";
const CASED = new RegExp(
  `^${WORD}(?: (?:${WORD}|d[aeiou]|d[eo]s|de[lrn]|della|v[ao]n|vom|zu[rm]?|te[nr]|l[aeo]|el|al|bin|ibn|ben|af|av|[yei]|(?:d['’]|al-)${WORD}))*? ${WORD}$`,
  'u',
);

/** Chinese and Korean names start with one of few family names; Japanese ones are told by the space within. */
const EAST =
  /^(?:[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧田董袁潘于蒋蔡余杜叶葉程苏蘇魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方邹孟熊秦]\p{sc=Han}{1,2}|欧阳\p{sc=Han}{1,2}|[김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남]\p{sc=Hangul}{2}|[\p{sc=Han}々]{1,4}[ 　][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々]{1,4}|[\p{sc=Arabic}\p{sc=Hebrew}]{2,}(?: [\p{sc=Arabic}\p{sc=Hebrew}]+){1,4})$/u;

/**
 * Reads a line as a name with what stands around it.
 * @param text where its inline elements meet stands a line feed
 * @returns undefined when it names nobody
 */
export function readName(text: string): Named | undefined {
  // Players have numbers.
  const front = text.replace(/^#?\d{1,3}[.)]?\s+/, '');
  const bare = front.replace(ADDRESS, '');
  const sure = bare !== front;
  const parts = bare.split(/(\s*[,;|•·/()（）:：]\s*|\s+-+\s+|\s*[–—]\s*|\n)/u);
  // "이선우 대표변호사": where words have no capitals, the title follows the name.
  const titled = /^(\S{2,4}) (\S+)$/.exec(bare);
  if (titled?.[1] !== undefined && titled[2] !== undefined && EAST.test(titled[1]) && isRole(titled[2]))
    parts.splice(0, 1, titled[1], ' ', titled[2]);
  const [first = '', gap = '', second = ''] = parts;
  if (first.length > 60) return undefined;
  const named = (name: string | undefined, from: number): Named | undefined => {
    if (name === undefined) return undefined;
    const next = parts[from]?.trim() ?? '';
    const lineage = GENERATION.test(next);
    const rest = parts
      .slice(lineage ? from + 2 : from)
      .join('')
      .replace(/\n/g, ' ')
      .trim();
    return {
      name: lineage ? `${name}, ${next}` : name,
      rest,
      sure: sure || DEGREE.test(rest) || /^\p{sc=Han}{2,3}$/u.test(name),
    };
  };
  // "City Clerk – Ada Okafor"; bold and plain part in elements of their own.
  if (gap !== '' && !/[,;/(]/.test(gap) && first.length < 50 && isRole(first)) {
    const at = second === '' ? 4 : 2;
    const found = named(nameIn((parts[at] ?? '').replace(ADDRESS, '')), at + 2);
    if (found !== undefined) return { ...found, office: first.trim() };
  }
  // Given and family name in elements of their own.
  if (gap === '\n' && /^\S+$/.test(first)) {
    const found =
      named(nameIn(`${first} ${second}`), 4) ??
      (parts[3] === '\n' ? named(nameIn(`${first} ${second} ${parts[4]}`), 6) : undefined);
    if (found !== undefined) return found;
  }
  const found = named(nameIn(first), 2);
  if (found !== undefined || !/^\s*,/.test(gap)) return found;
  // "Okafor, Ada", as registers have it.
  const turned = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.]*)*$/u.test(second) && !DEGREE.test(second);
  return turned ? named(nameIn(`${second} ${first}`), 4) : undefined;
}

/** The name that a text is, if it is written as names are and has no word that names never have. */
function nameIn(text: string): string | undefined {
  let name = text
    .trim()
    .replace(/[*†‡,:]+$/u, '')
    .replace(/\s+/g, ' ');
  const degree = / (\S+)$/.exec(name);
  if (
    degree?.[1] !== undefined &&
    /\p{Ll}/u.test(name) &&
    DEGREE.test(degree[1]) &&
    !GENERATION.test(degree[1]) &&
    /\S \S+ /.test(name)
  )
    name = name.slice(0, degree.index);
  if (name.length > 50 || isThing(name)) return undefined;
  return EAST.test(name) ||
    (CASED.test(name) && /\p{L}{2}/u.test(name) && name.split(' ').length < 7 && !/^\p{Lu}\.? \p{Lu}\.?$/u.test(name))
    ? name
    : undefined;
}
