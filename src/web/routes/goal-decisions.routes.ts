import { z } from 'zod';
import type { Typed } from '../../access/session.js';
import { isDay } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { FORMS, goalVersions } from '../../reports/index.js';
import { page, type Asked, type Shown } from '../page.js';
import { goalDecisionsPage, type GoalDecisionsPage, type GoalWish } from '../pages/goal-decisions.page.js';
import { text } from '../pages/goal-decisions.words.js';
import type { Fault } from '../parts.js';
import { decisionsOf, formName } from './goal-lines.js';
import { refusedFields } from './refused-fields.js';
import { typed } from './typed.js';

const PATH = '/goal/decisions';
const MOST = 100_000;
const LONGEST = 100;
/** How many years before this one are a click away. */
const BACK = 3;
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const several = z.union([
  typed(200).transform((one) => (one === '' ? [] : [one])),
  z.array(typed(200)).max(20),
]);

const look = page(
  {
    id: 'goalDecisions',
    method: 'GET',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    query: z.object({
      year: z
        .string()
        .regex(/^(19[5-9]|20\d|21\d)\d$/)
        .optional(),
      done: z.enum(['added', 'unchanged']).optional(),
    }),
  },
  (asked) =>
    shown(asked, {
      ...(asked.query.year !== undefined && { year: Number(asked.query.year) }),
      ...(asked.kept !== null && { wish: wishIn(asked.kept), wasKept: true }),
      done: asked.query.done,
    }),
);

const record = page(
  {
    id: 'recordGoal',
    method: 'POST',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({
      ...{ year: typed(200), goal: typed(200), decidedOn: typed(200), reference: typed(200) },
      forms: several.default([]),
    }),
  },
  async (asked) => {
    const { runtime, session, language } = asked;
    const wish = wishIn(asked.body);
    const now = runtime.clock.now();
    const faults = faultsOf(wish, dayOf(now), language);
    if (faults.length > 0) return shown(asked, { wish, faults });
    const { forms, decidedOn, reference } = wish;
    const [year, goal] = [Number(wish.year), Number(wish.goal)];
    const data = { year, forms, goal, decidedOn, ...(reference !== '' && { reference }) };
    const put = await runtime.registers.put('goal', data, { at: now, by: session.login, recordedAt: now });
    if (!isRefusal(put)) return { go: `${PATH}?year=${year}&done=${put.changed ? 'added' : 'unchanged'}` };
    return shown(asked, { wish, faults: refusedFields(put, 'year', language) });
  },
);

const isYear = (typed: string): boolean =>
  /^\d{4}$/.test(typed) && Number(typed) >= 1990 && Number(typed) <= 2200;

function faultsOf(wish: GoalWish, today: string, language: Here['language']): Fault[] {
  const say = text[language];
  const { forms, decidedOn, reference } = wish;
  const known: readonly string[] = FORMS;
  const faults: readonly (readonly [boolean, string, string])[] = [
    [!isYear(wish.year), 'year', say.noYear],
    [forms.length === 0 || forms.some((one) => !known.includes(one)), 'forms', say.noForms],
    [!/^\d{1,6}$/.test(wish.goal) || Number(wish.goal) > MOST, 'goal', say.noGoal],
    [!isDay(decidedOn) || decidedOn > today || decidedOn < '1990-01-01', 'decidedOn', say.noDay],
    [reference.length > LONGEST, 'reference', say.longReference],
  ];
  return faults.flatMap(([isWrong, id, message]) => (isWrong ? [{ id, message }] : []));
}

async function shown(
  { runtime, session, language }: Here,
  more: {
    readonly year?: number;
    readonly wish?: GoalWish;
    readonly faults?: readonly Fault[];
    readonly wasKept?: boolean;
    readonly done?: GoalDecisionsPage['done'];
  },
): Promise<Shown> {
  const today = dayOf(runtime.clock.now());
  const present = Number(today.slice(0, 4));
  const typedYear = isYear(more.wish?.year ?? '') ? Number(more.wish?.year) : undefined;
  const year = more.year ?? typedYear ?? present + 1;
  const near = Array.from({ length: BACK + 2 }, (_, at) => present + 1 - at);
  return goalDecisionsPage({
    ...{ language, token: session.formToken, year, hasBegun: year <= present, done: more.done },
    wish: more.wish ?? wishIn({ year: String(year) }),
    faults: more.faults ?? [],
    wasKept: more.wasKept ?? false,
    forms: FORMS.map((code) => ({ code, name: formName(code, language) })),
    years: [...new Set([year, ...near])]
      .sort((one, other) => other - one)
      .map((one) => ({ href: `${PATH}?year=${one}`, text: String(one), isNow: one === year })),
    decisions: decisionsOf(await goalVersions(runtime.pool, year, today), language),
  });
}

function wishIn(from: Typed): GoalWish {
  const of = (name: string): string => {
    const one = from[name];
    return typeof one === 'string' ? one.trim() : '';
  };
  const forms = [from['forms'] ?? []].flat().filter((one): one is string => typeof one === 'string');
  const told = { year: of('year'), goal: of('goal'), decidedOn: of('decidedOn'), reference: of('reference') };
  return { ...told, forms };
}

/** The council's decisions on the yearly goal. */
export const goalDecisionsPages = [look, record];
