import { useEffect, useState } from 'preact/hooks';
import { useScreen } from '../screen/Screen.tsx';
import { Icon } from './Icon.tsx';

/** Milliseconds the tick stays. */
const TICK = 1600;

/** Copies a value and says so, by a tick and to a screen reader. */
export function CopyButton(props: { value: string; label: string }) {
  const { words, announce } = useScreen();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), TICK);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setState('copied');
      announce(words.t('copied'));
    } catch {
      setState('failed');
      announce(words.t('copyFailed'));
    }
  };

  return (
    <button type="button" class={`icon-button ${state}`} aria-label={props.label} title={props.label} onClick={copy}>
      <Icon name={state === 'copied' ? 'done' : state === 'failed' ? 'alert' : 'copy'} />
    </button>
  );
}
