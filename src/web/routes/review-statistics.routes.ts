import { z } from 'zod';
import { tallyReviews, type Tally } from '../../access/review/review.queries.js';
import { outcomes, rules, type Outcome, type Rule } from '../../access/review/review.words.js';
import { dayOf } from '../../domain/zone.js';
import type { Language } from '../../platform/language.js';
import { page } from '../page.js';
import { reviewStatisticsPage } from '../pages/review-statistics.page.js';

const YEARS = 5;
/** In the order of their columns; null for those that wait. */
const columns: readonly (Outcome | null)[] = [...(Object.keys(outcomes) as Outcome[]), null];

const statistics = page(
  {
    id: 'reviewStatistics',
    method: 'GET',
    path: '/reviews/statistics',
    permission: 'reviewer',
    audit: [],
    logs: ['reviews'],
    query: z.object({
      year: z
        .string()
        .regex(/^(19|20|21)\d\d$/)
        .transform(Number)
        .optional(),
    }),
  },
  async ({ runtime, reader, language, query }) => {
    const { pool, accessLog, clock } = runtime;
    const who = await reader();
    await accessLog.other(who, 'reviews', {});
    const thisYear = Number(dayOf(clock.now()).slice(0, 4));
    const year = query.year ?? thisYear;
    const tallies = await tallyReviews(pool, who.person, { from: `${year}-01`, to: `${year}-12` });
    const last = Math.max(thisYear, year);
    return reviewStatisticsPage({
      ...{ language, year },
      years: Array.from({ length: YEARS }, (_, ago) => last - ago),
      outcomes: Object.values(outcomes).map((one) => one[language]),
      months: monthsOf(tallies, language),
      sums: countsOf(tallies),
    });
  },
);

function monthsOf(tallies: readonly Tally[], language: Language) {
  const months = [...new Set(tallies.map(({ month }) => month))];
  return months.map((month) => ({
    month,
    lines: (Object.keys(rules) as Rule[])
      .map((rule) => ({ rule, of: tallies.filter((one) => one.month === month && one.rule === rule) }))
      .filter(({ of }) => of.length > 0)
      .map(({ rule, of }) => ({ rule: rules[rule][language], counts: countsOf(of) })),
  }));
}

const countsOf = (tallies: readonly Tally[]): number[] =>
  columns.map((column) =>
    tallies.filter(({ outcome }) => outcome === column).reduce((sum, { count }) => sum + count, 0),
  );

/** The statistics of the review. */
export const reviewStatisticsPages = [statistics];
