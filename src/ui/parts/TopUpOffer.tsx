import { useState } from 'preact/hooks';
import { useScreen } from '../screen/Screen.tsx';
import { useKeptFocus } from '../screen/use-kept-focus.ts';
import { TopUpForm } from './TopUpForm.tsx';

/** The way on when credits are short: one button, which opens the form in its place. */
export function TopUpOffer(props: {
  /** Credits that are missing; 0 when none in particular. */
  wanted: number;
  quiet?: boolean;
}) {
  const { words } = useScreen();
  const [step, setStep] = useState<'closed' | 'open' | 'asked'>('closed');
  const ref = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={ref} class="top-up" tabIndex={-1}>
      {step === 'closed' && (
        <button
          type="button"
          class={props.quiet ? 'button' : 'button primary'}
          aria-expanded="false"
          onClick={() => setStep('open')}
        >
          {words.t('askTopUp')}
        </button>
      )}
      {step === 'open' && (
        <TopUpForm wanted={props.wanted} onAsked={() => setStep('asked')} onCancel={() => setStep('closed')} />
      )}
      {step === 'asked' && <p class="sentence">{words.t('topUpAsked')}</p>}
    </div>
  );
}
