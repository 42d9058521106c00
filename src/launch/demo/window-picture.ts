import type { Page } from '@playwright/test';
import type { Surface } from '#launch/chromium.ts';
import { darken } from './browser.ts';
import type { Photographed } from './report.ts';

/** Height of the drawn bar with the address, in pixels. */
const BAR = 44;

/**
 * The page with the side panel beside it, as they stand in the window. A headless browser has no window to photograph:
 * both are photographed and laid side by side under a drawn address bar.
 */
export function windowPicture(page: Page, panel: Surface): Photographed {
  return {
    dark: (on) => darken(panel, on),
    async screenshot({ path }) {
      const side = await panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const width = page.viewportSize()?.width ?? 1280;
      // The page is higher than the panel, which has a title of its own above it.
      const left = await page.screenshot({ clip: { x: 0, y: 0, width, height: side.height } });
      const right = Buffer.from(await panel.screenshot());
      const apart = await page
        .context()
        .browser()
        ?.newContext({
          viewport: { width: width + side.width + 1, height: side.height + BAR },
        });
      if (!apart) throw new Error('The browser gives no session of its own to the picture');
      const sheet = await apart.newPage();
      await sheet.setContent(drawn(page.url(), width, left, right));
      await sheet.screenshot({ path });
      await apart.close();
    },
  };
}

const drawn = (url: string, width: number, left: Buffer, right: Buffer) => `<!doctype html><style>
  body { margin: 0; display: grid; grid-template: ${BAR}px auto / ${width}px auto; background: #dfe1e5; column-gap: 1px; }
  p { grid-column: 1 / 3; margin: 7px 14px; padding: 0 16px; border-radius: 15px; background: #fff;
    font: 14px/30px system-ui, sans-serif; color: #3c4043; }
  img { display: block; }
</style><p>${url
  .replace(/^http:\/\//, '')
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')}</p>
<img alt="" src="data:image/png;base64,${left.toString('base64')}">
<img alt="" src="data:image/png;base64,${right.toString('base64')}">`;
