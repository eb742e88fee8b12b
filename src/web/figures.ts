import type { Language } from '../platform/language.js';

const formats = { sv: new Intl.NumberFormat('sv-SE'), en: new Intl.NumberFormat('en-GB') } as const;

/** A whole number with its thousands apart; a dash where it is not known. */
export const figure = (value: number | null, language: Language): string =>
  value === null ? '–' : formats[language].format(value);
