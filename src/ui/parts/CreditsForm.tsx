import type { TargetedSubmitEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '#contract/refusal.ts';
import { useScreen } from '../screen/Screen.tsx';
import { refusalSentence } from './refusal-sentence.ts';

const PRESETS = [50, 100, 500];
/** The server's own limits. */
const MOST = 1_000_000;
const NOTE_LENGTH = 500;

/** What credits are asked for: a top-up of the team's purse, or more room under the rep's own cap. */
export type Wish = 'requestTopUp' | 'requestRaise';

/** How much, an optional word to the admin, and the button that asks. */
export function CreditsForm(props: { wish: Wish; wanted: number; onAsked: () => void; onCancel: () => void }) {
  const { host, words, announce } = useScreen();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<number | 'other'>(() => preset(props.wanted));
  const [other, setOther] = useState('');
  const [note, setNote] = useState('');
  const [state, setState] = useState<'ready' | 'asking' | 'lost'>('ready');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // The same wish keeps its id, so that sending it again after a lost answer asks once.
  const [wishes] = useState(() => new Map<string, string>());

  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), []);

  const credits = chosen === 'other' ? Number(other) : chosen;
  const valid = Number.isInteger(credits) && credits > 0 && credits <= MOST;

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!valid || state === 'asking') return;
    setState('asking');
    setRefusal(null);
    const wish = { credits, note: note.trim() === '' ? null : note.trim() };
    const key = JSON.stringify(wish);
    const wishId = wishes.get(key) ?? crypto.randomUUID();
    wishes.set(key, wishId);
    try {
      const answer = await host.ask(props.wish, { id: wishId, ...wish });
      if (answer.kind === 'ok') {
        announce(words.t(`asked_${props.wish}`));
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
        <legend>{words.t('howMany')}</legend>
        <div class="choices">
          {PRESETS.map((amount) => (
            <label class="choice" key={amount}>
              <input
                {...(amount === chosen ? { ref: first } : {})}
                type="radio"
                name={id}
                checked={chosen === amount}
                onChange={() => setChosen(amount)}
              />
              <span>{words.number(amount)}</span>
            </label>
          ))}
          <label class="choice">
            <input type="radio" name={id} checked={chosen === 'other'} onChange={() => setChosen('other')} />
            <span>{words.t('otherAmount')}</span>
          </label>
        </div>
      </fieldset>
      {chosen === 'other' && (
        <label class="labelled">
          <span>{words.t('amountLabel')}</span>
          <input
            type="number"
            inputMode="numeric"
            min="1"
            max={MOST}
            step="1"
            required
            value={other}
            onInput={(event) => setOther(event.currentTarget.value)}
          />
        </label>
      )}
      <label class="labelled">
        <span>{words.t('noteLabel')}</span>
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
          {state === 'asking'
            ? words.t('asking')
            : valid
              ? words.count('askFor', credits)
              : words.t(`ask_${props.wish}`)}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {words.t('cancel')}
        </button>
      </div>
    </form>
  );
}

/** The smallest preset that covers what is missing, and not less than the middle one when nothing is. */
function preset(wanted: number): number {
  return PRESETS.find((amount) => amount >= Math.max(wanted, wanted === 0 ? 100 : 1)) ?? 500;
}
