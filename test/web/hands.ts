import type { Locator, Page } from 'playwright-core';

/** More fields than any page has: whoever has not come to a place by then cannot come to it. */
const MOST_TABS = 400;

export type Way = 'mouse' | 'keyboard';

/**
 * What is pressed; `[label, text]`, what is typed, in a group of fields where several have that label; `{ question: answer }`,
 * what is chosen: each question by a part of it; and what else hands can do.
 */
export type Deed =
  string | RegExp | Typed | { readonly [question: string]: string } | ((hands: Hands) => Promise<void>);

const part = (words: string): RegExp => new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));

type Typed = readonly [label: string, text: string, group?: string];
const isTyped = (deed: Typed | { readonly [question: string]: string }): deed is Typed => Array.isArray(deed);

/**
 * Somebody's hands at a page, who count: each press of a link or button is a click, and each choice. Typing is none, and
 * with the keyboard alone neither is finding one's way with Tab.
 */
export class Hands {
  clicks = 0;

  constructor(
    readonly page: Page,
    private readonly way: Way,
  ) {}

  /** One deed of an errand. */
  async do(deed: Deed): Promise<void> {
    if (typeof deed === 'string' || deed instanceof RegExp) return this.press(deed);
    if (typeof deed === 'function') return deed(this);
    if (isTyped(deed)) return this.type(part(deed[0]), deed[1], deed[2]);
    for (const [question, answer] of Object.entries(deed)) await this.choose(part(question), answer);
  }

  /** Presses the first link or button of a name within a part of the page (else anywhere), and waits for what comes. */
  async press(name: string | RegExp, within = 'body'): Promise<void> {
    const came = this.page.waitForEvent('domcontentloaded');
    came.catch(() => undefined);
    await this.touch(name, within);
    await came;
  }

  /** Presses the button that gives a file, and waits for it. */
  async take(name: string): Promise<void> {
    const came = this.page.waitForEvent('download');
    came.catch(() => undefined);
    await this.touch(name, 'main');
    await came;
  }

  private async touch(name: string | RegExp, within: string): Promise<void> {
    const named = { name, exact: typeof name === 'string' };
    const place = this.page.locator(within);
    const one = place.getByRole('link', named).or(place.getByRole('button', named)).first();
    await one.waitFor();
    if (this.way === 'keyboard') await this.reach(one);
    await (this.way === 'mouse' ? one.click() : this.page.keyboard.press('Enter'));
    this.clicks += 1;
  }

  /** Chooses an answer of a question: a radio, or the first option of a list that begins so. */
  async choose(question: string | RegExp, answer: string): Promise<void> {
    const list = this.page.locator('main').getByLabel(question).and(this.page.locator('select')).first();
    if ((await list.count()) > 0) await this.select(list, answer);
    else await this.check(question, answer);
    this.clicks += 1;
  }

  /** Ticks a box. */
  async tick(label: string | RegExp): Promise<void> {
    const box = this.page.locator('main').getByLabel(label).first();
    if (this.way === 'keyboard') await this.reach(box);
    await (this.way === 'mouse' ? box.check() : this.page.keyboard.press('Space'));
    if (!(await box.isChecked())) throw new Error(`${String(label)} cannot be ticked`);
    this.clicks += 1;
  }

  /** Opens what is folded away. */
  async unfold(summary: string): Promise<void> {
    const one = this.page.locator('main').locator('summary', { hasText: summary }).first();
    if (this.way === 'keyboard') await this.reach(one);
    await (this.way === 'mouse' ? one.click() : this.page.keyboard.press('Enter'));
    this.clicks += 1;
  }

  /** Types into a field, in place of what stands there. */
  async type(label: string | RegExp, text: string, group?: string): Promise<void> {
    const main = this.page.locator('main');
    const within = group === undefined ? main : main.getByRole('group', { name: group });
    const field = within.getByLabel(label).and(this.page.locator('input, textarea')).first();
    if (this.way === 'mouse') return field.fill(text);
    await this.reach(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  private async select(list: Locator, answer: string): Promise<void> {
    const labels = await list.locator('option').allTextContents();
    const index = labels.findIndex((label) => label.startsWith(answer));
    if (index < 0) throw new Error(`${answer} is none of ${labels.join(', ')}`);
    if (this.way === 'mouse') return void (await list.selectOption({ index }));
    await this.reach(list);
    await this.page.keyboard.press('Home');
    for (let down = 0; down < index; down++) await this.page.keyboard.press('ArrowDown');
    if ((await list.evaluate((one) => (one as HTMLSelectElement).selectedIndex)) !== index)
      throw new Error(`${answer} cannot be chosen with the keyboard`);
  }

  private async check(question: string | RegExp, answer: string): Promise<void> {
    const one = this.page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).first();
    if (this.way === 'mouse') return one.check();
    await this.reach(one);
    await this.page.keyboard.press('Space');
    if (!(await one.isChecked())) throw new Error(`${answer} cannot be chosen with the keyboard`);
  }

  /** Goes to a place with Tab, past the frame by the skip link, and within a group of radios with the arrows. */
  private async reach(place: Locator): Promise<void> {
    await place.waitFor({ state: 'visible' });
    const there = await place.elementHandle();
    if (there === null) throw new Error('it went away');
    if (
      await there.evaluate((one) => one.closest('main') !== null && document.activeElement === document.body)
    ) {
      await this.page.keyboard.press('Tab');
      await this.page.keyboard.press('Enter');
    }
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      const at = await there.evaluate((one) => {
        const here = document.activeElement as HTMLInputElement | null;
        const sought = one as HTMLInputElement;
        if (here === sought) return 'here';
        return sought.type === 'radio' && here?.type === 'radio' && here.name === sought.name
          ? 'beside'
          : 'off';
      });
      if (at === 'here') return this.isSeen(place);
      await this.page.keyboard.press(at === 'beside' ? 'ArrowDown' : 'Tab');
    }
    throw new Error('it cannot be reached with the keyboard');
  }

  /** Whoever goes by the keyboard sees where they are: a mark round it, in the window, under nothing else. */
  private async isSeen(place: Locator): Promise<void> {
    const fault = await place.evaluate((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) === 0) return 'no mark round it';
      const [box] = one.getClientRects();
      if (box === undefined) return 'no place on the page';
      if (box.bottom < 0 || box.top > innerHeight) return 'no place in the window';
      const inside = (at: number, most: number) => Math.min(Math.max(at, 1), most - 2);
      const x = inside(box.left + box.width / 2, innerWidth);
      const y = inside(box.top + Math.min(box.height / 2, 12), innerHeight);
      const above = document.elementFromPoint(x, y);
      return above === null || one.contains(above) || above.contains(one) ? null : 'something above it';
    });
    if (fault !== null) throw new Error(`what has the focus has ${fault}: ${await place.innerText()}`);
  }
}
