import type { Browser, Page } from 'playwright-core';
import { faultsOf, stickingOut, tooWide } from './browsing.js';

const WIDTHS = {
  wide: { width: 1280, height: 720 },
  /** A narrow telephone, and a screen of 1280 pixels at 400 %. */
  narrow: { width: 320, height: 640 },
} as const;
export type Width = keyof typeof WIDTHS;

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;
export type Theme = keyof typeof THEMES;

/**
 * Looks at pages that were fetched by others, one after the other in one browser: what stands in them, with the style they
 * ask for and without their scripts.
 */
export class Examiner {
  private constructor(private readonly page: Page) {}

  static async at(browser: Browser, url: string): Promise<Examiner> {
    const context = await browser.newContext({
      ...{ locale: 'sv-SE', reducedMotion: 'reduce', viewport: WIDTHS.wide },
      // What is written into a page by hand is not let in by its content policy.
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(`${url}/help`);
    return new Examiner(page);
  }

  /** What axe finds, and what is wider than its place in a wide and in a narrow window. */
  async faults(html: string): Promise<string[]> {
    const found = await this.faultsSeen(html, 'light', 'wide');
    for (const width of ['narrow', 'wide'] as const) {
      await this.page.setViewportSize(WIDTHS[width]);
      if ((await tooWide(this.page)) > 0) found.push(`${width}: the page scrolls sideways`);
      found.push(...(await stickingOut(this.page)).map((one) => `${width}: sticks out by ${one}`));
    }
    return found;
  }

  /** What axe finds as somebody else sees the page. */
  async faultsSeen(html: string, theme: Theme, width: Width): Promise<string[]> {
    await this.page.emulateMedia(THEMES[theme]);
    await this.page.setViewportSize(WIDTHS[width]);
    await this.write(html);
    return faultsOf(this.page);
  }

  private async write(html: string): Promise<void> {
    const still = html.replaceAll(/<script\b.*?<\/script>|<meta http-equiv="refresh"[^>]*>/gs, '');
    await this.page.setContent(still, { waitUntil: 'load' });
  }
}
