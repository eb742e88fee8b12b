import type { Day } from '../../workflows/definition.js';
import type { Tenancy } from '../../workflows/tenancy/tenancy.context.js';
import { limitBand, limitDay, type LimitBand, type Stay } from '../domain/five-year-clock.js';
import { dayOf } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';

/** A stay that goes on today, and how it stands to the five years. No name stands in it. */
export interface OpenStay {
  readonly file: string;
  readonly district: string | null;
  readonly start: Day;
  readonly earlier: readonly Stay[];
  /** The last permitted day of the five years, exceptions left out. */
  readonly limit: Day;
  /** The last day of an exception that goes further. */
  readonly until: Day | null;
  readonly band: LimitBand;
  readonly hasPlan: boolean;
  /** The flat lived in, as `<file>/<number>`. */
  readonly flat: string | null;
}

interface Row {
  readonly file: string;
  readonly district: string | null;
  readonly context: Pick<
    Tenancy,
    'start' | 'earlier' | 'limit' | 'exceptionUntil' | 'exitPlan' | 'dwelling' | 'ended'
  >;
}

const OPEN = `
select p.file_id as file, f.district, p.stored -> 'context' as context
from process p join case_file f on f.id = p.file_id
where p.workflow = 'tenancy' and p.is_open`;

/**
 * The stays open today that a person may see, by last permitted day. The limit is the one that the engine has placed the
 * tenancy by; only where an exception has taken its place is the end of the five years reckoned again.
 */
export async function openStays({ guarded, clock }: Runtime, person: Person): Promise<OpenStay[]> {
  const now = clock.now();
  const { rows } = await guarded.as(person, now, (db) => db.query<Row>({ name: 'open_stays', text: OPEN }));
  return rows
    .flatMap((row) => stayIn(row, dayOf(now)) ?? [])
    .sort((a, b) => (a.limit + a.file < b.limit + b.file ? -1 : 1));
}

function stayIn({ file, district, context }: Row, today: Day): OpenStay | null {
  const { start, earlier, limit: placed, exceptionUntil, exitPlan, dwelling, ended } = context;
  if (start === null || placed === null || start > today || ended !== null) return null;
  const limit = exceptionUntil === placed ? limitDay({ start, earlier }) : placed;
  const until = placed > limit ? placed : null;
  const exception = until === null ? null : { granted: start, until };
  return {
    ...{ file, district, start, earlier, limit, until, hasPlan: exitPlan !== null },
    band: limitBand(limit, today, exception),
    flat: dwelling?.ref ?? null,
  };
}

/** How a stay stands to its limit, the most urgent first. The bands of the report sum to these. */
export const groups = ['passed', 'exception', 'final', 'planning', 'later'] as const;
export type Group = (typeof groups)[number];

const bands: Readonly<Record<LimitBand, Group>> = {
  exceeded: 'passed',
  exception: 'exception',
  'under-3': 'final',
  '3-6': 'final',
  '6-12': 'planning',
  '12-24': 'planning',
  'over-24': 'later',
};

/** The group of a stay. */
export const groupOf = ({ band }: OpenStay): Group => bands[band];
