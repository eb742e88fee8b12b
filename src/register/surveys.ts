import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { dayOf } from '../domain/zone.js';
import { ForecastRow } from './forecast.entity.js';
import { fault, register } from './keeping.js';
import { OrganisationRow } from './organisation.entity.js';
import * as schemas from './schemas.js';
import { SurveyResponseRow } from './survey-response.entity.js';
import { SurveyRoundRow } from './survey-round.entity.js';
import { words } from './words.js';

const dayFrom = (at: Date): string => dayOf(at.toISOString());

/** What each district expects of a year. Handed in, it is frozen: another estimate is a new version of its own day. */
export const forecast = register('forecast', schemas.forecast, {
  async refuses(db, { district, low, high }) {
    if (high < low) return fault('high', words.highBelowLow);
    const there = await db.findOneBy(OrganisationRow, { code: district, kind: 'district' });
    return there === null ? fault('district', words.unknownDistrict) : null;
  },
  async holds(db, { low, high, ...of }, at) {
    const where = { ...of, handedIn: LessThanOrEqual(dayFrom(at)) };
    const row = await db.findOne(ForecastRow, { where, order: { handedIn: 'DESC', id: 'DESC' } });
    return row?.low === low && row.high === high;
  },
  write: (db, data, { validFrom, recordedAt }) =>
    db.insert(ForecastRow, { ...data, handedIn: dayFrom(validFrom), recordedAt }),
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
