import { describe, expect, test } from 'vitest';
import { type Named, readName } from '#profiles/structure/name.ts';

/** A line, and what is read of it: the fields left out are not looked at, and undefined is a line without a name. */
const LINES: readonly (readonly [why: string, line: string, expected: Partial<Named> | undefined])[] = [
  ['a Polish degree without a stop', 'mgr Halina Wierzba', { name: 'Halina Wierzba', sure: true }],
  ['Polish degrees, with and without', 'mgr inż. Rafał Dudek', { name: 'Rafał Dudek', sure: true }],
  ['a degree of several words', 'dr n. med. Anna Zawilska', { name: 'Anna Zawilska', sure: true }],
  ['a Portuguese form with an ordinal', 'Drª. Renata Moura', { name: 'Renata Moura', sure: true }],
  ['Turkish ranks', 'Dr. Öğr. Üyesi Nihal D. YAMANER', { name: 'Nihal D. YAMANER', sure: true }],
  ['a family name in capitals is no degree', 'Kadir Cem BURÇAKLI', { name: 'Kadir Cem BURÇAKLI', sure: false }],
  ['a degree behind the name', 'Ada Okafor MBA', { name: 'Ada Okafor' }],
  ['a Hebrew doctor', 'ד"ר נעמה ברקת', { name: 'נעמה ברקת', sure: true }],
  ['a Hebrew lawyer, with the marks of print', 'עו״ד תמר גולן', { name: 'תמר גולן', sure: true }],
  ['a Hebrew name with a hyphen', 'אמיר בן-שחר', { name: 'אמיר בן-שחר' }],
  ['an Arabic form of address', 'السيدة هدى سالم النعيمي', { name: 'هدى سالم النعيمي', sure: true }],
  ['an Arabic abbreviation', 'أ.د. ناصر بكر', { name: 'ناصر بكر', sure: true }],
  ['a Persian name with a zero-width joiner', 'علی\u200cرضا کریمی', { name: 'علی\u200cرضا کریمی' }],
  ['a Georgian name', 'გიორგი მაისურაძე', { name: 'გიორგი მაისურაძე' }],
  ['a Thai name', 'สมชาย ใจดี', { name: 'สมชาย ใจดี' }],
  [
    'a Dutch office before the name',
    'Penningmeester: Jos van Veen',
    { name: 'Jos van Veen', office: 'Penningmeester' },
  ],
  ['a Japanese minister', 'MORITA Kazuhiko : Minister of State', { name: 'MORITA Kazuhiko' }],
  ['a Czech office in small letters', 'lékař Jan Moravec', { name: 'Jan Moravec', office: 'lékař' }],
  ['an office before a common name', 'Vice Mayor Laura Perez', { name: 'Laura Perez', office: 'Vice Mayor' }],
  ['a given name that is shortened is no office', 'MD. HASANUR RAHMAN', { name: 'MD. HASANUR RAHMAN' }],
  ['an office behind a common name', 'Mehmet Aydın Kurucu Avukat', { name: 'Mehmet Aydın', rest: 'Kurucu Avukat' }],
  ['a particle is no office', 'João Quintas da Fonte', { name: 'João Quintas da Fonte' }],
  ['a term behind the office', 'Kassör (1år): Jonas Lund', { name: 'Jonas Lund', office: 'Kassör' }],
  ['a dove before the name', '🕊️ Bellini D.', { name: 'Bellini D.' }],
  ['a Japanese name and an office', '大川健太郎\n院長', { name: '大川健太郎', sure: true }],
  ['a Japanese department and an office', '精神医療科\n部長', undefined],
  ['a Chinese form of address behind the name', '陳大文先生', { name: '陳大文', sure: true }],
  ['such a form, parted, and an office', '劉念雲 小姐\n經理', { name: '劉念雲', sure: true, rest: '經理' }],
  ['a degree in place of the family name', 'Dr. Sinchana\nM.B.B.S', undefined],
  ['areas of Turkish law', 'Aile Hukuku', undefined],
  ['a plural in capitals is no degree', 'Decision Trees (DTs)\nare a method', { sure: false }],
  ['a value in capitals is no degree', 'Validate Server Names: NO', { sure: false }],
  ['what stands behind a stroke is no degree', 'Harbor SSL/TLS Tunnels', { sure: false }],
  ['what a term is shortened to is no degree', 'Multi-layer Mirror (MLM)', { sure: false }],
  ['an appendix with its letter', 'Appendix A', undefined],
  ['a number of Arabic digits', 'هاتف ٠١٢٣٤٥', undefined],
];

describe('a line', () => {
  for (const [why, line, expected] of LINES) {
    test(`${expected ? 'names somebody' : 'names nobody'}: ${why}`, () => {
      if (expected) expect(readName(line)).toMatchObject(expected);
      else expect(readName(line)).toBeUndefined();
    });
  }
});
