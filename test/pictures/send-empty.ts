import type { Page } from 'playwright-core';

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
