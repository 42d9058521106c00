import type { Field, Profile } from '#contract/profile.ts';
import { cleanText } from '#contract/text.ts';
import { useScreen } from '../screen/Screen.tsx';

/**
 * The only button that spends, with its price on it. A double click and a held Enter spend once: what follows the
 * first click of a row of clicks is not a decision, even if another button has taken this one's place by then.
 */
export function RevealButton(props: {
  profile: Profile;
  field: Field;
  /** Null where the plan excludes the field; undefined while prices are not known. */
  price: number | null | undefined;
  /** Message for the button's word; the field's own name when null. */
  label: string | null;
  look: 'primary' | 'tinted' | 'small' | '';
  onReveal: (price: number) => void;
}) {
  const { words } = useScreen();
  const { field, price } = props;
  const noun = words.t(`noun_${field}`);
  if (price === null) return <p class="hint">{words.t('notInPlan', noun)}</p>;
  if (price === undefined) {
    return (
      <span class="button blank" aria-busy="true">
        {noun}
      </span>
    );
  }
  const label = props.label === null ? noun : words.t(props.label);
  const cost = price === 0 ? words.t('free') : words.count('credits', price);
  return (
    <button
      type="button"
      class={`button ${props.look}`}
      aria-label={words.t(`reveal_${field}`, `${label} ${cost}`, cleanText(props.profile.name, 200))}
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
      onClick={(event) => {
        if (event.detail <= 1) props.onReveal(price);
      }}
    >
      {label} <span class="price">{cost}</span>
    </button>
  );
}
