import type { Pool } from 'pg';
import type { Day, OrgKind } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import type { District, Snapshot } from '../register/snapshot.js';

/** What an organisation has: household files that are its own, how many of them with something going on, and people. */
export interface Holding {
  readonly files: number;
  readonly open: number;
  readonly people: number;
  /** Lines of its own order of delegation that are in force or to come. */
  readonly lines: number;
}

const FILES = `
select district as code, count(*)::int as files, (count(*) filter (where exists (
  select from process p where p.file_id = f.id and p.is_open)))::int as open
from case_file f where kind = 'household' and district = any($1) group by district`;

/** What organisations have, by their codes. */
export async function holdingsOf(
  pool: Pool,
  { people, delegations }: Snapshot,
  codes: readonly string[],
  now: string,
): Promise<(code: string) => Holding> {
  const { rows } = await pool.query<{ code: string; files: number; open: number }>(FILES, [codes]);
  const files = new Map(rows.map((row) => [row.code, row]));
  const today = dayOf(now);
  const goesOn = ({ to }: { readonly to: Day | null }): boolean => to === null || to >= today;
  const posts = new Map<string, number>();
  for (const told of people.values()) {
    const last = told.findLast(({ from }) => from <= now);
    if (last !== undefined && goesOn(last))
      posts.set(last.organisation, (posts.get(last.organisation) ?? 0) + 1);
  }
  return (code) => ({
    files: files.get(code)?.files ?? 0,
    open: files.get(code)?.open ?? 0,
    people: posts.get(code) ?? 0,
    lines: (delegations.get(code) ?? []).filter(goesOn).length,
  });
}

/** An organisation of the register. A district of the city has its days; no other has. */
export interface OrganisationHeld {
  readonly code: string;
  readonly name: string;
  readonly kind: OrgKind;
  readonly district: District | null;
}

/** Every organisation, by name; of a district its last version. */
export const organisationsHeld = ({ organisations, districts }: Snapshot): OrganisationHeld[] =>
  [...organisations]
    .map(([code, { kind, name }]) => ({ code, name, kind, district: districts.get(code)?.at(-1) ?? null }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
