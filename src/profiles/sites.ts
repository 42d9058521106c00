import { matchesPattern, type Site } from './site.ts';

const files = import.meta.glob<{ site: Site }>('./sites/*.ts', { eager: true });

/** Every known site. */
export const SITES: readonly Site[] = Object.values(files).map(({ site }) => site);

/** The site that the address belongs to. */
export function siteOf(url: URL): Site | undefined {
  return SITES.find((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
}
