import { useEffect, useState } from 'preact/hooks';
import type { SignIn } from '#contract/messages.ts';
import type { Overview } from '#contract/overview.ts';
import type { Refusal } from '#contract/refusal.ts';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { hostOf } from './Person.tsx';
import { refusalSentence } from './refusal-sentence.ts';

/** Milliseconds between two questions whether the sign-in was approved; the background keeps the server's own pace. */
const PACE = 2000;

/** Not signed in: why to, where, and the button; or the code while a sign-in is under way. */
export function SignInBlock(props: { overview: Overview; untitled?: boolean }) {
  const { words } = useScreen();
  const { session, signIn, server } = props.overview;
  const ref = useKeptFocus<HTMLElement>();
  return (
    <section ref={ref} class="sign-in" tabIndex={-1} aria-label={words.t('signIn')}>
      {session === 'signing_in' && signIn !== null ? (
        <Code signIn={signIn} />
      ) : (
        <>
          {!props.untitled && <h2>{words.t('signInTitle')}</h2>}
          <p>{words.t('signInWhy')}</p>
          <SignInButton primary />
          <p class="small">{words.t('yourServer', hostOf(server))}</p>
        </>
      )}
    </section>
  );
}

/** Starts the device flow and opens the server's page where it is approved. */
export function SignInButton(props: { primary?: boolean }) {
  const { host, words, announce } = useScreen();
  const [starting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | 'lost' | null>(null);

  const start = async () => {
    if (starting) return;
    setStarting(true);
    setRefusal(null);
    const answer = await host.ask('signIn', {}).catch(() => null);
    setStarting(false);
    if (answer?.kind === 'started') {
      host.openTab(answer.signIn.verificationUrl);
      return;
    }
    setRefusal(answer?.refusal ?? 'lost');
    announce(answer === null ? words.t('noAnswer') : refusalSentence(words, answer.refusal));
  };

  return (
    <>
      {refusal !== null && (
        <p class="sentence bad">{refusal === 'lost' ? words.t('noAnswer') : refusalSentence(words, refusal)}</p>
      )}
      <button
        type="button"
        class={props.primary ? 'button primary' : 'button'}
        aria-disabled={starting}
        onClick={() => void start()}
      >
        {words.t(starting ? 'signInStarting' : 'signIn')}
      </button>
    </>
  );
}

/** The code to compare, while the server waits for the approval. */
function Code(props: { signIn: SignIn }) {
  const { host, words, announce } = useScreen();
  const { userCode, verificationUrl, expiresAt } = props.signIn;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let alive = true;
    const poll = async () => {
      const answer = await host.ask('pollSignIn', {}).catch(() => null);
      if (!alive) return;
      if (answer?.kind === 'signed_in') announce(words.t('signedIn'));
      else if (answer?.kind === 'ended') announce(words.t('signInEnded'));
      else timer = setTimeout(() => void poll(), PACE);
    };
    timer = setTimeout(() => void poll(), PACE);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [host, words, announce]);

  return (
    <>
      <h2>{words.t('signInCodeTitle')}</h2>
      <p>{words.t('signInCodeWhy')}</p>
      <p class="code">
        <output aria-label={words.t('code')}>{userCode}</output>
        <CopyButton value={userCode} label={words.t('copyCode')} />
      </p>
      <p class="small">{words.t('codeExpires', words.time(expiresAt))}</p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={() => host.openTab(verificationUrl)}>
          {words.t('openTabAgain')} <Icon name="out" size={14} />
        </button>
        <button type="button" class="button" onClick={() => void host.ask('cancelSignIn', {}).catch(() => null)}>
          {words.t('cancel')}
        </button>
      </div>
    </>
  );
}
