import type { Browser, BrowserContext, Page } from 'playwright-core';
import { faultsOf, signInAs, tooWide } from './browsing.js';

const KEPT = process.env['SCREENSHOTS'];

/** Somebody's browser, who has signed in. Fails, when it is closed, if a script or the content policy complained. */
export class Tried {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly complaints: readonly string[],
  ) {}

  static async as(
    browser: Browser,
    url: string,
    login: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Tried> {
    const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await signInAs(page, url, login);
    return new Tried(context, page, complaints);
  }

  title(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  /** What is wrong with the page as it stands: WCAG 2.2 AA, and sideways scrolling at 320 pixels. */
  async faults(name: string): Promise<string[]> {
    const { page } = this;
    const found = await faultsOf(page);
    const wide = page.viewportSize();
    await this.shot(`${name}-wide`);
    await page.setViewportSize({ width: 320, height: 640 });
    await this.shot(`${name}-narrow`);
    const over = await tooWide(page);
    if (over > 0) found.push(`${over} pixels too wide`);
    if (wide !== null) await page.setViewportSize(wide);
    return found;
  }

  async shot(name: string): Promise<void> {
    if (KEPT) await this.page.screenshot({ path: `${KEPT}/${name}.png`, fullPage: true });
  }

  async close(): Promise<readonly string[]> {
    await this.context.close();
    return this.complaints;
  }
}
