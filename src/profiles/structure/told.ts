import { tag, textContent } from '../dom.ts';
import { isGiven } from './given.ts';
import { LINE_LENGTH, type Line } from './lines.ts';
import { readName } from './name.ts';
import { isRole, namesGroup } from './words.ts';

/** "The board: Ada Okafor (chair), Jonas Lind": what it speaks of, and the people. */
const SENTENCE = /^([^:]{3,120}:)\s+(\S.{20,})$/s;

/** What parts the people of a sentence, and two in one line. */
const PARTING = /[;,]\s+|\.\s+(?=[A-ZÀ-Þ])|\s+(?:&|and|und|et|en|y|e|og|och)\s+/;
const AND = /\s+(?:&|and|und|et|en|y|e|og|och)\s+/;

/** Takes lines apart that name several people: two who share an office, or all of a board in one sentence. */
export function told(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const parts =
      line.rank === 1 || line.text.length > LINE_LENGTH ? undefined : (pairIn(line.text) ?? groupIn(line.text));
    return (
      parts?.map((text) => {
        const marks = line.marks.filter((mark) => tag(mark) !== 'a' || text.includes(textContent(mark).trim()));
        return { ...line, text, marks, whole: line.text };
      }) ?? line
    );
  });
}

/** The two names that a line consists of. */
function pairIn(text: string): string[] | undefined {
  const parts = text.length < 80 && AND.test(text) ? text.split(AND) : [];
  return parts.length === 2 && parts.every((part) => readName(part)?.rest === '') && parts.some(isGiven)
    ? parts
    : undefined;
}

/** What a sentence begins with, and the people behind that, each with their office if one has any. */
function groupIn(text: string): string[] | undefined {
  const [, lead = '', list = ''] = SENTENCE.exec(text) ?? [];
  if (!lead || !namesGroup(lead)) return undefined;
  const people: string[] = [];
  let office: string | undefined;
  let offices = 0;
  for (const part of list.replace(/\.$|\n(?=[.,;:])/g, '').split(PARTING)) {
    const named = readName(part);
    if (named) {
      office = named.office ?? office;
      if (named.office || isRole(named.rest)) offices++;
      people.push(office && !named.office ? `${office}: ${part}` : part);
    } else if (people[0] && isRole(part)) {
      people.push(`${people.pop()}, ${part}`);
      offices++;
    } else return undefined;
  }
  return people.length > 2 && offices > 0 ? [lead, ...people] : undefined;
}

/** Whether two lines are parts of one, whose people share what stands around it. */
export const isPartOf = (one: Line | undefined, other: Line | undefined) =>
  one?.whole !== undefined && one.whole === other?.whole && one.block === other.block;
