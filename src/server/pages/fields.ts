import { html } from 'hono/html';
import * as z from 'zod/mini';
import { text } from '#contract/profile.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '../accounts/auth.ts';
import type { Html } from './layout.ts';

const named = (sentence: string, max: number) =>
  z.pipe(z.string(sentence).check(z.trim(), z.minLength(1, sentence), z.maxLength(max * 2, sentence)), text(max));

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

interface FieldOptions {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'number';
  autocomplete?: string;
  value?: string;
  hint?: string;
  /** Name of the field that has a mistake, which gets the focus. */
  wrong?: string;
}

/** A labelled input. */
export function field({ name, label, type = 'text', autocomplete, value, hint, wrong }: FieldOptions): Html {
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" required value="${value ?? ''}" autocomplete="${autocomplete ?? 'off'}" ${
    type === 'number' ? html`min="1" max="1000000" inputmode="numeric"` : html`maxlength="254"`
  } ${hint ? html`aria-describedby="${name}-hint"` : ''} ${wrong === name ? html`aria-invalid="true" autofocus` : ''}>
${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}`;
}
