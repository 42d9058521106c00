import { type Layout, shell } from './page.ts';

const YOLANDA = { name: 'Yolanda Grimes' } as const;
const PROSE =
  '<p>Growing up by the sea has left its mark, and so have twenty years of work with people who sail on it every day.</p>';

/** Pages of one person, and of what only looks like one. */
export const ALONE: readonly Layout[] = [
  {
    name: 'the front page of somebody with a rare name, who says what they are',
    url: 'https://okwonjo.example/',
    html: `<!doctype html><title>Zelwin Okwonjo</title><main><div class="post-header"><h1>Zelwin Okwonjo</h1><p>Assistant Professor of Soil Science</p></div>${PROSE}</main>`,
    people: [{ name: 'Zelwin Okwonjo', title: 'Assistant Professor of Soil Science' }],
  },
  {
    name: 'the front page of a firm with a name like one, and what it sells',
    url: 'https://kestrel.example/',
    html: shell({ title: 'Kestrel Morrow', main: `<h1>Kestrel Morrow</h1><p>Manager dashboards</p>${PROSE}` }),
    people: [],
  },
  {
    name: 'a name below a heading for all pages of its kind, with the title in brackets',
    url: 'https://va.example/doctor/yolanda-grimes/',
    html: shell({
      title: 'Yolanda Grimes – Harbor Care',
      main: '<section><h1>Doctor Details</h1></section><div><div><h4>Dr. Yolanda Grimes</h4></div><span>( Consultant Cardiologist )</span></div>',
    }),
    people: [{ ...YOLANDA, title: 'Consultant Cardiologist' }],
  },
  {
    name: 'a name in a cell of a page without headings, among the members',
    url: 'https://vb.example/members/grimes',
    html: '<!doctype html><title>Dr. Yolanda Grimes</title><table><tr><td><a href="/">Home</a> | <a href="/members">Members</a></td></tr><tr><td><div>Dr. Yolanda Grimes</div><div><em>Associate Professor</em></div><div>Department of Geology<br>Moorland University</div></td></tr></table><h3>Education</h3>',
    people: [{ ...YOLANDA, title: 'Associate Professor', company: 'Moorland University' }],
  },
  {
    name: 'the record of a directory whose title names nobody',
    url: 'https://directory.vc.example/person?id=22',
    html: shell({
      title: 'Online Directory - Person Display',
      main: '<h2>Person Display</h2><dl><dt>Name:</dt><dd>Yolanda Grimes</dd><dt>Title:</dt><dd>Program Coordinator</dd><dt>E-mail:</dt><dd><a href="mailto:yg@vc.example">yg@vc.example</a></dd></dl>',
    }),
    people: [{ ...YOLANDA, title: 'Program Coordinator', email: 'yg@vc.example' }],
  },
  {
    name: 'a name in the address and the first heading, while all titles are one',
    url: 'https://vd.example/our-team/yolanda-grimes.html',
    html: shell({ title: 'Harbor Lighting', main: `<h1>Yolanda Grimes</h1><p>Project Manager</p>${PROSE}` }),
    people: [{ ...YOLANDA, title: 'Project Manager' }],
  },
  {
    name: 'a curriculum vitae in capitals, with a family name that the title leaves out',
    url: 'https://ve.example/',
    html: `<!doctype html><title>Jesús Bexley - CV</title><h2>CURRICULUM VITAE</h2><h1>JESÚS BEXLEY CLEMENTE</h1><p>Full-stack developer</p>${PROSE}`,
    people: [{ name: 'JESÚS BEXLEY CLEMENTE', title: 'Full-stack developer' }],
  },
  {
    name: 'a role with its label',
    url: 'https://vf.example/attorney/yolanda-grimes/',
    html: shell({
      title: 'Yolanda Grimes – Harbor',
      main: '<h2>Attorney</h2><h2>Yolanda Grimes</h2><ul><li><span>Position: </span> Senior Lawyer</li><li><span>Experience: </span> 10 Years</li></ul>',
    }),
    people: [{ ...YOLANDA, title: 'Senior Lawyer' }],
  },
  {
    name: 'an article whose address is its headline',
    url: 'https://vg.example/story/yolanda-grimes-leaves-harbor-lighting.html',
    html: shell({
      title: 'Yolanda Grimes Leaves Harbor Lighting',
      main: `<h1>Yolanda Grimes Leaves</h1><p>By Tomas Bexley, Staff Writer</p>${PROSE}`,
    }),
    people: [],
  },
  {
    name: 'the life of somebody long dead',
    url: 'https://vh.example/people-of-ellery/yolanda-grimes',
    html: shell({
      title: 'Yolanda Grimes',
      main: `<h1>Yolanda Grimes</h1><p>1821–1899</p><p>Engineer</p>${PROSE}`,
    }),
    people: [],
  },
  {
    name: 'a house with its address, below a general heading',
    url: 'https://www.marlowcasinoresort.example/contact/',
    html: shell({
      title: 'Marlow Casino Resort - Contact Us',
      main: `<h1>Contact Us</h1><h2>Marlow Casino Resort</h2><p>777 Marlow Drive</p><p>Kinder, Louisiana 70648</p>${PROSE}`,
    }),
    people: [],
  },
];
