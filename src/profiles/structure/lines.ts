import {
  attribute,
  firstChild,
  firstElement,
  INLINE,
  isElement,
  isText,
  nextElement,
  nextSibling,
  one,
  parentNode,
  SILENT,
  tag,
  textContent,
} from '../dom.ts';
import type { Steps } from '../person.ts';
import type { Heads } from './heads.ts';

/** Nodes visited on one page at most. */
const NODES_LIMIT = 60_000;

/** Nodes visited in one step. */
const STEP = 5_000;

/** Characters kept of one line: names, titles and captions are shorter, of prose the beginning will do. */
const LINE_LENGTH = 240;

/** A run of text which no block breaks. */
export interface Line {
  /** Its text; where inline elements meet stands a line feed. */
  text: string;
  /** The block that it stands in. */
  block: Element;
  /** The tags from the page's root down, cells by their column, as a number that lines alike in structure share. */
  place: number;
  /** 1 to 6 in a heading, else 0. */
  rank: number;
  /** The same where the columns and classes don't count. */
  loose: number;
  /** Links, pictures, times and quotations in it, or between it and the line before. */
  marks: Element[];
  /** What those of the pictures among them show which say so. */
  shown?: string[] | undefined;
  /** The class names of its block. */
  hint: string;
  /** The cell of a table that it stands in. */
  cell?: Cell | undefined;
}

/** Where a cell stands, counted from 1, and the last row that it spans. */
export interface Cell {
  table: Table;
  column: number;
  row: number;
  last: number;
  /** It spans columns. */
  wide: boolean;
}

/** A table: the row at hand while it is read, the last row that a cell of each column spans, and what its head says. */
export interface Table {
  row: number;
  spans: number[];
  heads?: Heads;
}

/** Elements that present nobody, beside those without text. */
const HIDDEN = new Set([...SILENT, ...'nav footer blockquote q cite pre button label audio video'.split(' ')]);

/** A quotation holds no lists: what does is merely set in, as on pages of old. */
const isSetIn = (name: string, element: Element) => name === 'blockquote' && one(element, 'li,table') !== null;

const MARKED = new Set('a img time blockquote q'.split(' '));

/** Parts of tables: text between what they hold is none of the page. */
const ROWS = new Set('table thead tbody tfoot tr'.split(' '));

const isBold = (name: string) => name === 'b' || name === 'strong';

interface Block {
  element: Element;
  place: number;
  loose: number;
  rank: number;
  /** Columns of its cells so far. */
  cells: number;
  /** It is part of a table, with rows or cells alone in it. */
  rows: boolean;
  table?: Table | undefined;
  cell?: Cell | undefined;
}

/** Rows or columns that a cell takes. */
const spanOf = (cell: Element, name: 'rowspan' | 'colspan') => Math.min(Number(attribute(cell, name)) || 1, 100);

/** The cell of a table that an element of a row is, the columns counted on. */
function cellIn(row: Block, element: Element): Cell | undefined {
  const { table } = row;
  if (!table) return undefined;
  while ((table.spans[row.cells + 1] ?? 0) >= table.row) row.cells++;
  const columns = spanOf(element, 'colspan');
  const last = table.row + spanOf(element, 'rowspan') - 1;
  const cell = { table, column: row.cells + 1, row: table.row, last, wide: columns > 1 };
  for (let more = columns; more > 0; more--) table.spans[++row.cells] = cell.last;
  return cell;
}

