import type { EntityManager } from 'typeorm';
import { addDays } from '../domain/days.js';
import { dayOf } from '../domain/zone.js';
import { ENGINE } from '../engine/deciding.js';
import type { Refusal } from '../engine/refusals.js';
import { lastAdministrator } from './administrators.js';
import { AssignmentRow } from './assignment.entity.js';
import { CoverRow } from './cover.entity.js';
import { fault, register } from './keeping.js';
import { OrganisationRow } from './organisation.entity.js';
import { PersonRow } from './person.entity.js';
import * as schemas from './schemas.js';
import { words } from './words.js';

const newest = { id: 'DESC' } as const;

const isThere = async (db: EntityManager, login: string): Promise<boolean> =>
  login !== ENGINE.login && (await db.existsBy(PersonRow, { login }));

/**
 * What is wrong with the days of a line on the day it is recorded: nothing begins or ends backwards. `there`: the line as it
 * was told before, which may be taken back before it begins, by the day before its first, or end at once, by yesterday.
 */
function daysRefused(
  { from, to }: { readonly from: string; readonly to?: string | undefined },
  there: { readonly validTo: string | null } | null,
  recordedAt: Date,
): Refusal | null {
  const today = dayOf(recordedAt.toISOString());
  const least = there === null ? from : addDays(from, -1);
  if (to !== undefined && to < least) return fault('to', words.endsBeforeItBegins);
  if (there === null) return from < today ? fault('from', words.backwards) : null;
  if (to === undefined || to === there.validTo) return null;
  return to < addDays(today, -1) ? fault('to', words.endsInThePast) : null;
}

/**
 * Roles beside one's own post. A line with the same login, organisation, role and first day says anew when it ends; the day
 * before its first takes it back.
 */
export const assignment = register('assignment', schemas.assignment, {
  async refuses(db, { login, organisation, role, from, to }, { validFrom: at, recordedAt }) {
    const where = { login, organisation, role, validFrom: from };
    const there = await db.findOne(AssignmentRow, { where, order: newest });
    const days = daysRefused({ from, to }, there, recordedAt);
    if (days !== null) return days;
    if (!(await isThere(db, login))) return fault('login', words.unknownPerson);
    if (!(await db.existsBy(OrganisationRow, { code: organisation })))
      return fault('organisation', words.unknownOrganisation);
    if (role !== 'systemAdministrator' || to === undefined) return null;
    return lastAdministrator(db, at, 'to', (one) =>
      [one.login === login, one.organisation === organisation, one.from === from].every(Boolean),
    );
  },
  async holds(db, { login, organisation, role, from, to }) {
    const where = { login, organisation, role, validFrom: from };
    const row = await db.findOne(AssignmentRow, { where, order: newest });
    return row !== null && row.validTo === (to ?? null);
  },
  write: (db, { login, organisation, role, from, to }, { recordedAt }) =>
    db.insert(AssignmentRow, {
      login,
      organisation,
      role,
      validFrom: from,
      validTo: to ?? null,
      recordedAt,
    }),
});

/**
 * Substitute cover with dates. A line with the same two logins and first day says anew when it ends; the day before its first
 * takes it back.
 */
export const cover = register('cover', schemas.cover, {
  async refuses(db, { login, for: covered, from, to }, { recordedAt }) {
    const where = { login, covered, validFrom: from };
    const days = daysRefused({ from, to }, await db.findOne(CoverRow, { where, order: newest }), recordedAt);
    if (days !== null) return days;
    if (login === covered) return fault('for', words.coversThemselves);
    if (!(await isThere(db, login))) return fault('login', words.unknownPerson);
    return (await isThere(db, covered)) ? null : fault('for', words.unknownPerson);
  },
  async holds(db, { login, for: covered, from, to }) {
    const where = { login, covered, validFrom: from };
    return (await db.findOne(CoverRow, { where, order: newest }))?.validTo === to;
  },
  write: (db, { login, for: covered, from, to }, { recordedAt }) =>
    db.insert(CoverRow, { login, covered, validFrom: from, validTo: to, recordedAt }),
});
