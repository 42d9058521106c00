import browser, { type Runtime } from 'webextension-polyfill';
import { type Answer, type MessageName, messages, Notice, type Request } from '#contract/messages.ts';
import { parsedUrl } from '#contract/parsed-url.ts';
import type { Profile } from '#contract/profile.ts';
import type { Refusal } from '#contract/refusal.ts';

export type Handlers = { [N in MessageName]: (request: Request<N>) => Promise<Answer<N>> };

/**
 * Makes the listener of all messages: the sender is checked first, by what the browser stamped, then the schema, and
 * only then is anything done. Who may not ask, or asks for what there is not, gets no reply.
 * @param noticed called with what a content script noticed, and the tab it runs in
 */
export function receiver(handlers: Handlers, noticed: (notice: Notice, tabId: number) => void) {
  return (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    if (isOurPage(sender)) return answer(handlers, message);
    const notice = Notice.safeParse(message);
    if (notice.success && sender.tab?.id !== undefined && sender.frameId === 0) noticed(notice.data, sender.tab.id);
    return undefined;
  };
}

/** A content script is stamped with the address of the page it runs in; our own pages with an address of ours. */
function isOurPage(sender: Runtime.MessageSender): boolean {
  const ours = new URL(browser.runtime.getURL('/')).origin;
  const { origin } = sender as { origin?: string };
  return parsedUrl(sender.url ?? '')?.origin === ours && (origin ?? ours) === ours;
}

function answer(handlers: Handlers, message: unknown): Promise<unknown> | undefined {
  const { ask, request } = (message ?? {}) as { ask?: unknown; request?: unknown };
  if (typeof ask !== 'string' || !Object.hasOwn(messages, ask)) return undefined;
  return handle(handlers, ask as MessageName, request);
}

async function handle<N extends MessageName>(handlers: Handlers, name: N, request: unknown): Promise<unknown> {
  const row = messages[name];
  const parsed = row.request.safeParse(request);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    const message = `The message "${name}" is malformed at "${at}".`;
    return { kind: 'refused', refusal: { code: 'invalid_request', message, next: 'none', at } };
  }
  try {
    return await handlers[name](parsed.data as Request<N>);
  } catch (error) {
    const refused = { kind: 'refused', ...placeOf(parsed.data), refusal: BROKEN };
    // Those whose asker tries again by itself know no such answer.
    if (row.reply.safeParse(refused).success) return refused;
    throw error;
  }
}

/** What an outcome says it is the outcome of. */
function placeOf(request: object): object {
  if ('profile' in request && 'field' in request) {
    return { key: (request.profile as Profile).key, field: request.field };
  }
  return 'key' in request && 'field' in request ? { key: request.key, field: request.field } : {};
}

/** The browser failed us, most likely for want of room on the disk. */
const BROKEN: Refusal = {
  code: 'browser_failed',
  message: 'Your browser could not keep this, so nothing was done. Make room on the disk, or try again.',
  next: 'retry',
};