/** The lines under `root` in one pass over its nodes; on a page which has very many, the first of them. */
export function* readLines(root: Element): Steps<Line[]> {
  const lines: Line[] = [];
  const places = new Map<string, number>();
  let top: Block = { element: root, place: 0, loose: 0, rank: 0, cells: 0, rows: false };
  const blocks = [top];
  let text = '';
  let marks: Element[] = [];
  let shown: string[] | undefined;
  // How many bold elements the node at hand stands in, and the line began in.
  let bold = 0;
  let boldly = 0;
  const placeOf = (key: string) => {
    const place = places.get(key) ?? places.size + 1;
    places.set(key, place);
    return place;
  };
  const end = () => {
    if (!text) return;
    // Editors leave marks that nobody sees: where a word may be parted, or which way it runs.
    const whole = text
      .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060]/g, '')
      .replace(/ *\n[ \n]*/g, '\n')
      .trim();
    text = '';
    if (!whole) return;
    // Names and roles may stand in elements of one kind, which their classes tell apart.
    const hint = attribute(top.element, 'class') ?? '';
    const isCell = top.cell && top.cell.column > 1 && /^t[dh]$/.test(tag(top.element));
    const kind = isCell ? '' : hint.replace(/\S*\d\S*|odd|even|first|last|left|right|\balt\b/g, '').trim();
    const place = placeOf(`${top.place} ${Math.min(boldly, 1)}${kind}`);
    const { element: block, loose, rank, cell } = top;
    lines.push({ text: whole, block, place, loose, rank, marks, shown, hint, cell });
    marks = [];
    shown = undefined;
  };

  const add = (data: string) => {
    if (text.length > LINE_LENGTH) return;
    if (!text) boldly = bold;
    if (text || /\S/.test(data)) text += data.slice(0, LINE_LENGTH).replace(/\s+/g, ' ');
  };
  // Not within the loop below: in a generator no engine makes a loop fast while it runs.
  const enter = (at: Node): Node | null => {
    if (!isElement(at)) {
      if (isText(at)) add(at.data);
      return null;
    }
    const name = tag(at);
    const inline = INLINE.has(name);
    if (!inline) end();
    else if (text) text += '\n';
    const hidden = HIDDEN.has(name) && !isSetIn(name, at);
    if (MARKED.has(name) && (hidden || name !== 'blockquote')) marks.push(at);
    const alternative = name === 'img' && attribute(at, 'alt');
    if (alternative) shown = [...(shown ?? []), alternative];
    const cell = name === 'td' || name === 'th' ? cellIn(top, at) : undefined;
    if (name === 'tr' && top.table) top.table.row++;
    if (hidden) return null;
    // What is touched of a page for the first time costs most, and most texts are all that their element holds.
    const first = firstElement(at);
    const inner = first && (ROWS.has(name) ? first : firstChild(at));
    const only = inner ? '' : textContent(at);
    if (!inner && !only) return null;
    if (isBold(name)) bold++;
    else if (!inline && at !== root) {
      const place = placeOf(`${top.place} ${name}${cell?.column ?? ''}`);
      top = {
        element: at,
        place,
        loose: !cell && top.loose === top.place ? place : placeOf(`${top.loose} ${name}`),
        rank: /^h[1-6]$/.test(name) ? Number(name[1]) : top.rank,
        cells: 0,
        rows: ROWS.has(name),
        table: name === 'table' ? { row: 0, spans: [] } : top.table,
        cell: name === 'table' ? undefined : (cell ?? top.cell),
      };
      blocks.push(top);
    }
    if (inner) return inner;
    add(only);
    leave(at);
    return null;
  };
  const leave = (at: Node) => {
    if (at === top.element) {
      end();
      blocks.pop();
      top = blocks.at(-1) as Block;
    } else {
      if (text) text += '\n';
      if (bold > 0 && isBold(tag(at))) bold--;
    }
  };
  const following = (from: Node): Node | null => {
    for (let at: Node | null = from; at && at !== root; ) {
      const next = top.rows ? nextElement(at) : nextSibling(at);
      if (next) return next;
      at = parentNode(at);
      if (at && at !== root) leave(at);
    }
    return null;
  };

  let at: Node | null = root;
  for (let visited = 0; at && visited < NODES_LIMIT; visited++) {
    if (visited % STEP === STEP - 1) yield;
    at = enter(at) ?? following(at);
  }
  end();
  // What follows the last line is marked on one of its own.
  lines.push({ text: '', block: root, place: -1, loose: -1, rank: 0, marks, hint: '' });
  return lines;
}
