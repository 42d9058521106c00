import type { Field, Profile } from '#contract/profile.ts';
import type { Contact } from '#contract/reveal.ts';

/** What a provider is asked. */
export interface Query {
  workspace: string;
  profile: Profile;
  field: Field;
  /** Values that the page itself shows: another one is wanted. */
  exclude: readonly string[];
}

/** What it answers. `failed` means that it could not look: it says nothing about the person. */
export type Answer =
  | {
      kind: 'found';
      /** The provider's own id of the person; the same for all that it knows of them. */
      person: string;
      contact: Contact;
    }
  | { kind: 'not_found' }
  /** `reason` is for the log: no contact detail in it. */
  | { kind: 'failed'; reason: string };

/** A source of contact data. It knows nothing of credits. */
export interface Provider {
  /** Name as people know it: it stands in receipts. */
  name: string;
  /** May throw or hang: whoever asks takes that for a failure. Ends early when `signal` aborts. */
  find(query: Query, signal: AbortSignal): Promise<Answer>;
}
