import { useEffect, useState } from 'preact/hooks';
import type { PageView } from '#contract/messages.ts';
import type { Overview } from '#contract/overview.ts';
import { Outside } from '../screen/Rich.tsx';
import { useScreen } from '../screen/Screen.tsx';
import type { Latchkey } from '../state/use-latchkey.ts';
import { AlwaysOffer } from './AlwaysOffer.tsx';
import { NoPeople } from './NoPeople.tsx';
import { hostOf, Person } from './Person.tsx';

type Seen = Extract<PageView, { kind: 'seen' }>;

/** Who is on the page, or why nobody can be seen. */
export function People(props: {
  latchkey: Latchkey;
  overview: Overview;
  /** People shown at first, and added at each "Show more". */
  step: number;
  /** In the popup a long list goes on in the side panel. */
  onMore?: () => void;
}) {
  const { page } = props.latchkey;
  if (page === null || page.kind !== 'seen' || page.profiles.length === 0) {
    return <NoPeople latchkey={props.latchkey} />;
  }
  return <List {...props} page={page} />;
}

function List(props: { latchkey: Latchkey; overview: Overview; step: number; page: Seen; onMore?: () => void }) {
  const { words } = useScreen();
  const { page, step, overview, latchkey } = props;
  const [shown, setShown] = useState(step);
  // Another site starts from its top.
  useEffect(() => setShown(step), [page.origin, step]);

  const all = page.profiles.length + page.more;
  const hidden = page.profiles.length - shown;
  const pageHost = hostOf(page.origin);
  const inPopup = props.onMore !== undefined;
  return (
    <section class="people" aria-labelledby="people-title">
      <div class="label">
        <h2 id="people-title">{words.count('peopleHere', all)}</h2>
        {inPopup && page.always === 'offer' ? (
          <AlwaysOffer page={page} look={latchkey.look} brief />
        ) : (
          <span class="site">
            <Outside max={100}>{pageHost}</Outside>
          </span>
        )}
      </div>
      {!inPopup && <AlwaysOffer page={page} look={latchkey.look} />}
      <ul>
        {page.profiles.slice(0, shown).map((profile) => (
          <Person
            key={profile.key}
            profile={profile}
            pageHost={pageHost}
            alone={page.profiles.length <= 2}
            reveals={latchkey.reveals}
            balance={overview.balance}
            signedIn={overview.session === 'signed_in'}
            look={latchkey.look}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          class="button more"
          onClick={() => (props.onMore ? props.onMore() : setShown((n) => n + step))}
        >
          {props.onMore ? words.t('allInPanel', words.number(all)) : words.count('showMore', Math.min(hidden, step))}
        </button>
      )}
      {hidden <= 0 && page.more > 0 && <p class="hint">{words.count('notListed', page.more)}</p>}
    </section>
  );
}
