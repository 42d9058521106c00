import type { OutboundRequest } from '#contract/overview.ts';
import { openStore } from './store.ts';

/** Requests kept in the log. */
const KEPT = 500;

/** Adds a request to the outbound log and drops the oldest beyond what is kept. */
export async function logOutbound(request: OutboundRequest): Promise<void> {
  const db = await openStore();
  const tx = db.transaction('outbound', 'readwrite');
  const key = await tx.store.add(request);
  await tx.store.delete(IDBKeyRange.upperBound(key - KEPT));
  await tx.done;
}

/** The outbound log, newest first. */
export async function readOutbound(): Promise<OutboundRequest[]> {
  const db = await openStore();
  return (await db.getAll('outbound')).reverse();
}
