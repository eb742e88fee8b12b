import type { Language } from '../platform/language.js';
import { numerals } from '../platform/numerals.js';

/** A whole number with its thousands apart; a dash where it is not known. */
export const figure = (value: number | null, language: Language): string =>
  value === null ? '–' : numerals(value, language);

/** A size in bytes, as people say it: "340 kB", "2,4 MB". */
export function sizeOf(bytes: number, language: Language): string {
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kB'] : [bytes / (1024 * 1024), 'MB'];
  const most = amount < 10 && unit === 'MB' ? 1 : 0;
  const said = Math.max(amount, 1).toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', {
    maximumFractionDigits: most,
  });
  return `${said}\u00a0${unit}`;
}

/** The month of a day: "november 2021". */
export const monthOf = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${day}T00:00:00Z`));

/** A change with its sign: "+1", "−1", "0". */
export const signed = (change: number): string =>
  change === 0 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`;
