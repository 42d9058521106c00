import WebAutoExtractor from '@marbec/web-auto-extractor';
import { mf2 } from 'microformats-parser';

export type Parser = 'microformats-parser' | 'web-auto-extractor';

const PARSE: Record<Parser, (html: string) => unknown> = {
  'microformats-parser': (html) => mf2(html, { baseUrl: location.href }),
  'web-auto-extractor': (html) => new WebAutoExtractor().parse(html),
};

declare global {
  /** Milliseconds that a public parser takes for the text of the page. */
  var latchkeyParse: (parser: Parser) => number;
}

globalThis.latchkeyParse = (parser) => {
  const html = document.documentElement.outerHTML;
  const start = performance.now();
  PARSE[parser](html);
  return performance.now() - start;
};
