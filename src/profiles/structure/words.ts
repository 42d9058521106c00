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
const ROLE = words(
  `c[efto][oa] c[imp]o s?vp evp chief vice hr chair(?:wo)?m[ae]n chairperson attorney counsel associate principal executive* secretar* nurse surgeon trustee intern postdoc representative architect* mp rdh dds rn phd student assistant
manager engineer director officer president developer designer consultant specialist coordinator supervisor inspector superintendent treasurer professor lecturer researcher scientist technician administrator teacher partner owner founder minister senator
*leit* vorst* vorsitz* buchhaltung vertrieb *assistenz anw* arzt *ärzt* azubi auszubild* *beauftragt* abgeordn* *wart kauf(?:mann|frau) mitarb*
directri* responsable chargé* associé* avocat* médec* chef* maire adjoint* conseill* secrétaire députée? jefe jefa abogad* médic* socio socia encargad* avvocat* ricercat*
prezes* kierownik* księgow* adwokat radca adiunkt lekarz poseł* człon* vedouc* ředitel* asistent* müdür* başkan* uzman* mühendis* öğretim üyesi sorumlu* yönet* avukat danışman
директор* руковод* менеджер* начальн* заместит* председ* професс* профес* доцент* инженер* специалист* бухгалт* юрист* врач* депутат* преподав* ас?систент* науч*
助教 \\p{L}*(?:[長长授师師员員监監任役]|经理|董事|代表|エンジニア|マネージャー|デザイナー|교수|[장표]|[호이]사) مدير* رئيس* أستاذ* مهندس* محام* طبيب* عضو* محاضر* نائب* مستشار* باحث*`,
);

/** Roles that are names as well. */
const ALSO = words(
  `dean judge head chair fellow coach captain clerk recorder forward goal guard cook md da pr rat marketing sales operations staff`,
);

/** Words of headings, menus and goods, which no person is called. */
const THING = words(
  `the and for our your my we you us what how why when where who is are all more new top free home contact news blog events? service* product* solution* compan* career* jobs? log sign search menu read view see learn get buy shop store join help support cent(?:er|re) group team* office* school* universit* college
institut* hospital clinic foundation association society insurance legal health* medical dental business financ* management marketing sales software data digital web mobile apps? security system* technolog* training program* project* resource* development annual report* general information public national international global world city county road street avenue island* valley united states republic
price* pricing order* shipping video* photo* galler* music games? facebook twitter copyright rights faq question* guide* history vision values overview featured latest popular related recent posts? comment* categor* archives? follow newsletter download* account settings privacy policy terms conditions cookie* next previous directions area* practice quick board committee council leadership meeting* season table open source standard* edition ltd llc inc gmbh corp büro
die und für mit über unsere? neue kontakt leistungen impressum datenschutz les pour nos notre accueil mentions politique con nuestr* inicio noticias servicios política nas dla oraz strona oferta ve hakkımızda iletişim hizmetler (?:de|di|a)part* fakult* facult* lehrstuhl наш* новости контакты о для`,
);

/** What headings, addresses and class names call a group of people. */
export const GROUP = words(
  `team people leadership management directors trustees board faculty attorneys lawyers doctors physicians speakers members? committee council roster players squad alumni about-?us about who-we-are staff personnel agents parliament officers councillors
mitarb* ansprechp* vorstand personen über uns ueber-uns *ärzte* abgeordnete dozent* équipe equip[eo] collaborat* dirigeants députés deputes qui-sommes* nosotros quienes-somos miembros profes* abogados docenti zesp[oó][lł]* kadra pracowni* zarząd ekib* kadro personel yönetim medewerkers команд* сотрудн* співроб* руковод* преподав*
\\p{L}*(?:チーム|メンバー|スタッフ|役員|教員|团队|師資|师资|领导|成员)\\p{L}* *فريق* أعضاء`,
);

/** Those of them who work for the site that they are shown on. */
export const STAFF = words(
  `team staff people leadership management about* attorneys lawyers mitarb* ueber-uns équipe equip[eo] zesp* ekib* команд* medewerkers officers`,
);

/** What stands over names of people whom the page is not about: who said, wrote, bought or played something. */
export const OTHERS = words(
  `testimonial* review* quotes? comment* feedback byline author* (?:screen)?writers? producers? translator cast credits starring (?:what|das)\\s(?:our|my|people|clients|customers|they|sagen).* kunden* referenzen *bewertung* kommentar* témoignage* avis reseñ* opini* yorum* отзыв* レビュー 评论`,
);

/** What class names call things that are not people. */
export const ASIDE = words(
  `posts? blog news article products? cart pric(?:es?|ing) menu nav navbar navigation footer breadcrumbs? related tweets? events? tracks? songs? albums? recipes? topics? thread forum jobs? clients? customers? sponsors? logos? tags?`,
);

/** Whether a text names what somebody does; capitals alone say nothing of its words. */
export function isRole(text: string): boolean {
  const calm = text.replace(/(\p{Lu})(\p{Lu}{3,})/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
  return ROLE.test(text) || ALSO.test(text) || AGENT.test(calm);
}

/** Whether a text that is written like a name holds a word which no name has. */
export function isThing(text: string): boolean {
  return THING.test(text) || GROUP.test(text) || ROLE.test(text);
}
