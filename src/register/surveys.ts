import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { dayOf } from '../domain/zone.js';
import { ForecastRow } from './forecast.entity.js';
import { fault, register } from './keeping.js';
import { OrganisationRow } from './organisation.entity.js';
import * as schemas from './schemas.js';
import { SurveyResponseRow } from './survey-response.entity.js';
import { SurveyRoundRow } from './survey-round.entity.js';
import { words } from './words.js';

const dayFrom = (at: Date): string => dayOf(at.toISOString());

/** The form that each kind of organisation alone forecasts; trial and training flats are both's. */
const ONLY: Readonly<Record<string, string>> = { transitional: 'district', 'housing-first': 'housingUnit' };

/** What each district or unit expects of a year. Handed in, it is frozen: another estimate is a new version of its own day. */
export const forecast = register('forecast', schemas.forecast, {
  async refuses(db, { district, form, low, high }) {
    if (high < low) return fault('high', words.highBelowLow);
    const there = await db.findOneBy(OrganisationRow, {
      code: district,
      kind: In(['district', 'housingUnit']),
    });
    if (there === null) return fault('district', words.unknownDistrict);
    return (ONLY[form] ?? there.kind) === there.kind ? null : fault('form', words.notTheirForm);
  },
  async holds(db, { year, district, form, size, low, high }, at) {
    const where = { year, district, form, handedIn: LessThanOrEqual(dayFrom(at)) };
    const rows = await db.find(ForecastRow, { where, order: { handedIn: 'DESC', id: 'DESC' } });
    // What is told of a size ends what was told of all together, and the other way round.
    const last = rows.find((row) => row.size === null || size === undefined || row.size === size);
    return last?.size === (size ?? null) && last.low === low && last.high === high;
  },
  write: (db, { size, ...data }, { validFrom, recordedAt }) =>
    db.insert(ForecastRow, { ...data, size: size ?? null, handedIn: dayFrom(validFrom), recordedAt }),
});

const roundOf = (db: EntityManager, year: number): Promise<SurveyRoundRow | null> =>
  db.findOne(SurveyRoundRow, { where: { year }, order: { id: 'DESC' } });

const isTotalsOnly = ({ families, lastingShare }: SurveyRoundRow): boolean =>
  families !== null || lastingShare !== null;

/** A round of the survey: with its families' responses, or known by its totals alone. */
export const surveyRound = register('surveyRound', schemas.surveyRound, {
  async refuses(db, { year, families, lastingShare }) {
    const totals = families !== undefined || lastingShare !== undefined;
    return totals && (await db.existsBy(SurveyResponseRow, { round: year }))
      ? fault('families', words.hasResponses)
      : null;
  },
  async holds(db, { year, date, families, lastingShare }) {
    const row = await roundOf(db, year);
    const told = [date, families ?? null, lastingShare ?? null];
    return row !== null && String([row.heldOn, row.families, row.lastingShare]) === String(told);
  },
  write: (db, { year, date, families, lastingShare }, { recordedAt }) =>
    db.insert(SurveyRoundRow, {
      ...{ year, heldOn: date, recordedAt },
      families: families ?? null,
      lastingShare: lastingShare ?? null,
    }),
});

/** Whether a family's response stands there already, and says the same. */
const isTold = async (db: EntityManager, { family, ...data }: schemas.SurveyResponseData): Promise<boolean> =>
  family !== undefined && (await db.existsBy(SurveyResponseRow, { ...data, family }));

/** One family's response. Two families may answer alike: equal lines are told apart by their ordinal, or by `family`. */
export const surveyResponse = register('surveyResponse', schemas.surveyResponse, {
  async refuses(db, data) {
    const { round: year, family } = data;
    const round = await roundOf(db, year);
    if (round === null) return fault('round', words.unknownRound);
    if (isTotalsOnly(round)) return fault('round', words.totalsOnly);
    if (family === undefined || (await isTold(db, data))) return null;
    return (await db.existsBy(SurveyResponseRow, { round: year, family }))
      ? fault('family', words.answeredBefore)
      : null;
  },
  holds: isTold,
  write: (db, data, { recordedAt }) =>
    db.insert(SurveyResponseRow, { ...data, family: data.family ?? null, recordedAt }),
});
