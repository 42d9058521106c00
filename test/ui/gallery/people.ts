import type { Profile } from '#contract/profile.ts';

/** The invented team of an invented company: who the gallery's pages show. */
const COMPANY = { company: 'Brightwater Foods', companyDomain: 'brightwater.example' };

export const ada = person('Ada Okafor', 'Head of Procurement');
export const jonas = person('Jonas Lindqvist', 'Buyer');
export const mei: Profile = {
  ...person('Mei Tanaka', 'Category Manager'),
  contacts: [{ field: 'email', value: 'press@brightwater.example' }],
};
export const tomas = person('Tomás Rivera', 'Logistics Lead');
export const ines = person('Ines Haddad', 'Plant Director');
export const team: Profile[] = [ada, jonas, mei, tomas, ines];

/** @returns `count` people with different names */
export function crowd(count: number): Profile[] {
  return Array.from({ length: count }, (_, index) => person(`Person ${index + 1} Example`, 'Buyer'));
}

/** Names and titles as a hostile page writes them. */
export const hostile: Profile[] = [
  { ...person('<script>window.hacked = true</script>', '<img src=x onerror="window.hacked = true">'), key: 'web:a' },
  { ...person('x'.repeat(10_000), 'Sales '.repeat(2000)), key: 'web:b' },
  { ...person('\u202Egnp.exe\u202C adA', '\u0000\u0007control\u2066 and isolates'), key: 'web:c' },
  { ...person('مريم العلي', 'مديرة المشتريات'), key: 'web:d' },
  { ...person('\u200B', '"quoted" & <b>bold</b>'), key: 'web:e', url: 'https://other.example/people/1' },
];

function person(name: string, title: string): Profile {
  const slug = name.slice(0, 60).toLowerCase().replaceAll(' ', '-');
  return {
    key: `web:brightwater.example/team#${slug}`,
    site: 'json-ld',
    url: 'https://brightwater.example/team',
    name,
    title,
    ...COMPANY,
    contacts: [],
  };
}
