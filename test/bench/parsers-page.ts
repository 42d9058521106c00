import WebAutoExtractor from '@marbec/web-auto-extractor';
import { mf2 } from 'microformats-parser';
import { fastest } from './timing.ts';

export type Parser = 'microformats-parser' | 'web-auto-extractor';

const PARSE: Record<Parser, (html: string) => unknown> = {
  'microformats-parser': (html) => mf2(html, { baseUrl: location.href }),
  'web-auto-extractor': (html) => new WebAutoExtractor().parse(html),
};

declare global {
  /** Milliseconds that a public parser takes for the text of the page, once it is warm. */
  var latchkeyParse: (parser: Parser) => number;
}

globalThis.latchkeyParse = (parser) => {
  const html = document.documentElement.outerHTML;
  return fastest(() => PARSE[parser](html));
};
