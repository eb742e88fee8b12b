import type { Typed } from '../../access/session.js';
import { householdSizes, type HouseholdSize } from '../../register/schemas.js';
import type { Language } from '../../platform/language.js';
import type { ForecastWish } from '../pages/forecast.page.js';
import { text } from '../pages/forecast.words.js';
import type { Fault } from '../parts.js';

/** One number told twice: the fewest and the most. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
/** What is handed in: of all together, or of each size. */
export type Told = readonly (Range & { readonly size?: HouseholdSize })[];

export const SIZES = Object.keys(householdSizes) as readonly HouseholdSize[];

/** The names of the fields in which a forecast is typed. */
export const FIELDS = [
  'district',
  'form',
  'low',
  'high',
  ...SIZES.flatMap((size) => [`low-${size}`, `high-${size}`]),
] as const;

/** What was typed, as it was. */
export const wishIn = (from: Typed): ForecastWish =>
  Object.fromEntries(FIELDS.map((name) => [name, String(from[name] ?? '').trim()]));

const isCount = (given: string): boolean => /^\d{1,5}$/.test(given);

/**
 * Reads the numbers: of each size where any is told (what is left empty is none), else of all together. A sum told beside the
 * sizes has to be theirs.
 */
export function toldIn(wish: ForecastWish, language: Language): Told | Fault[] {
  const say = text[language];
  const of = (name: string): string => wish[name] ?? '';
  const bySize = SIZES.some((size) => of(`low-${size}`) !== '' || of(`high-${size}`) !== '');
  const range = (end: string): Range | Fault[] => {
    const faults = (['low', 'high'] as const).flatMap((name) => {
      const given = of(`${name}${end}`);
      const isTold = isCount(given) || (end !== '' && given === '');
      return isTold ? [] : [{ id: `${name}${end}`, message: say.noNumber(say[name]) }];
    });
    const [low, high] = [Number(of(`low${end}`)), Number(of(`high${end}`))];
    if (faults.length === 0 && high < low) return [{ id: `high${end}`, message: say.below }];
    return faults.length > 0 ? faults : { low, high };
  };
  if (!bySize) {
    const all = range('');
    return Array.isArray(all) ? all : [all as Range];
  }
  const sizes = SIZES.map((size) => ({ size, range: range(`-${size}`) }));
  const faults = sizes.flatMap((one) => (Array.isArray(one.range) ? (one.range as Fault[]) : []));
  if (faults.length > 0) return faults;
  const told = sizes.map(({ size, range: read }) => ({ size, ...(read as Range) }));
  return sumFaults(wish, told, language) ?? told;
}

/** The sum is theirs, or is not told. */
function sumFaults(wish: ForecastWish, told: Told, language: Language): Fault[] | null {
  const sum = (name: keyof Range): number => told.reduce((all, one) => all + one[name], 0);
  const differs = (['low', 'high'] as const).find((name) => {
    const given = wish[name] ?? '';
    return given !== '' && given !== String(sum(name));
  });
  if (differs === undefined) return null;
  return [{ id: differs, message: text[language].otherSum(sum('low'), sum('high')) }];
}

/** Whether what is told is a list of faults. */
export const isFaulty = (told: Told | Fault[]): told is Fault[] =>
  told.some((one) => 'message' in one) || told.length === 0;
