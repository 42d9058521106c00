/**
 * Words that tell people from other things, in the languages that most pages are written in. They are evidence, not
 * rules: a role nobody thought of is found beside others that are known, and one known word proves nothing.
 */

/** Without accents and capitals, as names stand in addresses. */
export function folded(text: string): string {
  const low = text.toLowerCase();
  return /[^\0-~]/.test(low) ? low.normalize('NFD').replace(/\p{M}/gu, '') : low;
}

/** A word without the article and the ending that Arabic binds to it. */
export const unbound = (word: string) => word.replace(/^ال|ة$/g, '');

/** What stands between words. Classes of Unicode take ten times as long to be compiled, on every page anew. */
export const NO_WORD = /[\s!-/:-@[-`{-¿×÷\u2000-\u206f\u2190-\u2bff\u3000-\u303f\uff00-\uff0f]+/;

/** A word of so many characters is known with any ending. */
const STEM = 6;

/** Longest word in the lists, in characters. */
const LONGEST = 14;

/** What is known of the words of a text: the lists that have one of them, a bit each, and the words themselves. */
interface Known {
  lists: number;
  words: string;
}

/** The lists that have a word, and a bit of its own for what a longer one begins with. */
const listed = new Map<string, number>();
const BEGUN = 1;
let lists = 2;

/** Of the words and texts met on this page: a page repeats itself, and each list asks for all. */
const wordLists = new Map<string, number>();
const texts = new Map<string, Known>();
const TEXTS_LIMIT = 2_000;

/** @param word folded */
function listsOf(word: string): number {
  let found = wordLists.get(word);
  if (found === undefined) {
    const plain = unbound(word);
    found = listed.get(plain) ?? 0;
    const begun = (listed.get(plain.slice(0, STEM)) ?? 0) & BEGUN;
    for (let end = begun && Math.min(plain.length, LONGEST); end >= STEM; end--)
      found |= listed.get(plain.slice(0, end)) ?? 0;
    wordLists.set(word, found);
  }
  return found;
}

function knownOf(text: string): Known {
  let known = texts.get(text);
  if (!known) {
    if (texts.size > TEXTS_LIMIT) for (const kept of [texts, wordLists]) kept.clear();
    // Hebrew abbreviations have a quotation mark before their last letter.
    const low = text.toLowerCase().replace(/(?<=[א-ת])["״”](?=[א-ת])/g, '');
    const words = low.split(NO_WORD);
    const plain = folded(low);
    known = {
      lists: (plain === low ? words : plain.split(NO_WORD)).reduce((all, word) => all | listsOf(word), 0),
      words: `${words.join(' ')} `,
    };
    texts.set(text, known);
  }
  return known;
}

/**
 * A test for words of a list, the longer ones with any ending, and for parts of words. Large patterns would take
 * longer to be compiled, on every page anew, than a page takes to be read.
 */
export function lexicon(words: string, parts?: RegExp): (text: string) => boolean {
  const own = lists;
  lists *= 2;
  const list = (word: string, as: number) => listed.set(word, (listed.get(word) ?? 0) | as);
  for (const word of folded(words).split(/\s+/)) {
    list(word, own);
    if (word.length >= STEM) list(word.slice(0, STEM), BEGUN);
  }
  return (text) => {
    const known = knownOf(text);
    return (known.lists & own) !== 0 || (parts?.test(known.words) ?? false);
  };
}

/** Whoever does something, by the endings of such words in most languages of Europe: Engineer, Leiterin, Directora. */
const AGENT =
  /(?:^|[\s/(&,-])(?!(?:Wat|Leath|Pap|Summ|Wint|Cent|Ord|Ov|Und|Aft|Oth|Bett|Lett|Pow|Flow|Sup|Dinn|Silv|Butt|Riv|Tow|Chapt|Quart|Care|Numb)er|Weit|Color|Exc|Cont|Ev|Rec|Restau|Cli|Curr|Motor|Newsl|Error)[A-ZÀ-ÞĀ-ž][^\s,;()/&]{2,}(?:[eo]r|eur|rice|ist|i[ae]n|ant|[^m]ent)(?:in|a|e)?(?=$|\s*[,;:)/&(–-]|\s[^\s\dA-ZÀ-ÞĀ-ž])/;

/**
 * Whether a text has a word for a role: those that end in other ways, and the commonest of all. The commonest offices
 * of clubs, firms, schools, practices and states are here in the languages of most pages, each line a family of them.
 */
export const isOffice = lexicon(
  `ceo cfo cto coo cmo cio vp svp evp chief vice chairm chairw chairp counsel associate principal executive secret nurse surgeon trustee mp rdh dds rn phd prof student emerit botanis scientis assistant minister mayor senator governor
manager leader engineer officer designer consultant specialist coordi koordi supervis treasurer lecturer researcher teacher partner owner founder trainer representa realtor lieuten paraleg councilm
presid presed vicepr tesore tesori tesour tresor trezor vocal directeu directri direto diretr coorden profesor professo dirett conselhe consigl consilie conseill concejal alcald vereado diputad deputa depute ministr sottos gerent gerant jefe jefa charge responsa miembr membro membru membre suplen supplen supplea docent insegn enseig enferm inferm infirm medeci medico medic abogad avocat avvoca socio contab
direkt sekret segret vorstand stellv kassier kassenw schatzm schriftf beisit mitgli buchha auszub abgeor mitarb verwal hilfskr ansprech beauft fachan lehrkr dekan doktor voorzit penning bestuu plaatsv hoofd huisarts verplee leraar leerkr advoca medewe lid wethou burgem
chef vd ordfor kassor kassere formand formann næstfo nestled styrem styrel bestyr ledamo medlem radgiv vaktme borgme statsr sjuksk sykepl sygepl lege læge puheenj varapuh rahast sihtee jasen laakar opetta
prezes wicepr skarbn ksiego członk człone dyrekt kierow zastep lekarz pieleg nauczy adwoka advoka poseł posłan starost radny radna przewod ratown predse podpre mistop pokladn tajemn clen clenka reditel riadit zastup namest veduca veduci lekar lekark sestra ucitel poslan jednat konatel primato ekonom asiste predsj zamjen dopred blagaj tajnik tajnic clanic vodja ravnat nastav zdravn lijecn odvjet odvetn ministar
aplikant ugyved asszis penzta tagja mudur muduru baskan uzman ogretm yoneti sayman kurucu uye uyesi hemsir avukat bakan milletv soruml giam kepala wakil guru dosen ketua anggot manajer dokter bendah perawat menteri pengur
δικηγό προεδρ αντιπρ ταμιας γραμματ μελος διευθυ ιατρος γιατρο νοσηλε καθηγη δασκαλ υπουργ βουλευ δημαρχ συμβου
директ руково менедж началь началн замест предсе профес доцент инжене специа бухгал юрист врач депута препод ассист асисте презид казнач касиер скарбн секрет член заведу завежд завіду медсес сестра учител вчител адвока помощн помічн минист мініст ректор глава голова админи коорди управи заступ керівн лікар лекар кмет
مدير رئيس أستاذ مهندس محامي طبيب محاضر نائب عضو سكرتير مستشار وزير معلم مساعد دكتور مؤسس
مدیر مدیرعامل رئیس معاون دبیر خزانه استاد استادیار پزشک پرستار وکیل مسئول دکتر
מנהל מנהלת סגן סגנית גזבר מזכיר מזכירה מזכירת חבר חברת ראש רופא רופאה אחות מורה שר נשיא עוזר עוזרת יור יועץ יועצת שותף מייסד מנכל סמנכל מהנדס`,
  /chef |johtaj|leiter|leitung|vorsitz|assisten|anw[aä]lt|[aä]rzt|wart |(?:leder|ledare|sjef|l[æä]r[ae]re?|läkare|contact person|(?<=board |council )member|director[aei]?s?|[a-z]slid|trưởng|chủ tịch|phó|thư ký|bác sĩ|giáo viên|luật sư|trợ lý|[uủ][yỷ] viên|kế toán|đốc|vezető|orvos|tanár|attorney|architect|developer|profess?or) |päällik|elnök|igazgató|titkár|助教|代表|医生|醫生|ディレクター|スタイリスト|アシスタント|デザイナー|エンジニア|(?:[長长授師师員员監监任役臣士諭记記計席问問]|[经經]理|董事|理事|監事|マネージャー|교수|[장표]|위원|총무|비서|코치|[호이의강교간감]사) |ประธาน|กรรมการ|อาจารย์|เลขา|अध्यक्ष|सचिव|निदेशक|मंत्री/,
);

/** Roles that are names as well. */
const isNameOrRole = lexicon(
  'agent dean judge head chair fellow coach captain clerk recorder forward goal guard md da pr marketing sales operations staff lehrer wojt biro maestr kuchar sindac hospod hekim zupan maire ortak memur أمين',
);

/** Whether a text has the name of a house, or a legal form. */
export const namesHouse = lexicon(
  `company chamber school universit college institut hospital ltd llc inc gmbh corp plc univ universid akademie academy polytech laborator labs clinic ag kg limited llp srl spa bv oy ab co kft`,
  /hochschule |университет|大学 |大學 |公司 |대학교 /,
);

/** Words of headings, menus and goods, which no person is called. */
const isOther = lexicon(
  `edific directory technolo computi estate casino resort the by email lawyer and for our your we you us how what why all more new top most sign append прилож guide user users free home news blog event events servic product compan career job jobs search read view learn shop support center centre group office health medica financ marketing sales data learning develop design creati writing game games custom success idea ideas index strateg science factory first full
digita securi system training program project report general public nation internation world city county street road avenue island valley order video vitae audio photo photos rights feature latest popula recent post posts comment categor account privac policy terms next previous area areas practi meeting season table open prize winner award
buro und fur mit unser les nos notre accueil con nuestr inicio dla ve depart dipart fakult facult lehrst worksh derecho direito diritto droit hukuku davala`,
  /(?:head coach|tions?|ness|ities|ware|ology|(?<!fr)[ae]nces|izing|ments) /,
);

/** Groups whose members work elsewhere. */
const GUESTS = 'speaker member board trustee directors committ council roster players alumni parliam';

/** Whether a heading, an address or a class name speaks of a group of people. */
export const namesGroup = lexicon(
  `${GUESTS} cabinet ministers senators team people leaders management faculty attorneys lawyers doctors physician squad staff agents officer founders coaches instructors trainers therapists dentists elders pastors clergy advisors organizers mentors researchers teachers
mitarb vorstand expertes experten annuaire dozent equipe equipo equipage deputes profesor professi abogados docent zespoł zespol ekibimiz ekip kadro yonetim bestuur deputies medewe medarb ansatte henkilost munkat direttivo styret styrel styrem bestyr hallit organig diretoria conselho corporacion consiglio zarzad kadra pracownic vedeni zamest csapat kurator echipa zaposl struktur pengurus ομάδα προσωπ tym đoi команд персон правле співроб препод екип أعضاء هیئت تیم فريقنا צוות הצוות צוותנו`,
  /ärzte|チーム|メンバー|スタッフ|役員|教員|医師|講師|团队|團隊|師資|师资|成员|講者|의료진|교수진|임원|구성원|직원|领导|فريق/,
);

/** Whether it speaks of who somebody is, or how to reach them: of people mostly, but not of them alone. */
export const namesSelves = lexicon('about who uber ueber nosotros quienes contact kontakt contat siamo');

/** Whether it speaks of a group whose members work elsewhere. */
export const namesGuests = lexicon(GUESTS);

/** Whether it speaks of people whom the page is not about, or of what is nobody. */
export const namesOthers = lexicon(
  `testim review quote quotes comment feedba byline writer cast credits copyri legaln charact kunden referenz temoign resena opinio yorum yorumlar отзыв отзывы
post posts blog news article cart price prices pricing menu nav navbar footer breadc related tweet event events track tracks song songs album recipe topic topics forum job jobs client custom sponsor logo logos tag tags portfo locati offices stores branches`,
  /(?:what|das) (?:our|my|people|clients|customers|they|sagen) |authors? |products? |bewertung|レビュー|评论/,
);

/** Whether a text names what somebody does by a word that is known. */
export const isListed = (text: string) => isOffice(text) || isNameOrRole(text);

/** Whether a text names what somebody does; capitals alone say nothing of its words. */
export function isRole(text: string): boolean {
  const calm = text.replace(/[A-ZÀ-Þ]{4,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
  return isListed(text) || AGENT.test(calm);
}

/** Whether a text that is written like a name holds a word which no name has. */
export const isThing = (text: string) =>
  isOther(text) || namesHouse(text) || namesGroup(text) || namesSelves(text) || isOffice(text);
