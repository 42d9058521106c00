import type { Profile } from '#contract/profile.ts';

/** What a standard says of a page, and what must be read from it: all people's names, or the first one's profile. */
export interface Case {
  name: string;
  html: string;
  url?: string;
  people?: string[];
  first?: Partial<Profile>;
}

/** The address of a page for which a case names no other. */
export const PAGE = 'https://brightwater.example/team';

export const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
export const ld = (data: unknown) => script(JSON.stringify(data));
export const person = (name: string, more: object = {}) => ({ '@type': 'Person', name, ...more });
export const email = (value: string) => ({ field: 'email' as const, value });
export const phone = (value: string) => ({ field: 'phone' as const, value });
