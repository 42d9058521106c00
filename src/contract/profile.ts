import * as z from 'zod/mini';
import { FIELDS } from './field.ts';
import { KEY_LENGTH } from './profile-key.ts';
import { cleanText } from './text.ts';

/** A string from outside: cleaned and cut to `max` characters rather than refused, as long as something is left. */
export const text = (max: number) =>
  z.string().check(
    z.overwrite((value) => cleanText(value, max)),
    z.minLength(1),
    z.maxLength(max * 2),
  );

/** What can be revealed of a profile. */
export const Field = z.enum(FIELDS);
export type Field = z.infer<typeof Field>;

/** The canonical identity of a person on a site, made by `profile-key.ts`: `linkedin:in/ada`, `web:host/path#name`. */
export const ProfileKey = z
  .string()
  .check(z.minLength(3), z.maxLength(KEY_LENGTH), z.regex(/^[a-z0-9-]{1,40}:[^\s\p{C}]+$/u));

const HttpUrl = z.string().check(z.maxLength(2048), z.regex(/^https?:\/\/[^\s\p{Cc}]+$/u));
const Domain = z.string().check(z.maxLength(253), z.regex(/^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+$/u));

/** A contact that the page itself shows to everybody. */
export const PublicContact = z.object({ field: Field, value: text(254) });
export type PublicContact = z.infer<typeof PublicContact>;

/** What a page shows of one person. */
export const Profile = z.object({
  key: ProfileKey,
  /** Id of the site file that read it, or the markup it was read from (`json-ld`, `microdata`, `h-card`). */
  site: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  /** The person's own page, canonical; the page it was read from when there is none. */
  url: HttpUrl,
  name: text(200),
  title: z.optional(text(300)),
  company: z.optional(text(200)),
  companyDomain: z.optional(Domain),
  location: z.optional(text(200)),
  contacts: z.array(PublicContact).check(z.maxLength(20)),
});
export type Profile = z.infer<typeof Profile>;
