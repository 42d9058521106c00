import { expect, test } from 'vitest';
import type { Profile } from '#contract/profile.ts';
import { directory } from '#server/providers/directory.ts';
import { importContacts } from '#server/providers/import.ts';
import { eachDatabase } from '../databases.ts';

const W = 'brightwater';
const never = new AbortController().signal;

const CSV = `name,title,company,domain,email,email_type,email_verified,phone,phone_type,phone_verified,profile_url,profile_key
Noor Haddad,CTO,Brightwater Inc.,brightwater.example,noor@brightwater.example,work,yes,+1 312 555 0133,mobile,no,https://www.guildbook.example/in/noor/?ref=x,guildbook:in/noor
Tomás Villalobos,VP,Larkfield GmbH & Co. KG,larkfield.example,tomas@larkfield.example,,,,,,https://larkfield.example/team,
Zoë Åström,,Larkfield,,zoe@larkfield.example,personal,no,,,,https://larkfield.example/team,
Sam Reed,,Harbourline,harbourline.example,sam.one@harbourline.example,,,,,,,
Sam Reed,,Harbourline,harbourline.example,sam.two@harbourline.example,,,,,,,
Kim Osei,,Harbourline Ltd,,kim@harbourline.example,,,,,,,guildbook:in/kim-osei
`;

function profile(more: Partial<Profile>): Profile {
  return {
    key: 'web:other.example/x',
    site: 'json-ld',
    url: 'https://other.example/x',
    name: 'Nobody',
    contacts: [],
    ...more,
  };
}

eachDatabase('the directory', (open) => {
  const rows: [what: string, profile: Partial<Profile>, field: 'email' | 'phone', value: string | null][] = [
    [
      'by profile key, whatever the name',
      { key: 'guildbook:in/noor', name: 'N. H.' },
      'email',
      'noor@brightwater.example',
    ],
    ['the phone as well', { key: 'guildbook:in/noor' }, 'phone', '+1 312 555 0133'],
    [
      'by address, however it is spelt',
      { url: 'http://guildbook.example/in/Noor#top' },
      'email',
      'noor@brightwater.example',
    ],
    [
      'by the address of a page of several people, and name',
      { key: 'web:larkfield.example/team#zoe-astrom', url: 'https://larkfield.example/team', name: 'Zoe Astrom' },
      'email',
      'zoe@larkfield.example',
    ],
    [
      'not by such an address alone',
      { key: 'web:larkfield.example/team', url: 'https://larkfield.example/team' },
      'email',
      null,
    ],
    [
      'by name and company, without accents, case and legal form',
      { name: 'TOMAS  VILLALOBOS', company: 'larkfield' },
      'email',
      'tomas@larkfield.example',
    ],
    [
      'with titles and letters after the name',
      { name: 'Dr. Noor Haddad, MBA', company: 'Brightwater' },
      'email',
      'noor@brightwater.example',
    ],
    [
      'by name and domain',
      { name: 'Noor Haddad', companyDomain: 'www.brightwater.example' },
      'email',
      'noor@brightwater.example',
    ],
    ['not by name alone', { name: 'Noor Haddad' }, 'email', null],
    ['not by name and another company', { name: 'Noor Haddad', company: 'Larkfield' }, 'email', null],
    ['nobody, where two different people fit', { name: 'Sam Reed', company: 'Harbourline' }, 'email', null],
    [
      'nobody, for a namesake with another key on the same site',
      { key: 'guildbook:in/kim-2', name: 'Kim Osei', company: 'Harbourline' },
      'email',
      null,
    ],
    [
      'but with a key on another site',
      { key: 'github:kim', name: 'Kim Osei', company: 'Harbourline' },
      'email',
      'kim@harbourline.example',
    ],
    ['nobody, when the person has no such contact', { key: 'guildbook:in/kim-osei' }, 'phone', null],
  ];

  test('finds a person by the surest sign there is, and nobody in doubt', async () => {
    const database = await open();
    expect(await importContacts(database, W, CSV)).toEqual({ imported: 6, updated: 0, problems: [] });
    const provider = directory(database);
    for (const [what, given, field, value] of rows) {
      const answer = await provider.find({ workspace: W, profile: profile(given), field, exclude: [] }, never);
      expect(answer.kind === 'found' ? answer.contact.value : null, what).toBe(value);
    }
    const elsewhere = await provider.find(
      { workspace: 'larkfield', profile: profile({ key: 'guildbook:in/noor' }), field: 'email', exclude: [] },
      never,
    );
    expect(elsewhere, 'another workspace’s directory').toEqual({ kind: 'not_found' });
  });

  test('gives a person one id, whichever way they were found, also after another import', async () => {
    const database = await open();
    await importContacts(database, W, CSV);
    const provider = directory(database);
    const ask = async (given: Partial<Profile>) => {
      const answer = await provider.find({ workspace: W, profile: profile(given), field: 'email', exclude: [] }, never);
      return answer.kind === 'found' ? answer.person : answer.kind;
    };
    const before = await ask({ key: 'guildbook:in/noor' });
    expect(await ask({ name: 'Noor Haddad', company: 'Brightwater' })).toBe(before);
    await importContacts(database, W, CSV);
    expect(await ask({ key: 'guildbook:in/noor' })).toBe(before);
  });
});

