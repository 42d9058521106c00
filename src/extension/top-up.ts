import type { Answer, Request } from '#contract/messages.ts';
import { wakeSoon } from './alarms.ts';
import { keepBalance } from './refresh.ts';
import { callServer } from './server-call.ts';

/** Asks for top-up credits. The id is the caller's, so that asking again after a lost reply asks for nothing more. */
export async function requestTopUp({ id, ...body }: Request<'requestTopUp'>): Promise<Answer<'requestTopUp'>> {
  const called = await callServer('requestTopUp', { body, key: id, why: 'click' });
  if (called.kind !== 'reply') return { kind: 'refused', refusal: called.refusal };
  await keepBalance(called.token, called.reply.balance);
  await wakeSoon();
  return { kind: 'ok' };
}
