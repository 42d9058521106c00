import { attribute, children, tag, textContent } from '../dom.ts';
import type { Card } from './cards.ts';
import { kindsOf } from './heads.ts';
import type { Line } from './lines.ts';
import { isLabel } from './person.ts';
import { mostVoted } from './score.ts';
import { isRole, namesGuests, namesHouse } from './words.ts';

/** What is written like a house and is a part of one, or what somebody learned there. */
const NO_HOUSE =
  /[\d@:：]|^(?:dep|div|office|faculty|section|chair|graduate|student)|\b(?:relations|affairs|services|boards?|alumn\w+|degree|[BM]\.?(?:A|Sc?)|Ph\.?D|J\.?D|MBA|MD)\b/i;

/** Names of houses that begin with an abbreviation: IIT Borivali, TU Seeburg. */
const ABBREVIATED = /^(?!MD|RN|DO)[A-Z]{2,}[cs]? [A-Z][a-z]+$/;

const isHouse = (text: string) => text.length < 80 && namesHouse(text) && !NO_HOUSE.test(text) && !isRole(text);

/** The house which a line names, and no more than its parts and its town: of a school and its university the latter. */
function houseIn(text: string): string | undefined {
  if (/[^\s.]{4,}[.!?]$/.test(text)) return undefined;
  const houses = text.split(/,\s+(?!inc|l[lt]|corp|co\b|gmbh|s\.)/i).filter(isHouse);
  return houses.find((house) => /univ/i.test(house)) ?? houses[0];
}

/** Groups of people who each come from elsewhere. */
const FROM_ELSEWHERE =
  /\b(?:speaker|panel|referent|vortrag|keynote|ponent|mentor|advisor|prelegen|relator|jur(?:y|or))/i;

/** Classes of elements that hold the name of an employer. */
const OF_HOUSE = /(?:^|[\s_-])(?:company|employer|affiliation|organi[sz]ation|org)(?=$|\s)/i;

/** What they are who have a firm of their own, which stands behind it. */
const OWNER = /^(?:co-?)?(?:owner|founder)$/i;

/** Those who have none. */
const NO_EMPLOYER = /^(?:retired|independent|freelance|self)/i;

/** What stands in an element that its class calls an employer: a line, or a part of one. */
function classed({ after }: Card): string | undefined {
  for (const { block } of after.slice(0, 4)) {
    const found = [block, ...children(block)].find((part) => OF_HOUSE.test(attribute(part, 'class') ?? ''));
    const firm = found && textContent(found).trim();
    if (firm && firm.length < 80) return firm;
  }
  return undefined;
}

/** What the card of a guest says next beside name and title, if that may be a firm. */
function nextOf({ rest, title = '', after }: Card): string | undefined {
  const next = [rest, ...after.slice(0, 2).map(({ text, rank }) => (rank ? '' : text))].find(
    (text) => text && !title.includes(text),
  );
  return next && /^[^a-z?!:;,@\n](?!.*\d\d)[^?!:;,@\n]{1,40}$/.test(next) && next.split(' ').length < 5 && !isRole(next)
    ? next
    : undefined;
}

/** What stands in a card behind the label of a title or an employer: in its line or in the next. */
export function labelled({ after }: Card, kind: 'title' | 'company'): string | undefined {
  for (const [at, { text, rank, marks }] of after.entries()) {
    const [label = '', value = ''] = text.split(/\s*[:：\n]\s*/);
    if (rank || (/\s/.test(label) && !/[:：]/.test(text)) || marks.some((mark) => tag(mark) === 'a')) continue;
    if (!kindsOf(label).includes(kind)) continue;
    const found = value && value !== label ? value : after[at + 1]?.text;
    return found && found.length < 80 && !/[:：@]/.test(found) ? found : undefined;
  }
  return undefined;
}

/**
 * In which place of most cards names of houses stand, and in how many; for one card alone only in the lines right below
 * its name.
 */
