import { describe, expect, test } from 'vitest';
import { isRole, isThing, namesGroup } from '#profiles/structure/words.ts';

/**
 * The commonest offices by language: chair, vice chair, treasurer, secretary, board member, deputy, manager, head,
 * director, doctor, nurse, teacher, lawyer, assistant, minister, president, as lists of people write them.
 */
const OFFICES: Readonly<Record<string, readonly string[]>> = {
  English: ['Board member', 'Council member', 'Vice chair', 'treasurer', 'Contact person', 'Club secretary'],
  Spanish: ['presidenta', 'vicepresidente', 'Tesorera', 'vocal', 'gerente', 'enfermero', 'maestra', 'ministra'],
  Portuguese: ['tesoureiro', 'diretora', 'Gerente comercial', 'enfermeira', 'professora', 'vereador', 'suplente'],
  Italian: [
    'presidente',
    'tesoriere',
    'segretaria',
    'consigliera',
    'direttrice',
    'infermiera',
    'insegnante',
    'sindaco',
  ],
  French: ['présidente', 'trésorier', 'secrétaire', 'membre du bureau', 'gérante', 'infirmière', 'enseignante'],
  German: ['Kassenwart', 'Schriftführer', 'Beisitzerin', 'stellvertretende Leitung', 'Ansprechpartner', 'Lehrer'],
  Dutch: [
    'voorzitter',
    'penningmeester',
    'bestuurslid',
    'plaatsvervangend hoofd',
    'huisarts',
    'leerkracht',
    'wethouder',
  ],
  Swedish: ['ordförande', 'kassör', 'sekreterare', 'ledamot', 'suppleant', 'läkare', 'sjuksköterska', 'lärare', 'VD'],
  Norwegian: [
    'styreleder',
    'nestleder',
    'kasserer',
    'styremedlem',
    'daglig leder',
    'sykepleier',
    'lærer',
    'vaktmester',
  ],
  Danish: ['formand', 'næstformand', 'kasserer', 'bestyrelsesmedlem', 'læge', 'sygeplejerske', 'borgmester'],
  Finnish: ['puheenjohtaja', 'varapuheenjohtaja', 'rahastonhoitaja', 'sihteeri', 'jäsen', 'lääkäri', 'opettaja'],
  Polish: ['prezes', 'wiceprezes', 'skarbnik', 'członek zarządu', 'zastępca', 'dyrektor', 'pielęgniarka', 'nauczyciel'],
  Czech: [
    'předseda',
    'místopředsedkyně',
    'pokladník',
    'členka',
    'zástupce',
    'ředitelka',
    'lékař',
    'učitelka',
    'starosta',
  ],
  Slovak: ['podpredseda', 'pokladníčka', 'riaditeľka', 'zástupca', 'učiteľ', 'poslanec', 'primátor', 'vedúca'],
  Hungarian: ['elnök', 'alelnök', 'pénztáros', 'titkár', 'a kuratórium tagja', 'igazgatóhelyettes', 'orvos', 'tanár'],
  Romanian: ['președinte', 'vicepreședinte', 'trezorier', 'membru', 'consilier', 'medic', 'asistentă', 'avocat'],
  Bulgarian: [
    'председател',
    'касиер',
    'член',
    'заместник',
    'управител',
    'лекар',
    'медицинска сестра',
    'учител',
    'кмет',
  ],
  Croatian: ['predsjednica', 'zamjenik', 'blagajnik', 'tajnica', 'ravnateljica', 'liječnik', 'nastavnica', 'odvjetnik'],
  Slovene: ['predsednik', 'podpredsednica', 'tajnik', 'vodja', 'zdravnica', 'učitelj', 'odvetnik', 'župan'],
  Greek: ['Πρόεδρος', 'Αντιπρόεδρος', 'Ταμίας', 'Γραμματέας', 'Μέλος', 'Διευθύντρια', 'Ιατρός', 'Υπουργός'],
  Turkish: ['Başkan Yardımcısı', 'Sayman', 'Yönetim Kurulu Üyesi', 'Müdür', 'Hemşire', 'Öğretmen', 'Avukat', 'Bakan'],
  Russian: [
    'председатель',
    'казначей',
    'член правления',
    'заведующий кафедрой',
    'врач',
    'медсестра',
    'учитель',
    'помощник',
  ],
  Ukrainian: ['голова правління', 'заступник', 'скарбник', 'керівник', 'лікар', 'вчитель', 'помічник', 'міністр'],
  Hebrew: ['יו"ר', 'גזבר', 'מזכירה', 'מנהלת המרפאה', 'מנכ"ל', 'סגן שר', 'רופא', 'עוזרת'],
  Arabic: ['رئيس مجلس الإدارة', 'نائب الرئيس', 'عضو', 'المدير', 'مستشارة', 'معلمة', 'الأمين العام', 'وزير'],
  Persian: ['مدیرعامل', 'رئیس', 'معاون', 'خزانه دار', 'پزشک', 'پرستار', 'استادیار'],
  Indonesian: ['Ketua', 'Wakil', 'Bendahara', 'Sekretaris', 'Anggota', 'Kepala', 'dokter', 'perawat', 'Menteri'],
  Vietnamese: ['Chủ tịch', 'Phó chủ tịch', 'Thư ký', 'Giám đốc', 'Bác sĩ', 'Giáo viên', 'Luật sư', 'Bộ trưởng'],
  Japanese: ['理事', '監事', '会計', '外務大臣', '看護師', '弁護士', '教諭', '校長', '書記'],
  Chinese: ['主席', '书记', '律师', '医生', '护士长', '秘书长', '委员', '经理', '主任'],
  Korean: ['회장', '총무', '감사', '위원', '간호사', '변호사', '교사', '의사', '비서'],
};

describe('offices', () => {
  for (const [language, offices] of Object.entries(OFFICES)) {
    test(`are known in ${language}`, () => {
      expect(offices.filter((office) => !isRole(office))).toEqual([]);
    });
  }

  test('are no words of the same beginning that mean something else', () => {
    const things = [
      'College',
      'Supplement',
      'Arts and crafts',
      'Membership',
      'Remember Me',
      'Reference',
      'Primary',
      'Weiter',
    ];
    expect(things.filter(isRole)).toEqual([]);
  });
});

test('names made of words for offices and goods stay names', () => {
  const names = [
    'Rita Maestro',
    'Magdalena Kucharek',
    'Remember Mutale',
    'Ibrahima Konaté',
    'Ana Župan',
    'Amin Haddad',
  ];
  expect(names.filter(isThing)).toEqual([]);
});

test('headings over a team are known in many languages', () => {
  const headings = ['Zarząd', 'Nasza kadra', 'Vedení školy', 'A kuratórium', 'Echipa', 'Hallitus', 'Bestyrelsen'];
  const others = [
    'Consiglio direttivo',
    'Struktur Organisasi',
    'Zaposlenici',
    'Правление',
    'Екип',
    'הצוות שלנו',
    '임원',
  ];
  expect([...headings, ...others].filter((heading) => !namesGroup(heading))).toEqual([]);
});
