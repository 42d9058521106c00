import { remembered } from '../remembered.ts';
import { isGiven } from './given.ts';
import { isListed, isOffice, isRole, isThing, unbound } from './words.ts';

/** A line that can name a person. */
export interface Named {
  name: string;
  /** What follows the name: a title, a degree, an extension. */
  rest: string;
  /** What stands before it: "City Clerk – Ada Okafor". */
  office?: string;
  /** A form of address or a degree says that it is a person. */
  sure: boolean;
  /** The name if what follows its comma is the given name: "Rueda Campos, Ada". */
  turned?: string | undefined;
}

/** An abbreviation, as most forms of address and academic titles are, or the first of several words. */
const LEADING =
  /^(?:(?:[Tt]he )?(?:R(?:igh)?t\.? )?Hon(?:ou?rable)?\.?(?=[\sA-Z])\s*|H\. ?E\.? (?=\S+ \S)|(?:Ph\.?D|M\.?Sc|M\.[CI](?=\. \S+ \S))\.[\s,-]*|(?!(?:St|Mt|Ft|No|Vol|M[dD])\.)(?:[A-Za-zÀ-žА-яΑ-ω]{2,}ª?\.[a-zª]*|[a-zа-яدمأ]\.)[\s,-]*|(\S+)\s+)/;

/** Forms of address and titles which are written without a stop. */
const ADDRESSES = new Set(
  `dr prof pd professor emeritus mr mrs ms miss maître monsieur madame sir dame herr frau mme mlle señor señora signor signora senhor senhora councillor senator judge pastor rev bishop rabbi imam apostle
dra sr sra srta dott ing avv mgr inż lek hab bc üyesi ibu bapak ông bà δρ κ г-н г-жа д-р пан пані ד"ר פרופ' עו"ד רו"ח מר גב' הרב
سيد دكتور أستاذ مهندس شيخ دكتر آقای خانم`.split(/\s/),
);

const isAddress = (word: string) => ADDRESSES.has(unbound(word.toLowerCase().replace(/[״”]/, '"').replace('׳', "'")));

/** A name without the forms of address and titles before it. */
function bareOf(text: string): string {
  const [shown, word] = LEADING.exec(text) ?? [];
  return !shown || (word && !isAddress(word)) ? text : bareOf(text.slice(shown.length));
}

/** Degrees and offices in capitals behind a name: PhD, M.Sc., MP. */
const DEGREE = /^(?=\S*[A-Z]\S*[A-Z])(?!\S*[A-Z]s\b)(?:[A-Z][a-z]{0,2}\.?){2,5}(?![A-Za-zÀ-ž])/;
const GENERATION = /^(?:[JS]r\.?|I{2,3}|IV)$/i;

/** Capitals are a degree where they have no vowels or are few; longer ones are how some write family names. */
export const isDegree = (word: string) =>
  word === 'Esq' || (DEGREE.test(word) && !GENERATION.test(word) && /^.{1,3}$|[a-z.]|^[^AEIOUY]+$/.test(word));

