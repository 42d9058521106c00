/** Nodes visited on one page at most. */
const NODES_LIMIT = 60_000;

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

/** Elements which don't part words. */
const INLINE = new Set(
  'a abbr b bdi bdo big code data del dfn em font i img ins kbd mark s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Elements that hold no text, or none that presents a person. */
const SKIPPED = new Set(
  'script style noscript template svg math iframe object video audio select textarea nav footer blockquote q cite pre button label'.split(
    ' ',
  ),
);

const MARKED = new Set('a img time blockquote q'.split(' '));

interface Block {
  element: Element;
  place: number;
  rank: number;
  cells: number;
}

/** The prototype's own getter, which no element of the page can shadow. */
const getter = <T>(prototype: object, name: string) =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Node) => T;

/** The lines under `root` in one pass over its nodes; on a page which has very many, the first of them. */
export function readLines(root: Element): Line[] {
  const firstChild = getter<Node | null>(Node.prototype, 'firstChild');
  const nextSibling = getter<Node | null>(Node.prototype, 'nextSibling');
  const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
  const localName = getter<string>(Element.prototype, 'localName');
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
    const whole = text.replace(/ *\n[ \n]*/g, '\n').trim();
    text = '';
    if (whole === '') return;
    lines.push({ text: whole, block: top.element, place: top.place * 2 + Math.min(boldly, 1), rank: top.rank, marks });
    marks = [];
  };

  let at: Node = root;
  for (let visited = 0; visited < NODES_LIMIT; visited++) {
    let next: Node | null = null;
    if (at instanceof Text) {
      if (text === '') boldly = bold;
      if (text.length < LINE_LENGTH && (text !== '' || /\S/.test(at.data))) {
        text += at.data.slice(0, LINE_LENGTH).replace(/\s+/g, ' ');
      }
    } else if (at instanceof Element) {
      const name = localName.call(at);
      const inline = INLINE.has(name);
      if (!inline) end();
      else if (text !== '') text += '\n';
      if (MARKED.has(name)) marks.push(at);
      next = SKIPPED.has(name) ? null : firstChild.call(at);
      if (next !== null && /^(?:b|strong)$/.test(name)) bold++;
      else if (next !== null && !inline && at !== root) {
        const key = `${top.place} ${name}${/^t[dh]$/.test(name) ? ++top.cells : ''}`;
        const place = places.get(key) ?? places.size + 1;
        places.set(key, place);
        top = { element: at, place, rank: /^h[1-6]$/.test(name) ? Number(name[1]) : top.rank, cells: 0 };
        blocks.push(top);
      }
    }
    while (next === null && at !== root) {
      next = nextSibling.call(at);
      if (next !== null) break;
      const up: Node | null = parentNode.call(at);
      if (up === null || up === root) break;
      at = up;
      if (at === top.element) {
        end();
        blocks.pop();
        top = blocks.at(-1) as Block;
      } else {
        if (text !== '') text += '\n';
        if (bold > 0 && /^(?:b|strong)$/.test(localName.call(at))) bold--;
      }
    }
    if (next === null) break;
    at = next;
  }
  end();
  // What follows the last line is marked on one of its own.
  lines.push({ text: '', block: root, place: -1, rank: 0, marks });
  return lines;
}
