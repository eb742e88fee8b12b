import type { FastifyRequest } from 'fastify';
import { cookieIn, setCookie } from '../platform/cookies.js';
import { languageOf, type Language } from '../platform/language.js';

/** How the pages look: as the system does, or always light or dark. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const YEAR_SECONDS = 365 * 86_400;

/** What is chosen by a word in any address (`?lang=en`), and the cookie that remembers it. It tells nothing of anybody. */
const choices = {
  lang: { cookie: '__Host-husrum-language', among: ['sv', 'en'] },
  theme: { cookie: '__Host-husrum-theme', among: themes },
} as const;

/** The language somebody chose, else the one that their browser asks for. */
export function languageIn({ headers }: FastifyRequest): Language {
  const chosen = cookieIn(headers.cookie, choices.lang.cookie);
  return chosen === 'sv' || chosen === 'en' ? chosen : languageOf(headers['accept-language']);
}

/** The look somebody chose. */
export function themeIn({ headers }: FastifyRequest): Theme {
  const chosen = cookieIn(headers.cookie, choices.theme.cookie);
  return themes.find((one) => one === chosen) ?? 'system';
}

/** A choice in the address of a page: remembered, and gone from the address. Null when there is none. */
export function choiceIn(
  request: FastifyRequest,
): { readonly go: string; readonly cookies: readonly string[] } | null {
  if (request.method !== 'GET') return null;
  const url = new URL(request.url, 'http://husrum.invalid');
  const cookies = Object.entries(choices).flatMap(([name, { cookie, among }]) => {
    const chosen = url.searchParams.get(name) ?? '';
    if (!(among as readonly string[]).includes(chosen)) return [];
    url.searchParams.delete(name);
    return [setCookie(cookie, chosen, YEAR_SECONDS)];
  });
  return cookies.length === 0 ? null : { go: `${url.pathname}${url.search}`, cookies };
}

/** The address of a page, with a wish for something else. */
export function wishAt(url: URL, name: keyof typeof choices, value: string): string {
  const wished = new URL(url);
  wished.searchParams.set(name, value);
  return `${wished.pathname}${wished.search}`;
}
