import type { Pool } from 'pg';
import type { Day, Instant, OrgKind } from '../../workflows/definition.js';

/** One version of a district: `to` its last day. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly successor: string | null;
}

/** One version of a colleague: `to` the last day. */
export interface PersonVersion {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly mail: string | null;
  readonly from: Instant;
  readonly to: Day | null;
}

/** A line of an organisation's order of delegation, as last told: `to` its last day. */
export interface DelegationTold {
  readonly line: string;
  readonly decision: string;
  readonly organisation: string;
  readonly role: string | null;
  readonly login: string | null;
  readonly from: Day;
  readonly to: Day | null;
}

/** A role beside one's own post, as last told; days are inclusive. */
export interface Assignment {
  readonly login: string;
  readonly organisation: string;
  readonly role: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** Substitute cover, as last told; days are inclusive. */
export interface Cover {
  readonly login: string;
  readonly for: string;
  readonly from: Day;
  readonly to: Day;
}

/** What the registers say of who there is, every version in the order of its beginning (later ones count). */
export interface Snapshot {
  readonly organisations: ReadonlyMap<string, { readonly kind: OrgKind; readonly name: string }>;
  readonly districts: ReadonlyMap<string, readonly District[]>;
  readonly people: ReadonlyMap<string, readonly PersonVersion[]>;
  /** By organisation. */
  readonly delegations: ReadonlyMap<string, readonly DelegationTold[]>;
  /** By login. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** By the login of the substitute. */
  readonly covers: ReadonlyMap<string, readonly Cover[]>;
}

const ORGANISATIONS = 'select code, kind, name from organisation order by valid_from, id';
/** Every version of every district, in order. */
export const DISTRICTS = `
select code, name, valid_from::text as "from", valid_to::text as "to", successor from district order by valid_from, id`;
const PEOPLE = `
select login, name, organisation, role, mail, valid_from as "from", valid_to::text as "to" from person
order by valid_from, id`;

const DELEGATIONS = `
select distinct on (organisation, line) line, decision, organisation, role, login, valid_from::text as "from", valid_to::text as "to"
from delegation order by organisation, line, id desc`;
const ASSIGNMENTS = `
select distinct on (login, organisation, role, valid_from) login, organisation, role, valid_from::text as "from",
  valid_to::text as "to" from assignment order by login, organisation, role, valid_from, id desc`;
const COVERS = `
select distinct on (login, covered, valid_from) login, covered as "for", valid_from::text as "from",
  valid_to::text as "to" from cover order by login, covered, valid_from, id desc`;

/** Reads all of it: some hundreds or thousands of rows, asked for every few seconds at most. */
export async function readSnapshot(pool: Pool): Promise<Snapshot> {
  const [organisations, districts, people, assignments, covers, delegations] = await Promise.all([
    pool.query<{ code: string; kind: OrgKind; name: string }>({ name: 'organisations', text: ORGANISATIONS }),
    pool.query<District>({ name: 'districts', text: DISTRICTS }),
    pool.query<Omit<PersonVersion, 'from'> & { from: Date }>({ name: 'people', text: PEOPLE }),
    pool.query<Assignment>({ name: 'assignments', text: ASSIGNMENTS }),
    pool.query<Cover>({ name: 'covers', text: COVERS }),
    pool.query<DelegationTold>({ name: 'delegations', text: DELEGATIONS }),
  ]);
  return {
    organisations: new Map(organisations.rows.map(({ code, kind, name }) => [code, { kind, name }])),
    districts: grouped(districts.rows, (row) => row.code),
    people: grouped(
      people.rows.map((row) => ({ ...row, from: row.from.toISOString() })),
      (row) => row.login,
    ),
    delegations: grouped(delegations.rows, (row) => row.organisation),
    assignments: grouped(assignments.rows, (row) => row.login),
    covers: grouped(covers.rows, (row) => row.login),
  };
}

/** Rows by what they have in common, in their order. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