function placeOfHouses(cards: readonly Card[]): readonly [place: number, votes: number] {
  const votes = new Map<number, number>();
  for (const { after } of cards) {
    const end = after.findIndex(({ rank }) => rank > 0);
    for (const { place, text } of after.slice(0, end < 0 ? 4 : Math.min(end, 4)))
      if (houseIn(text)) votes.set(place, (votes.get(place) ?? 0) + 1);
  }
  return mostVoted(votes);
}

/**
 * Finds whom the people of a run work for, where their cards say so: behind a label, behind name or title, or in one
 * place again and again.
 * @param about what the page says of the run: its address, its title, headings
 */
export function findCompanies(cards: readonly Card[], about: string): void {
  const enough = Math.max(Math.min(2, cards.length), cards.length * 0.4);
  const guests = namesGuests(about);
  // "Ada Okafor, Harbor University", "Ada Okafor (Harbor University)"
  const besides = cards.map(({ rest }) => {
    const own = rest.replace(/^\(|[)\s]+$/g, '');
    return houseIn(own) ?? (guests && ABBREVIATED.test(own) && !isRole(own) ? own : undefined);
  });
  const labels = cards.map((card) => classed(card) ?? labelled(card, 'company'));
  const often = (found: readonly unknown[]) => found.filter((one) => one).length >= enough;
  const areGuests = FROM_ELSEWHERE.test(about);
  // Towns and countries come again.
  const nexts = areGuests ? cards.map(nextOf) : [];
  const areFirms = often(nexts) && new Set(nexts).size > cards.length * 0.6;
  const [isLabelled, isBeside] = [often(labels), often(besides)];
  const [usual, most] = placeOfHouses(cards);
  // Where most are houses by their names, the others are, too.
  const areHouses = most > Math.max(2, cards.length * 0.5);
  const isFirm = (line: Line) => areHouses && isLabel(line) && !isRole(line.text) && !NO_HOUSE.test(line.text);
  // "CTO, Harbor Labs": speakers come from everywhere, while what else stands behind titles is an area.
  const parts = cards.map(({ title }) => {
    const [, role = '', firm = ''] =
      /^([^\n]+?)(?:,| at| @|\s?[|·–—\n])(?!\s*(?:LL|Inc|Ltd))\s*([^,\n]+)$/.exec(title ?? '') ?? [];
    return isRole(role) && !isRole(firm) ? { role, firm } : undefined;
  });
  const isSplit = (test: (firm: string) => boolean) =>
    parts.filter((part) => part && test(part.firm)).length > Math.max(1, cards.length * 0.6);
  const split = isSplit(isHouse) || (areGuests && isSplit(Boolean));
  for (const [at, card] of cards.entries()) {
    const part = parts[at];
    const [there] = card.after.flatMap((line) =>
      most >= enough && line.place === usual ? (houseIn(line.text) ?? (isFirm(line) ? line.text : [])) : [],
    );
    const label = isLabelled && labels[at];
    // "Harbor Labs", "Chair" in one line, told apart by their classes.
    if (label && card.title !== label) card.title = card.title?.replace(`${label}\n`, '').replace(`\n${label}`, '');
    if (!label || !NO_EMPLOYER.test(label))
      card.company ??= label || (isBeside && besides[at]) || there || (areFirms && nexts[at]) || undefined;
    if (
      part?.firm &&
      (split || OWNER.test(part.role) || isHouse(part.firm) || (part.firm.length > 5 && about.includes(part.firm)))
    ) {
      // A column of employers may have both.
      if (card.company === card.title) card.company = undefined;
      card.company ??= part.firm;
      card.title = part.role;
    }
    const { title = '', company = '' } = card;
    if (!title.includes(company)) continue;
    // A column of both, or what stands behind the name was taken for a title.
    if (isRole(title)) card.company = title === company ? undefined : card.company;
    else if (company) card.title = undefined;
  }
}
