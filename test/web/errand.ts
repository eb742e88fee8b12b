import type { Browser, BrowserContext } from 'playwright-core';
import { signInAs } from './browsing.js';
import { Hands, type Deed, type Way } from './hands.js';

/**
 * Who, which errand, the most clicks that it may take from the signed-in first page, how it is done, and what then stands
 * on the page.
 */
export type Errand = readonly [
  who: string,
  what: string,
  most: number,
  deeds: readonly Deed[],
  then: string | RegExp,
];

/** How long a page may let people wait on a machine that does much else. */
const PATIENCE_MS = 20_000;

/** People at browsers of their own, who do errands one after the other. */
export class People {
  private readonly contexts = new Map<string, BrowserContext>();
  private readonly complaints: string[] = [];
  private isStopped = false;

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly way: Way,
    private readonly javaScriptEnabled: boolean,
  ) {}

  /** Does errands in their order. Throws at the first that cannot be done, or takes too many clicks. */
  async all(errands: readonly Errand[]): Promise<void> {
    for (const errand of errands) await this.done(errand);
  }

  /** Everybody goes home; gives what scripts and the content policy complained of. */
  async leave(): Promise<readonly string[]> {
    for (const context of this.contexts.values()) await context.close();
    return this.complaints;
  }

  private async done([who, what, most, deeds, then]: Errand): Promise<void> {
    if (this.isStopped) throw new Error('an errand before it was not done');
    const hands = await this.handsOf(who);
    await hands.page.goto(this.url);
    try {
      for (const deed of deeds) await hands.do(deed);
      await hands.page.locator('main').getByText(then).first().waitFor();
    } catch (cause) {
      this.isStopped = true;
      const shown = await hands.page.locator('main').innerText();
      throw new Error(`${who}, ${what}, after ${hands.clicks} clicks:\n${shown}`, { cause });
    }
    if (hands.clicks > most) throw new Error(`${what} took ${hands.clicks} clicks and not ${most}`);
  }

  private async handsOf(login: string): Promise<Hands> {
    const known = this.contexts.get(login)?.pages()[0];
    if (known !== undefined) return new Hands(known, this.way);
    const { javaScriptEnabled } = this;
    const options = { locale: 'sv-SE', reducedMotion: 'reduce', javaScriptEnabled } as const;
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    this.contexts.set(login, context);
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (line) => {
      if (/content security policy|trusted/i.test(line.text())) this.complaints.push(line.text());
    });
    await signInAs(page, this.url, login);
    return new Hands(page, this.way);
  }
}
