import { beginning, days, months, working } from './other-calendar.js';

/** Something that is to happen by itself: `<workflow> <deadline>`, and the moment. */
export type Expected = readonly [what: string, at: string];

/** What a stay sets off by itself: what moves it, and what is only reminded of. In order of time. */
export interface Table {
  readonly delivered: readonly Expected[];
  readonly reminded: readonly Expected[];
}

/** The stay's first day, the last days of its leases, and the days on which a follow-up was held. */
export interface Stay {
  readonly start: string;
  readonly leaseEnds: readonly string[];
  readonly held: readonly string[];
}

/** The table of a transitional stay up to a moment, out of its own dates and the rules as `DESIGN.md` tells them. */
export function tableOf(stay: Stay, until: string): Table {
  const followUps = followUpsOf(stay);
  const limit = months(stay.start, 60);
  const planning = months(limit, -24);
  const exceeded: Expected = ['tenancy limitPasses', beginning(days(limit, 1))];
  const delivered: Expected[] = [
    ['dwelling leaseStarts', beginning(stay.start)],
    ['tenancy leaseStarts', beginning(stay.start)],
    ['tenancy planningBegins', beginning(planning)],
    ['tenancy finalBegins', beginning(months(limit, -6))],
    exceeded,
    ...stay.leaseEnds.map((to): Expected => ['tenancy leaseEnds', beginning(days(to, 1))]),
    ...followUps.near.map((day): Expected => ['tenancy followUpNears', beginning(day)]),
    ...followUps.late.map((day): Expected => ['tenancy followUpPasses', beginning(day)]),
  ];
  const reminded: Expected[] = [
    exceeded,
    ['tenancy exitPlan', beginning(days(working(months(planning, 3)), 1))],
    ...followUps.late.map((day): Expected => ['tenancy followUpPasses', beginning(day)]),
  ];
  return { delivered: inOrder(delivered, until), reminded: inOrder(reminded, until) };
}

/** The days on which a follow-up came near, and those on which it was late: a month after the start, then six, then three. */
function followUpsOf({ start, held }: Stay) {
  const [near, late]: [string[], string[]] = [[], []];
  const lastYear = months(months(start, 60), -12);
  let due = working(months(start, 1));
  for (const on of [...held, null]) {
    if (on === null || days(due, -14) <= on) near.push(days(due, -14));
    if (on === null || due < on) late.push(days(due, 1));
    if (on !== null) due = working(months(on, on >= lastYear ? 3 : 6));
  }
  return { near, late };
}

/** What has come by a moment, in order of time. */
export const inOrder = (all: readonly Expected[], until: string): Expected[] =>
  all.filter(([, at]) => at <= until).sort(([a, at], [b, other]) => (at + a < other + b ? -1 : 1));
