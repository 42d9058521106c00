import { CLIENT_ID, DeviceCode, DeviceToken, DeviceTokenError } from '#contract/account.ts';
import type { Answer } from '#contract/messages.ts';
import type { Refusal } from '#contract/refusal.ts';
import { wakeSoon } from './alarms.ts';
import { DEFAULT_SERVER } from './overview.ts';
import { putMe, refresh } from './refresh.ts';
import { resend } from './reveal.ts';
import { callServer, isSessionOver, NOT_LATCHKEY, send, signedInAs } from './server-call.ts';
import { endSession } from './sign-out.ts';
import { changed, fact, openStore, type PendingSignIn, readFact, wipe, writeAll } from './store.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

const shown = ({ userCode, verificationUrl, expiresAt }: PendingSignIn): Answer<'signIn'> => ({
  kind: 'started',
  signIn: { userCode, verificationUrl, expiresAt: new Date(expiresAt).toISOString() },
});

let starting: Promise<Answer<'signIn'>> | null = null;

/** Starts the device flow (RFC 8628, section 3.1), or returns the one in progress. Two pages at once get the same. */
export function startSignIn(): Promise<Answer<'signIn'>> {
  starting ??= start().finally(() => {
    starting = null;
  });
  return starting;
}

async function start(): Promise<Answer<'signIn'>> {
  const current = await readFact('signIn');
  if (current && current.expiresAt > Date.now()) return shown(current);
  const { server } = await signedInAs();
  const { status, json, refusal } = await send({
    server,
    method: 'POST',
    path: '/api/auth/device/code',
    body: { client_id: CLIENT_ID },
    why: 'click',
  });
  if (refusal) return { kind: 'refused', refusal };
  const code = DeviceCode.safeParse(json);
  if (status !== 200 || !code.success) return { kind: 'refused', refusal: NOT_LATCHKEY };
  const verificationUrl = code.data.verification_uri_complete;
  // A server may only send the rep to its own pages.
  if (new URL(verificationUrl).origin !== new URL(server).origin) return { kind: 'refused', refusal: WRONG_ADDRESS };
  const signIn: PendingSignIn = {
    deviceCode: code.data.device_code,
    userCode: code.data.user_code,
    verificationUrl,
    expiresAt: Date.now() + code.data.expires_in * 1000,
    interval: code.data.interval,
    nextPollAt: Date.now() + code.data.interval * 1000,
    token: null,
  };
  const kept = await writeAll(async (tx) => {
    const facts = tx.objectStore('facts');
    if (((await fact(facts, 'server')) ?? DEFAULT_SERVER) !== server) return false;
    await facts.put(signIn, 'signIn');
    return true;
  });
  if (!kept) return { kind: 'refused', refusal: MOVED };
  await wakeSoon();
  return shown(signIn);
}

/** Asks whether the sign-in was approved (RFC 8628, section 3.4), no more often than the server allows. */
export async function pollSignIn(): Promise<Answer<'pollSignIn'>> {
  const turn = await takePoll();
  if (turn === 'none') return { kind: (await readFact('token')) === undefined ? 'ended' : 'signed_in' };
  if (turn === 'early') return { kind: 'waiting' };
  const { signIn, server } = turn;
  if (signIn.token !== null) return adopt(signIn, server, signIn.token);
  const { json } = await send({
    server,
    method: 'POST',
    path: '/api/auth/device/token',
    body: { grant_type: GRANT_TYPE, device_code: signIn.deviceCode, client_id: CLIENT_ID },
    why: 'click',
  });
  const given = DeviceToken.safeParse(json);
  if (given.success) {
    const token = given.data.access_token;
    const approved = { ...signIn, token };
    if (await change(signIn, approved)) return adopt(approved, server, token);
    // It was given up while the answer was under way.
    await endSession({ server, token });
    return { kind: 'ended' };
  }
  const said = DeviceTokenError.safeParse(json);
  if (said.success && said.data.error === 'slow_down') {
    // Section 3.5: the interval grows by five seconds.
    await change(signIn, { ...signIn, interval: signIn.interval + 5 });
  } else if (said.success && said.data.error !== 'authorization_pending') {
    await change(signIn, null);
    return { kind: 'ended' };
  }
  return { kind: 'waiting' };
}

