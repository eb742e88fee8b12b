import pg from 'pg';
import type { Fact } from '../../workflows/definition.js';
import dwelling from '../../workflows/dwelling/index.js';
import agencyRequest from '../../workflows/agency-request/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { dayOf, instantOf } from '../../src/domain/zone.js';
import { isRefusal } from '../../src/engine/refusals.js';
import type { District, Snapshot } from '../../src/register/snapshot.js';
import { answer, cases, type Answer, type Source } from '../../src/reports/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

/** A fact as a workflow gives it, and what the engine adds. `at` is when it happened; recorded then, if nothing else is said. */
export interface Line {
  readonly fact: Fact;
  readonly at: string;
  readonly recorded?: string;
  readonly voided?: string;
  readonly file: string;
  readonly process?: number;
  readonly form?: string | null;
  readonly district?: string | null;
  readonly dwelling?: string | null;
}

/** A small book of facts in a database of its own. */
export class Book {
  private readonly seqs = new Map<string, number>();
  /** What was written, in that order. */
  readonly facts: FactRow[] = [];

  private constructor(
    private readonly database: TestDatabase,
    readonly pool: pg.Pool,
    readonly source: Source,
  ) {}

  static async open(districts: readonly District[] = []): Promise<Book> {
    const database = await freshDatabase();
    const pool = new pg.Pool({ connectionString: database.url, max: 2 });
    const registers: Snapshot = {
      organisations: new Map(),
      delegations: new Map(),
      people: new Map(),
      districts: byCode(districts),
      assignments: new Map(),
      covers: new Map(),
    };
    const workflows = [referral, agencyRequest, offer, dwelling, tenancy];
    return new Book(database, pool, { pool, registers: { snapshot: async () => registers }, workflows });
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.database.drop();
  }

  async clear(): Promise<void> {
    await this.pool.query('truncate fact, goal, forecast, survey_round, survey_response');
    this.seqs.clear();
    this.facts.splice(0);
  }

  /** Writes facts, one event each, in the order given. */
  async write(...lines: Line[]): Promise<void> {
    const rows = lines.map((line) => this.row(line));
    this.facts.push(...rows);
    await this.pool.query(INSERT, [JSON.stringify(rows)]);
  }

  private row(line: Line): FactRow {
    const { fact, file } = line;
    const seq = (this.seqs.get(file) ?? 0) + 1;
    this.seqs.set(file, seq);
    const { on, ...told } = fact;
    const { kind, stage } = fact as { kind: string; stage?: string };
    const isDwelling = ['allocated', 'reserved', 'released'].includes(kind) || stage === 'flat';
    const { process = 1, district = 'farsta', form = null, recorded = line.at } = line;
    return {
      ...{ formKind: null, channel: null, party: null, stage: null, reason: null },
      ...{ file, seq, process, district, form },
      household: isDwelling ? null : file,
      dwelling: isDwelling ? file : (line.dwelling ?? null),
      on: on ?? dayOf(instantOf(line.at)),
      recorded: instantOf(recorded),
      voided: line.voided === undefined ? null : instantOf(line.voided),
      ...columnsOf(told),
      data: dataOf(told),
    };
  }

  async goal(
    year: number,
    forms: readonly string[],
    goal: number,
    from: string,
    recorded = from,
  ): Promise<void> {
    await this.pool.query(
      'insert into goal (year, forms, goal, valid_from, recorded_at) values ($1, $2, $3, $4, $5)',
      [year, forms, goal, from, `${recorded}T08:00:00Z`],
    );
  }

  /** The answer to a report; fails the test when it is refused. */
  async ask(report: string, parameters: Readonly<Record<string, unknown>>, today = TODAY): Promise<Answer> {
    const given = await answer(this.source, report, { today, reader: 'inside', parameters });
    if (isRefusal(given)) throw new Error(JSON.stringify(given));
    return given;
  }

  /** The files behind a figure. */
  async behind(
    report: string,
    parameters: Readonly<Record<string, unknown>>,
    row: Readonly<Record<string, unknown>>,
    column: string,
  ): Promise<readonly string[]> {
    const given = await cases(
      this.source,
      report,
      { today: TODAY, reader: 'inside', parameters },
      row,
      column,
    );
    if (isRefusal(given)) throw new Error(JSON.stringify(given));
    return given.files;
  }
}

/** After everything that the tests tell. */
export const TODAY = '2024-06-30';

