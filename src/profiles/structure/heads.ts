import { remembered } from '../remembered.ts';
import { isGiven } from './given.ts';
import type { Line, Table } from './lines.ts';
import { readName } from './name.ts';
import { folded, isRole } from './words.ts';

/** The columns of a table by what its head says of them, and the row of the head. */
export type Heads = { row: number } & Partial<Record<'name' | 'given' | 'family' | 'title' | 'company', number>>;

/** A head stands in one of so many rows. */
const ROWS = 8;

/** How heads call each column, without accents: "nom" is the family name beside "prénom" alone. */
const KINDS = [
  ['given', /^(?:(?:first|given|fore|vor|pre|for|etu)[ -]?na?[mv]|prenom|nom(?:bre|e)s?$|imie$|имя$|ad$|名$)/],
  [
    'family',
    /^(?:(?:last|sur|family|nach|familien|achter|etter|efter|suku)[ -]?n[ai]|nom$|apellido|cognome$|nazwisko$|фамилия|soyad|姓$)/,
  ],
  [
    'name',
    /^(?:(?:[a-z]+ )?names?\b|na[av][mn]$|navn|nimi$|(?:[a-z]+ )?contact$|noms?\b|nombre|nome\b|apellidos y|cognome e|imie i|nazwisko i|jmeno|meno$|nev$|speaker|(?:player|athlete|joueur|jugador|spieler)$|adi? .?.?.?soyad|фио|имя|姓名|氏名|名前|성명|이름|الاسم)/,
  ],
  [
    'title',
    /^(?:job )?(?:title|positi|role$|office$|design|f[ou]n[ckz]|cargo|puesto|carica|ruolo|qualif|stilling|stanow|gorev|unvan|должн|职|職|役職|직)/,
  ],
  [
    'company',
    /^(?:company|organi[sz]|affil|instit|employer|univers|firma?$|unternehm|societe|entrep|empresa|azienda|bedrijf|компан|организ|单位|公司|소속|所属)/,
  ],
] as const;

/** What a head or a label may stand over: "Nom" over names, or over those of families. */
export const kindsOf = remembered((label): readonly (typeof KINDS)[number][0][] => {
  const plain = folded(label).replace(/\s*[:：*]$/, '');
  return plain.length > 40 ? [] : KINDS.filter(([, words]) => words.test(plain)).map(([kind]) => kind);
});

/** Reads the heads of the tables which have one that speaks of names. */
export function readHeads(lines: readonly Line[]): void {
  let heads: Heads = { row: 0 };
  let table: Table | undefined;
  for (const { cell, text } of lines) {
    if (!cell || cell.row > ROWS || text.length > 40) continue;
    if (table !== cell.table || heads.row !== cell.row) heads = { row: cell.row };
    table = cell.table;
    if ((table.heads ?? heads) !== heads) continue;
    for (const kind of kindsOf(text)) heads[kind] ??= cell.column;
    if (heads.name || isSplit(heads)) table.heads = heads;
  }
}

/** Whether given and family names have columns of their own. */
export const isSplit = ({ given, family }: Heads) => !!given && !!family && given !== family;

/** The head of the table that a line stands in, where its column is that of names. */
export function headOver({ cell }: Line): Heads | undefined {
  const heads = cell?.table.heads;
  if (!heads || cell.row <= heads.row) return undefined;
  const columns = isSplit(heads) ? [heads.given, heads.family] : [heads.name];
  return columns.includes(cell.column) ? heads : undefined;
}

/** The text beside a line in the row of its table, in one of the columns, or in a cell that spans the row. */
export function textBeside(lines: readonly Line[], at: number, column: number | undefined): string | undefined {
  const cell = lines[at]?.cell;
  if (!cell || !column) return undefined;
  return lines
    .slice(Math.max(0, at - FAR), at + FAR)
    .findLast(
      ({ cell: one }) =>
        one?.table === cell.table && one.column === column && one.row <= cell.row && one.last >= cell.row,
    )?.text;
}

