import { describe, expect, test } from 'vitest';
import { type Answer, type MessageName, messages, Notice, type Request } from '#contract/messages.ts';
import { AT, ID, outcomes, profile, refusal } from './examples.ts';

const ok = { kind: 'ok' } as const;
const refused = { kind: 'refused', refusal } as const;

/** An example of every message, and of every kind of answer to it: a new row does not compile without one. */
const examples: { [N in MessageName]: { request: Request<N>; answers: Answer<N>[] } } = {
  look: {
    request: { tabId: 7 },
    answers: [
      { kind: 'seen', origin: 'https://brightwater.example', always: 'offer', profiles: [profile], more: 3 },
      { kind: 'unseen' },
      { kind: 'closed' },
      { kind: 'stale' },
    ],
  },
  refresh: { request: { why: 'opened' }, answers: [ok, refused] },
  reveal: { request: { id: ID, profile, field: 'phone', maxCredits: 8, another: true }, answers: outcomes },
  open: { request: { key: profile.key, field: 'email' }, answers: outcomes },
  requestTopUp: { request: { id: ID, credits: 100, note: null }, answers: [ok, refused] },
  requestRaise: { request: { id: ID, credits: 20, note: null }, answers: [ok, refused] },
  dispute: { request: { id: ID, reason: 'bounced', note: null }, answers: [ok, refused] },
  signIn: {
    request: {},
    answers: [
      {
        kind: 'started',
        signIn: { userCode: 'ABCD2345', verificationUrl: 'https://latchkey.example/device', expiresAt: AT },
      },
      refused,
    ],
  },
  pollSignIn: { request: {}, answers: [{ kind: 'signed_in' }, { kind: 'waiting' }, { kind: 'ended' }] },
  cancelSignIn: { request: {}, answers: [ok] },
  signOut: { request: {}, answers: [ok] },
  setServer: { request: { url: 'https://latchkey.example' }, answers: [ok, refused] },
};

const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const names = Object.keys(messages) as MessageName[];

describe.each(names)('message %s', (name) => {
  const row = messages[name];

  test('has an example', () => {
    expect(Object.keys(examples), `give ${name} an example`).toContain(name);
  });

  test('its request survives the wire', () => {
    const { request } = examples[name];
    expect(row.request.parse(wire(request))).toEqual(request);
  });

  test('each of its answers survives the wire', () => {
    for (const answer of examples[name].answers) expect(row.reply.parse(wire(answer))).toEqual(answer);
  });

  test.each([
    ['null', null],
    ['a string', 'reveal'],
    ['a list', []],
    ['an answer of no kind', { kind: 'constructor' }],
  ])('refuses %s as an answer', (_what, value) => {
    expect(row.reply.safeParse(value).success).toBe(false);
  });

  test('refuses a request with a field of a wrong type', () => {
    for (const field of Object.keys(examples[name].request)) {
      const wrong = { ...examples[name].request, [field]: { toString: 'no' } };
      expect(row.request.safeParse(wrong).success, `${name} took ${field} of a wrong type`).toBe(false);
    }
  });

  test('drops what its request does not know', () => {
    const request = { ...examples[name].request, __proto__: null, token: 'secret' };
    expect(row.request.parse(request)).not.toHaveProperty('token');
  });
});

test('the examples of each message name no message that is gone', () => {
  expect(Object.keys(examples)).toEqual(names);
});

test.each([[{ people: -1 }], [{ people: 1.5 }], [{ people: 1e9 }], [{ people: '3' }], [{}], [null]])(
  'a notice of %j is not taken',
  (notice) => {
    expect(Notice.safeParse(notice).success).toBe(false);
  },
);
