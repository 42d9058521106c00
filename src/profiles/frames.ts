import { all, closest, getter, one } from './dom.ts';
import { type Scan, scan } from './find.ts';
import type { Kept, Markup, Steps } from './person.ts';

/** Frames of one document that are looked at, at most. */
const FRAMES_LIMIT = 50;

/** Frames within frames that are read, at most. */
const DEPTH_LIMIT = 4;

/** What part of the window a frame has to fill: a smaller one is something beside what the page shows. */
const SHARE = 1 / 4;

const FRAME = 'iframe,frame';

const addressOf = getter<string>('Document', 'URL');
const windowOf = getter<Window | null>('Document', 'defaultView');

/**
 * The document in a frame; null when it is of another origin, undefined when the element is no frame. Of those elements no
 * page can take the property away, as it can of forms and documents.
 */
export const documentIn = (frame: EventTarget | null) => (frame as HTMLIFrameElement).contentDocument;

/** What was found on a page, or in a frame of it. */
export interface PageScan extends Scan {
  /** Of the document that the people were found in. */
  address: string;
}

/**
 * As `scan`, but where the page itself shows nobody, the largest frame of its origin that is in sight is read as if it
 * were the page: under its own address, or if that leads to nobody, as a frame's own need not be known to a site or even
 * be one, under the page's.
 * @param enter called before each frame is read with the documents in all that have a say; not on pages without frames
 */
export function* scanPage(
  document: Document,
  url: string,
  readers: readonly Markup[],
  enter: (frames: readonly Document[]) => void,
  kept: Kept,
): Steps<PageScan> {
  const page = { ...(yield* scan(document, url, readers, kept)), address: url };
  const frames: Document[] = [];
  for (let within = document; !page.profiles[0] && frames.length < DEPTH_LIMIT && one(within, FRAME); ) {
    page.within = undefined;
    const inside = largestIn(within);
    if (inside) frames.push(inside);
    enter(frames);
    if (!inside) break;
    for (const address of [addressOf(inside), url]) {
      const found = yield* scan(inside, address, readers);
      // The frame may have gone elsewhere meanwhile, which is told when it has arrived.
      if (found.profiles[0] && windowOf(inside)) return { ...found, address, within: undefined };
    }
    within = inside;
  }
  return page;
}

/** The document in the largest frame of the same origin that can be seen, if it is large enough. */
function largestIn(document: Document): Document | undefined {
  const { checkVisibility, getBoundingClientRect } = Element.prototype;
  let most = SHARE * innerWidth * innerHeight;
  let largest: Document | undefined;
  for (const frame of all(document, FRAME, FRAMES_LIMIT)) {
    const inside = documentIn(frame);
    // Asked of those alone that can be read: the answer may cost a layout.
    if (!inside || !checkVisibility.call(frame, { visibilityProperty: true, opacityProperty: true })) continue;
    const { width, height, right } = getBoundingClientRect.call(frame);
    if (right < 0 || width * height < most || closest(frame, '[aria-hidden=true]')) continue;
    most = width * height;
    largest = inside;
  }
  return largest;
}
