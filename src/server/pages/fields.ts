import { html } from 'hono/html';
import type { Html } from './layout.ts';

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
