import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { Day } from '../../../workflows/definition.js';
import { GoalRow } from '../../register/goal.entity.js';

/** A goal in force: so many flats of these forms together, as set on the day `from`. */
export interface GoalView {
  readonly year: number;
  readonly forms: readonly string[];
  readonly goal: number;
  readonly from: Day;
}

/** The goals of a year as they stood on a day: for each set of forms the one set last. */
export async function goalsOn(db: EntityManager, year: number, day: Day): Promise<GoalView[]> {
  const rows = await db.find(GoalRow, {
    where: { year, validFrom: LessThanOrEqual(day) },
    order: { validFrom: 'ASC', id: 'ASC' },
  });
  const last = new Map(rows.map((row) => [row.forms.join(' '), row]));
  return [...last]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { forms, goal, validFrom }]) => ({ year, forms, goal, from: validFrom }));
}
