import * as z from 'zod/mini';
import { text } from '#contract/profile.ts';
import { Contact } from '#contract/reveal.ts';
import { hasShape } from '../providers/contact-value.ts';
import type { Provider, Query } from '../providers/provider.ts';
import type { Log } from './log.ts';

/** What all providers together came to. */
export type Found = { kind: 'found'; provider: string; person: string; contact: Contact };
export type Result = Found | { kind: 'not_found' } | { kind: 'failed' };

/** A provider's answer is as hostile as any input. Name and time are ours, whatever it says. */
const AnswerShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), person: text(200), contact: Contact }),
  z.object({ kind: z.literal('not_found') }),
  z.object({ kind: z.literal('failed'), reason: text(200) }),
]);

/**
 * Asks the providers one after the other until one has found something. Each gets its share of the time that is left.
 * @param deadlineMs for all together, in milliseconds
 * @param at when it is asked, for the contact
 * @returns `failed` only if none of them could look
 */
export async function askProviders(
  providers: readonly Provider[],
  query: Query,
  { deadlineMs, at, log }: { deadlineMs: number; at: string; log: Log },
): Promise<Result> {
  const end = performance.now() + deadlineMs;
  let looked = false;
  for (const [index, provider] of providers.entries()) {
    const share = (end - performance.now()) / (providers.length - index);
    const answer = await askOne(provider, query, Math.max(1, share), log);
    if (answer.kind === 'found') {
      return { ...answer, provider: provider.name, contact: { ...answer.contact, provider: provider.name, at } };
    }
    looked ||= answer.kind === 'not_found';
  }
  return { kind: looked ? 'not_found' : 'failed' };
}

async function askOne(
  provider: Provider,
  query: Query,
  share: number,
  log: Log,
): Promise<{ kind: 'found'; person: string; contact: Contact } | { kind: 'not_found' | 'failed' }> {
  const failed = (reason: string) => {
    log.warn({ provider: provider.name, reason }, 'a provider failed');
    return { kind: 'failed' } as const;
  };
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), share);
  const tooLate = new Promise<'too late'>((resolve) => {
    ended.signal.addEventListener('abort', () => resolve('too late'));
  });
  try {
    // A provider that does not heed the signal is left behind; what it says later is not listened to.
    const answer = await Promise.race([provider.find(query, ended.signal), tooLate]);
    if (answer === 'too late') return failed('it took too long');
    const checked = AnswerShape.safeParse(answer);
    if (!checked.success) return failed('its answer has a wrong shape');
    if (checked.data.kind === 'failed') return failed(checked.data.reason);
    if (checked.data.kind === 'found' && !hasShape(query.field, checked.data.contact.value)) {
      return failed(`its answer is no ${query.field}`);
    }
    return checked.data;
  } catch (error) {
    // Its message may quote what was asked for.
    return failed(`it threw ${error instanceof Error ? error.name : typeof error}`);
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}
