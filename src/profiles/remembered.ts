/** Answers kept at most. */
const LIMIT = 10_000;

/** The same function, which remembers what it answered lately: lists repeat types, names of properties, and addresses. */
export function remembered<T extends object | string | boolean>(answer: (to: string) => T): (to: string) => T {
  const given = new Map<string, T>();
  return (to) => {
    let known = given.get(to);
    if (known === undefined) {
      if (given.size > LIMIT) given.clear();
      known = answer(to);
      given.set(to, known);
    }
    return known;
  };
}
