import type { Duration, Step, Text } from '../../workflows/definition.js';

type Language = keyof Text;

/** A deadline's rule with each `{policy}` told in words: "3 månader från den dag då planeringen började." */
export function ruleInWords(rule: Text, policy: Step['policy'], language: Language): string {
  return rule[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = policy[name];
    return value === undefined ? place : valueInWords(value, language);
  });
}

/** A policy value in words; a number stands for itself. */
export const valueInWords = (value: Duration | number, language: Language): string =>
  typeof value === 'number' ? String(value) : lengthOf(value, language);

/** A length of time in words: "10 arbetsdagar". Never broken over two lines. */
export function lengthOf({ amount, unit }: Duration, language: Language): string {
  const [one, many] = UNITS[unit][language];
  return `${amount}\u00a0${(amount === 1 ? one : many).replace(' ', '\u00a0')}`;
}

const UNITS: Readonly<Record<Duration['unit'], Record<Language, readonly [one: string, many: string]>>> = {
  days: { sv: ['dag', 'dagar'], en: ['day', 'days'] },
  workingDays: { sv: ['arbetsdag', 'arbetsdagar'], en: ['working day', 'working days'] },
  months: { sv: ['månad', 'månader'], en: ['month', 'months'] },
  years: { sv: ['år', 'år'], en: ['year', 'years'] },
};
