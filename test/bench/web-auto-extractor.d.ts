declare module '@marbec/web-auto-extractor' {
  export default class WebAutoExtractor {
    parse(html: string): { jsonld: object; microdata: object; rdfa: object; metatags: object };
  }
}
