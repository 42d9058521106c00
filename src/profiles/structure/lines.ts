import { firstChild, INLINE, isElement, isText, localName, nextSibling, parentNode, SILENT } from '../dom.ts';
import type { Steps } from '../person.ts';

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
  /** Links, pictures, times and quotations in it, or between it and the line before. */
  marks: Element[];
}

/** Elements that present nobody, beside those without text. */
const SKIPPED = new Set('nav footer blockquote q cite pre button label audio video'.split(' '));

const MARKED = new Set('a img time blockquote q'.split(' '));

const isBold = (name: string) => name === 'b' || name === 'strong';

interface Block {
  element: Element;
  place: number;
  rank: number;
  cells: number;
}

/** The lines under `root` in one pass over its nodes; on a page which has very many, the first of them. */
export function* readLines(root: Element): Steps<Line[]> {
  const lines: Line[] = [];
  const places = new Map<string, number>();
  let top: Block = { element: root, place: 0, rank: 0, cells: 0 };
  const blocks = [top];
  let text = '';
  let marks: Element[] = [];
  // How many bold elements the node at hand stands in, and the line began in.
  let bold = 0;
  let boldly = 0;
  const end = () => {
    if (!text) return;
    const whole = text.replace(/ *\n[ \n]*/g, '\n').trim();
    text = '';
    if (!whole) return;
    lines.push({ text: whole, block: top.element, place: top.place * 2 + Math.min(boldly, 1), rank: top.rank, marks });
    marks = [];
  };

  let at: Node = root;
  for (let visited = 0; visited < NODES_LIMIT; visited++) {
    if (visited % STEP === STEP - 1) yield;
    let next: Node | null = null;
    if (isText(at)) {
      if (!text) boldly = bold;
      if (text.length < LINE_LENGTH && (text || /\S/.test(at.data))) {
        text += at.data.slice(0, LINE_LENGTH).replace(/\s+/g, ' ');
      }
    } else if (isElement(at)) {
      const name = localName(at);
      const inline = INLINE.has(name);
      if (!inline) end();
      else if (text) text += '\n';
      if (MARKED.has(name)) marks.push(at);
      next = SKIPPED.has(name) || SILENT.has(name) ? null : firstChild(at);
      if (next && isBold(name)) bold++;
      else if (next && !inline && at !== root) {
        const key = `${top.place} ${name}${/^t[dh]$/.test(name) ? ++top.cells : ''}`;
        const place = places.get(key) ?? places.size + 1;
        places.set(key, place);
        top = { element: at, place, rank: /^h[1-6]$/.test(name) ? Number(name[1]) : top.rank, cells: 0 };
        blocks.push(top);
      }
    }
    while (!next && at !== root) {
      next = nextSibling(at);
      if (next) break;
      const up: Node | null = parentNode(at);
      if (!up || up === root) break;
      at = up;
      if (at === top.element) {
        end();
        blocks.pop();
        top = blocks.at(-1) as Block;
      } else {
        if (text) text += '\n';
        if (bold > 0 && isBold(localName(at))) bold--;
      }
    }
    if (!next) break;
    at = next;
  }
  end();
  // What follows the last line is marked on one of its own.
  lines.push({ text: '', block: root, place: -1, rank: 0, marks });
  return lines;
}