/** So many lines may stand between a cell and another of its row. */
const FAR = 40;

/** So many behind a name are looked at for what stands below it. */
const COLUMN = 80;

/** Where the next name stands in the same row, what stands below in the column of the name, up to the next name there. */
export function inColumn(lines: readonly Line[], at: number, ...others: number[]): Line[] {
  const cell = lines[at]?.cell;
  const isBeside = ({ cell: other }: Line) => other?.table === cell?.table && other?.row === cell?.row;
  if (!cell || !others.some((other) => lines[other] && isBeside(lines[other]))) return [];
  const column = lines
    .slice(at + 1, at + COLUMN)
    .filter(({ cell: one }) => one?.table === cell.table && one.column === cell.column && one.row > cell.row);
  const end = column.findIndex(({ text }) => readName(text) && !isRole(text));
  return end < 0 ? column : column.slice(0, end);
}

const GIVEN = /(?:first|given|pre|fore|vor|(?:^|[\s_-]))[-_]?name/i;
const FAMILY = /(?:last|family|sur|nach)[-_]?name/i;

/** Whether a line is a given name that has a place of its own, or a family name; undefined for all others. */
function isGivenPart(line: Line): boolean | undefined {
  if (line.text.length > 30) return undefined;
  const heads = headOver(line);
  if (heads) return isSplit(heads) ? line.cell?.column === heads.given : undefined;
  return GIVEN.test(line.hint) ? true : FAMILY.test(line.hint) ? false : undefined;
}

/** So many more common given names stand above family names than below. */
const COMMON = 0.3;

/** The halves of what may be a name, and the line before them. */
type Halves = [given: Line, family: Line, last: Line];

/** The lines of names in two, "Ada" and below "Okafor", which nothing but a break parts: whether each is a given name. */
function broken(lines: readonly Line[]): Map<Line, boolean> {
  const places = new Map<number, Halves[]>();
  for (const [at, line] of lines.entries()) {
    const [last, next] = [lines[at - 1], lines[at + 1]];
    if (!last || next?.place !== line.place || next.block !== line.block || last.block === line.block) continue;
    if (!line.text.split(' ').every((word, more) => !more || isGiven(word))) continue;
    const all = places.get(line.place) ?? [];
    all.push([line, next, last]);
    places.set(line.place, all);
  }
  const isName = ([{ text }, other]: Halves) =>
    readName(`${text} ${other.text}`)?.rest === '' && other.text.length < 30 && !isRole(other.text);
  // Below a name in a heading stands a patronymic.
  const worth = ([one, { text }, last]: Halves) =>
    Number(isGiven(one.text) && !(last.rank > one.rank && readName(last.text))) - Number(isGiven(text));
  return new Map(
    [...places.values()]
      .filter((all) => all.length > 1 && all.every(isName))
      .filter((all) => all.reduce((sum, one) => sum + worth(one), 0) > all.length * COMMON)
      .flatMap((all) =>
        all.flatMap(([one, other]): [Line, boolean][] => [
          [one, true],
          [other, false],
        ]),
      ),
  );
}

/**
 * Joins given and family names that stand in cells or blocks of their own, which a head or their classes call so, or
 * above one another.
 */
export function joined(lines: readonly Line[]): Line[] {
  const all: Line[] = [];
  const parts = broken(lines);
  let last: boolean | undefined;
  for (const line of lines) {
    const before = all.at(-1);
    const isGiven = isGivenPart(line) ?? parts.get(line);
    if (before && isGiven !== undefined && last === !isGiven && before.cell?.row === line.cell?.row) {
      before.text = isGiven ? `${line.text} ${before.text}` : `${before.text} ${line.text}`;
      before.marks.push(...line.marks);
      last = undefined;
    } else {
      all.push(line);
      last = isGiven;
    }
  }
  return all;
}
