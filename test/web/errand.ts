import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInAs } from './browsing.js';
import { mostOf, type Counted } from './errand-table.js';
import { Hands, type Deed, type Way } from './hands.js';

/** An errand of the table; or another one, with the most clicks that it may take from the signed-in first page. */
export type What = Counted | readonly [what: string, most: number];

/** Who, which errand, how it is done, and what then stands on the page. */
export type Errand = readonly [who: string, what: What, deeds: readonly Deed[], then: string | RegExp];

/** How a browser is used, and whether it runs scripts. */
export interface Mode {
  readonly way: Way;
  readonly javaScriptEnabled: boolean;
}

/** The way to a step's form beside a row of a list. */
export const beside = (step: string): RegExp => new RegExp(`^${step}, `);
/** What is asked, once a day, of whoever does not handle a case. */
export const purpose: readonly Deed[] = [{ Skäl: 'Hjälper handläggaren med ärendet' }, 'Öppna ärendet'];
export const ONCE_A_DAY: What = ['say why, once a day', 3];

/** How long a page may let people wait on a machine that does much else. */
const PATIENCE_MS = 20_000;

/** People at browsers of their own, who do errands one after the other. */
export class People {
  /** The errands of the table that were done. */
  readonly done: Counted[] = [];
  private readonly contexts = new Map<string, BrowserContext>();
  private isStopped = false;

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly mode: Mode,
  ) {}

  /** Does errands in their order. Throws at the first that cannot be done, or takes too many clicks. */
  async all(errands: readonly Errand[]): Promise<void> {
    for (const errand of errands) await this.one(errand);
  }

  /** The page before somebody. */
  pageOf = async (login: string): Promise<Page> => (await this.handsOf(login)).page;

  /** Everybody goes home. */
  async leave(): Promise<void> {
    for (const context of this.contexts.values()) await context.close();
  }

  private async one([who, what, deeds, then]: Errand): Promise<void> {
    if (this.isStopped) throw new Error('an errand before it was not done');
    const [name, most] = typeof what === 'string' ? [what, mostOf(what)] : what;
    const hands = await this.handsOf(who);
    await hands.page.goto(this.url);
    try {
      for (const deed of deeds) await hands.do(deed);
      await hands.page.locator('main').getByText(then).first().waitFor();
    } catch (cause) {
      this.isStopped = true;
      const shown = await hands.page.locator('main').innerText();
      throw new Error(`${who}, ${name}, after ${hands.clicks} clicks:\n${shown}`, { cause });
    }
    if (hands.clicks > most) throw new Error(`${name} took ${hands.clicks} clicks and not ${most}`);
    if (typeof what === 'string') this.done.push(what);
  }

  private async handsOf(login: string): Promise<Hands> {
    const known = this.contexts.get(login)?.pages()[0];
    if (known !== undefined) return new Hands(known, this.mode.way);
    const { javaScriptEnabled } = this.mode;
    const options = { locale: 'sv-SE', reducedMotion: 'reduce', javaScriptEnabled } as const;
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    this.contexts.set(login, context);
    const page = await context.newPage();
    await signInAs(page, this.url, login);
    return new Hands(page, this.mode.way);
  }
}