interface Turn {
  signIn: PendingSignIn;
  /** The server that it was started at. */
  server: string;
}

/** Claims the right to poll now, so that a page and the alarm do not poll at the same time. */
async function takePoll(): Promise<Turn | 'none' | 'early'> {
  const db = await openStore();
  const tx = db.transaction('facts', 'readwrite');
  const [signIn, server = DEFAULT_SERVER] = await Promise.all([fact(tx.store, 'signIn'), fact(tx.store, 'server')]);
  const now = Date.now();
  let taken: Turn | 'none' | 'early' = 'none';
  // A code runs out; a token that it was changed for does not.
  if (signIn && signIn.expiresAt <= now && signIn.token === null) {
    await tx.store.delete('signIn');
  } else if (signIn && signIn.nextPollAt > now) {
    taken = 'early';
  } else if (signIn) {
    taken = { signIn: { ...signIn, nextPollAt: now + signIn.interval * 1000 }, server };
    await tx.store.put(taken.signIn, 'signIn');
  }
  await tx.done;
  if (taken === 'none' && signIn) changed();
  return taken;
}

/** Changes or, by null, ends a sign-in, unless it was given up or went on meanwhile. */
function change(from: PendingSignIn, to: PendingSignIn | null): Promise<boolean> {
  return writeAll(async (tx) => {
    const facts = tx.objectStore('facts');
    const current = await fact(facts, 'signIn');
    if (current?.deviceCode !== from.deviceCode || current.token !== from.token) return false;
    if (to === null) await facts.delete('signIn');
    else await facts.put(to, 'signIn');
    return true;
  });
}

/**
 * Signs in by a token the server gave. First it is asked whose it is: nothing of somebody else before may be shown to
 * them, and no reveal of theirs sent in this one's name.
 */
async function adopt(signIn: PendingSignIn, server: string, token: string): Promise<Answer<'pollSignIn'>> {
  const called = await callServer('me', { why: 'click', as: { server, token } });
  if (called.kind === 'unknown') return { kind: 'waiting' };
  if (called.kind === 'refused' && isSessionOver(called.refusal)) {
    await change(signIn, null);
    return { kind: 'ended' };
  }
  const adopted = await writeAll(async (tx) => {
    const facts = tx.objectStore('facts');
    if ((await fact(facts, 'signIn'))?.token !== token) return false;
    // A member of no workspace is nobody yet; whatever is kept is not theirs.
    if (called.kind === 'reply') await putMe(tx, called.reply);
    else if ((await fact(facts, 'me')) !== undefined) await wipe(tx);
    await Promise.all([
      facts.put(token, 'token'),
      facts.delete('signIn'),
      facts.delete('expired'),
      facts.delete('trouble'),
    ]);
    return true;
  });
  if (!adopted && (await readFact('token')) !== token) {
    await endSession({ server, token });
    return { kind: 'ended' };
  }
  await Promise.all([refresh('click'), resend()]);
  return { kind: 'signed_in' };
}

/** Gives up a sign-in in progress; a session that it led to already is ended. */
export async function cancelSignIn(): Promise<{ kind: 'ok' }> {
  const { server } = await signedInAs();
  const signIn = await readFact('signIn');
  if (signIn && (await change(signIn, null)) && signIn.token !== null)
    await endSession({ server, token: signIn.token });
  return { kind: 'ok' };
}

const WRONG_ADDRESS: Refusal = {
  code: 'not_latchkey',
  message: 'The server wants to open a page of another site to sign you in. Ask its operator to check LATCHKEY_URL.',
  next: 'ask_admin',
};
const MOVED: Refusal = {
  code: 'unavailable',
  message: 'The server was changed in the settings meanwhile. Sign in again.',
  next: 'retry',
};
