import { addYears, type Day } from '../../domain/days.js';

/** Calendar years for which a household's file is kept after the last entry in it. Source: SoL 12 kap. 1 §; DOMAIN, culling. */
const YEARS = 5;

/** Who is born on one of these days of a month: the file is kept for research. Source: SoL 12 kap. 2 §, SoF 7 kap. 2 §. */
const RESEARCH_DAYS: readonly number[] = [5, 15, 25];

/** The day from which a file is to be culled in which the last entry was made on a day. */
export const culledFrom = (lastEntry: Day): Day => addYears(lastEntry, YEARS);

/** The last day on which it may still be there: culling is done the calendar year after the one in which it fell due. */
export const culledBy = (lastEntry: Day): Day => `${Number(culledFrom(lastEntry).slice(0, 4)) + 1}-12-31`;

/** The latest day of a last entry with which a file is due on a day. */
export const lastDue = (today: Day): Day => addYears(today, -YEARS);

/** Whether a file is kept for research, by the days on which its people were born. */
export const isForResearch = (born: readonly Day[]): boolean =>
  born.some((day) => RESEARCH_DAYS.includes(Number(day.slice(8))));
