import type { Day, Text } from '../../workflows/definition.js';
import { addDays, addMonths } from '../domain/days.js';
import { DAYS_UNTIL_MADE } from './packs.policy.js';
import { MONTH_WORDS } from './words.js';

/** A report of a month, a tertial or a year that is made as a matter of routine. */
export interface Pack {
  /** `monthly-2021-10`, `tertial-2021-1`, `tertial-2021-year`. */
  readonly code: string;
  readonly report: 'monthly' | 'tertial';
  readonly parameters: Readonly<Record<string, string>>;
  /** Its last day. */
  readonly until: Day;
  readonly label: Text;
}

/** How many of each kind may be made by hand. */
const MONTHS = 12;
const TERTIALS = 6;

/** The packs of the periods that had ended before a day, the newest first. */
export function packsUntil(today: Day): Pack[] {
  const first = `${today.slice(0, 7)}-01`;
  const months = Array.from({ length: MONTHS }, (_, at) => monthly(addMonths(first, -at - 1)));
  const year = Number(today.slice(0, 4));
  const tertials = [year, year - 1, year - 2]
    .flatMap((one) => (['year', '2', '1'] as const).map((part) => tertial(one, part)))
    .filter(({ until }) => until < today);
  return [...months, ...tertials.slice(0, TERTIALS)];
}

/** The pack of a code, if its period has ended before a day. */
export const packNamed = (code: string, today: Day): Pack | undefined =>
  packsUntil(today).find((one) => one.code === code);

/** The newest month and the newest tertial or year whose reports are to have been made by themselves by a day. */
export function packsDue(today: Day): Pack[] {
  const ripe = packsUntil(today).filter(({ until }) => addDays(until, DAYS_UNTIL_MADE.days) <= today);
  return newestOf(ripe);
}

/** The newest of each report, of packs that stand the newest first. */
export const newestOf = (packs: readonly Pack[]): Pack[] =>
  (['monthly', 'tertial'] as const).flatMap((report) => packs.find((one) => one.report === report) ?? []);

function monthly(first: Day): Pack {
  const [year = '', month = ''] = first.split('-');
  const words = MONTH_WORDS[Number(month) - 1] as Text;
  return {
    code: `monthly-${year}-${month}`,
    report: 'monthly',
    parameters: { year, month: String(Number(month)) },
    until: addDays(addMonths(first, 1), -1),
    label: { sv: `Månadsstatistik ${words.sv} ${year}`, en: `Monthly statistics ${words.en} ${year}` },
  };
}

const ENDS = { '1': '04-30', '2': '08-31', year: '12-31' } as const;

function tertial(year: number, part: keyof typeof ENDS): Pack {
  const [sv, en] = part === 'year' ? [`Hela året ${year}`, `The year ${year}`] : [];
  return {
    code: `tertial-${year}-${part}`,
    report: 'tertial',
    parameters: { year: String(year), tertial: part },
    until: `${year}-${ENDS[part]}`,
    label: { sv: sv ?? `Tertialrapport ${part} ${year}`, en: en ?? `Tertial report ${part} ${year}` },
  };
}
