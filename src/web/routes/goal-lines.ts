import { releases } from '../../../workflows/files/releases.js';
import type { Day } from '../../domain/days.js';
import type { Language } from '../../platform/language.js';
import {
  formWords,
  goalOf,
  groupsOf,
  TOTAL,
  totalGoal,
  type Booking,
  type GoalVersion,
} from '../../reports/index.js';
import type { GoalLine, GoalPage } from '../pages/goal.page.js';

type Goals = Parameters<typeof totalGoal>[0];

/** A goal that was set: from which day, what it came to then, and by which decisions. */
export interface GoalSet {
  readonly day: Day;
  readonly goal: number | null;
  readonly references: readonly string[];
}

/** Whether a form is among those asked for: all, one, or several with a plus between. */
export const isAmong = (asked: string, form: string): boolean =>
  asked === TOTAL || asked.split('+').includes(form);

/** The goal of what is asked for; null when none is set for it alone. */
export const goalAmong = (goals: Goals, asked: string): number | null =>
  asked === TOTAL
    ? totalGoal(goals)
    : (goalOf(goals, asked) ?? groupsOf(goals).find(({ form }) => form === asked)?.goal ?? null);

/** What a form, or several, is called. */
export const formName = (form: string, language: Language): string => formWords(form)?.[language] ?? form;

/** What the bookings until a day leave behind: consumed in the year, and held. */
export function standing(bookings: readonly Booking[], year: number): { consumed: number; held: number } {
  const isOfYear = ({ kind, day }: Booking): boolean => kind === 'consumed' && day >= `${year}-01-01`;
  const held = new Set<string>();
  for (const { kind, file } of bookings)
    if (kind === 'reserved') held.add(file);
    else held.delete(file);
  return { consumed: bookings.filter(isOfYear).length, held: held.size };
}

/** The goals set and the bookings made, by day, each with the balance after it. A goal is set before the day's bookings. */
export function ledgerLines(
  start: { readonly goal: number | null; readonly used: number },
  sets: readonly GoalSet[],
  bookings: readonly Booking[],
  flats: ReadonlyMap<string, string>,
  language: Language,
): GoalLine[] {
  let { goal, used } = start;
  const balance = (): number | null => (goal === null ? null : goal - used);
  const set = ({ day, goal: given, references }: GoalSet): GoalLine[] => {
    if (given === goal) return [];
    const change = (given ?? 0) - (goal ?? 0);
    goal = given;
    return [{ day, kind: 'goal', told: references.join(', '), change, balance: balance() }];
  };
  const booked = (booking: Booking): GoalLine => {
    const { day, kind, change, file } = booking;
    used -= change;
    const name = flats.get(file);
    const flat = name === undefined ? null : { file, name };
    return { day, kind, change, told: toldOf(booking, language), flat, balance: balance() };
  };
  const days = [...new Set([...sets, ...bookings].map(({ day }) => day))].sort();
  return days.flatMap((day) => [
    ...sets.filter((one) => one.day === day).flatMap(set),
    ...bookings.filter((one) => one.day === day).map(booked),
  ]);
}

const isRelease = (reason: string | null): reason is keyof typeof releases =>
  reason !== null && reason in releases;

const toldOf = ({ form, reason }: Booking, language: Language): string =>
  [...(isRelease(reason) ? [releases[reason][language]] : []), formName(form, language)].join(' · ');

/** The decisions as the page shows them. */
export const decisionsOf = (versions: readonly GoalVersion[], language: Language): GoalPage['decisions'] =>
  versions.map(({ forms, ...version }) => ({ ...version, forms: formName(forms.join('+'), language) }));
