/** Answers kept at most. */
const LIMIT = 10_000;

/** The same function, which remembers what it answered lately: lists repeat types, names of properties, and addresses. */
export function remembered<T>(answer: (to: string) => T): (to: string) => T {
  const given = new Map<string, T>();
  return (to) => {
    const known = given.get(to);
    if (known !== undefined || given.has(to)) return known as T;
    if (given.size > LIMIT) given.clear();
    const answered = answer(to);
    given.set(to, answered);
    return answered;
  };
}
