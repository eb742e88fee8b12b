import type { Page, Visitor } from './visitor.js';

/** The value of a hidden field on a page; empty when it has none. */
export const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** Sends the form at an address as it stands there, with some fields filled in. */
export async function fill(
  who: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Page> {
  const { text } = await who.get(path);
  const own = { key: hidden(text, 'key'), version: hidden(text, 'version'), do: 'take' };
  return who.form(path.split('?')[0] ?? path, { ...own, ...fields });
}

/** The words of a page where a day, or how one is written, stands in an element of its own so that it keeps on one line. */
export const unbroken = (text: string): string =>
  text.replaceAll(/<span class="nowrap">([^<]*)<\/span>/g, '$1');
