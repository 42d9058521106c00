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
  {
    name: 'the only member on a page called after none',
    url: 'https://vj.example/member/details/15',
    html: shell({
      title: 'Member Details',
      main: '<h1>Hon. Zelwin L. Okwonjo, M.P.</h1><h3>Constituency:</h3><p>St Ellery South</p><h2>Contact Details</h2><p>Telephone: 555-0100</p><p>zokwonjo@vj.example</p>',
    }),
    people: [{ name: 'Zelwin L. Okwonjo' }],
  },
  {
    name: 'an agent with what others say of them, under a title for all agents',
    url: 'https://vk.example/agent-profile/',
    html: shell({
      title: 'Agent Profile – Harbor Homes',
      main: '<p>Agent profile</p><h1>Yolanda Grimes</h1><p>4.7<br>/ 5</p><h3>Reviews</h3><div><strong>Tomas Bexley</strong> – Port Ellery</div><p>Sold our home in nine days.</p><div><strong>Ines Calder</strong> – Port Ellery</div><p>Always answered the phone.</p>',
    }),
    people: [YOLANDA],
  },
  {
    name: 'a coach whom a line without a heading names with the office',
    url: 'https://vl.example/BioPage',
    html: `<!doctype html><title>Coach Bio</title><h1>Meet the coach</h1><div><p><b>Coach Yolanda Grimes</b></p><p><b>What do you teach first?</b></p>${PROSE}</div>`,
    people: [{ ...YOLANDA, title: 'Coach' }],
  },
  {
    name: 'somebody with a rare name, and right below what they sell',
    url: 'https://vm.example/agent-profile.php?id=7',
    html: `<!doctype html><title>Harbor | Agent Profile</title><h1>Zelwin Okwonjo</h1><h5>Buying Agent</h5>${PROSE}<h3>My Properties</h3><h2>204 Mount Ellery Road</h2><p>rent | $ 1,200</p>`,
    people: [{ name: 'Zelwin Okwonjo', title: 'Buying Agent' }],
  },
  {
    name: 'a caption under the picture of a page about me',
    url: 'https://vn.example/about-me.php',
    html: `<!doctype html><title>O mnie - Fizjoterapia | Yolanda Grimes</title><figure><img src="/y.jpg" alt=""><figcaption>mgr Yolanda Grimes</figcaption></figure>${PROSE}`,
    people: [YOLANDA],
  },
  {
    name: 'the own site of a lawyer with a rare name',
    url: 'https://okwonjohukuk.example/hukuk.php',
    html: `<!doctype html><title>Hukuk | Av. Zelwin Okwonjo</title><h1>Av. Zelwin Okwonjo</h1><p>Port Ellery</p>${PROSE}`,
    people: [{ name: 'Zelwin Okwonjo' }],
  },
  {
    name: 'a doctor with the reading of a name in two words',
    url: 'https://vo.example/about/doctor/',
    html: '<!doctype html><title>ドクター紹介｜港クリニック</title><h1>Doctor</h1><section><p>院長</p><h4>港山 灯<br><span>（みなとやま あかり）</span></h4><p>1996年 港大学 卒業</p></section>',
    people: [{ name: '港山 灯', title: '院長' }],
  },
  {
    name: 'the greeting of a director',
    url: 'https://vp.example/page-doctor.php',
    html: '<!doctype html><title>院長挨拶｜港クリニック</title><h2>院長挨拶</h2><p>ホームページをご覧いただきありがとうございます。</p><p><small>院長</small><b>港山 灯</b></p><h2>経歴</h2>',
    people: [{ name: '港山 灯', title: '院長' }],
  },
  {
    name: 'the record of a teacher in a table, with labels in Chinese',
    url: 'https://vq.example/member.jsp?id=7',
    html: '<!doctype html><title>教师信息 - 软件学院</title><h2>教师详细信息</h2><table><tr><td>姓名：</td><td>李维港</td></tr><tr><td>性别：</td><td>男</td></tr><tr><td>职称：</td><td>教授</td></tr><tr><td>邮箱：</td><td>li@vq.example</td></tr></table>',
    people: [{ name: '李维港', title: '教授' }],
  },
  {
    name: 'the record of somebody whom labels in the same lines name, without a title',
    url: 'https://vr.example/ficha.jsp?id=12',
    html: '<!doctype html><title>Ficha</title><div><p>Nome: YOLANDA DE GRIMES</p><p>Partido: PHE</p><p>E-mail: dep.yg@vr.example</p></div>',
    people: [{ name: 'YOLANDA DE GRIMES' }],
  },
  {
    name: 'what is known of a firm in a register of firms',
    url: 'https://vs.example/who-is-who/green-harvest-usa/',
    html: shell({
      title: 'Green Harvest, USA — Register',
      main: '<h1>Green Harvest, USA</h1><p>Certifies kitchens and buildings</p><p>Postal Address</p><p>89 South St. Port Ellery, USA</p><p>info@greenharvest.example</p>',
    }),
    people: [],
  },
  {
    name: 'works in a portfolio, one with the name of a role in that of the next',
    url: 'https://vt.example/portfolio',
    html: `<!doctype html><title>Portfolio</title><h1>Projects</h1><h2>RU Secure</h2>${PROSE}<h2>Great Players of the Harbor</h2>${PROSE}`,
    people: [],
  },
  {
    name: 'how to reach a firm that is called like nobody',
    url: 'http://www.callory.example/contact.htm',
    html: '<!doctype html><title>Callory Audio</title><p>Contact Callory Audio</p><table><tr><td>Write to us:</td><td><div>Callory Audio</div><div>12 Harbour Street</div></td></tr><tr><td>Email:</td><td><a href="mailto:mail@callory.example">mail@callory.example</a></td></tr></table>',
    people: [],
  },
  {
    name: 'members of whom one alone has a form of address',
    url: 'https://vu.example/members/',
    html: shell({
      title: 'Members of the Harbor Club',
      main: '<ul><li>Tall Ships</li><li>Hon. Zelwin Okwonjo</li><li>Port Bells</li><li>Low Tide</li></ul>',
    }),
    people: [],
  },
  {
    name: 'a vita whose heading says so before the name',
    url: 'http://personal.wa.example/ygrimes/vita.html',
    html: `<!doctype html><title>Yolanda Grimes's Web Page</title><h1>Vita - Yolanda J Grimes</h1><h2>Education</h2>${PROSE}`,
    people: [{ name: 'Yolanda J Grimes' }],
  },
  {
    name: 'a vita with a motto above and the name in the caption of a picture',
    url: 'https://www.grimes.example/vita.html',
    html: `<!doctype html><title>Vita · Yolanda Grimes</title><p>Vita</p><h1>Ein Leben am Wasser</h1>${PROSE}<figure><img src="/y.jpg" alt=""><figcaption>Yolanda Grimes · Foto Tomas Bexley</figcaption></figure>`,
    people: [YOLANDA],
  },
  {
    name: 'the vita of somebody with a rare name, which the host alone has too',
    url: 'https://zelwinokwonjo.example/vita.html',
    html: '<!doctype html><title>Zelwin</title><ul><li><h1>Zelwin Okwonjo</h1></li><li><a href="/">Start</a></li><li><a href="/vita.html">Vita</a></li></ul><dl><dt>1988</dt><dd>in Ellery geboren</dd></dl>',
    people: [{ name: 'Zelwin Okwonjo' }],
  },
  {
    name: 'the address of a practice below its name, which its host has too',
    url: 'http://www.starbrackets.example/contact.html',
    html: shell({
      title: 'Brackets - Star Brackets Ellery Teeth',
      main: '<h1>Contact Us</h1><h2>Star Brackets</h2><p>Ellerymore, Co. Harbor</p><p>Telephone: 555 0100</p><p>smile@starbrackets.example</p>',
    }),
    people: [],
  },
  {
    name: 'somebody who goes on behind the greeting, and no title names',
    url: 'https://wb.example/',
    html: '<!doctype html><title>wb</title><h1>Hi, I’m Yolanda Grimes and I make boats.</h1><p>They sail.</p><a href="mailto:me@wb.example">Write to me</a>',
    people: [YOLANDA],
  },
  {
    name: 'a bio that begins with the name',
    url: 'https://wc.example/bio.html',
    html: `<!doctype html><title>Yolanda Grimes</title><h1>Biography</h1><p>Yolanda Grimes is a painter who grew up by the sea and still lives there. ${'She paints what she sees. '.repeat(9)}</p>`,
    people: [YOLANDA],
  },
  {
    name: 'the profile of a company that is called after brothers',
    url: 'https://wd.example/company-profile',
    html: shell({
      title: 'Company Profile',
      main: `<h1>Company Profile</h1><h2>Martin Brothers</h2>${PROSE}<p>Email: info@wd.example</p>`,
    }),
    people: [],
  },
];
