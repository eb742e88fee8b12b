import type { Day } from '../../../workflows/definition.js';
import type { Language } from '../../platform/language.js';
import type { ActionView, FileView } from '../../files/shapes.js';
import { formWords } from './form.words.js';
import type { Question } from './questions.js';
import { typedFrom, type Sent } from './read-form.js';

/** What the form of a step is fitted to: the case, today, and the own stock where it is searched. */
export interface Fitting {
  readonly view: FileView;
  readonly today: Day;
  /** SHIS's own free flats as the match has them for a family, where its search is asked for. */
  readonly ownStock: readonly { readonly ref: string; readonly reason: string | null }[];
  readonly language: Language;
}

interface Member {
  readonly ref: string;
  readonly name?: string | null;
  readonly adult?: boolean;
  readonly to: string | null;
}

export const membersIn = ({ household }: FileView): readonly Member[] =>
  ((household?.['members'] ?? []) as readonly Member[]).filter(({ to }) => to === null);

/** The questions as this case asks them: persons are picked by name, and what tells persons apart is not typed. */
export function fitted(questions: readonly Question[], { view, language }: Fitting): Question[] {
  const members = membersIn(view);
  const told = questions.map((one) => (one.name === 'person' ? (withoutRefs([one])[0] as Question) : one));
  return told.map((question) => heardBy(fit(question, members, true), language));
}

/** Of a child it is enough to write how it was heard. */
function heardBy(question: Question, language: Language): Question {
  const { control, name } = question;
  if (name !== 'children' || control.kind !== 'list' || control.item.control.kind !== 'group')
    return question;
  const questions = control.item.control.questions.map((one) =>
    one.name === 'how' ? { ...one, hint: formWords.heardHow[language] } : one,
  );
  const item = { ...control.item, control: { ...control.item.control, questions } };
  return { ...question, control: { ...control, item } };
}

function fit(question: Question, members: readonly Member[], top: boolean): Question {
  const { control, name } = question;
  if (name === 'ref') {
    const options = members.map(({ ref, name: called }) => ({ value: ref, label: called ?? ref }));
    return { ...question, control: top ? { kind: 'choice', options, radios: true } : { kind: 'hidden' } };
  }
  if (control.kind === 'group')
    return {
      ...question,
      control: { ...control, questions: control.questions.map((one) => fit(one, members, false)) },
    };
  if (control.kind === 'list')
    return {
      ...question,
      control: { ...control, item: fit(control.item, members, false), ...titled(name, members) },
    };
  return question;
}

/** The rows of a list about persons bear their names. */
function titled(
  name: string,
  members: readonly Member[],
): { readonly titles?: readonly string[]; readonly most?: number } {
  const those =
    name === 'members' ? members : name === 'children' ? members.filter(({ adult }) => adult === false) : [];
  return name === 'members' || those.length > 0
    ? { most: those.length, titles: those.map(({ ref, name: called }) => called ?? ref) }
    : {};
}

/** What a form begins with: what is known already, today for a day on which something was done, a row for each child. */
export function beginning(
  action: Pick<ActionView, 'type'>,
  questions: readonly Question[],
  fitting: Fitting,
): Sent {
  const { view, today, ownStock } = fitting;
  const dates = questions.filter(
    ({ name, required, control }) => required && control.kind === 'day' && name === 'on',
  );
  const days = Object.fromEntries(dates.map(({ name }) => [`d.${name}`, today]));
  const rows: Record<string, () => Record<string, string>> = {
    recordFollowUp: () => rowsFor('d.children', childrenIn(view).length, 'heard'),
    searchOwnStock: () => searched(ownStock),
    supply: () => typedFrom(asksIn(view)),
    update: () => typedFrom(asksIn(view)),
    updateNeeds: () => typedFrom(asksIn(view)),
    updateDwelling: () => typedFrom(pickNamed(view.dwelling ?? {}, questions)),
    updateHousehold: () => typedFrom(pickKeys(view.household ?? {}, questions, membersIn(view))),
  };
  return { ...days, ...rows[action.type]?.() };
}

/** What becomes of a field that is emptied, in forms that begin with what is known: it stays as it was, or is asked for no longer. */
const EMPTIED: Readonly<Record<string, 'kept' | 'dropped'>> = {
  ...{ supply: 'kept', update: 'kept', updateHousehold: 'kept', updateDwelling: 'kept' },
  updateNeeds: 'dropped',
};

/** Whether a form begins with what stands in the case, and what becomes of what is emptied; null where it begins empty. */
export function emptied(
  action: Pick<ActionView, 'type'>,
  questions: readonly Question[],
  fitting: Fitting,
): 'kept' | 'dropped' | null {
  const isKnown = Object.keys(beginning(action, questions, fitting)).length > 0;
  return isKnown ? (EMPTIED[action.type] ?? null) : null;
}

