import type { Day, Text } from '../../workflows/definition.js';
import { parseDay } from '../domain/days.js';
import { districtsOn } from '../register/districts.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Asked, By, Column, Districts, Keys, Parameters, Tally } from './report.js';
import type { Breakdown } from './rows.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/**
 * The parts that a report is told in. Months: all to the cut-off. Districts: those of the day (the cut-off, or today for
 * today's division) and any other that has a number, by code; last what no district answered for. Houses: all that have a
 * number.
 */
export function breakdownOf(parameters: Parameters, registers: Snapshot, today: Day): Breakdown | null {
  const { by, until, division } = parameters;
  if (by === null) return null;
  if (by === 'month') return { by, values: () => monthsTo(until) };
  if (by === 'house') return { by, values: (tallies) => met(tallies, ({ house }) => house) };
  const ofTheDay = districtsOn(registers, division === 'now' ? today : until).map(({ code }) => code);
  return { by, values: (tallies) => met(tallies, ({ district }) => district, ofTheDay) };
}

/** The codes that something counted has, with those there are anyway, in order; last what has none. */
function met(
  tallies: Iterable<readonly Tally[]>,
  codeOf: (keys: Keys) => string | null,
  always: readonly string[] = [],
): (string | null)[] {
  const codes = new Set([...tallies].flatMap((counted) => counted.map(codeOf)));
  const named = [...codes].filter((code) => code !== null);
  return [...[...new Set([...always, ...named])].sort(), ...(codes.has(null) ? [null] : [])];
}

function monthsTo(until: Day): string[] {
  const { year, month } = parseDay(until);
  return Array.from({ length: month }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}

/** The column that tells the parts of a breakdown. */
export function breakdownColumn(by: By, registers: Snapshot, houseNamed: Asked['houseNamed']): Column {
  if (by === 'month') return { name: by, label: text('Månad', 'Month'), unit: null, key: true };
  if (by === 'house')
    return {
      ...{ name: by, unit: null, key: true, words: houseNamed },
      label: text('Anläggning eller bolag', 'Facility or company'),
    };
  const nameOf = (code: string): Text | undefined => nameIn(registers, code);
  return { name: by, label: text('Stadsdel', 'District'), unit: null, key: true, words: nameOf };
}

/** What a district, unit or company is called in the registers. */
export function nameIn({ organisations, districts }: Snapshot, code: string): Text | undefined {
  const name = organisations.get(code)?.name ?? districts.get(code)?.at(-1)?.name;
  return name === undefined ? undefined : text(name, name);
}

/** The city's districts on a day. */
export const districtsIn = (registers: Snapshot, day: Day): Districts => ({
  codes: districtsOn(registers, day).map(({ code }) => code),
  isDistrict: (code) => registers.districts.has(code),
  nameOf: (code) => nameIn(registers, code),
});
