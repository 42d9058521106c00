import type { Browser, CDPSession, Page } from '@playwright/test';
import { openScreen } from '../profiles/browser.ts';

/** Pages of one browser profile, and so of one process for each site, in which a script runs as a content script does. */
export interface World {
  page: Page;
  /**
   * Shows a page with the script in it: in a world of its own, compiled as the browser compiles content scripts, and
   * kept compiled in the process for the next page.
   * @returns milliseconds of the process' time until the script had run
   */
  show(html: string, url: string): Promise<number>;
  /** Evaluates in the world of the script. */
  run<T>(expression: string): Promise<T>;
  /** Ends what runs in the page's own world. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(browser: Browser, script: string): Promise<World> {
  const screen = await openScreen(browser);
  const devtools = await screen.page.context().newCDPSession(screen.page);
  await devtools.send('Page.enable');
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  let contextId = 0;
  const world: World = {
    page: screen.page,
    async show(html, url) {
      await screen.show(html, url);
      const { frameTree } = await devtools.send('Page.getFrameTree');
      const frame = { frameId: frameTree.frame.id, worldName: 'content script' };
      contextId = (await devtools.send('Page.createIsolatedWorld', frame)).executionContextId;
      const before = await taskTime(devtools);
      await world.run(`${script};0`);
      return (await taskTime(devtools)) - before;
    },
    async run(expression) {
      const options = { expression, contextId, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', options);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async interrupt() {
      await devtools.send('Runtime.terminateExecution').catch(() => undefined);
    },
    close: () => screen.page.context().close(),
  };
  return world;
}

/** Milliseconds that the page's main thread has worked. */
async function taskTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}
