import { html } from 'hono/html';
import type { Html } from './layout.ts';

interface FieldOptions {
  name: string;
  /** Where a page has several forms with a field of this name. */
  id?: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'number' | 'date';
  /** May be left empty. */
  optional?: boolean;
  /** Least of a number; 1 unless said otherwise. */
  least?: number;
  /** Most of a number; a million unless said otherwise. */
  most?: number;
  autocomplete?: string;
  value?: string;
  hint?: string;
  /** Name of the field that has a mistake, which gets the focus. */
  wrong?: string;
}

/** A labelled choice. */
export function choice(options: {
  name: string;
  id?: string;
  label: string;
  among: readonly (readonly [value: string, label: string])[];
  value?: string;
}): Html {
  const { name, id = name, label, among, value } = options;
  return html`<label for="${id}">${label}</label>
<select id="${id}" name="${name}" required>${among.map(
    ([each, text]) => html`<option value="${each}" ${each === value ? 'selected' : ''}>${text}</option>`,
  )}</select>`;
}

/** A labelled input. */
export function field({ name, label, type = 'text', autocomplete, value, hint, wrong, ...more }: FieldOptions): Html {
  const { id = name, optional = false, least = 1, most = 1_000_000 } = more;
  return html`<label for="${id}">${label}</label>
<input id="${id}" name="${name}" type="${type}" ${optional ? '' : 'required'} value="${value ?? ''}" autocomplete="${autocomplete ?? 'off'}" ${
    type === 'number'
      ? html`min="${least}" max="${most}" inputmode="numeric"`
      : type === 'date'
        ? ''
        : html`maxlength="254"`
  } ${hint ? html`aria-describedby="${id}-hint"` : ''} ${wrong === name ? html`aria-invalid="true" autofocus` : ''}>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}`;
}
