/** What can be revealed of a profile. Without zod, so that pages can import it. */
export const FIELDS = ['email', 'phone'] as const;
export type Field = (typeof FIELDS)[number];