/** A fact as it stands in the table. */
export interface FactRow {
  readonly file: string;
  readonly seq: number;
  readonly process: number;
  readonly kind: string;
  readonly on: string;
  readonly recorded: string;
  readonly voided: string | null;
  readonly district: string | null;
  readonly form: string | null;
  readonly household: string | null;
  readonly dwelling: string | null;
  readonly formKind: string | null;
  readonly channel: string | null;
  readonly party: string | null;
  readonly stage: string | null;
  readonly reason: string | null;
  readonly data: {
    readonly outcome?: string;
    readonly due?: string;
    readonly held?: string | null;
    readonly childrenHeard?: boolean;
    readonly day?: string;
    readonly exception?: boolean;
    readonly cause?: string;
    readonly value?: number | null;
    readonly state?: string;
    readonly to?: string;
    readonly began?: string;
    readonly ended?: string;
    readonly waitsFor?: string | null;
  };
}

const COLUMNS = ['kind', 'form', 'formKind', 'channel', 'party', 'stage', 'reason'];
const columnsOf = (told: object) =>
  Object.fromEntries(Object.entries(told).filter(([name]) => COLUMNS.includes(name))) as { kind: string };
const dataOf = (told: object): FactRow['data'] =>
  Object.fromEntries(Object.entries(told).filter(([name]) => !COLUMNS.includes(name)));

const INSERT = `insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, voided_at,
  district, household, dwelling, form_kind, channel, party, stage, reason, data)
select file, seq, 0, process, 'test', form, kind, "on", recorded, voided, district, household, dwelling, "formKind", channel,
  party, stage, reason, data
from jsonb_to_recordset($1::jsonb) as x(file text, seq int, process int, kind text, "on" date, recorded timestamptz,
  voided timestamptz, district text, form text, household text, dwelling text, "formKind" text, channel text, party text,
  stage text, reason text, data jsonb)`;

function byCode(districts: readonly District[]): Map<string, District[]> {
  const map = new Map<string, District[]>();
  for (const one of districts) map.set(one.code, [...(map.get(one.code) ?? []), one]);
  return map;
}

/** A flat booked on the goal. */
export const allocated = (
  file: string,
  at: string,
  form: string,
  more: Partial<Line> & {
    formKind?: 'trial' | 'training';
    channel?: 'agency' | 'facility';
    on?: string;
  } = {},
): Line => {
  const { formKind, channel = 'agency', on, ...line } = more;
  return {
    file,
    at,
    fact: { kind: 'allocated', form, channel, ...(formKind && { formKind }), ...(on && { on }) },
    ...line,
  };
};

/** A flat of the agency's held for a household of a form, and free again. */
export const reserved = (file: string, at: string, form: string, more: Partial<Line> = {}): Line => ({
  ...{ file, at, fact: { kind: 'reserved', form, channel: 'agency' } },
  ...more,
});
export const released = (file: string, at: string, form: string, more: Partial<Line> = {}): Line => ({
  ...{ file, at, fact: { kind: 'released', form, channel: 'agency', reason: 'refused' } },
  ...more,
});

/** A stay that began on a day. */
export const movedIn = (
  file: string,
  at: string,
  more: Partial<Line> & { channel?: 'agency' | 'facility'; form?: string; on?: string } = {},
): Line => {
  const { channel = 'facility', form = 'transitional', on, ...line } = more;
  return { file, at, fact: { kind: 'movedIn', form, channel, ...(on && { on }) }, ...line };
};

/** A stay that ended. */
export const movedOut = (
  file: string,
  at: string,
  { outcome = 'own-lease', ...more }: Partial<Line> & { outcome?: string } = {},
): Line => ({
  file,
  at,
  fact: { kind: 'movedOut', form: 'transitional', channel: 'facility', outcome },
  ...more,
});

/** The last permitted day of a stay, as it was told. */
export const limited = (
  file: string,
  at: string,
  day: string,
  { exception = false, ...more }: Partial<Line> & { exception?: boolean } = {},
): Line => ({ file, at, fact: { kind: 'limit', day, exception }, form: 'transitional', ...more });

/** A follow-up planned to a day, or held on one. */
export const followUp = (
  file: string,
  at: string,
  due: string,
  { held = null, heard, ...more }: Partial<Line> & { held?: string | null; heard?: boolean } = {},
): Line => ({
  file,
  at,
  fact: { kind: 'followUp', due, held, ...(heard !== undefined && { childrenHeard: heard }) },
  form: 'transitional',
  ...more,
});

type Party = 'household' | 'shis' | 'agency' | 'company' | 'district';

/** A no. */
export const refused = (
  file: string,
  at: string,
  answer: readonly [party: Party, stage: string, reason: string],
  more: Partial<Line> = {},
): Line => {
  const [party, stage, reason] = answer;
  return { file, at, fact: { kind: 'refused', party, stage, reason }, form: 'transitional', ...more };
};

/** A yes. */
export const accepted = (
  file: string,
  at: string,
  answer: readonly [party: Party, stage: string],
  more: Partial<Line> = {},
): Line => {
  const [party, stage] = answer;
  return { file, at, fact: { kind: 'accepted', party, stage }, form: 'transitional', ...more };
};
