import { useScreen } from '../screen/Screen.tsx';
import { Asking } from './Asking.tsx';
import { CreditsForm, type Wish } from './CreditsForm.tsx';

/** The way on when credits are short. */
export function CreditsOffer(props: {
  wish: Wish;
  /** Credits that are missing; 0 when none in particular. */
  wanted: number;
  quiet?: boolean;
}) {
  const { words } = useScreen();
  return (
    <Asking
      button={words.t(`ask_${props.wish}`)}
      look={props.quiet ? 'button' : 'button primary'}
      asked={words.t(`asked_${props.wish}`)}
      form={(ends) => <CreditsForm wish={props.wish} wanted={props.wanted} {...ends} />}
    />
  );
}
