import { describe, expect, test } from 'vitest';
import { ID } from '../contract/examples.ts';
import { type Background, type Reply, startBackground } from './background.ts';
import { deviceFlow, members, refused } from './people.ts';

const AT = '2026-03-04T05:06:07.000Z';
const decided = { decidedBy: null, decidedAt: null };

/** What a rep asks of people: the message, the request it becomes, and the server's answer to it. */
const ASKED = [
  {
    name: 'requestRaise',
    request: { id: ID, credits: 20, note: 'for the fair' },
    what: 'POST /v1/cap-requests',
    sent: { key: ID, body: { credits: 20, note: 'for the fair' } },
    reply: {
      request: {
        ...{ id: ID, credits: 20, note: null, member: { id: 'mira', name: 'Mira' }, requestedAt: AT },
        ...{ status: 'pending', raise: null, ...decided },
      },
    },
  },
  {
    name: 'dispute',
    request: { id: ID, reason: 'bounced', note: null },
    what: `POST /v1/reveals/${ID}/dispute`,
    sent: { key: null, body: { reason: 'bounced', note: null } },
    reply: {
      dispute: {
        ...{ id: ID, status: 'open', reason: 'bounced', note: null, raisedBy: 'Mira', raisedAt: AT, activity: 'email' },
        ...{ person: 'Ada Okafor', provider: 'Directory', charged: 1, answer: null, ...decided },
      },
    },
  },
] as const;

async function signedIn(what: string, reply: () => Reply): Promise<Background> {
  const background = await startBackground({ ...members, ...deviceFlow('mira'), [what]: reply });
  await background.ask('signIn', {});
  await background.ask('pollSignIn', {});
  return background;
}

describe.each(ASKED)('$name', ({ name, request, what, sent, reply }) => {
  test('is sent as the member, once for each click', async () => {
    const background = await signedIn(what, () => ({ json: reply }));
    expect(await background.ask(name, request)).toEqual({ kind: 'ok' });
    const calls = background.sent.filter((call) => call.what === what);
    expect(calls).toMatchObject([{ ...sent, token: 'mira' }]);
  });

  test('a refusal is handed on, and so is a server that cannot be reached', async () => {
    let answer = () => refused(409, 'too_late');
    const background = await signedIn(what, () => answer());
    expect(await background.ask(name, request)).toMatchObject({ kind: 'refused', refusal: { code: 'too_late' } });
    answer = () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await background.ask(name, request)).toMatchObject({ kind: 'refused', refusal: { code: 'unreachable' } });
  });
});
