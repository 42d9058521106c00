import { all, attribute, one, pageTitle, textOf } from '../dom.ts';
import type { Person } from '../person.ts';
import type { Site } from '../site.ts';

/** Anchors of the card beside a profile: schema.org properties, which have outlived several layouts. */
const CARD = '[itemscope][itemtype$="schema.org/Person"]';

const ORGANIZATION = '[itemscope][itemtype$="schema.org/Organization"]';

export const site: Site = {
  id: 'github',
  matches: ['https://github.com/*'],
  grant: 'install',
  read(document, page) {
    // A login is letters, digits and single hyphens; `/ada/repository` and deeper are no profiles.
    const login = /^\/([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})\/?$/i.exec(page.pathname)?.[1];
    if (login === undefined || !isUser(document, login)) return 'neither';
    return [readCard(document, login)];
  },
};

/** Settings, search, organisations and the like live beside logins; only a member's page names its member. */
function isUser(document: Document, login: string): boolean {
  if (one(document, ORGANIZATION) !== null) return false;
  const named = one(document, 'meta[property="profile:username"]');
  if (named !== null) return sameLogin(attribute(named, 'content'), login);
  const nickname = one(document, `${CARD} [itemprop="additionalName"]`);
  return nickname !== null && sameLogin(textOf(nickname), login);
}

function sameLogin(one: string | undefined, other: string): boolean {
  // Pronouns may stand behind: "ada · she/her".
  return one?.split(/\s/)[0]?.toLowerCase() === other.toLowerCase();
}

function readCard(document: Document, login: string): Person {
  const property = (name: string) => one(document, `${CARD} [itemprop="${name}"]`);
  const text = (element: Element | null) => (element && textOf(element, 400)) || undefined;
  const company = property('worksFor');
  const bio = one(document, `${CARD} .user-profile-bio, ${CARD} .p-note, [data-bio-text]`);
  const emails = all(document, `${CARD} [itemprop="email"] a[href^="mailto:"], ${CARD} a.u-email`);
  return {
    name: text(property('name')) ?? titleName(document) ?? login,
    handle: login,
    url: `https://github.com/${login}`,
    title: text(bio),
    // Organisations of GitHub are written "@brightwater".
    company: text(company)?.replace(/^@/, ''),
    location: text(property('homeLocation')),
    emails: emails.flatMap((link) => attribute(link, 'href') ?? []),
    phones: [],
  };
}

/** The title of a profile is "ada (Ada Okafor) · GitHub". */
function titleName(document: Document): string | undefined {
  return /\((.+)\)(?: \/ [^/]+)? · GitHub$/.exec(pageTitle(document))?.[1];
}
