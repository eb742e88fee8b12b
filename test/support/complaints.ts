import type { Browser, BrowserContext, ConsoleMessage } from 'playwright-core';

/** An address at which a page stays in touch with the server: it breaks off whenever either of them goes. */
const STREAM = /\/live\b/;
/** Says of a refusal by the content policy what was refused, should the browser not do so itself. */
const TELL = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('Content Security Policy: ' + violatedDirective + ' ' + blockedURI));`;

/**
 * The same browser, which closes with an error should a page have complained meanwhile: a script that failed, something that
 * the content policy refused, a part of a page that was not there. That a page itself was refused is no complaint.
 */
export function watched(browser: Browser): Browser {
  const complaints = new Set<string>();
  const open = browser.newContext.bind(browser);
  const close = browser.close.bind(browser);
  browser.newContext = async (options) => watch(await open(options), complaints);
  browser.close = async () => {
    await close();
    if (complaints.size > 0) throw new Error(`pages complained: ${[...complaints].join('; ')}`);
  };
  return browser;
}

async function watch(context: BrowserContext, complaints: Set<string>): Promise<BrowserContext> {
  await context.addInitScript(TELL);
  context.on('weberror', (error) => complaints.add(String(error.error())));
  context.on('console', (message) => {
    if (isComplaint(message)) complaints.add(`${message.text()} (${pathOf(message.location().url)})`);
  });
  return context;
}

function isComplaint(message: ConsoleMessage): boolean {
  if (/content security policy|trusted/i.test(message.text())) return true;
  if (message.type() !== 'error') return false;
  const { url } = message.location();
  const isOfPage = url === '' || url === message.page()?.url() || STREAM.test(url);
  return !(isOfPage && message.text().startsWith('Failed to load resource'));
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);
