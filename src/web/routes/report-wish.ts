import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { audienceOf } from '../../files/report-reader.js';
import type { Person } from '../../engine/model.js';
import type { Language } from '../../platform/language.js';
import { parametersOf, reports, type Answer, type Report } from '../../reports/index.js';
import type { FieldView } from '../pages/report-view.js';
import { text } from '../pages/reports.words.js';

/** What stands in the address of a report, by name. */
export type Wish = Readonly<Record<string, string | undefined>>;

const short = () => z.string().max(60).optional();

/** Every parameter that some report takes. */
export const parameterNames: readonly string[] = [
  ...new Set(reports.flatMap((report) => parametersOf(report).map(({ name }) => name))),
];
/** The fields of an address or form that say what a report is asked for. */
export const wished = Object.fromEntries(parameterNames.map((name) => [name, short()]));

/** The two fields that ask for a second moment beside the first. */
export const compareFields = { compareUntil: short(), compareKnown: short() };

/** A year goes with the day it ends on: who gives a day need not give its year. Without either it is this year. */
export function completed(wish: Wish, report: Report, today: string): Record<string, string | undefined> {
  const names = parametersOf(report).map(({ name }) => name as string);
  const given = Object.fromEntries(names.map((name) => [name, wish[name]]));
  const year = given['year'] || yearOf(given['until']) || today.slice(0, 4);
  return { ...given, year };
}

/** Undefined for what is no day at all: the fault is the day's then, not the year's. */
const yearOf = (day: string | undefined): string | undefined => /^(\d{4})-/.exec(day ?? '')?.[1];

/** What the second moment is asked with; null when none is wished for. */
export function comparedWith(wish: Wish, asked: Record<string, string | undefined>): typeof asked | null {
  const { compareUntil, compareKnown } = wish;
  if (!compareUntil && !compareKnown) return null;
  const until = compareUntil || asked['until'];
  const year = yearOf(until) || asked['year'];
  return { ...asked, until, year, asKnownOn: compareKnown || asked['asKnownOn'] };
}

/** The parameters of an answer that are not what goes without saying, as they stand in an address. */
export function addressOf({ parameters }: Answer, report: Report, person: Person): [string, string][] {
  return parametersOf(report).flatMap(({ name, choices }): [string, string][] => {
    const value = parameters[name];
    const usual = name === 'audience' ? audienceOf(person) : choices?.[0]?.[0];
    const isUsual = value === null || value === undefined || value === '' || value === usual;
    return name === 'year' || isUsual ? [] : [[name, String(value)]];
  });
}

/** The fields of the form, with what was asked for. The year is that of the day; the public has no choice of audience. */
export function fieldsOf(
  report: Report,
  wish: Wish,
  answer: Answer | null,
  person: Person,
  language: Language,
): FieldView[] {
  const say = text[language];
  const own = parametersOf(report).filter(
    ({ name }) => name !== 'year' && (name !== 'audience' || audienceOf(person) === 'inside'),
  );
  const fields = own.map(({ name, label, choices }): FieldView => {
    const asked = answer === null ? wish[name] : answer.parameters[name];
    return {
      name,
      label: capital(label, language),
      value: asked === null || asked === undefined ? '' : String(asked),
      ...(choices && { choices: choices.map(([value, one]) => ({ value, label: one[language] })) }),
    };
  });
  if (report.compared === undefined) return fields;
  return [
    ...fields,
    { name: 'compareUntil', label: say.compareUntil, value: wish['compareUntil'] ?? '' },
    { name: 'compareKnown', label: say.compareKnown, value: wish['compareKnown'] ?? '' },
  ];
}

const capital = (label: Text, language: Language): string =>
  label[language].charAt(0).toUpperCase() + label[language].slice(1);

/** An address with its query string. */
export function address(path: string, query: readonly (readonly [string, string])[]): string {
  const search = new URLSearchParams(
    query.map(([name, value]): [string, string] => [name, value]),
  ).toString();
  return search === '' ? path : `${path}?${search}`;
}
