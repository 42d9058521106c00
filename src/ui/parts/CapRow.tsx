import type { Balance } from '#contract/credits.ts';
import { useScreen } from '../screen/Screen.tsx';
import { Row } from './Row.tsx';

/** What the rep may still spend of the team's credits in this cycle. */
export function CapRow(props: { cap: NonNullable<Balance['cap']> }) {
  const { words } = useScreen();
  const { credits, left, resetsAt, raisedUntil } = props.cap;
  const notes = [
    ...(raisedUntil === null ? [] : [words.t('raisedUntil', words.day(raisedUntil))]),
    resetsAt === null ? words.t('capStays') : words.t('capResets', words.day(resetsAt)),
  ];
  return (
    <Row kind="cap" name={words.t('cap')} amount={words.t('leftOf', words.number(left), words.number(credits))}>
      {notes.join(' · ')}
    </Row>
  );
}

/** Whether a price is more than the rep's own cap leaves. */
export function isOverCap({ cap }: Balance, price: number): boolean {
  return cap !== null && price > cap.left;
}
