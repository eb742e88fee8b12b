import type { Language } from './language.js';

const formats = { sv: new Intl.NumberFormat('sv-SE'), en: new Intl.NumberFormat('en-GB') } as const;

/** A number as it is read: thousands apart, a comma or point before decimals, a true minus. */
export const numerals = (value: number, language: Language): string =>
  formats[language].format(value).replace('-', '−');
