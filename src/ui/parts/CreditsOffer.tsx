import { useState } from 'preact/hooks';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';
import { CreditsForm, type Wish } from './CreditsForm.tsx';

/** The way on when credits are short: one button, which opens the form in its place. */
export function CreditsOffer(props: {
  wish: Wish;
  /** Credits that are missing; 0 when none in particular. */
  wanted: number;
  quiet?: boolean;
}) {
  const { words } = useScreen();
  const [step, setStep] = useState<'closed' | 'open' | 'asked'>('closed');
  const ref = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={ref} class="asking" tabIndex={-1}>
      {step === 'closed' && (
        <button
          type="button"
          class={props.quiet ? 'button' : 'button primary'}
          aria-expanded="false"
          onClick={() => setStep('open')}
        >
          {words.t(`ask_${props.wish}`)}
        </button>
      )}
      {step === 'open' && (
        <CreditsForm
          wish={props.wish}
          wanted={props.wanted}
          onAsked={() => setStep('asked')}
          onCancel={() => setStep('closed')}
        />
      )}
      {step === 'asked' && <p class="sentence">{words.t(`asked_${props.wish}`)}</p>}
    </div>
  );
}