eachDatabase('an import', (open) => {
  const people = async (database: Awaited<ReturnType<typeof open>>) =>
    database.db
      .selectFrom('directory_contact')
      .select(['name', 'email', 'phone', 'email_type', 'email_verified'])
      .where('workspace_id', '=', W)
      .orderBy('email')
      .execute();

  test('again updates instead of doubling: same people, one changed, one new', async () => {
    const database = await open();
    await importContacts(database, W, CSV);
    const changed = CSV.replace('zoe@larkfield.example', 'zoe.astrom@larkfield.example').concat(
      'New Person,,Larkfield,,new@larkfield.example,,,,,,,\n',
    );
    expect(await importContacts(database, W, changed)).toEqual({ imported: 1, updated: 6, problems: [] });
    const emails = (await people(database)).map(({ email }) => email);
    expect(emails).toHaveLength(7);
    expect(emails).toContain('zoe.astrom@larkfield.example');
    expect(emails).not.toContain('zoe@larkfield.example');
  });

  test('race: the same file by two imports at once doubles nobody', async () => {
    const url = await open.url();
    const [one, two] = await Promise.all([open(url), open(url)]);
    await Promise.all([importContacts(one, W, CSV), importContacts(two, W, CSV)]);
    expect(await people(one)).toHaveLength(6);
  });

  const spellings: [string, string | Uint8Array[]][] = [
    ['a byte-order mark', '\uFEFFname,company,email\nNoor Haddad,Brightwater,noor@brightwater.example\n'],
    [
      'semicolons and CRLF',
      'Name;Company;E-Mail\r\nNoor Haddad;Brightwater;noor@brightwater.example\r\n'.replace('E-Mail', 'Email'),
    ],
    [
      'tabs, another order, no last line end',
      'EMAIL\tCOMPANY\tNAME\nnoor@brightwater.example\tBrightwater\tNoor Haddad',
    ],
    [
      'quotes around everything, commas within',
      '"name","company","email"\n"Noor Haddad","Brightwater, Inc.","noor@brightwater.example"\n',
    ],
    [
      'columns it does not know',
      'name,notes,company,email\nNoor Haddad,"x; y, z",Brightwater,noor@brightwater.example\n',
    ],
    [
      'spaces and empty lines',
      '\n name , company , email \n\n Noor Haddad , Brightwater , noor@brightwater.example \n\n',
    ],
    [
      'bytes that are cut in the middle of a letter',
      (() => {
        const bytes = new TextEncoder().encode(
          'name,company,email\nNoor Häddad,Brightwater,noor@brightwater.example\n',
        );
        const cut = bytes.indexOf(0xc3) + 1;
        return [bytes.slice(0, 5), bytes.slice(5, cut), bytes.slice(cut)];
      })(),
    ],
  ];
  test.each(spellings)('reads a file with %s', async (_what, csv) => {
    const database = await open();
    async function* chunks() {
      for (const chunk of csv) yield chunk;
    }
    const result = await importContacts(database, W, typeof csv === 'string' ? csv : chunks());
    expect(result).toEqual({ imported: 1, updated: 0, problems: [] });
    expect(await people(database)).toMatchObject([{ email: 'noor@brightwater.example' }]);
  });

  test('reports each bad row by line and column, and the good ones go in', async () => {
    const database = await open();
    const csv = [
      'name,company,domain,email,email_type,email_verified,phone,profile_url,profile_key',
      'Good One,Larkfield,,one@larkfield.example,,,,,',
      ',Larkfield,,two@larkfield.example,,,,,',
      'No Contact,Larkfield,,,,,,,',
      'Bad Mail,Larkfield,,not an address,,,,,',
      'Bad Phone,Larkfield,,,,,call me,,',
      'Bad Type,Larkfield,,three@larkfield.example,secret,,,,',
      'Bad Flag,Larkfield,,four@larkfield.example,,maybe,,,',
      'Bad Url,Larkfield,,five@larkfield.example,,,,ftp://x.example/,',
      'Bad Key,Larkfield,,six@larkfield.example,,,,,no key',
      'Bad Domain,,not a domain,seven@larkfield.example,,,,,',
      'Unknown Where,,,eight@larkfield.example,,,,,',
      'Too,Few',
      '"Two',
      'Lines",Larkfield,,nine@larkfield.example,,,,,',
      'Latin \uFFFD,Larkfield,,ten@larkfield.example,,,,,',
      'Good Two,Larkfield,,eleven@larkfield.example,,,,,',
    ].join('\n');
    const { imported, problems } = await importContacts(database, W, csv);
    expect(imported).toBe(3);
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 name',
      '4 email',
      '5 email',
      '6 phone',
      '7 email_type',
      '8 email_verified',
      '9 profile_url',
      '10 profile_key',
      '11 domain',
      '12 company',
      '13 row',
      '16 name',
    ]);
    expect(problems.map(({ message }) => message).join(), 'a problem does not quote the cell').not.toContain('@');
  });

  const wrong: [string, string][] = [
    ['nothing', ''],
    ['no header', 'Noor Haddad,Brightwater,noor@brightwater.example\n'],
    ['a column twice', 'name,email,email\nNoor,a@b.example,c@d.example\n'],
    ['no contact column', 'name,company\nNoor,Brightwater\n'],
    ['something else entirely', '%PDF-1.7\n%âãÏÓ\n'],
  ];
  test.each(wrong)('of a file with %s imports nothing and says one sentence', async (_what, csv) => {
    const database = await open();
    const { imported, problems } = await importContacts(database, W, csv);
    expect(imported).toBe(0);
    expect(problems).toMatchObject([{ line: expect.any(Number), column: 'header', message: expect.any(String) }]);
    expect(await people(database)).toEqual([]);
  });

  test('an unclosed quotation mark spoils its row, is reported, and never hangs', async () => {
    const database = await open();
    const csv = `name,company,email\nGood One,Larkfield,one@larkfield.example\n"Open,Larkfield,two@larkfield.example\n${'x,y,z@larkfield.example\n'.repeat(5000)}`;
    const { imported, problems } = await importContacts(database, W, csv);
    expect(imported).toBeGreaterThanOrEqual(1);
    expect(problems[0]).toMatchObject({ column: 'row' });
  });

  test('characters that PostgreSQL keeps none of spoil neither an import nor a look', async () => {
    const database = await open();
    const csv =
      'name,email,company,profile_url\nAda Nul,ada@nul.example,Co,https://nul.example/%00\nB\u0000ob,b\u0000ob@nul.example,Co,\n';
    const { imported, problems } = await importContacts(database, W, csv);
    expect({ imported, problems }).toEqual({
      imported: 1,
      problems: [{ line: 3, column: 'email', message: expect.any(String) }],
    });
    const query = { workspace: W, field: 'email', exclude: [] } as const;
    const asked = profile({ url: 'https://nul.example/%00', name: 'Ada Nul' });
    expect(await directory(database).find({ ...query, profile: asked }, never)).toMatchObject({ kind: 'found' });
  });

  test('an export with headers as people write them is understood', async () => {
    const csv = 'Name;E-Mail;Company;Profile URL\nAda Okafor;ada@brightwater.example;Brightwater;\n';
    expect(await importContacts(await open(), W, csv)).toEqual({ imported: 1, updated: 0, problems: [] });
  });

  test('problems are told in the order of their lines', async () => {
    const csv = 'name,email,company\nAda,no address,X\n"un"quoted,a@x.example,X\n,b@x.example,X\n';
    const { problems } = await importContacts(await open(), W, csv);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  test('hostile cells are cleaned or refused, and text stays text', async () => {
    const database = await open();
    const name = "Robert\u202e'); DROP TABLE directory_contact;--";
    const csv = `name,company,email\n"${name}",Larkfield,bob@larkfield.example\n`;
    await importContacts(database, W, csv);
    expect(await people(database)).toMatchObject([{ name: "Robert '); DROP TABLE directory_contact;--" }]);
  });

  test('10 MB go in within seconds, and in one transaction', async () => {
    const database = await open();
    async function* file() {
      yield 'name,title,company,domain,email,profile_key\n';
      for (let block = 0; block < 100; block += 1) {
        let text = '';
        for (let row = 0; row < 1000; row += 1) {
          const id = block * 1000 + row;
          text += `Person ${id},Chief of ${'x'.repeat(20)},Larkfield ${id % 977},larkfield.example,p${id}@larkfield.example,guildbook:in/p${id}\n`;
        }
        yield text;
      }
    }
    const start = performance.now();
    expect(await importContacts(database, W, file())).toEqual({ imported: 100_000, updated: 0, problems: [] });
    expect(performance.now() - start).toBeLessThan(45_000);
  });
});
