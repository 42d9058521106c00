import { type ComponentChildren, Fragment } from 'preact';
import type { Field } from '#contract/profile.ts';
import { cleanText } from '#contract/text.ts';
import { useScreen } from '../screen/Screen.tsx';
import { CopyButton } from './CopyButton.tsx';
import { hrefOf } from './fields.ts';
import { Icon } from './Icon.tsx';

/** One contact in one selectable line, with copy and mail or call beside it, and below it where it is from. */
export function ContactCard(props: { field: Field; value: string; children: ComponentChildren }) {
  const { words } = useScreen();
  const value = cleanText(props.value, 254);
  const href = hrefOf(props.field, value);
  return (
    <div class="contact">
      <div class="card row">
        <bdi class="value" dir={props.field === 'phone' ? 'ltr' : 'auto'}>
          {value.split(/(?<=@)/).map((part, index) => (
            // An address too long for its line breaks after the @ first.
            <Fragment key={part}>
              {index > 0 && <wbr />}
              {part}
            </Fragment>
          ))}
        </bdi>
        <span class="tools">
          <CopyButton value={value} label={words.t('copyValue', value)} />
          {href !== null && (
            <a
              class="icon-button"
              href={href}
              aria-label={words.t(`act_${props.field}`, value)}
              title={words.t(`act_${props.field}`, value)}
            >
              <Icon name={props.field} />
            </a>
          )}
        </span>
      </div>
      <div class="provenance">{props.children}</div>
    </div>
  );
}
