import { Fragment } from 'preact';
import type { Field, Profile } from '#contract/profile.ts';
import type { Refusal } from '#contract/refusal.ts';
import { Outside, Rich } from '../screen/Rich.tsx';
import { useScreen } from '../screen/Screen.tsx';
import { isOverCap } from './CapRow.tsx';
import { CreditsOffer } from './CreditsOffer.tsx';
import type { PeopleDoings } from './Person.tsx';
import { RevealButton } from './RevealButton.tsx';
import { refusalSentence } from './refusal-sentence.ts';
import { SignInButton } from './SignIn.tsx';

interface Props extends PeopleDoings {
  refusal: Refusal;
  profile: Profile;
  field: Field;
  price: number | null | undefined;
  onReveal: (price: number) => void;
}

/** A no: what happened, and the one thing to do next. */
export function Refused(props: Props) {
  const { words } = useScreen();
  const { refusal } = props;
  if (refusal.code === 'insufficient_credits') return <Exhausted {...props} />;
  if (refusal.code === 'capped') return <Capped {...props} />;
  const price = refusal.price ?? props.price;
  return (
    <div class="card notice">
      <p>
        {refusalSentence(words, refusal)} {words.t('nothingCharged')}
      </p>
      {(refusal.next === 'retry' || refusal.code === 'price_changed') && (
        <RevealButton {...props} price={price} label={refusal.code === 'price_changed' ? null : 'tryAgain'} look="" />
      )}
      {refusal.next === 'sign_in' && <SignInButton />}
      {refusal.next === 'top_up' && <CreditsOffer wish="requestTopUp" wanted={0} quiet />}
      {refusal.next === 'look_again' && (
        <button type="button" class="button" onClick={() => void props.look()}>
          {words.t('lookAgain')}
        </button>
      )}
    </div>
  );
}

/** Out of credits as a way on: what is missing, when the plan renews, a top-up; and once it came, the same reveal. */
function Exhausted(props: Props) {
  const { words } = useScreen();
  const { refusal, profile, field, balance } = props;
  const price = refusal.price ?? props.price ?? 0;
  if (balance !== null && price > 0 && balance.available >= price) {
    return (
      <div class="card notice good">
        <p>{words.count('enoughNow', balance.available)}</p>
        <RevealButton {...props} price={price} label="tryAgain" look="primary" />
      </div>
    );
  }
  // The balance may have moved since the refusal: what is missing is counted from what is there now.
  const missing = balance === null ? (refusal.missing ?? price) : price - balance.available;
  return (
    <div class="card notice short">
      <p>
        <Rich
          message={`shortFor_${field}`}
          parts={[
            <strong key="missing">{words.count('short', missing)}</strong>,
            <Outside key="name" max={80}>
              {profile.name}
            </Outside>,
            words.number(price),
          ]}
        />{' '}
        {refusal.renewsAt !== undefined &&
          (refusal.allowance === undefined
            ? `${words.t('renewsOn', words.day(refusal.renewsAt))} `
            : `${words.count('renewsWith', refusal.allowance, words.day(refusal.renewsAt))} `)}
        {words.t('topUpsStay')}
      </p>
      {balance !== null && balance.pending.length > 0 ? (
        <p class="small">
          {words.count(
            'onItsWay',
            balance.pending.reduce((sum, one) => sum + one.credits, 0),
          )}
        </p>
      ) : (
        <CreditsOffer wish="requestTopUp" wanted={missing} />
      )}
    </div>
  );
}

/** At the rep's own cap: when it begins anew, who can raise it, and once they did, the same reveal. */
function Capped(props: Props) {
  const { words } = useScreen();
  const { refusal, balance } = props;
  const price = refusal.price ?? props.price ?? 0;
  const resetsAt = balance?.cap?.resetsAt ?? refusal.resetsAt;
  if (balance !== null && price > 0 && !isOverCap(balance, price)) {
    return (
      <div class="card notice good">
        <p>{words.t('capRaised')}</p>
        <RevealButton {...props} price={price} label="tryAgain" look="primary" />
      </div>
    );
  }
  const left = balance?.cap?.left ?? refusal.left ?? 0;
  return (
    <div class="card notice short">
      <p>
        {words.count('capLeaves', left, words.number(price))}{' '}
        {resetsAt !== undefined && resetsAt !== null && `${words.t('capResetsOn', words.day(resetsAt))} `}
        {words.t('nothingCharged')}
      </p>
      {refusal.admins !== undefined && refusal.admins.length > 0 && (
        <p class="small">
          {words.t('canRaise')}{' '}
          {refusal.admins.slice(0, 3).map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ', '}
              <Outside max={60}>{name}</Outside>
            </Fragment>
          ))}
        </p>
      )}
      <CreditsOffer wish="requestRaise" wanted={Math.max(1, price - left)} />
    </div>
  );
}
