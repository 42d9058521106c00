import { useState } from 'preact/hooks';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';

/** A button that asks once more, in its own place, before it does what can't be undone. */
export function Confirm(props: { label: string; question: string; onConfirm: () => void }) {
  const { words } = useScreen();
  const [asking, setAsking] = useState(false);
  const ref = useKeptFocus<HTMLFieldSetElement>();
  return (
    <fieldset ref={ref} class="confirm" tabIndex={-1} aria-label={asking ? props.question : props.label}>
      {asking ? (
        <>
          <p>{props.question}</p>
          <div class="buttons">
            <button
              type="button"
              class="button danger"
              onClick={() => {
                setAsking(false);
                props.onConfirm();
              }}
            >
              {props.label}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {words.t('cancel')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {props.label}
        </button>
      )}
    </fieldset>
  );
}
