import type { EntityManager } from 'typeorm';
import { dayOf } from '../domain/zone.js';
import type { Refusal } from '../engine/refusals.js';
import { fault } from './keeping.js';
import { words } from './words.js';

/** What makes somebody a system administrator until further notice: their own post, or a role beside it. */
export interface Administrator {
  readonly login: string;
  /** Null for the own post; else the organisation and the first day of the further role. */
  readonly organisation: string | null;
  readonly from: string | null;
}

const ADMINISTRATORS = `
with post as (
  select distinct on (login) login, role, valid_to from person where valid_from <= $1 order by login, valid_from desc, id desc
), further as (
  select distinct on (login, organisation, role, valid_from) * from assignment
  order by login, organisation, role, valid_from, id desc
)
select login, null as organisation, null as "from" from post where role = 'systemAdministrator' and valid_to is null
union all
select f.login, f.organisation, f.valid_from::text from further f join post p using (login)
where f.role = 'systemAdministrator' and f.valid_from <= $2 and f.valid_to is null and p.valid_to is null`;

/** Refused when a line takes the role from the last who has it until further notice; `goes`: whom it takes it from. */
export async function lastAdministrator(
  db: EntityManager,
  at: Date,
  path: string,
  goes: (one: Administrator) => boolean,
): Promise<Refusal | null> {
  const all = await db.query<Administrator[]>(ADMINISTRATORS, [at, dayOf(at.toISOString())]);
  return all.length > 0 && all.every(goes) ? fault(path, words.lastAdministrator) : null;
}
