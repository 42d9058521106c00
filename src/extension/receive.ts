import browser, { type Runtime } from 'webextension-polyfill';
import { type Answer, type MessageName, messages, Notice, type Request } from '#contract/messages.ts';

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
  return URL.canParse(sender.url ?? '') && new URL(sender.url ?? '').origin === ours && (origin ?? ours) === ours;
}

function answer(handlers: Handlers, message: unknown): Promise<unknown> | undefined {
  const { ask, request } = (message ?? {}) as { ask?: unknown; request?: unknown };
  if (typeof ask !== 'string' || !Object.hasOwn(messages, ask)) return undefined;
  return handle(handlers, ask as MessageName, request);
}

async function handle<N extends MessageName>(handlers: Handlers, name: N, request: unknown): Promise<unknown> {
  const parsed = messages[name].request.safeParse(request);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    const refusal = {
      code: 'invalid_request',
      message: `The message "${name}" is malformed at "${at}".`,
      next: 'none',
      at,
    };
    return { kind: 'refused', refusal };
  }
  return handlers[name](parsed.data as Request<N>);
}
