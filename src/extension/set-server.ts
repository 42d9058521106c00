import type { Answer } from '#contract/messages.ts';
import type { Refusal } from '#contract/refusal.ts';
import { serverAddress } from '#contract/server-address.ts';
import { NOT_LATCHKEY, send, signedInAs, UNREACHABLE } from './server-call.ts';
import { endSession, forget } from './sign-out.ts';
import { writeFacts } from './store.ts';

/** Moves to another server, once it has answered as one, and signs out of the one before. */
export async function setServer(address: string): Promise<Answer<'setServer'>> {
  const server = serverAddress(address);
  if (server === null || server === 'insecure') return { kind: 'refused', refusal: BAD_ADDRESS };
  const { status, json, refusal } = await send({ server, method: 'GET', path: '/healthz', why: 'click' });
  if (refusal) return { kind: 'refused', refusal: UNREACHABLE };
  const service = (json as { service?: unknown } | null)?.service;
  if (status !== 200 || service !== 'latchkey') return { kind: 'refused', refusal: NOT_LATCHKEY };
  const session = await signedInAs();
  if (server === session.server) {
    await writeFacts({ server, trouble: undefined });
    return { kind: 'ok' };
  }
  await forget(server);
  await endSession(session);
  return { kind: 'ok' };
}

const BAD_ADDRESS: Refusal = {
  code: 'invalid_request',
  message: 'Give an address such as https://latchkey.example. Only a server on this machine may use http.',
  next: 'correct',
};
