import type { Answer, Request } from '#contract/messages.ts';
import { type Called, callServer } from './server-call.ts';

/** What a rep asks of people rather than of the purse. Asking again after a lost reply asks for nothing more. */

/** Asks an admin for more than the cap. */
export async function requestRaise({ id, ...body }: Request<'requestRaise'>): Promise<Answer<'requestRaise'>> {
  return answerTo(await callServer('requestRaise', { body, key: id, why: 'click' }));
}

/** Asks for the credits of a charged reveal back. */
export async function dispute({ id, ...body }: Request<'dispute'>): Promise<Answer<'dispute'>> {
  return answerTo(await callServer('dispute', { params: { id }, body, why: 'click' }));
}

function answerTo(called: Called<unknown>): Answer<'requestRaise'> {
  return called.kind === 'reply' ? { kind: 'ok' } : { kind: 'refused', refusal: called.refusal };
}
