import type { Pool, PoolClient } from 'pg';
import type { Workflow } from '../../workflows/definition.js';
import { mergersDue, presentDistrict } from '../register/districts.js';
import type { Snapshot } from '../register/snapshot.js';
import { districtsIn, nameIn } from './breakdowns.js';
import { counter, type Division } from './counting.js';
import { forecastsOf } from './forecasts.queries.js';
import { dialogueIn } from './dialogue.queries.js';
import { facilityNames } from './facilities.queries.js';
import { lastEventBefore, type LastEvent } from './last-event.queries.js';
import { goalsInForce } from './goals.queries.js';
import type { Asking } from './parameters.js';
import { periodOf, type Period } from './period.js';
import { reasonLists } from './reason-lists.js';
import type { Asked, Parameters } from './report.js';
import { surveyRounds } from './surveys.queries.js';

/** What reports are made from. `workflows` in their newest versions, for the words of their reasons. */
export interface Source {
  readonly pool: Pool;
  readonly registers: { snapshot(): Promise<Snapshot> };
  readonly workflows: readonly Workflow[];
}

/** All that one answer is made from, at one moment of the database. */
export interface Inside {
  readonly db: PoolClient;
  readonly asked: Asked;
  readonly period: Period;
  readonly registers: Snapshot;
  readonly division: Division;
  /** The last event that it may rest on; looked up once for all its parts. */
  lastEvent(): Promise<LastEvent | undefined>;
}

/** Does the work of one answer in one snapshot of the database, so that its numbers agree with each other. */
export async function inside<T>(
  source: Source,
  parameters: Parameters,
  { today, knownBefore }: Asking,
  work: (inside: Inside) => Promise<T>,
): Promise<T> {
  const registers = await source.registers.snapshot();
  const mergers = parameters.division === 'now' ? mergersDue(registers, today) : [];
  const division: Division = (district) => presentDistrict(mergers, district);
  const period = periodOf(parameters, knownBefore);
  return inSnapshot(source.pool, async (db) => {
    const houses = await facilityNames(db);
    const asked: Asked = {
      parameters,
      goals: await goalsInForce(db, parameters.year, period.until, period.knownBefore),
      reasons: reasonLists(source.workflows),
      tally: counter(db, period, division, today),
      forecasts: () => forecastsOf(db, parameters.year, period, division),
      surveys: () => surveyRounds(db, period),
      dialogue: () => dialogueIn(db, period),
      districts: districtsIn(registers, parameters.division === 'now' ? today : period.until),
      houseNamed: (code) => houses.get(code) ?? nameIn(registers, code),
    };
    let last: Promise<LastEvent | undefined> | undefined;
    const lastEvent = () => (last ??= lastEventBefore(db, period.knownBefore, today));
    return work({ db, asked, period, registers, division, lastEvent });
  });
}

/** A report sorts and joins much of what was ever told, where any other statement touches a few rows. */
const BEGIN = `begin isolation level repeatable read read only; set local work_mem = '64MB'`;

async function inSnapshot<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  let broken = true;
  try {
    await db.query(BEGIN);
    const result = await work(db);
    await db.query('commit');
    broken = false;
    return result;
  } finally {
    // A connection that failed in the middle is closed, not handed on.
    db.release(broken);
  }
}
