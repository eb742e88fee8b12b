import type { Day, Text } from '../../workflows/definition.js';
import { parseDay } from '../domain/days.js';
import { districtsOn } from '../register/districts.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Column, Districts, Parameters } from './report.js';
import type { Breakdown } from './rows.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/**
 * The parts that a report is told in. Months: all to the cut-off. Districts: those of the day (the cut-off, or today for
 * today's division) and any other that has a number, by code; last what no district answered for.
 */
export function breakdownOf(parameters: Parameters, registers: Snapshot, today: Day): Breakdown | null {
  const { by, until, division } = parameters;
  if (by === null) return null;
  if (by === 'month') return { by, values: () => monthsTo(until) };
  const ofTheDay = districtsOn(registers, division === 'now' ? today : until).map(({ code }) => code);
  return {
    by,
    values(tallies) {
      const met = [...tallies].flatMap((counted) => counted.map(({ district }) => district));
      const codes = new Set([...ofTheDay, ...met.filter((code) => code !== null)]);
      return [...[...codes].sort(), ...(met.includes(null) ? [null] : [])];
    },
  };
}

function monthsTo(until: Day): string[] {
  const { year, month } = parseDay(until);
  return Array.from({ length: month }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}

/** The column that tells the parts of a breakdown. */
export function breakdownColumn(by: Breakdown['by'], registers: Snapshot): Column {
  if (by === 'month') return { name: by, label: text('Månad', 'Month'), unit: null, key: true };
  const nameOf = (code: string): Text | undefined => nameIn(registers, code);
  return { name: by, label: text('Stadsdel', 'District'), unit: null, key: true, words: nameOf };
}

/** What a district or unit is called in the registers. */
function nameIn({ organisations, districts }: Snapshot, code: string): Text | undefined {
  const name = organisations.get(code)?.name ?? districts.get(code)?.at(-1)?.name;
  return name === undefined ? undefined : text(name, name);
}

/** The city's districts on a day. */
export const districtsIn = (registers: Snapshot, day: Day): Districts => ({
  codes: districtsOn(registers, day).map(({ code }) => code),
  isDistrict: (code) => registers.districts.has(code),
  nameOf: (code) => nameIn(registers, code),
});
