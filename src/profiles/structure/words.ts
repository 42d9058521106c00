/**
 * Words that tell people from other things, in the languages that most pages are written in. They are evidence, not
 * rules: a role nobody thought of is found beside others that are known, and one known word proves nothing.
 */

/** A test for whole words, a tilde for any ending, and for parts of words. Without flags, as patterns compile fastest. */
function lexicon(words: string, parts?: string): (text: string) => boolean {
  const list = words.replace(/~/g, '\\S*').replace(/\s+/g, '|');
  const pattern = new RegExp(` (?:${list}) ${parts ? `|${parts.replace(/\s+/g, '|')}` : ''}`);
  return (text) => pattern.test(` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `);
}

/** Whoever does something, by the endings of such words in most languages of Europe: Engineer, Leiterin, Directora. */
const AGENT =
  /(?:^|[\s/(&,-])(?!Water|Leather|Paper|Summer|Winter|Center|Order|Over|Under|After|Other|Ever|Better|Letter|Color|Exc|Cont|Ev|Rec|Restau|Cli|Curr|Power|Flower|Super|Dinner|Silver|Butter|River|Tower|Motor|Newsl|Chapter|Quarter|Number|Error)[A-ZÀ-ÞĀ-žИ-Я][^\s,;()/&]{2,}(?:[eo]r|eur|rice|ist|i[ae]n|ant|[^m]ent)(?:in|a|e)?(?=$|\s*[,;:)/&(–-]|\s[^\sA-ZÀ-ÞĀ-ž])/;

/** Roles whose words end in other ways, and those that are common enough to be sure of. */
const isTitle = lexicon(
  `ceo cfo cto coo cmo cio cpo s?vp evp chief vice hr chair(?:wo)?m[ae]n chairperson counsel associate principal executive secretar~ nurse surgeon trustee intern postdoc architect~ mp rdh dds rn phd student assistant
manager engineer director officer president designer consultant specialist coordinator supervisor inspector superintendent treasurer lecturer researcher teacher partner owner founder minister senator
vorst~ buchh~ auszub~ abgeordn~ mitarb~ directri~ responsable chargé~ associé~ avocat~ médec~ chef~ adjoint~ conseill~ secrét~ jef[ea] abogad~ médic~ soci[oa] encargad~ avvocat~ ricercat~
prezes~ kierown~ księg~ adwokat radca lekarz poseł~ vedouc~ ředit~ asist~ müdür~ başkan~ uzman~ mühendis~ öğret~ üyesi sorumlu~ yönet~
директор~ руковод~ менеджер~ начальн~ заместит~ председ~ професс?ор~ доцент~ инженер~ специалист~ бухгалт~ юрист~ врач~ депутат~ преподав~ ас?сист~ науч~
مدير~ رئيس~ أستاذ~ مهندس~ محام~ طبيب~ عضو~ محاضر~ نائب~`,
  `leit(?:er|ung) vorsitz assisten anwalt anwält [aä]rzt beauftragt wart\\s attorney developer profess?or 助教 (?:[長长授師师员員監监任役]|经理|董事|代表|マネージャー|교수|[장표]|[호이]사)\\s`,
);

/** Roles that are names as well. */
const isAlso = lexicon(
  `dean judge head chair fellow coach captain clerk recorder forward goal guard md da pr marketing sales operations staff`,
);

/** Words of headings, menus and goods, which no person is called. */
const isOther = lexicon(
  `the and for our your we you us how what why all more new top free home contact news blog events? service~ product~ solution~ compan~ career~ jobs? search read view learn shop support cent(?:er|re) group office~ school~ universit~ college institut~ hospital health~ medical business financ~ management marketing sales data digital
security system~ training program~ project~ report~ general public national international world city county street road avenue island~ valley united price~ pricing order~ video~ photo~ games? rights guide~ history featured latest popular related recent posts? comment~ categor~ follow newsletter account settings privacy policy terms
next previous directions area~ practice quick meeting~ season table open source standard~ ltd llc inc gmbh corp plc büro und für mit unsere? kontakt les nos notre accueil con nuestr~ inicio servicios dla oraz strona ve hakkımızda (?:de|di|a)part~ fa[ck]ult~ lehrstuhl наш~ новости workshop~`,
  `(?:tions?|ness|ities|ware|ology|[ae]nces|izing|ments)\\s`,
);

/** Whether a heading, an address or a class name speaks of a group of people. */
export const namesGroup = lexicon(
  `team people leadership management directors trustees board faculty attorneys lawyers doctors physicians speakers members? committee council roster players squad alumni about who staff personnel agents parliament officers councillors
mitarb~ vorstand personen über ueber abgeordnete dozent~ équipe equip[eo] députés deputes nosotros quienes profes~ abogados docenti zesp[oó][lł]~ ekib~ kadro~ medewerkers команд~ сотрудн~ співроб~ преподав~ أعضاء`,
  `ärzte チーム メンバー スタッフ 役員 教員 团队 師資 师资 成员 فريق`,
);

/** Whether it speaks of a group whose members work elsewhere. */
export const namesGuests = lexicon(
  `speakers members? board trustees directors committee council roster players alumni parliament agents`,
);

/** Whether it speaks of people whom the page is not about, or of what is nobody. */
export const namesOthers = lexicon(
  `testimonial~ review~ quotes? comment~ feedback byline author~ (?:screen)?writers? producers? cast credits starring (?:what|das)\\s(?:our|my|people|clients|customers|they|sagen) kunden~ referenzen témoignage~ reseñ~ opini~ yorum~ отзыв~
posts? blog news article products? cart pric(?:es?|ing) menu nav navbar navigation footer breadcrumbs? related tweets? events? tracks? songs? albums? recipes? topics? thread forum jobs? clients? customers? sponsors? logos? tags? portfolio`,
  `bewertung レビュー 评论`,
);

/** Whether a text names what somebody does by a word that is known. */
export const isListed = (text: string) => isTitle(text) || isAlso(text);

/** Whether a text names what somebody does; capitals alone say nothing of its words. */
export function isRole(text: string): boolean {
  return (
    isListed(text) || AGENT.test(text.replace(/[A-ZÀ-Þ]{4,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase()))
  );
}

/** Whether a text that is written like a name holds a word which no name has. */
export const isThing = (text: string) => isOther(text) || namesGroup(text) || isTitle(text);

/** Whether a heading is a role, as over those who have it. */
export { isTitle as isOffice };
