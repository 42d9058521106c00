/** One place where the books contradict themselves. */
export interface Fault {
  /** What the fault is in: `entry 7`, `grant 3`, `hold 0c…`, `top-up 0c…`, `purse`. */
  where: string;
  /** Which of its facts: `sum of parts`, `status`. */
  what: string;
  expected: string;
  found: string;
}

export type Tell = (fault: Fault) => void;

/** A fault as one line for people. */
export function sentence({ where, what, expected, found }: Fault): string {
  return `${where}: ${what}: expected ${expected}, found ${found}`;
}

/** Tells a fault unless the two are the same. */
export function compare(tell: Tell, where: string, what: string, expected: unknown, found: unknown): void {
  const [a, b] = [words(expected), words(found)];
  if (a !== b) tell({ where, what, expected: a, found: b });
}

function words(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
