import { CLIENT_ID, DeviceCode, DeviceToken, DeviceTokenError, type Me } from '#contract/account.ts';
import type { Answer } from '#contract/messages.ts';
import type { Refusal } from '#contract/refusal.ts';
import { wakeSoon } from './alarms.ts';
import { setBadgeWarning } from './badge.ts';
import { DEFAULT_SERVER } from './overview.ts';
import { refresh } from './refresh.ts';
import { resend } from './reveal.ts';
import { callServer, NOT_LATCHKEY, send, UNREACHABLE } from './server-call.ts';
import { changed, fact, openStore, type PendingSignIn, readFact, STORES, writeFacts } from './store.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

const shown = ({ userCode, verificationUrl, expiresAt }: PendingSignIn): Answer<'signIn'> => ({
  kind: 'started',
  signIn: { userCode, verificationUrl, expiresAt: new Date(expiresAt).toISOString() },
});

/** Starts the device flow (RFC 8628, section 3.1), or returns the one in progress. */
export async function startSignIn(): Promise<Answer<'signIn'>> {
  const current = await readFact('signIn');
  if (current && current.expiresAt > Date.now()) return shown(current);
  const { status, json, refusal } = await send({
    method: 'POST',
    path: '/api/auth/device/code',
    body: { client_id: CLIENT_ID },
    why: 'click',
  });
  if (refusal) return { kind: 'refused', refusal };
  const code = DeviceCode.safeParse(json);
  if (status !== 200 || !code.success) return { kind: 'refused', refusal: NOT_LATCHKEY };
  const verificationUrl = code.data.verification_uri_complete;
  const server = (await readFact('server')) ?? DEFAULT_SERVER;
  // A server may only send the rep to its own pages.
  if (new URL(verificationUrl).origin !== new URL(server).origin) return { kind: 'refused', refusal: WRONG_ADDRESS };
  const signIn: PendingSignIn = {
    deviceCode: code.data.device_code,
    userCode: code.data.user_code,
    verificationUrl,
    expiresAt: Date.now() + code.data.expires_in * 1000,
    interval: code.data.interval,
    nextPollAt: Date.now() + code.data.interval * 1000,
  };
  await writeFacts({ signIn });
  await wakeSoon();
  return shown(signIn);
}

/** Asks whether the sign-in was approved (RFC 8628, section 3.4), no more often than the server allows. */
export async function pollSignIn(): Promise<Answer<'pollSignIn'>> {
  const signIn = await takePoll();
  if (signIn === 'none') return { kind: (await readFact('token')) === undefined ? 'ended' : 'signed_in' };
  if (signIn === 'early') return { kind: 'waiting' };
  const { json } = await send({
    method: 'POST',
    path: '/api/auth/device/token',
    body: { grant_type: GRANT_TYPE, device_code: signIn.deviceCode, client_id: CLIENT_ID },
    why: 'click',
  });
  const token = DeviceToken.safeParse(json);
  if (token.success) {
    await finishSignIn(token.data.access_token);
    return { kind: 'signed_in' };
  }
  const said = DeviceTokenError.safeParse(json);
  if (said.success && said.data.error === 'slow_down') {
    // Section 3.5: the interval grows by five seconds.
    await writeFacts({ signIn: { ...signIn, interval: signIn.interval + 5 } });
  } else if (said.success && said.data.error !== 'authorization_pending') {
    await writeFacts({ signIn: undefined });
    return { kind: 'ended' };
  }
  return { kind: 'waiting' };
}

/** Claims the right to poll now, so that a page and the alarm do not poll at the same time. */
async function takePoll(): Promise<PendingSignIn | 'none' | 'early'> {
  const db = await openStore();
  const tx = db.transaction('facts', 'readwrite');
  const signIn = await fact(tx.store, 'signIn');
  const now = Date.now();
  let taken: PendingSignIn | 'none' | 'early' = 'none';
  if (signIn && signIn.expiresAt <= now) {
    await tx.store.delete('signIn');
  } else if (signIn && signIn.nextPollAt > now) {
    taken = 'early';
  } else if (signIn) {
    taken = { ...signIn, nextPollAt: now + signIn.interval * 1000 };
    await tx.store.put(taken, 'signIn');
  }
  await tx.done;
  if (taken === 'none' && signIn) changed();
  return taken;
}

async function finishSignIn(token: string): Promise<void> {
  const before = await readFact('me');
  await writeFacts({ token, signIn: undefined, expired: undefined, trouble: undefined });
  const called = await callServer('me', { why: 'click' });
  if (called.kind === 'reply' && before && !isSame(before, called.reply)) {
    // Someone else, or another team: nothing of the one before may be shown to them.
    await clear();
    await writeFacts({ token });
  }
  if (called.kind === 'reply') await writeFacts({ me: called.reply });
  await Promise.all([refresh('click'), resend()]);
}

const isSame = (one: Me, other: Me) => one.member.id === other.member.id && one.workspace.id === other.workspace.id;

/** Gives up a sign-in in progress. */
export async function cancelSignIn(): Promise<{ kind: 'ok' }> {
  await writeFacts({ signIn: undefined });
  return { kind: 'ok' };
}

/** Ends the session at the server, if it can be reached, and clears everything kept here but the server's address. */
export async function signOut(): Promise<{ kind: 'ok' }> {
  if ((await readFact('token')) !== undefined) await callServer('signOut', { why: 'click' });
  await clear();
  await setBadgeWarning(null);
  return { kind: 'ok' };
}

async function clear(): Promise<void> {
  const server = await readFact('server');
  const db = await openStore();
  const tx = db.transaction(STORES, 'readwrite');
  await Promise.all([
    ...STORES.map((name) => tx.objectStore(name).clear()),
    ...(server === undefined ? [] : [tx.objectStore('facts').put(server, 'server')]),
    tx.done,
  ]);
  changed();
}

/** Moves to another server, once it has answered as one, and signs out of the one before. */
export async function setServer(address: string): Promise<Answer<'setServer'>> {
  const server = normalise(address);
  if (server === null) return { kind: 'refused', refusal: BAD_ADDRESS };
  const { status, json, refusal } = await send({ server, method: 'GET', path: '/healthz', why: 'click' });
  if (refusal) return { kind: 'refused', refusal: UNREACHABLE };
  const service = (json as { service?: unknown } | null)?.service;
  if (status !== 200 || service !== 'latchkey') return { kind: 'refused', refusal: NOT_LATCHKEY };
  if (server !== ((await readFact('server')) ?? DEFAULT_SERVER)) await signOut();
  await writeFacts({ server, trouble: undefined });
  return { kind: 'ok' };
}

/** An https address, or http on this machine, without a trailing slash. Null when it is neither. */
function normalise(address: string): string | null {
  const text = address.trim();
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) return null;
  if (url.username !== '' || url.search !== '' || url.hash !== '') return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

const BAD_ADDRESS: Refusal = {
  code: 'invalid_request',
  message: 'Give an address such as https://latchkey.example. Only a server on this machine may use http.',
  next: 'correct',
};
const WRONG_ADDRESS: Refusal = {
  code: 'not_latchkey',
  message: 'The server wants to open a page of another site to sign you in. Ask its operator to check LATCHKEY_URL.',
  next: 'ask_admin',
};
