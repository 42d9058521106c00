import * as z from 'zod/mini';
import { text } from '#contract/profile.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from './auth.ts';

const named = (sentence: string, max: number) =>
  z.pipe(z.string(sentence).check(z.trim(), z.minLength(1, sentence), z.maxLength(max * 2, sentence)), text(max));

/** What people give of themselves and their workspace, each with the sentence that says what is wrong with it. */
export const PersonName = named('Give your name.', 100);
export const WorkspaceName = named('Give the workspace a name.', 100);
export const Email = z.pipe(
  z.string('Give your e-mail address.').check(z.trim(), z.toLowerCase(), z.maxLength(254, 'This address is too long.')),
  z.email('This is not an e-mail address.'),
);
export const Password = z
  .string('Choose a password.')
  .check(
    z.minLength(PASSWORD_MIN, `The password needs at least ${PASSWORD_MIN} characters.`),
    z.maxLength(PASSWORD_MAX, `The password can have ${PASSWORD_MAX} characters at most.`),
  );
