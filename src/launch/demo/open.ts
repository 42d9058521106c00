import type { Server } from '#server/start.ts';
import { startBrowser } from './browser.ts';
import { brightwater } from './pages/brightwater.ts';
import type { DemoPages } from './pages/serve.ts';
import { SITES } from './pages/sites.ts';
import type { Login } from './seed.ts';
import { signIn } from './sign-in.ts';

/** Whether a window can be opened here. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens a browser with the extension in it, the demo rep signed in, on a demo page, and prints what to try.
 * @returns how to close it
 */
export async function openDemo(demo: {
  server: Server;
  pages: DemoPages;
  rep: Login;
  print: (line: string) => void;
}): Promise<() => Promise<void>> {
  const { server, pages, rep, print } = demo;
  const browser = await startBrowser(pages, false);
  const settings = await signIn(browser, server.url, rep);
  const page = await browser.context.newPage();
  await page.goto(`http://${brightwater.host}${brightwater.path}`);
  const blank = browser.context.pages().filter((one) => one.url() === 'about:blank');
  await Promise.all([settings, ...blank].map((one) => one.close()));
  await page.bringToFront();
  const tries = [
    'Click the key in the toolbar (behind the puzzle piece, if it is not pinned): the popup lists the people here.',
    'Open the side panel and reveal an e-mail (1 credit) and a phone number (8).',
    'Look for Theo Marchetti, who is in no directory: nothing is charged.',
    'Spend until it is not enough, and ask for a top-up.',
    `Settle it as the operator, in another browser or a private window: ${server.url}/operator`,
    `Try the other sites: ${SITES.slice(1)
      .map(({ host }) => host)
      .join(', ')}`,
  ];
  print(['What to try:', ...tries.map((words, index) => `  ${index + 1}. ${words}`), '', 'Ctrl-C ends it.'].join('\n'));
  const closed = () => print('The browser was closed. The server goes on until Ctrl-C.');
  browser.context.on('close', closed);
  return async () => {
    browser.context.off('close', closed);
    // It may have been closed by hand.
    await browser.close().catch(() => undefined);
  };
}
