import { type ComponentChildren, Fragment } from 'preact';
import { cleanText } from '#contract/text.ts';
import { useScreen } from './Screen.tsx';

/** Private-use characters stand in for $1 to $9 while the message is looked up: no translation contains them. */
const FIRST = 0xe001;

/** A message whose $1, $2, … are elements, so that a name stays isolated in the middle of a sentence. */
export function Rich(props: { message: string; parts: ComponentChildren[] }) {
  const { words } = useScreen();
  const marks = props.parts.map((_, index) => String.fromCharCode(FIRST + index));
  const pieces = words.t(props.message, ...marks).split(/([\uE001-\uE009])/);
  return (
    <>
      {pieces.map((piece, index) => (
        // The pieces of one sentence never change places, so their place is key enough.
        <Fragment key={index}>{piece.length === 1 ? partOf(piece, props.parts) : piece}</Fragment>
      ))}
    </>
  );
}

function partOf(piece: string, parts: ComponentChildren[]): ComponentChildren {
  const index = piece.charCodeAt(0) - FIRST;
  return index >= 0 && index < parts.length ? parts[index] : piece;
}

/** A string from a page or a provider: text only, without hidden characters, isolated from the text around it. */
export function Outside(props: { children: string; max?: number }) {
  return <bdi>{cleanText(props.children, props.max ?? 300)}</bdi>;
}
