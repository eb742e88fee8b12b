import type { Text } from '../../workflows/definition.js';
import type { Column, Goal, Tally } from './report.js';
import { FORMS, inOrder, wordsOf } from './words.js';

/** The column that tells the housing form. */
export const formColumn: Column = {
  name: 'form',
  label: { sv: 'Boendeform', en: 'Housing form' },
  unit: null,
  key: true,
  words: (code) => wordsOf('form', code),
};

/** The three forms, then every other that has a goal or a number, by code. */
export function formsOf(goals: readonly Goal[], tallies: readonly Tally[]): string[] {
  const found = [...goals.flatMap(({ forms }) => forms), ...tallies.flatMap(({ form }) => form ?? [])];
  return inOrder(FORMS, [...FORMS, ...found]);
}

/** The goal set for one form alone; null when none is, or when it was set for a group. */
export function goalOf(goals: readonly Goal[], form: string): number | null {
  return goals.find(({ forms }) => forms.length === 1 && forms[0] === form)?.goal ?? null;
}

/** The registered total: the goals that are not part of a wider one, together; null when there is none. */
export function totalGoal(goals: readonly Goal[]): number | null {
  const widest = goals.filter((one) => !goals.some((other) => isPartOf(one, other)));
  return widest.length === 0 ? null : widest.reduce((sum, { goal }) => sum + goal, 0);
}

const isPartOf = (one: Goal, other: Goal): boolean =>
  one.forms.length < other.forms.length && one.forms.every((form) => other.forms.includes(form));

/** Whether a goal was set for several forms together. */
export const isGroup = ({ forms }: Goal): boolean => forms.length > 1;

const isWithin = (one: Goal, other: Goal): boolean => one.forms.every((form) => other.forms.includes(form));

/** The goals set for several forms together, but for one that is the total: `form` names them all, with a plus between. */
export const groupsOf = (goals: readonly Goal[]): { form: string; goal: number }[] =>
  goals
    .filter((one) => isGroup(one) && goals.some((other) => !isWithin(other, one)))
    .map(({ forms, goal }) => ({ form: inOrder(FORMS, forms).join('+'), goal }));

/** What a form, or several with a plus between, is called. */
export function formWords(code: string): Text | undefined {
  const forms = code.split('+');
  return forms.length === 1 ? wordsOf('form', code) : { sv: named(forms, 'sv'), en: named(forms, 'en') };
}

/** What to know of goals where none is registered, or one for several forms together. */
export function goalNotes(goals: readonly Goal[], ofGroups: Text): Text[] {
  if (goals.length === 0)
    return [{ sv: 'Inget mål är registrerat för året.', en: 'No goal is registered for the year.' }];
  return goals.some(isGroup) ? [ofGroups] : [];
}

/** One sentence for each goal: for what, how many, since when. */
export function goalSentences(goals: readonly Goal[]): Text[] {
  return goals.map(({ forms, goal, from, reference }) => ({
    sv: `Mål: ${goal} lägenheter för ${named(forms, 'sv')}, satt ${from}${reference === null ? '' : ` (${reference})`}.`,
    en: `Goal: ${goal} flats for ${named(forms, 'en')}, set ${from}${reference === null ? '' : ` (${reference})`}.`,
  }));
}

const named = (forms: readonly string[], language: keyof Text): string =>
  inOrder(FORMS, forms)
    .map((form) => wordsOf('form', form)?.[language] ?? form)
    .join(' + ');
