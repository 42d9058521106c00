import { useEffect, useRef } from 'preact/hooks';
import type { Known } from '#contract/overview.ts';
import type { Field, Profile } from '#contract/profile.ts';
import { cleanText } from '#contract/text.ts';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';
import { ContactCard } from './ContactCard.tsx';
import type { PeopleDoings } from './Person.tsx';
import { Refused } from './Refused.tsx';
import { RevealButton } from './RevealButton.tsx';
import { refusalSentence } from './refusal-sentence.ts';
import { Shown } from './Shown.tsx';

/** Everything about one field of one person: what is public, what is known, and what it would cost. */
export function FieldOf(props: { profile: Profile; field: Field; alone: boolean } & PeopleDoings) {
  const { words } = useScreen();
  const { profile, field, reveals, balance } = props;
  const ref = useKeptFocus<HTMLDivElement>();
  const known = visible(reveals.known(profile.key, field), props.signedIn);
  const onPage = publicValues(profile, field).filter(
    (value) => !(known?.state === 'shown' && cleanText(known.contact.value, 254) === value),
  );
  const another = onPage.length > 0;
  const price = balance?.prices[field];
  useOutcomeAnnounced(known, profile);

  if (known === undefined && !another && !props.signedIn) return null;
  const wide = another || known !== undefined;
  const reveal = (cost: number) => reveals.reveal(profile, field, cost, another);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's meaning, and there is no form here
    <div
      ref={ref}
      class={wide ? 'field wide' : 'field'}
      role="group"
      tabIndex={-1}
      aria-label={words.t(`fieldOf_${field}`, cleanText(profile.name, 200))}
    >
      {onPage.map((value) => (
        <ContactCard key={value} field={field} value={value}>
          <span class="tag">{words.t('publicOnPage')}</span>
        </ContactCard>
      ))}
      {known === undefined ? (
        props.signedIn && (
          <RevealButton
            profile={profile}
            field={field}
            price={price}
            label={another ? 'findAnother' : null}
            look={another ? 'small' : props.alone && field === 'email' ? 'primary' : field === 'email' ? 'tinted' : ''}
            onReveal={reveal}
          />
        )
      ) : (
        <Face {...props} known={known} price={price} onReveal={reveal} />
      )}
    </div>
  );
}

/** The face of each state a field can be in. */
function Face(
  props: {
    known: Known;
    profile: Profile;
    field: Field;
    price: number | null | undefined;
    onReveal: (price: number) => void;
  } & PeopleDoings,
) {
  const { words } = useScreen();
  const { known, profile, field, price } = props;
  switch (known.state) {
    case 'working':
      return (
        <div class="card working">
          <p>{words.t(`working_${field}`)}</p>
          <span class="progress" />
        </div>
      );
    case 'pending':
      return (
        <div class="card">
          <p>{words.t(`pending_${field}`)}</p>
          <p class="small">
            {known.held > 0 && `${words.count('heldSince', known.held, words.moment(known.since))} `}
            {words.t('pendingMayClose')}
          </p>
        </div>
      );
    case 'owned':
      return (
        <div class="card row">
          <p>
            {words.t(`noun_${field}`)} <span class="tag own">{words.t('yoursAlready')}</span>
          </p>
          <button
            type="button"
            class="button small"
            aria-label={words.t(`showOwned_${field}`, cleanText(profile.name, 200))}
            onClick={() => props.reveals.open(profile.key, field)}
          >
            {words.t('show')}
          </button>
        </div>
      );
    case 'shown':
      return <Shown known={known} field={field} refundDays={props.signedIn ? (props.balance?.refundDays ?? 0) : 0} />;
    case 'not_found':
      return (
        <div class="card row">
          <p>{words.t(`notFound_${field}`)}</p>
          <RevealButton
            profile={profile}
            field={field}
            price={price}
            label="searchAgain"
            look="small"
            onReveal={props.onReveal}
          />
        </div>
      );
    case 'refused':
      return <Refused {...props} refusal={known.refusal} />;
  }
}

/** Without a session nothing can be asked for; what was revealed before stays. */
function visible(known: Known | undefined, signedIn: boolean): Known | undefined {
  return signedIn || known?.state === 'shown' || known?.state === 'pending' ? known : undefined;
}

/** What the page itself shows of a field, each value once. */
function publicValues(profile: Profile, field: Field): string[] {
  const values = profile.contacts.filter((one) => one.field === field).map((one) => cleanText(one.value, 254));
  return [...new Set(values)].filter((value) => value !== '').slice(0, 3);
}

/** Tells a screen reader how a reveal ended, when it ends under the rep's eyes. */
function useOutcomeAnnounced(known: Known | undefined, profile: Profile) {
  const { words, announce } = useScreen();
  const before = useRef(known?.state);
  useEffect(() => {
    const was = before.current;
    before.current = known?.state;
    if (known === undefined || was === known.state || (was !== 'working' && was !== 'pending')) return;
    const name = cleanText(profile.name, 200);
    if (known.state === 'shown') announce(words.t(`said_${known.field}`, name, cleanText(known.contact.value, 254)));
    if (known.state === 'not_found') announce(words.t(`notFound_${known.field}`));
    if (known.state === 'pending') announce(words.t(`pending_${known.field}`));
    if (known.state === 'refused') announce(refusalSentence(words, known.refusal));
  }, [known, profile, words, announce]);
}
