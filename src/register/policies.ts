import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Duration } from '../../workflows/definition.js';
import { midnight } from '../domain/zone.js';
import type { AddedPolicy } from '../engine/policy.js';
import type { Registry } from '../engine/registry.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import { fault, register } from './keeping.js';
import { PolicyValueRow } from './policy.entity.js';
import { policy as schema } from './schemas.js';
import { outOfRange, words } from './words.js';

type Value = z.infer<typeof schema>;

/** Bare numbers that mean more than how many. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'referral.otherNeedsReason': [0, 1],
  'referral.refusalsBeforeReview': [1, 20],
};
const POINTS = [0, 1_000] as const;
/** No term is nothing, and none longer than twenty years. */
const longest: Readonly<Record<Duration['unit'], number>> = {
  days: 7_300,
  workingDays: 5_000,
  months: 240,
  years: 20,
};

function ofRange({ workflow, name, value, unit }: Value): Refusal | null {
  const [least, most] = unit === undefined ? (ranges[`${workflow}.${name}`] ?? POINTS) : [1, longest[unit]];
  return value < least || value > most ? fault('value', outOfRange(least, most)) : null;
}

/** Whether anything was recorded on the day or later: it was decided by what was in force then. */
const hasBegun = async (db: EntityManager, day: string): Promise<boolean> =>
  ((await db.query('select 1 from event where recorded_at >= $1 limit 1', [midnight(day)])) as unknown[])
    .length > 0;

/**
 * Values of policy: from tomorrow on, never backwards, so that what was decided stays decided by what was in force. Of two
 * for the same day the later recorded counts.
 */
export const policy = register('policy', schema, {
  async refuses(db, data) {
    const { workflow, name, from, value, source } = data;
    const range = ofRange(data);
    if (isRefusal(range)) return range;
    const isWritten = await db.existsBy(PolicyValueRow, { workflow, name, from, value, source });
    return !isWritten && (await hasBegun(db, from)) ? fault('from', words.policyBackwards) : null;
  },
  async holds(db, { workflow, name, from, value, unit }) {
    const last = await db.findOne(PolicyValueRow, { where: { workflow, name, from }, order: { id: 'DESC' } });
    return last !== null && last.value === value && last.unit === (unit ?? null);
  },
  write: (db, { unit, ...data }, { recordedAt }) =>
    db.insert(PolicyValueRow, { ...data, unit: unit ?? null, recordedAt }),
});

const ROWS = `select workflow, name, from_day::text as "from", value, unit, source from policy_row order by from_day, id`;

interface Row {
  readonly workflow: string;
  readonly name: string;
  readonly from: string;
  readonly value: number;
  readonly unit: Duration['unit'] | null;
  readonly source: string;
}

/** Brings what the register holds to the workflows; asked again, it learns what other nodes have written. */
export class Policies {
  constructor(
    private readonly pool: Pool,
    private readonly registry: Registry,
  ) {}

  async load(): Promise<void> {
    const { rows } = await this.pool.query<Row>({ name: 'policy_rows', text: ROWS });
    this.registry.addPolicy(rows.map(rowIn));
  }
}

const rowIn = ({ workflow, name, from, value, unit, source }: Row): AddedPolicy => ({
  ...{ workflow, name, from, source },
  value: unit === null ? value : { amount: value, unit, source },
});
