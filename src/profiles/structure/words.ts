/**
 * Words that tell people from other things, in the languages that most pages are written in. They are evidence, not
 * rules: a role nobody thought of is found beside others that are known, and one known word proves nothing.
 */

/** Longest beginning of a word in the lists, in characters. */
const LONGEST = 12;

/** What stands between words. Classes of Unicode take ten times as long to be compiled, on every page anew. */
export const NO_WORD = /[\s!-/:-@[-`{-¿×÷\u2000-\u206f\u2190-\u2bff\u3000-\u303f\uff00-\uff0f]+/;

/** What is known of the words of a text: the lists that have one of them, a bit each, and the words themselves. */
interface Known {
  lists: number;
  words: string;
}

/** The lists that have a word, or a beginning of words with a tilde behind it. */
const listed = new Map<string, number>();
let lists = 1;

/** Of the words and texts met on this page: a page repeats itself, and each list asks for all. */
const wordLists = new Map<string, number>();
const texts = new Map<string, Known>();
const TEXTS_LIMIT = 2_000;

function listsOf(word: string): number {
  let found = wordLists.get(word);
  if (found === undefined) {
    found = listed.get(word) ?? 0;
    for (let end = Math.min(word.length, LONGEST); end > 1; end--) {
      found |= listed.get(`${word.slice(0, end)}~`) ?? 0;
    }
    wordLists.set(word, found);
  }
  return found;
}

function knownOf(text: string): Known {
  let known = texts.get(text);
  if (!known) {
    if (texts.size > TEXTS_LIMIT) for (const kept of [texts, wordLists]) kept.clear();
    const words = text.toLowerCase().split(NO_WORD);
    known = { lists: words.reduce((all, word) => all | listsOf(word), 0), words: `${words.join(' ')} ` };
    texts.set(text, known);
  }
  return known;
}

/**
 * A test for words of a list, in which a tilde stands for any ending, and for parts of words. Large patterns would take
 * longer to be compiled, on every page anew, than a page takes to be read.
 */
function lexicon(list: string, parts?: RegExp): (text: string) => boolean {
  const own = lists;
  lists *= 2;
  for (const word of list.split(/\s+/)) listed.set(word, (listed.get(word) ?? 0) | own);
  return (text) => {
    const { lists, words } = knownOf(text);
    return (lists & own) !== 0 || (parts?.test(words) ?? false);
  };
}

/** Whoever does something, by the endings of such words in most languages of Europe: Engineer, Leiterin, Directora. */
const AGENT =
  /(?:^|[\s/(&,-])(?!Water|Leather|Paper|Summer|Winter|Center|Order|Over|Under|After|Other|Ever|Better|Letter|Color|Exc|Cont|Ev|Rec|Restau|Cli|Curr|Power|Flower|Super|Dinner|Silver|Butter|River|Tower|Motor|Newsl|Chapter|Quarter|Number|Error)[A-ZÀ-ÞĀ-ž][^\s,;()/&]{2,}(?:[eo]r|eur|rice|ist|i[ae]n|ant|[^m]ent)(?:in|a|e)?(?=$|\s*[,;:)/&(–-]|\s[^\sA-ZÀ-ÞĀ-ž])/;

/** Whether a text has a word for a role: those that end in other ways, and the commonest of all. */
export const isOffice = lexicon(
  `ceo cfo cto coo cmo cio cpo vp svp evp chief vice chairm~ chairw~ chairp~ counsel associate principal executive secretar~ nurse surgeon trustee intern postdoc architect~ mp rdh dds rn phd student assistant
manager leader engineer director officer president designer consultant specialist coordinator supervisor superintendent treasurer lecturer researcher teacher partner owner founder
vorst~ buchh~ auszub~ abgeordn~ mitarb~ directri~ responsable chargé~ associé~ avocat~ médec~ médic~ chef~ adjoint~ conseill~ secrét~ jefe jefa abogad~ socio socia avvocat~
prezes~ kierown~ księg~ adwokat lekarz vedouc~ ředit~ asist~ müdür~ başkan~ uzman~ mühendis~ öğret~ yönet~
директор~ руковод~ менедж~ начальн~ замест~ предс~ проф~ доцент~ инжен~ специал~ бухг~ юрист~ врач~ депут~ препод~ ассист~ асист~ науч~
مدير~ رئيس~ أستاذ~ مهندس~ محام~ طبيب~ محاضر~`,
  /leiter|leitung|vorsitz|assisten|anw[aä]lt|[aä]rzt|wart |attorney|developer|profess?or|助教|(?:[長长授師师員员監监任役]|经理|董事|代表|マネージャー|교수|[장표]|[호이]사) /,
);

/** Roles that are names as well. */
const isNameOrRole = lexicon(
  'dean judge head chair fellow coach captain clerk recorder forward goal guard md da pr marketing sales operations staff',
);

/** Words of headings, menus and goods, which no person is called. */
const isOther = lexicon(
  `the and for our your we you us how what why all more new top free home contact news blog event~ servic~ product~ compan~ career~ job jobs search read view learn shop support center centre group office~ school~ universit~ college institut~ hospital health~ medical financ~ marketing sales data
digital security system~ training program~ project~ report~ general public national international world city county street road avenue island~ valley pric~ order~ video~ photo~ rights featured latest popular recent post posts comment~ categor~ account privacy policy terms next previous area~ practice meeting~ season table open
ltd llc inc gmbh corp plc büro und für mit unser~ kontakt les nos notre accueil con nuestr~ inicio dla oraz strona ve depart~ dipart~ fakult~ facult~ lehrstuhl наш~ новости workshop~`,
  /(?:tions?|ness|ities|ware|ology|[ae]nces|izing|ments) /,
);

/** Groups whose members work elsewhere. */
const GUESTS = 'speakers member members board trustees directors committee council~ roster players alumni parliament';

/** Whether a heading, an address or a class name speaks of a group of people. */
export const namesGroup = lexicon(
  `${GUESTS} team people leadership management faculty attorneys lawyers doctors physicians squad about who staff agents officers
mitarb~ vorstand über ueber dozent~ équipe equipe equipo députés deputes nosotros quienes profes~ abogados docenti zespó~ zespo~ ekib~ kadro~ medewerkers команд~ сотрудн~ співроб~ преподав~ أعضاء`,
  /ärzte|チーム|メンバー|スタッフ|役員|教員|团队|師資|师资|成员|فريق/,
);

/** Whether it speaks of a group whose members work elsewhere. */
export const namesGuests = lexicon(GUESTS);

/** Whether it speaks of people whom the page is not about, or of what is nobody. */
export const namesOthers = lexicon(
  `testimonial~ review~ quote~ comment~ feedback byline author~ writer~ screenwriter~ producer~ cast credits starring kunden~ referenzen témoign~ reseñ~ opini~ yorum~ отзыв~
post posts blog news article product products cart pric~ menu nav~ footer breadcrumb~ related tweet~ event events track~ song~ album~ recipe~ topic~ forum job jobs client~ customer~ sponsor~ logo logos tag tags portfolio`,
  /(?:what|das) (?:our|my|people|clients|customers|they|sagen) |bewertung|レビュー|评论/,
);

/** Whether a text names what somebody does by a word that is known. */
export const isListed = (text: string) => isOffice(text) || isNameOrRole(text);

/** Whether a text names what somebody does; capitals alone say nothing of its words. */
export function isRole(text: string): boolean {
  const calm = text.replace(/[A-ZÀ-Þ]{4,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
  return isListed(text) || AGENT.test(calm);
}

/** Whether a text that is written like a name holds a word which no name has. */
export const isThing = (text: string) => isOther(text) || namesGroup(text) || isOffice(text);
