import { z } from 'zod';
import { addDays, addMonths, type Day } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import { flatsCalled } from '../../files/called.js';
import { logList } from '../../files/logged-list.js';
import type { Language } from '../../platform/language.js';
import {
  bookingsUntil,
  FORMS,
  goalsInForce,
  goalVersions,
  groupsOf,
  TOTAL,
  type Booking,
} from '../../reports/index.js';
import type { Runtime } from '../../runtime.js';
import { monthOf } from '../figures.js';
import { page, type Asked } from '../page.js';
import { goalPage, type GoalPage } from '../pages/goal.page.js';
import { text } from '../pages/goal.words.js';
import { decisionsOf, formName, goalAmong, isAmong, ledgerLines, standing } from './goal-lines.js';
import { address } from './report-wish.js';

const YEARS = 4;

/** Which month's bookings, of which forms. */
interface Wish {
  readonly first: Day;
  readonly until: Day;
  readonly today: Day;
  readonly year: number;
  readonly form: string;
}

const goal = page(
  {
    id: 'goal',
    method: 'GET',
    path: '/goal',
    permission: 'tenancies',
    audit: [],
    logs: ['list'],
    query: z.object({
      month: z
        .string()
        .regex(/^(19[5-9]|20\d|21\d)\d-(0[1-9]|1[0-2])$/)
        .optional(),
      form: z.string().max(60).default(TOTAL),
    }),
  },
  async (asked) => {
    const { runtime, language, query } = asked;
    const today = dayOf(runtime.clock.now());
    const wish = wishOf(query, today);
    const { year, until, form } = wish;
    const goals = await goalsInForce(runtime.pool, year, until, 'infinity');
    const forms = [TOTAL, ...FORMS, ...groupsOf(goals).map((group) => group.form)];
    const known = forms.includes(form) ? wish : { ...wish, form: TOTAL };
    const versions = await goalVersions(runtime.pool, year, until);
    return goalPage({
      ...{ language, year, until, isAll: known.form === TOTAL },
      month: monthOf(wish.first, language),
      goal: goalAmong(goals, known.form),
      ...chipsOf(known, forms, language),
      ...(await bookedIn(asked, known, versions)),
      decisions: decisionsOf(versions, language),
    });
  },
);

/** The month asked for, and never a later one than this. */
function wishOf({ month, form }: { month?: string | undefined; form: string }, today: Day): Wish {
  const present = today.slice(0, 7);
  const shown = month !== undefined && month < present ? month : present;
  const first = `${shown}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const until = last < today ? last : today;
  return { first, until, today, form, year: Number(shown.slice(0, 4)) };
}

async function bookedIn(
  { runtime, reader, language }: Pick<Asked, 'runtime' | 'reader' | 'language'>,
  { first, until, year, form }: Wish,
  versions: Awaited<ReturnType<typeof goalVersions>>,
): Promise<Pick<GoalPage, 'opening' | 'lines' | 'closing'>> {
  const all = (await bookingsUntil(runtime.pool, until)).filter((one) => isAmong(form, one.form));
  const bookings = all.filter(({ day }) => day >= first);
  const flats = await flatsShown({ runtime, reader }, { month: first.slice(0, 7), form }, bookings);
  const goalOn = async (day: Day): Promise<number | null> =>
    goalAmong(await goalsInForce(runtime.pool, year, day, 'infinity'), form);
  const opening = standing(
    all.filter(({ day }) => day < first),
    year,
  );
  const start = { goal: await goalOn(addDays(first, -1)), used: opening.consumed + opening.held };
  const own = versions.filter(({ from, forms }) => from >= first && from <= until && forms.some(isOf(form)));
  const sets = [];
  for (const day of new Set(own.map(({ from }) => from))) {
    const references = own.flatMap(({ from, reference }) => (from === day && reference ? [reference] : []));
    sets.push({ day, goal: await goalOn(day), references: [...new Set(references)] });
  }
  const lines = ledgerLines(start, sets, bookings, flats, language);
  const balance = start.goal === null ? null : start.goal - start.used;
  const last = lines.at(-1);
  return {
    ...{ opening: { day: first, ...opening, balance }, lines },
    closing: last === undefined ? balance : last.balance,
  };
}

const isOf =
  (asked: string) =>
  (form: string): boolean =>
    isAmong(asked, form);

/** What the flats are called that the reader may see; the list is logged before it is shown. */
async function flatsShown(
  { runtime, reader }: { readonly runtime: Runtime; readonly reader: Asked['reader'] },
  narrowed: Readonly<Record<string, string>>,
  bookings: readonly Booking[],
): Promise<ReadonlyMap<string, string>> {
  const who = await reader();
  const files = [...new Set(bookings.map(({ file }) => file))];
  const flats = await flatsCalled(runtime, who.person, files);
  await logList(runtime, who, { list: 'goal', ...narrowed }, [...flats.keys()].sort());
  return flats;
}

/** The ways to other years, forms and months. */
function chipsOf(
  { first, today, year, form }: Wish,
  forms: readonly string[],
  language: Language,
): Pick<GoalPage, 'years' | 'forms' | 'earlier' | 'later'> {
  const month = first.slice(0, 7);
  const to = (when: string, what = form): string =>
    address('/goal', [['month', when], ...(what === TOTAL ? [] : [['form', what] as const])]);
  const present = Number(today.slice(0, 4));
  return {
    years: Array.from({ length: YEARS }, (_, at) => present - at).map((one) => ({
      href: to(one === present ? today.slice(0, 7) : `${one}-12`),
      text: String(one),
      isNow: one === year,
    })),
    forms: forms.map((one) => ({
      href: to(month, one),
      text: one === TOTAL ? text[language].all : formName(one, language),
      isNow: one === form,
    })),
    earlier: to(addMonths(first, -1).slice(0, 7)),
    later: month < today.slice(0, 7) ? to(addMonths(first, 1).slice(0, 7)) : null,
  };
}

/** The yearly goal as a ledger. */
export const goalPages = [goal];
