import type { Page } from 'playwright-core';
import { kindOf, type Met } from './walk.js';

/** A form in which something is typed or chosen: the page it stands on, where it is sent, and the kind of that address. */
export interface FormMet {
  readonly path: string;
  readonly action: string;
  readonly kind: string;
}

/** What ends the session, or throws away what other forms are sent from. */
const ENDS = /^\/(auth|session|choose-role|search)|discard|revoke|\/end/;

/** The forms of some pages, one of a kind. */
export function formsOf(met: readonly Met[]): FormMet[] {
  const forms = new Map<string, FormMet>();
  for (const { path, html } of met.filter(({ isStopped }) => !isStopped))
    for (const [, action = '', inner = ''] of html.matchAll(
      /<form method="post" action="([^"]*)"[^>]*>(.*?)<\/form>/gs,
    )) {
      const kind = kindOf(action);
      const isTyped = /<textarea|<select|<input(?![^>]*type="hidden")/.test(inner);
      if (isTyped && !ENDS.test(action) && !forms.has(kind)) forms.set(kind, { path, action, kind });
    }
  return [...forms.values()];
}

/** Sends a form of the page as it stands, with nothing in it. Gives what was answered with; 0 when it is gone. */
export async function sendEmpty(page: Page, action: string): Promise<number> {
  if ((await page.locator(`form[action="${action}"]`).count()) === 0) return 0;
  const answered = page.waitForEvent('domcontentloaded').then(() => undefined);
  const response = page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303);
  await page.evaluate((to) => {
    const form = [...document.forms].find((one) => one.getAttribute('action') === to) as HTMLFormElement;
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))
        field.checked = false;
      else if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = '';
      else if (field instanceof HTMLTextAreaElement) field.value = '';
      else if (field instanceof HTMLSelectElement) field.selectedIndex = -1;
    }
    const buttons = [...form.querySelectorAll<HTMLButtonElement>('button[type="submit"]')];
    form.requestSubmit(buttons.find((one) => /btn-(main|stop)/.test(one.className)) ?? buttons[0]);
  }, action);
  const status = (await response).status();
  await answered;
  return status;
}
