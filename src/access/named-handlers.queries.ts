import type { Pool } from 'pg';
import type { Day, Instant } from '../../workflows/definition.js';
import type { HouseholdRecord } from '../../workflows/files/household.js';
import { addDays } from '../domain/days.js';
import { midnight } from '../domain/zone.js';

/** A family's file that a colleague had been let into by name on a day. Nothing of the family. */
export interface NamedSight {
  readonly file: string;
  readonly from: Instant;
  /** When they lost it; null while they have it. */
  readonly to: Instant | null;
  /** The kind of protected identity, if the file has one that had begun by then. */
  readonly protection: string | null;
}

const NAMED = `
select id, record from case_file where kind = 'household' and record @> jsonb_build_object('handlers',
  jsonb_build_array(jsonb_build_object('login', $1::text))) order by id`;

/** The files that a login could see by name on some part of a day, each time they were let in. */
export async function namedSightOn(pool: Pool, login: string, day: Day): Promise<NamedSight[]> {
  const [begin, end] = [midnight(day), midnight(addDays(day, 1))];
  const { rows } = await pool.query<{ id: string; record: HouseholdRecord }>({
    name: 'named_sight',
    text: NAMED,
    values: [login],
  });
  return rows.flatMap(({ id, record: { handlers, protection } }) =>
    handlers
      .filter((one) => one.login === login && one.from < end && (one.to === null || one.to > begin))
      .map(({ from, to }) => ({
        file: id,
        from,
        to,
        protection: protection !== null && protection.since <= day ? protection.kind : null,
      })),
  );
}
