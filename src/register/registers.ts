import { LessThanOrEqual, Raw, type EntityManager } from 'typeorm';
import { ENGINE } from '../engine/deciding.js';
import { dayOf } from '../domain/zone.js';
import { lastAdministrator, type Administrator } from './administrators.js';
import { delegation } from './delegation.js';
import { dialogue } from './dialogue.js';
import { endRefused } from './district-end.js';
import { DistrictRow } from './district.entity.js';
import { FacilityRow } from './facility.entity.js';
import { GoalRow } from './goal.entity.js';
import { home } from './home.js';
import { fault, register } from './keeping.js';
import { OrganisationRow } from './organisation.entity.js';
import { PersonRow } from './person.entity.js';
import { policy } from './policies.js';
import { assignment, cover } from './posts.js';
import { COMMAND_LINE_LOGIN } from './roles.js';
import * as schemas from './schemas.js';
import { forecast, surveyResponse, surveyRound } from './surveys.js';
import { words } from './words.js';

const lastFirst = { validFrom: 'DESC', id: 'DESC' } as const;
const dayFrom = (at: Date): string => dayOf(at.toISOString());

const organisationOf = (db: EntityManager, code: string): Promise<OrganisationRow | null> =>
  db.findOneBy(OrganisationRow, { code });

const organisation = register('organisation', schemas.organisation, {
  async refuses(db, data) {
    if (data.code === ENGINE.organisation) return fault('code', words.reserved);
    const there = await organisationOf(db, data.code);
    return there !== null && there.kind !== data.kind ? fault('kind', words.otherKind) : null;
  },
  async holds(db, { code, name }, at) {
    const where = { code, validFrom: LessThanOrEqual(at) };
    return (await db.findOne(OrganisationRow, { where, order: lastFirst }))?.name === name;
  },
  write: (db, data, times) => db.insert(OrganisationRow, { ...data, ...times }),
});

const district = register('district', schemas.district, {
  async refuses(db, { code, from, to, successor }) {
    if (to !== undefined && to < from) return fault('to', words.endsBeforeItBegins);
    if (successor === code) return fault('successor', words.succeedsItself);
    const there = await organisationOf(db, code);
    if (there !== null && there.kind !== 'district') return fault('code', words.otherKind);
    return to === undefined ? null : endRefused(db, { code, to, successor });
  },
  async holds(db, { code, name, from, to, successor }) {
    const row = await db.findOne(DistrictRow, { where: { code, validFrom: from }, order: lastFirst });
    return row?.name === name && row.validTo === (to ?? null) && row.successor === (successor ?? null);
  },
  /** A district is an organisation too; one that was not registered before is so by this. */
  async write(db, { code, name, from, to, successor }, times) {
    const { recordedAt } = times;
    const period = { validFrom: from, validTo: to ?? null, successor: successor ?? null };
    await db.insert(DistrictRow, { code, name, ...period, recordedAt });
    if ((await organisationOf(db, code)) === null)
      await db.insert(OrganisationRow, { code, kind: 'district', name, ...times });
  },
});

const person = register('person', schemas.person, {
  async refuses(db, { login, organisation: code, role, to }, { validFrom: at }) {
    if (login === ENGINE.login || login === COMMAND_LINE_LOGIN) return fault('login', words.reserved);
    if (to !== undefined && to < dayFrom(at)) return fault('to', words.endsBeforeItBegins);
    if ((await organisationOf(db, code)) === null) return fault('organisation', words.unknownOrganisation);
    if (role === 'systemAdministrator' && to === undefined) return null;
    const goes = (one: Administrator): boolean =>
      one.login === login && (to !== undefined || one.organisation === null);
    return lastAdministrator(db, at, to === undefined ? 'role' : 'to', goes);
  },
  async holds(db, { login, name, organisation: code, role, mail, to }, at) {
    const where = { login, validFrom: LessThanOrEqual(at) };
    const row = await db.findOne(PersonRow, { where, order: lastFirst });
    const told = [name, code, role, mail ?? null, to ?? null];
    const kept = row && [row.name, row.organisation, row.role, row.mail, row.validTo];
    return JSON.stringify(kept) === JSON.stringify(told);
  },
  write: (db, { mail, to, ...data }, times) =>
    db.insert(PersonRow, { ...data, ...times, mail: mail ?? null, validTo: to ?? null }),
});

const facility = register('facility', schemas.facility, {
  async holds(db, { code, name, from }) {
    const row = await db.findOne(FacilityRow, { where: { code, validFrom: from }, order: lastFirst });
    return row?.name === name;
  },
  write: (db, { code, name, from }, { recordedAt }) =>
    db.insert(FacilityRow, { code, name, validFrom: from, recordedAt }),
});

const inOrder = (forms: readonly string[]): string[] => [...new Set(forms)].sort();

const goal = register('goal', schemas.goal, {
  async holds(db, data, at) {
    const forms = Raw((column) => `${column} = :forms`, { forms: inOrder(data.forms) });
    const where = { year: data.year, forms, validFrom: LessThanOrEqual(data.decidedOn ?? dayFrom(at)) };
    const row = await db.findOne(GoalRow, { where, order: lastFirst });
    return row?.goal === data.goal && row.reference === (data.reference ?? null);
  },
  write: (db, { year, forms, goal: flats, decidedOn, reference }, { validFrom, recordedAt }) =>
    db.insert(GoalRow, {
      year,
      forms: inOrder(forms),
      goal: flats,
      reference: reference ?? null,
      validFrom: decidedOn ?? dayFrom(validFrom),
      recordedAt,
    }),
});

/** The registers by the name that a casebook's line and the API give them. */
export const registers = {
  organisation,
  district,
  person,
  assignment,
  cover,
  delegation,
  home,
  facility,
  goal,
  policy,
  forecast,
  surveyRound,
  surveyResponse,
  dialogue,
} as const;
export type RegisterName = keyof typeof registers;
