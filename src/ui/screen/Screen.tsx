import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import { direction, type Words, wordsOf } from './words.ts';

/** What every component can reach: the browser, the words, and a voice for screen readers. */
export interface Surroundings {
  host: Host;
  words: Words;
  /** Says an outcome to a screen reader when it is next idle. */
  announce(sentence: string): void;
}

/** Milliseconds that a sentence stays in the live region. */
const SAID_FOR = 3_000;

const Context = createContext<Surroundings | null>(null);

/** The surroundings of the screen a component stands in. */
export function useScreen(): Surroundings {
  const surroundings = useContext(Context);
  if (surroundings === null) throw new Error('a component of Latchkey stands outside a Screen');
  return surroundings;
}

/** The frame of every page: sets language, direction and title of the document and holds the live region. */
export function Screen(props: { host: Host; name: string; title: string; children: ComponentChildren }) {
  const { host, name, title } = props;
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announce = useCallback((sentence: string) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })), []);
  const surroundings = useMemo(() => ({ host, words: wordsOf(host), announce }), [host, announce]);

  // What was said may hold an address, which must not stay after it has gone from the screen.
  useEffect(() => {
    const timer = setTimeout(() => setSaid(({ turn }) => ({ sentence: '', turn })), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said.turn]);

  useLayoutEffect(() => {
    document.title = title;
    document.documentElement.lang = host.language.replace('_', '-');
    document.documentElement.dir = direction(host.language);
  }, [host, title]);

  return (
    <Context.Provider value={surroundings}>
      <div class={`screen ${name}`}>{props.children}</div>
      {/* A new node for each sentence, so that the same outcome twice is said twice. */}
      <div class="unseen" role="status" aria-live="polite">
        <span key={said.turn}>{said.sentence}</span>
      </div>
    </Context.Provider>
  );
}
