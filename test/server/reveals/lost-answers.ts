import type { Database } from '#server/db/open.ts';

/**
 * The same database over a connection that breaks just after a COMMIT was carried out, whenever `breaks` says so: the
 * transaction happened, and whoever ran it is told that it failed.
 */
export function losingAnswers(database: Database, breaks: () => boolean): Database {
  function answer<T>(result: T): T {
    if (breaks()) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    return result;
  }
  const db = new Proxy(database.db, {
    get(target, name) {
      if (name !== 'transaction') {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return () => {
        const builder = target.transaction();
        return new Proxy(builder, {
          get(inner, key) {
            if (key !== 'execute') {
              const value: unknown = Reflect.get(inner, key, inner);
              return typeof value === 'function' ? value.bind(inner) : value;
            }
            return async (...given: Parameters<typeof inner.execute>) => {
              return answer(await inner.execute(...given));
            };
          },
        });
      };
    },
  });
  return { ...database, db, batch: async (queries) => answer(await database.batch(queries)) };
}
