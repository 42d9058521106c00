import { useId, useState } from 'preact/hooks';
import { useScreen } from '../screen/Screen.tsx';
import { AskingForm, type Ends } from './Asking.tsx';

const PRESETS = [50, 100, 500];
/** The server's own limit. */
const MOST = 1_000_000;

/** What credits are asked for: a top-up of the team's purse, or more room under the rep's own cap. */
export type Wish = 'requestTopUp' | 'requestRaise';

/** How much, and an optional word to the admin. */
export function CreditsForm({ wish, wanted, ...ends }: { wish: Wish; wanted: number } & Ends) {
  const { host, words } = useScreen();
  const id = useId();
  const [chosen, setChosen] = useState<number | 'other'>(() => preset(wanted));
  const [other, setOther] = useState('');
  // The same wish keeps its id, so that sending it again after a lost answer asks once.
  const [ids] = useState(() => new Map<string, string>());

  const credits = chosen === 'other' ? Number(other) : chosen;
  const valid = Number.isInteger(credits) && credits > 0 && credits <= MOST;

  const ask = (note: string | null) => {
    const asked = { credits, note };
    const key = JSON.stringify(asked);
    const wishId = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, wishId);
    return host.ask(wish, { id: wishId, ...asked });
  };

  return (
    <AskingForm
      noteLabel={words.t('noteLabel')}
      submit={valid ? words.count('askFor', credits) : words.t(`ask_${wish}`)}
      asked={words.t(`asked_${wish}`)}
      valid={valid}
      ask={ask}
      {...ends}
    >
      <fieldset>
        <legend>{words.t('howMany')}</legend>
        <div class="choices">
          {PRESETS.map((amount) => (
            <label class="choice" key={amount}>
              <input type="radio" name={id} checked={chosen === amount} onChange={() => setChosen(amount)} />
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
    </AskingForm>
  );
}

/** The smallest preset that covers what is missing, and not less than the middle one when nothing is. */
function preset(wanted: number): number {
  return PRESETS.find((amount) => amount >= Math.max(wanted, wanted === 0 ? 100 : 1)) ?? 500;
}
