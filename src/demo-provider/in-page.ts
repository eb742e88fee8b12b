import { languageOf, type Language } from '../platform/language.js';

/** What of a Koa context a page needs. */
interface Answering {
  readonly req: { readonly headers: { readonly 'accept-language'?: string | undefined } };
  set(name: string, value: string): void;
  type: string;
  body: unknown;
}

/** The headers of each of the provider's pages: nothing but its own style is loaded. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Answers with a page in the reader's language. */
export function inPage(ctx: Answering, page: (language: Language) => string): void {
  for (const [name, value] of Object.entries(pageHeaders)) ctx.set(name, value);
  ctx.body = page(languageOf(ctx.req.headers['accept-language']));
}
