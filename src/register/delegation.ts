import type { EntityManager } from 'typeorm';
import { addDays } from '../domain/days.js';
import { dayOf } from '../domain/zone.js';
import { DelegationRow } from './delegation.entity.js';
import { fault, register } from './keeping.js';
import { OrganisationRow } from './organisation.entity.js';
import * as schemas from './schemas.js';
import { words } from './words.js';

type Data = schemas.DelegationData;

const lastTold = (
  db: EntityManager,
  { organisation, line }: Pick<Data, 'organisation' | 'line'>,
): Promise<DelegationRow | null> =>
  db.findOne(DelegationRow, { where: { organisation, line }, order: { id: 'DESC' } });

/** Whether a line says the same as the row that is there, its last day left aside. */
const isSame = (row: DelegationRow, { decision, role, login, from }: Data): boolean =>
  row.decision === decision &&
  row.role === (role ?? null) &&
  row.login === (login ?? null) &&
  row.validFrom === from;

/** Whether a line says of one that is there only that it ends, and not later than it did. */
const endsEarlier = (last: DelegationRow | null, data: Data): boolean =>
  last !== null &&
  isSame(last, data) &&
  data.to !== undefined &&
  (last.validTo === null || data.to <= last.validTo);

/**
 * The lines of the organisations' orders of delegation, which each numbers for itself. A line never holds backwards; one
 * that is there may be told anew with an earlier last day: today, or yesterday, so that it is over at once.
 */
export const delegation = register('delegation', schemas.delegation, {
  async refuses(db, data, { recordedAt }) {
    const { organisation, role, login, from, to } = data;
    const today = dayOf(recordedAt.toISOString());
    if (!(await db.existsBy(OrganisationRow, { code: organisation })))
      return fault('organisation', words.unknownOrganisation);
    if ((role === undefined) === (login === undefined)) return fault('role', words.roleOrLogin);
    if (endsEarlier(await lastTold(db, data), data))
      return (to as string) >= addDays(today, -1) ? null : fault('to', words.endsInThePast);
    if (to !== undefined && to < from) return fault('to', words.endsBeforeItBegins);
    return from < today ? fault('from', words.backwards) : null;
  },
  async holds(db, data) {
    const last = await lastTold(db, data);
    return last !== null && isSame(last, data) && last.validTo === (data.to ?? null);
  },
  write: (db, { role, login, from, to, ...data }, { recordedAt }) =>
    db.insert(DelegationRow, {
      ...data,
      role: role ?? null,
      login: login ?? null,
      validFrom: from,
      validTo: to ?? null,
      recordedAt,
    }),
});
