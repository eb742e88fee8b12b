import type { PoolClient } from 'pg';
import type { Day } from '../../workflows/definition.js';
import type { Period } from './period.js';
import type { Asked, Keys, Measure, Tally } from './report.js';

/** Names the district that a fact's district counts as; itself, or whoever it has become. */
export type Division = (district: string) => string;

/** One thing counted: the case file behind it, the day it counts, and its keys. */
export type Unit = Keys & { readonly file: string; readonly day: Day };

const KEYS = `u.district, to_char(u.day, 'YYYY-MM') as month, u.form, u.form_kind as "formKind", u.channel, u.party, u.stage, u.reason, u.code, u.house, u.value`;

const values = ({ from, until, knownBefore }: Period): string[] => [from, until, knownBefore];

/** Counts measures in a period, each once however often it is asked for; `today` says whose identity is protected. */
export function counter(db: PoolClient, period: Period, division: Division, today: Day): Asked['tally'] {
  const counted = new Map<string, Promise<readonly Tally[]>>();
  return (measure) => {
    const tallies = counted.get(measure.name) ?? count(db, measure, period, division, today);
    counted.set(measure.name, tallies);
    return tallies;
  };
}

async function count(db: PoolClient, measure: Measure, period: Period, division: Division, today: Day) {
  const text = `select ${KEYS}, sum(u.size)::int as count, count(*)::int as units, count(f.id)::int as protected from (${measure.units}) u
    left join case_file f on f.id = u.file and f.protected_until >= $4::date group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
  const query = { name: `tally-${measure.name}`, text, values: [...values(period), today] };
  const { rows } = await db.query<Tally>(query);
  return rows.map((row) => placed(row, division));
}

/** Everything that a measure counts in a period, one by one. */
export async function unitsOf(
  db: PoolClient,
  measure: Measure,
  period: Period,
  division: Division,
): Promise<readonly Unit[]> {
  const text = `select u.file, u.day::text as day, ${KEYS} from (${measure.units}) u`;
  const { rows } = await db.query<Unit>({ name: `units-${measure.name}`, text, values: values(period) });
  return rows.map((row) => placed(row, division));
}

const placed = <K extends Keys>(row: K, division: Division): K =>
  row.district === null ? row : { ...row, district: division(row.district) };
