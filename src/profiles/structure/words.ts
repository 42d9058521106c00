/**
 * Words that tell people from other things, in the languages that most pages are written in. They are evidence, not
 * rules: a role nobody thought of is found beside others that are known, and one known word proves nothing.
 */

/** Whole words; a star stands for any ending. */
const words = (list: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.replace(/\s+/g, '|').replace(/\*/g, '\\p{L}*')})(?![\\p{L}\\p{N}])`, 'iu');

/** Whoever does something, by the endings of such words in most languages of Europe: Engineer, Leiterin, Directora. */
const AGENT =
  /(?<!\p{L})(?!(?:[WS]ater|Leather|Paper|Summer|Winter|Center|Order|Over|Under|After|Other|Ever|Better|Letter|Color|Exc|Cont|Ev|Rec|Restau|Cli|Curr|Power|Flower|Super|Dinner|Silver|Butter|River|Tower|Motor|Newsl|Chapter|Quarter|Number))\p{Lu}\p{L}{2,}(?:[eo]r|eur|rice|ist|i[ae]n|ant|(?<!m)ent)(?:in|a|e)?(?=$|\s*[^\p{L}\s]|\s\p{Ll})/u;

/** Roles whose words end in other ways. */
export const ROLE = words(
  `c[efto][oa] c[imp]o s?vp evp chief vice hr chair(?:wo)?m[ae]n chairperson *attorney counsel associate principal executive secretar* nurse surgeon trustee intern postdoc architect* mp rdh dds rn phd student assistant
manager engineer director officer president *developer designer consultant specialist coordinator supervisor inspector superintendent treasurer *professor lecturer researcher teacher partner owner founder minister senator
*leit* vorst* vorsitz* buchh* *assistenz anw[aä]* *[aä]rzt* auszub* *beauftragt* abgeordn* *wart mitarb* directri* responsable chargé* associé* avocat* médec* chef* adjoint* conseill* secrét* jef[ea] abogad* médic* soci[oa] encargad* avvocat* ricercat*
prezes* kierown* księg* adwokat radca lekarz poseł* vedouc* ředit* asist* müdür* başkan* uzman* mühendis* öğret* üyesi sorumlu* yönet*
директор* руковод* менеджер* начальн* заместит* председ* професс?ор* доцент* инженер* специалист* бухгалт* юрист* врач* депутат* преподав* ас?сист* науч*
助教 *(?:[長长授師师员員監监任役]|经理|董事|代表|マネージャー|교수|[장표]|[호이]사) مدير* رئيس* أستاذ* مهندس* محام* طبيب* عضو* محاضر* نائب*`,
);

/** Roles that are names as well. */
const ALSO = words(
  `dean judge head chair fellow coach captain clerk recorder forward goal guard md da pr marketing sales operations staff`,
);

/** Words of headings, menus and goods, which no person is called. */
const THING = words(
  `*(?:tions?|ness|ities|ware|ology|[ae]nces|izing|ments) the and for our your we you us how what why all more new top free home contact news blog events? service* product* solution* compan* career* jobs? search read view learn shop support cent(?:er|re) group office* school* universit* college institut* hospital health* medical business financ* management marketing sales data digital
security system* training program* project* report* general public national international world city county street road avenue island* valley united price* pricing order* video* photo* games? rights guide* history featured latest popular related recent posts? comment* categor* follow newsletter account settings privacy policy terms
next previous directions area* practice quick meeting* season table open source standard* ltd llc inc gmbh corp plc büro und für mit unsere? kontakt les nos notre accueil con nuestr* inicio servicios dla oraz strona ve hakkımızda (?:de|di|a)part* fa[ck]ult* lehrstuhl наш* новости workshop*`,
);

/** What headings, addresses and class names call a group of people. */
export const GROUP = words(
  `team people leadership management directors trustees board faculty attorneys lawyers doctors physicians speakers members? committee council roster players squad alumni about-?us about who-we-are staff personnel agents parliament officers councillors
mitarb* vorstand personen über\\suns ueber-uns *ärzte* abgeordnete dozent* équipe equip[eo] députés deputes nosotros quienes-somos profes* abogados docenti zesp[oó][lł]* ekib* kadro* medewerkers команд* сотрудн* співроб* преподав* *(?:チーム|メンバー|スタッフ|役員|教員|团队|师資|师资|成员)* *فريق* أعضاء`,
);

/** Those groups whose members work elsewhere. */
export const ELSEWHERE = words(
  `speakers members? board trustees directors committee council roster players alumni parliament agents`,
);

/** What stands around names of people whom the page is not about, and around what is nobody: in headings, addresses and class names. */
export const OTHERS = words(
  `testimonial* review* quotes? comment* feedback byline author* (?:screen)?writers? producers? cast credits starring (?:what|das)\\s(?:our|my|people|clients|customers|they|sagen) kunden* referenzen *bewertung* témoignage* reseñ* opini* yorum* отзыв* レビュー 评论
posts? blog news article products? cart pric(?:es?|ing) menu nav navbar navigation footer breadcrumbs? related tweets? events? tracks? songs? albums? recipes? topics? thread forum jobs? clients? customers? sponsors? logos? tags? portfolio`,
);

/** Whether a text names what somebody does; capitals alone say nothing of its words. */
export function isRole(text: string): boolean {
  const calm = text.replace(/(\p{Lu})(\p{Lu}{3,})/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
  return isListed(text) || AGENT.test(calm);
}

/** Whether the word for it is one of those listed. */
export function isListed(text: string): boolean {
  return ROLE.test(text) || ALSO.test(text);
}

/** Whether a text that is written like a name holds a word which no name has. */
export function isThing(text: string): boolean {
  return THING.test(text) || GROUP.test(text) || ROLE.test(text);
}
