import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInAs } from '../web/browsing.js';
import type { FormMet } from '../web/forms-met.js';
import { sendEmpty } from './send-empty.js';

const WIDE = { width: 1280, height: 720 };
/** A narrow telephone, and a screen of 1280 pixels at 400 %. */
const NARROW = { width: 320, height: 640 };

/** Takes pictures of pages, as somebody sees them, into a folder. */
export class Camera {
  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
    private readonly folder: string,
  ) {}

  /** `login`: who signs in; null for whoever has not. */
  static async as(browser: Browser, url: string, login: string | null, folder: string): Promise<Camera> {
    const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce', viewport: WIDE });
    const page = await context.newPage();
    if (login !== null) await signInAs(page, url, login);
    await mkdir(folder, { recursive: true });
    return new Camera(context, page, folder);
  }

  /** A page in a wide and in a narrow window; `every`: also dark, in forced colours and as it is printed. */
  async take(address: string, name: string, every: boolean): Promise<void> {
    await this.page.goto(address);
    await this.wideAndNarrow(name);
    if (!every) return;
    await this.page.emulateMedia({ colorScheme: 'dark' });
    await this.shot(`${name}-dark`);
    await this.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await this.shot(`${name}-forced`);
    await this.page.emulateMedia({ forcedColors: 'none' });
    await this.page.pdf({ path: join(this.folder, `${name}.pdf`), format: 'A4', tagged: true });
  }

  /** What is answered to a form that is sent with nothing in it; no picture when that is taken. */
  async takeEmpty(url: string, { path, action }: FormMet, name: string): Promise<void> {
    await this.page.goto(`${url}${path}`);
    if ((await sendEmpty(this.page, action)) >= 400) await this.wideAndNarrow(name);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  private async wideAndNarrow(name: string): Promise<void> {
    await this.shot(`${name}-wide`);
    await this.page.setViewportSize(NARROW);
    await this.shot(`${name}-narrow`);
    await this.page.setViewportSize(WIDE);
  }

  private async shot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.folder, `${name}.png`), fullPage: true });
  }
}
