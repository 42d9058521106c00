/** Where a command says what it does while it is at it. What it prints last is its `Done`. */
export interface Terminal {
  /** A line of its output. */
  line(text: string): void;
  /** How far it is: one line that the next replaces. Nothing is printed where nobody watches. */
  progress(text: string): void;
}

/** Milliseconds between two lines of progress. */
const EVERY = 200;

/** Lines go to the standard output, progress to a terminal at the standard error. */
export function processTerminal(): Terminal & { clear(): void } {
  const watched = process.stderr.isTTY === true;
  let last = 0;
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    clear,
    line(text) {
      clear();
      console.log(text);
    },
    progress(text) {
      const now = performance.now();
      if (!watched || now - last < EVERY) return;
      last = now;
      clear();
      process.stderr.write(text.slice(0, (process.stderr.columns ?? 80) - 1));
      shown = true;
    },
  };
}
