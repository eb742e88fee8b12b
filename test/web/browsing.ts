import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Visitor } from './visitor.js';

const axe = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Somebody's browser who has signed in, at the page that one comes out on; the clicks on the way are spared. */
export async function signInAs(page: Page, url: string, login: string): Promise<void> {
  const visitor = new Visitor(url);
  await visitor.signIn(login);
  const kept = [...visitor.cookies].filter(([name]) => name.startsWith('__Host-'));
  const secure = url.replace('http:', 'https:');
  await page.context().addCookies(kept.map(([name, value]) => ({ name, value, url: secure, secure: true })));
  await page.goto(url);
}

/** Signs in at the demo's provider, by hand: from the front page to wherever one comes out. */
export async function signInByHand(page: Page, url: string, login: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Logga in' }).click();
  const all = page.locator('details');
  if (!(await page.locator(`section button[value="${login}"]`).isVisible()))
    await all.locator('summary').click();
  await page.locator(`button[value="${login}"]:visible`).first().click();
}

/** What axe finds against WCAG 2.2 A and AA and good practice on the page as it stands: rule and elements. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(
    (runOnly) =>
      (
        globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run({ runOnly, resultTypes: ['violations'] }),
    RULES,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/**
 * What stands out of the sheet or the column that it is in, or over its neighbour, and by how much: nothing should, but in
 * a region that scrolls.
 */
export const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (one: Element | null): boolean =>
      one !== null && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
    const told: string[] = [];
    for (const column of document.querySelectorAll('.split > *, main.sheet')) {
      const edge = column.getBoundingClientRect().right;
      for (const one of column.querySelectorAll('*')) {
        const { right, width } = one.getBoundingClientRect();
        const isSeen =
          width > 1 && getComputedStyle(one).visibility === 'visible' && !one.closest('svg, .vh');
        if (isSeen && right > edge + 1 && !scrolls(one.parentElement?.closest('main *') ?? null))
          told.push(`${Math.round(right - edge)}: ${one.outerHTML.slice(0, 90)}`);
      }
    }
    return told.slice(0, 3);
  });

/** How many pixels the page is wider than the window: it should never scroll sideways. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Clicks, and waits for the page that comes of it: what is there is asked of that one. */
export async function clicked(one: Locator): Promise<void> {
  await one.click();
  await one.page().waitForLoadState('domcontentloaded');
}
