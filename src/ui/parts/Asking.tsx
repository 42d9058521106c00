import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '#contract/messages.ts';
import type { Refusal } from '#contract/refusal.ts';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** The server's own limit. */
const NOTE_LENGTH = 500;

/** What a form does when it is through: it was asked, or was thought better of. */
export interface Ends {
  onAsked: () => void;
  onCancel: () => void;
}

/** Something that people decide on: one button, which opens the form in its place, and what is said once it is asked. */
export function Asking(props: {
  button: string;
  look: string;
  asked: string;
  form: (ends: Ends) => ComponentChildren;
}) {
  const [step, setStep] = useState<'closed' | 'open' | 'asked'>('closed');
  const ref = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={ref} class="asking" tabIndex={-1}>
      {step === 'closed' && (
        <button type="button" class={props.look} aria-expanded="false" onClick={() => setStep('open')}>
          {props.button}
        </button>
      )}
      {step === 'open' && props.form({ onAsked: () => setStep('asked'), onCancel: () => setStep('closed') })}
      {step === 'asked' && <p class="sentence">{props.asked}</p>}
    </div>
  );
}

interface FormProps extends Ends {
  /** What is chosen above the note; the focus goes to what is checked. */
  children: ComponentChildren;
  noteLabel: string;
  /** On the button that asks, and what a screen reader is told when it was asked. */
  submit: string;
  asked: string;
  /** Whether it can be asked as it is. */
  valid: boolean;
  /** Asks; again after a lost answer, it has to ask for the same once. */
  ask: (note: string | null) => Promise<Answer<'requestTopUp'>>;
}

/** What is chosen, an optional note, and the button that asks. */
export function AskingForm({ children, noteLabel, submit, asked, valid, ask, onAsked, onCancel }: FormProps) {
  const { words, announce } = useScreen();
  const form = useRef<HTMLFormElement>(null);
  const [note, setNote] = useState('');
  const [state, setState] = useState<'ready' | 'asking' | 'lost'>('ready');
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>(':checked')?.focus({ preventScroll: true }), []);

  const send = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!valid || state === 'asking') return;
    setState('asking');
    setRefusal(null);
    try {
      const answer = await ask(note.trim() || null);
      if (answer.kind === 'ok') {
        announce(asked);
        onAsked();
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
    <form ref={form} class="asking-form" onSubmit={send}>
      {children}
      <label class="labelled">
        <span>{noteLabel}</span>
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
          {state === 'asking' ? words.t('asking') : submit}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.t('cancel')}
        </button>
      </div>
    </form>
  );
}
