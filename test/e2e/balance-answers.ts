/** Runs in a page of the extension: how the server answered each time it was asked for the balance, oldest first. */
export async function balanceAnswers(): Promise<number[]> {
  const opened = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open('latchkey');
  opening.onsuccess = () => opened.resolve(opening.result);
  opening.onerror = () => opened.reject(opening.error);
  const db = await opened.promise;
  const read = Promise.withResolvers<{ path: string; status: number }[]>();
  const reading = db.transaction('outbound').objectStore('outbound').getAll();
  reading.onsuccess = () => read.resolve(reading.result);
  reading.onerror = () => read.reject(reading.error);
  const lines = await read.promise;
  db.close();
  return lines.filter(({ path }) => path === '/v1/balance').map(({ status }) => status);
}