/** A word that starts with a capital and has nothing in it but letters, and what joins or shortens them. */
const isWord = (word: string) =>
  isUpper(word.replace(/^["“]/, '').charAt(0)) &&
  !/[\d!#-&(-,/:-@[-_{-¿×÷\u2010-\u2018\u201a\u201b\u201e-\u206f\ud83c-\ud83e]/.test(word);
const isUpper = (text: string) => text !== text.toLowerCase();
const PARTICLE =
  /^(?:(?:d[aeiou]|d[eo]s|de[lrn]|della|v[ao]n|vom|zu[rm]?|te[nr]|l[aeo]|el|al|bin|ibn|ben|af|av|['’]?t|[yei])$|(?:d['’]|al-)(?=.))/;

/**
 * East Asian family names: a few hundred bear nearly all of China, so names start with one of them, Korean ones of fewer.
 * Japanese names are told by the space within, and those of scripts without capitals by having two words or more.
 */
const EAST =
  /^(?:(?:[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲滕屈饶解牟艾尤阳穆农司卓吉缪简车芦麦張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鐘鍾譚陸賈韋鄒龍賀顧龔萬錢嚴湯齊喬龐顏莊聶魯]|[欧歐][阳陽]|司[马馬徒]|上官|[诸諸]葛|皇甫|慕容|令狐|[东東]方)[一-鿿]{1,2}|(?:[김이박최정강조윤장임한오서신권황안송류홍유구전고문양손배백허남심노하곽성차주우민진지엄]|남궁|황보|선우)[가-힣]{2}|[김이박최정강조윤장임한오서신권황안송류홍유구] [가-힣]{1,2}|[一-鿿々ヶ]{1,4}[ \u3000][一-鿿぀-ヿ々]{1,4}|(?!.*[\u0660-\u0669\u06f0-\u06f9])[\u0590-\u0fff\u10d0-\u10ff][\u0590-\u0fff\u10d0-\u10ff\u200c'"-]+(?: [\u0590-\u0fff\u10d0-\u10ff\u200c'"-]+){1,4})$/;

const PRONOUNS = /\s*\((?:she|he|they|elle|il|iel|ella|sie|er)\b[^)]*\)/i;
/** A number or pictures before a name. */
const NUMBER = /^(?:(?:[\u2600-\u27bf\u{1f300}-\u{1faff}]\ufe0f?\s*)+|#?\d{1,3}[.)]?\s+)/u;

/** A line without what it says in brackets before or within a name: "Chair (2 years): Ada (Dr.) Okafor (she/her)". */
const withoutAsides = (text: string) =>
  text
    .replace(/\s*[(（][^()（）]{1,20}[)）](?=\s*[:：]|\n[一-鿿])/, '')
    .replace(/\((\w+\.)\)/, '$1')
    .replace(PRONOUNS, '');

/** Where a line parts into a name and what stands beside it. */
const PARTING = /(\s*[,;|•·/()（）:：،]\s*|\s+-+\s+|\s*[–—]\s*|\n)/;

const UNCASED = /[\u0590-\u0fff\u10d0-\u10ff\u3040-\ud7ff]/;

/**
 * Reads a line as a name with what stands around it.
 * @param text where its inline elements meet stands a line feed
 * @returns undefined when it names nobody
 */
export function readName(text: string): Named | undefined {
  // Most lines of a table are a word or a number.
  return /\s|[一-鿿가-힣]/.test(text) ? read(text) : undefined;
}

/** The same lines are asked for again and again, as names, as titles and as what stands beside them. */
const read = remembered((text: string): Named | undefined => {
  // Players have numbers.
  const unnumbered = /^[#\d\u2600-\u27bf\ud83c-\ud83e]/.test(text) ? text.replace(NUMBER, '') : text;
  const front = /[(（]/.test(unnumbered) ? withoutAsides(unnumbered) : unnumbered;
  // "陳大文先生": Chinese has forms of address behind the name.
  const bare = bareOf(front).replace(/(?<=^[一-鿿]{2,4}) ?(?:先生|女士|小姐)/, '');
  const sure = bare !== front;
  const parts = bare.replace(/ \(\S+\)(?= [A-ZÀ-Þ])/, '').split(PARTING);
  const beside = UNCASED.test(bare) ? besideRole(parts[0] ?? '') : aroundRole(parts[0] ?? '', sure);
  if (beside) parts.splice(0, 1, ...beside);
  const [first = '', gap = '', second = ''] = parts;
  if (first.length > 60) return undefined;
  const behind = (from: number) => parts.slice(from).join('').trim();
  const named = (whole: string, from: number): Named | undefined => {
    const name = nameIn(whole);
    if (!name) return undefined;
    const next = parts[from]?.trim() ?? '';
    const lineage = GENERATION.test(next);
    const rest = behind(lineage ? from + 2 : from);
    // "Start Mirror: NO", "SSL/TLS", "Multi-layer Mirror (MLM)": capitals which are no degree.
    return {
      name: lineage ? `${name}, ${next}` : name,
      rest,
      sure: sure || (DEGREE.test(rest) && !/[:：/(]/.test(parts[from - 1] ?? '')) || /^[一-鿿]{2,3}$/.test(name),
    };
  };
  // "山田太郎（やまだ たろう）": the reading says that it is a name.
  if (isRead(first, second)) return { name: first, rest: behind(4), sure: true };
  // "山田太郎 院長": a role says it as well.
  if (gap === '\n' && /^[一-鿿々ヶ]{3,5}$/.test(first) && !/[科部課室局会會学院校所]$/.test(first) && isRole(second))
    if (!isRole(first) && !isThing(first)) return { name: first, rest: behind(2), sure: true };
  // "City Clerk – Ada Okafor", "Juniors – Coach: Ada Okafor"; bold and plain part in elements of their own.
  for (const at of [0, 2]) {
    const [office = '', gap = '', name = '', , more = ''] = parts.slice(at);
    if (!gap || /[,;/(]/.test(gap) || office.length > 49 || !isRole(office)) continue;
    // "Ada Okafor, City Clerk, Harbor Town": the town is nobody.
    if (at && !/[:：]/.test(gap) && nameIn(first)) break;
    const found = named(bareOf(name || more), at + (name ? 4 : 6));
    if (found) return { ...found, office: office.trim() };
  }
  // "Vice President - Flight: Ada Okafor".
  const [, whole = '', called = ''] = /^([^:：]{4,60})\s[:：]\s*([^:：]+)$/.exec(bare) ?? [];
  if (called && isRole(whole)) {
    const name = nameIn(bareOf(called));
    if (name) return { name, rest: '', sure, office: whole.replace(/\n/g, '').trim() };
  }
  // Given and family name in elements of their own.
  if (gap === '\n' && /^\S+$/.test(first)) {
    const found =
      named(`${first} ${second}`, 4) ?? (parts[3] === '\n' ? named(`${first} ${second} ${parts[4]}`, 6) : undefined);
    if (found) return found;
  }
  const found = named(first, 2);
  if (!/^\s*,/.test(gap)) return found;
  const words = second.split(' ');
  if (found)
    return words.length < 4 && words.every(isWord) ? { ...found, turned: nameIn(`${second} ${first}`) } : found;
  // "Okafor, Ada", as registers have it.
  const turned =
    words.every(isWord) &&
    !(DEGREE.test(second) && (/[a-z]/.test(first) || /^[^AEIOUY]+$/.test(first) || /^[^AEIOUY]+$/.test(second))) &&
    !/\//.test(parts[3] ?? '');
  return turned ? named(`${second} ${first}`, 4) : undefined;
});

/** Splits "대표변호사 이선우" and "이선우 대표변호사": where words have no capitals, a role stands beside the name unparted. */
function besideRole(text: string): string[] | undefined {
  for (const { index } of text.matchAll(/[ \u3000]/g)) {
    const [front, back] = [text.slice(0, index), text.slice(index + 1)];
    if (isRole(front) && EAST.test(back) && !isRole(back)) return [front, '\n', back];
    if (isRole(back) && EAST.test(front) && !isRole(front)) return [front, ' ', back];
  }
  return undefined;
}

/** Splits "lékař Jan Novák" and "Ada Okafor Founding Partner": small words before a name, or others behind a sure one. */
function aroundRole(text: string, sure: boolean): string[] | undefined {
  const words = text.split(' ');
  const start = words.findIndex((word) => isUpper(word.charAt(0)));
  const split = (at: number) => [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const;
  if (start > 0) {
    const [role, name] = split(start);
    return isRole(role) && nameIn(name) ? [role, '\n', name] : undefined;
  }
  if (words.length < 3) return undefined;
  // "Mayor Ada Okafor", "Vice Mayor Ada Okafor".
  const first = words.findIndex(isGiven);
  const before = words[first - 1] ?? '';
  if (first > 0 && (isOffice(before) || /^coach$/i.test(before)) && !before.endsWith('.')) {
    const [role, name] = split(first);
    return nameIn(name) ? [role, '\n', name] : undefined;
  }
  if (!sure && first !== 0) return undefined;
  const end = words.findIndex((word, at) => at > 1 && isUpper(word.charAt(0)) && isListed(word));
  if (end < 0) return undefined;
  const [name, role] = split(end);
  return nameIn(name) && isRole(role) ? [name, ' ', role] : undefined;
}

/** Whether a text in Chinese characters stands before the same in syllables or letters, as names alone do. */
export const isRead = (text: string, reading: string) =>
  /^[一-鿿々ヶ]{1,4}[ \u3000]?[一-鿿々ヶ]{1,4}$/.test(text) &&
  /^[（(]?(?:[ぁ-んァ-ヶー]+[ \u3000・]?[ぁ-んァ-ヶー]+|[A-Z][\w-]+(?: [A-Z][\w-]+){1,2})[）)]?$/.test(reading);

/** The name that a text is, if it is written as names are and has no word that names never have. */
function nameIn(text: string): string | undefined {
  const words = text
    .trim()
    .replace(/[*†‡,:]+$|(?<=[^\s.]{3})\.$/, '')
    .split(/\s+/);
  const last = words.at(-1) ?? '';
  while (words.length > 2 && isDegree(words.at(-1) ?? '') && /[a-z]/.test(words[0] ?? '')) words.pop();
  const name = words.join(' ');
  if (name.length > 50) return undefined;
  const cased =
    words.length > 1 &&
    words.length < 7 &&
    words.every((word, at) => isWord(word) || (PARTICLE.test(word) && (at < words.length - 1 || word.length > 3))) &&
    words.some((word) => /[^.]{2}/.test(word)) &&
    words.some(isUpper) &&
    !/^(?:[A-Z]\.){2,}[A-Z]/.test(last) &&
    !/['’]s(?: |$)|^(?:St|Mt|Ft)\. /.test(name) &&
    !words.some((word) => /^[A-Z][a-z]{0,2}\.[A-Z][a-z]+\.$|^I{2,3}$/.test(word) && word !== last);
  return (cased || EAST.test(name)) && !isThing(name) ? name : undefined;
}
