/** What a plan prices or excludes. A reveal's activity is its field. Without zod, so that pages can import it. */
export const ACTIVITIES = [
  'email',
  'phone',
  'contact_enrichment',
  'account_enrichment',
  'ai_insight',
  'api_call',
] as const;
export type Activity = (typeof ACTIVITIES)[number];
