/** The languages that the product speaks. */
export type Language = 'sv' | 'en';

const WISH = /^\s*([a-z]{1,8})(?:-[a-z0-9-]*)?\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*$/i;

/** The language that a reader asks for by `Accept-Language`; Swedish when they ask for neither, or for both alike. */
export function languageOf(accepted: string | undefined): Language {
  const wish = { sv: 0, en: 0 };
  for (const part of (accepted ?? '').split(',').slice(0, 20)) {
    const [, tag = '', quality = '1'] = WISH.exec(part) ?? [];
    const language = tag.toLowerCase();
    if (language === 'sv' || language === 'en') wish[language] = Math.max(wish[language], Number(quality));
  }
  return wish.en > wish.sv ? 'en' : 'sv';
}
