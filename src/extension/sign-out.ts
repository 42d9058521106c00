import { setBadgeWarning } from './badge.ts';
import { type As, callServer, signedInAs } from './server-call.ts';
import { fact, wipe, writeAll } from './store.ts';

/**
 * Clears everything kept here but the server's address, then ends the session at the server, if it can be reached.
 * What is under way meanwhile finds itself signed out and keeps nothing.
 */
export async function signOut(): Promise<{ kind: 'ok' }> {
  const session = await signedInAs();
  await forget(null);
  await endSession(session);
  return { kind: 'ok' };
}

/** Clears everything kept here. @param server address to move to; null to stay */
export async function forget(server: string | null): Promise<void> {
  await writeAll(async (tx) => {
    await wipe(tx);
    if (server !== null) await tx.objectStore('facts').put(server, 'server');
    return true;
  });
  await setBadgeWarning(null);
}

/** Ends a session that is not kept here any more. */
export async function endSession(as: As): Promise<void> {
  if (as.token === undefined) return;
  await callServer('signOut', { why: 'click', as });
  // The log's line of it is the last thing that was left of that session.
  await writeAll(async (tx) => {
    const facts = tx.objectStore('facts');
    const [token, signIn] = await Promise.all([fact(facts, 'token'), fact(facts, 'signIn')]);
    if (token !== undefined || signIn !== undefined) return false;
    await tx.objectStore('outbound').clear();
    return true;
  });
}
