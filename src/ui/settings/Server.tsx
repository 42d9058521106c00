import type { TargetedSubmitEvent } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { Overview } from '#contract/overview.ts';
import { serverAddress } from '#contract/server-address.ts';
import { refusalSentence } from '../parts/refusal-sentence.ts';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';

type State = { step: 'ready' | 'confirming' | 'checking' | 'saved' } | { step: 'wrong'; sentence: string };

/** The address of the team's server. Another one is taken only after it has answered as a Latchkey server. */
export function Server(props: { overview: Overview }) {
  const { host, words, announce } = useScreen();
  const { server, session } = props.overview;
  const [text, setText] = useState(server);
  const [state, setState] = useState<State>({ step: 'ready' });
  const id = useId();
  const ref = useKeptFocus<HTMLElement>();

  // Before anybody can type: a later effect would take back what was typed meanwhile.
  useLayoutEffect(() => setText(server), [server]);

  const wrong = (sentence: string) => {
    setState({ step: 'wrong', sentence });
    announce(sentence);
  };

  const move = async (url: string) => {
    setState({ step: 'checking' });
    const answer = await host.ask('setServer', { url }).catch(() => null);
    if (answer === null) return wrong(words.t('noAnswer'));
    if (answer.kind === 'refused') return wrong(refusalSentence(words, answer.refusal));
    setState({ step: 'saved' });
    announce(words.t('serverSaved'));
  };

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.step === 'checking') return;
    const url = serverAddress(text);
    if (url === null) return wrong(words.t('serverNotUrl'));
    if (url === 'insecure') return wrong(words.t('serverInsecure'));
    if (url === server) return setState({ step: 'saved' });
    if (session === 'signed_out' || state.step === 'confirming') return void move(url);
    setState({ step: 'confirming' });
    announce(words.t('serverQuestion'));
  };

  return (
    <section ref={ref} class="block" tabIndex={-1} aria-labelledby="server-title">
      <h2 id="server-title">{words.t('server')}</h2>
      <form class="server-form" onSubmit={submit} noValidate>
        <label class="labelled" for={id}>
          <span>{words.t('serverLabel')}</span>
        </label>
        <input
          id={id}
          type="url"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          maxLength={2048}
          value={text}
          aria-invalid={state.step === 'wrong'}
          aria-describedby={`${id}-note`}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setState({ step: 'ready' });
          }}
        />
        <p id={`${id}-note`} class={state.step === 'wrong' ? 'bad' : 'small'}>
          {state.step === 'wrong' ? state.sentence : words.t(NOTES[state.step])}
        </p>
        <div class="buttons">
          <button
            type="submit"
            class={state.step === 'confirming' ? 'button danger' : 'button'}
            aria-disabled={state.step === 'checking'}
          >
            {words.t(
              state.step === 'confirming' ? 'serverMove' : state.step === 'checking' ? 'checking' : 'serverSave',
            )}
          </button>
          {state.step === 'confirming' && (
            <button
              type="button"
              class="button"
              onClick={() => {
                setText(server);
                setState({ step: 'ready' });
              }}
            >
              {words.t('cancel')}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

const NOTES = {
  ready: 'serverHint',
  confirming: 'serverQuestion',
  checking: 'serverChecking',
  saved: 'serverSaved',
} as const;