const childrenIn = (view: FileView): readonly Member[] =>
  membersIn(view).filter(({ adult }) => adult === false);

const rowsFor = (at: string, count: number, field: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, row) => [`${at}.${row}.${field}`, '']));

/** Every free flat of SHIS's own, each with the reason that the match found against it. */
const searched = (ownStock: Fitting['ownStock']): Record<string, string> =>
  typedFrom({ results: ownStock.map(({ ref, reason }) => ({ dwelling: { ref }, reason: reason ?? '' })) });

/** What the family's referral asks for now, but for what is sealed: left empty, that stays as it is. */
function asksIn({ processes }: FileView): Record<string, unknown> {
  const referral = processes.findLast(({ workflow }) => workflow === 'referral');
  const { wishes: _, exception: __, ...asks } = (referral?.context['asks'] ?? {}) as Record<string, unknown>;
  return asks;
}

const pickNamed = (record: Readonly<Record<string, unknown>>, questions: readonly Question[]): object =>
  Object.fromEntries(questions.map(({ name }) => [name, record[name]]));

function pickKeys(
  record: Readonly<Record<string, unknown>>,
  questions: readonly Question[],
  members: readonly Member[],
) {
  const known = members.map(({ to: _, ...one }) => ({ ...one, from: undefined }));
  return { ...pickNamed(record, questions), members: known };
}

/** The data as it is sent: what is unchanged is left out of a change, and new persons are told apart. */
export function finished(
  type: string,
  data: Readonly<Record<string, unknown>>,
  { view }: Fitting,
): Record<string, unknown> {
  if (type === 'updateHousehold') return onlyChanged(data, view);
  if (type === 'updateDwelling') return unlike(data, view.dwelling ?? {});
  if (type === 'supply' || type === 'update') return unlike(data, asksIn(view));
  if (type === 'recordFollowUp') return withHeard(data);
  if (type === 'memberJoins') {
    const person = (data['person'] ?? {}) as Readonly<Record<string, unknown>>;
    const taken = ((view.household?.['members'] ?? []) as readonly Member[]).map(({ ref }) => ref);
    return { ...data, person: { ...person, ref: freeRef(taken) } };
  }
  return { ...data };
}

/** The path of a fault in what was typed: a change leaves out the persons who are as they were. */
export function typedPath(
  type: string,
  path: string,
  { sent, typed }: { readonly sent: unknown; readonly typed: Readonly<Record<string, unknown>> },
): string {
  const [, at, rest = ''] = /^members\.(\d+)(.*)$/.exec(path) ?? [];
  if (type !== 'updateHousehold' || at === undefined) return path;
  const refs = (data: unknown): unknown[] =>
    ((data as { readonly members?: readonly Member[] }).members ?? []).map(({ ref }) => ref);
  return `members.${refs(typed).indexOf(refs(sent)[Number(at)])}${rest}`;
}

/** A child of whom it is written how it was heard has been heard. */
function withHeard(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const children = data['children'];
  if (!Array.isArray(children)) return { ...data };
  return {
    ...data,
    children: (children as readonly Readonly<Record<string, unknown>>[]).map((child) =>
      child['how'] === undefined ? child : { heard: true, ...child },
    ),
  };
}

/** Questions without those for what tells persons apart: new ones are numbered. */
export const withoutRefs = (questions: readonly Question[]): Question[] =>
  questions
    .filter(({ name }) => name !== 'ref')
    .map((question) => {
      const { control } = question;
      if (control.kind === 'group')
        return { ...question, control: { ...control, questions: withoutRefs(control.questions) } };
      return control.kind === 'list'
        ? { ...question, control: { ...control, item: withoutRefs([control.item])[0] as Question } }
        : question;
    });

/** The household that a form opens, its persons numbered. */
export function withPersons(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const household = data['household'] as { readonly members?: readonly object[] } | undefined;
  if (household === undefined) return { ...data };
  const members = (household.members ?? []).map((one, n) => ({ ...one, ref: `person-${n + 1}` }));
  return { ...data, household: { ...household, members } };
}

function freeRef(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`person-${number}`)) number += 1;
  return `person-${number}`;
}

/** The order of what was ticked says nothing. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...value].sort() : (value ?? null);
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

/** What is said otherwise than it is known. */
const unlike = (
  data: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name, value]) => !same(value, known[name])));

function onlyChanged(
  { members: typed = [], ...data }: Readonly<Record<string, unknown>>,
  { household = {} }: FileView,
): Record<string, unknown> {
  const before = new Map(((household['members'] ?? []) as readonly Member[]).map((one) => [one.ref, one]));
  const members = (typed as readonly Record<string, unknown>[]).flatMap(({ ref, ...one }) => {
    const own = unlike(one, { ...before.get(String(ref)) });
    return Object.keys(own).length === 0 ? [] : [{ ref, ...own }];
  });
  return { ...unlike(data, household), ...(members.length > 0 && { members }) };
}
