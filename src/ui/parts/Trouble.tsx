import { useState } from 'preact/hooks';
import type { Overview } from '#contract/overview.ts';
import { useScreen } from '../screen/Screen.tsx';
import { Icon } from './Icon.tsx';
import { refusalSentence } from './refusal-sentence.ts';
import { SignInButton } from './SignIn.tsx';

/** A server on this computer is reached without any network. */
const LOCAL = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/;

/** One line over everything when the figures may be old: expired, offline, or the server can't be reached. */
export function Trouble(props: { overview: Overview; onRefresh: () => Promise<void> }) {
  const { words } = useScreen();
  const { session, server, offline, trouble, receivedAt, balance } = props.overview;
  if (session === 'signed_out' || session === 'signing_in') return null;
  const last = balance !== null && receivedAt !== null ? words.t('lastKnown', words.moment(receivedAt)) : '';
  if (session === 'expired') {
    return (
      <div class="trouble" role="note">
        <Icon name="alert" />
        <p>
          <strong>{words.t('expiredTitle')}</strong> {last}
        </p>
        <SignInButton />
      </div>
    );
  }
  if (offline && !LOCAL.test(server)) {
    return (
      <div class="trouble" role="note">
        <Icon name="away" />
        <p>
          <strong>{words.t('offlineTitle')}</strong> {last}
        </p>
      </div>
    );
  }
  if (trouble === null) return null;
  return (
    <div class="trouble" role="note">
      <Icon name="alert" />
      <p>
        <strong>{refusalSentence(words, trouble)}</strong> {last}
      </p>
      <Again onRefresh={props.onRefresh} />
    </div>
  );
}

function Again(props: { onRefresh: () => Promise<void> }) {
  const { words } = useScreen();
  const [trying, setTrying] = useState(false);
  const again = async () => {
    if (trying) return;
    setTrying(true);
    await props.onRefresh();
    setTrying(false);
  };
  return (
    <button type="button" class="button small" aria-disabled={trying} onClick={() => void again()}>
      {words.t(trying ? 'checking' : 'tryAgain')}
    </button>
  );
}
