import type { Overview } from '#contract/overview.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { SignInBlock } from '../parts/SignIn.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Outside } from '../screen/Rich.tsx';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';

/** Who is signed in to which workspace, and the way in and out. */
export function Account(props: { overview: Overview }) {
  const { host, words, announce } = useScreen();
  const { overview } = props;
  const { me, session } = overview;
  const ref = useKeptFocus<HTMLDivElement>();

  const signOut = () => {
    host.ask('signOut', {}).then(
      () => announce(words.t('signedOut')),
      () => announce(words.t('noAnswer')),
    );
  };
  const refresh = () =>
    host.ask('refresh', { why: 'click' }).then(
      () => undefined,
      () => undefined,
    );

  return (
    <div ref={ref} tabIndex={-1} class="block">
      {session === 'signed_out' || session === 'signing_in' ? (
        <SignInBlock overview={overview} />
      ) : (
        <section aria-labelledby="account-title">
          <h2 id="account-title">{words.t('account')}</h2>
          <Trouble overview={overview} onRefresh={refresh} />
          {me !== null && (
            <dl class="facts">
              <dt>{words.t('signedInAs')}</dt>
              <dd>
                <Outside>{me.member.name}</Outside> · <Outside>{me.member.email}</Outside>
              </dd>
              <dt>{words.t('workspace')}</dt>
              <dd>
                <Outside>{me.workspace.name}</Outside>
              </dd>
              <dt>{words.t('role')}</dt>
              <dd>{words.t(`role_${me.member.role}`)}</dd>
            </dl>
          )}
          <Confirm label={words.t('signOut')} question={words.t('signOutQuestion')} onConfirm={signOut} />
        </section>
      )}
    </div>
  );
}
