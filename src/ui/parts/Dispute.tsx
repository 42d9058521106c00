import type { TargetedSubmitEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DisputeReason } from '#contract/credits.ts';
import type { Refusal } from '#contract/refusal.ts';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';
import { refusalSentence } from './refusal-sentence.ts';

const REASONS: readonly DisputeReason[] = ['bounced', 'wrong', 'other'];
/** The server's own limit. */
const NOTE_LENGTH = 500;

/** The way back for a contact that was of no use: why, an optional word, and the credits are asked back. */
export function Dispute(props: {
  /** Of the charge's receipt. */
  id: string;
}) {
  const { words } = useScreen();
  const [step, setStep] = useState<'closed' | 'open' | 'asked'>('closed');
  const ref = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={ref} class="asking" tabIndex={-1}>
      {step === 'closed' && (
        <button type="button" class="link" aria-expanded="false" onClick={() => setStep('open')}>
          {words.t('dispute')}
        </button>
      )}
      {step === 'open' && (
        <DisputeForm id={props.id} onAsked={() => setStep('asked')} onCancel={() => setStep('closed')} />
      )}
      {step === 'asked' && <p class="sentence">{words.t('disputed')}</p>}
    </div>
  );
}

function DisputeForm(props: { id: string; onAsked: () => void; onCancel: () => void }) {
  const { host, words, announce } = useScreen();
  const group = useId();
  const first = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState<DisputeReason>('bounced');
  const [note, setNote] = useState('');
  const [state, setState] = useState<'ready' | 'asking' | 'lost'>('ready');
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), []);

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state === 'asking') return;
    setState('asking');
    setRefusal(null);
    try {
      const answer = await host.ask('dispute', { id: props.id, reason, note: note.trim() || null });
      if (answer.kind === 'ok') {
        announce(words.t('disputed'));
        props.onAsked();
        return;
      }
      setRefusal(answer.refusal);
      setState('ready');
      announce(refusalSentence(words, answer.refusal));
    } catch {
      setState('lost');
      announce(words.t('askLost'));
    }
  };

  return (
    <form class="asking-form" onSubmit={submit}>
      <fieldset>
        <legend>{words.t('disputeWhy')}</legend>
        {REASONS.map((one, index) => (
          <label class="option" key={one}>
            <input
              {...(index === 0 ? { ref: first } : {})}
              type="radio"
              name={group}
              checked={reason === one}
              onChange={() => setReason(one)}
            />
            <span>{words.t(`dispute_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="labelled">
        <span>{words.t('disputeNote')}</span>
        <input
          type="text"
          maxLength={NOTE_LENGTH}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      {refusal && <p class="sentence bad">{refusalSentence(words, refusal)}</p>}
      {state === 'lost' && <p class="sentence bad">{words.t('askLost')}</p>}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled={state === 'asking'}>
          {words.t(state === 'asking' ? 'asking' : 'disputeSend')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {words.t('cancel')}
        </button>
      </div>
    </form>
  );
}
