import type { Control, Question } from './questions.js';

/** What a form sent: each field by its dotted path, as typed. */
export type Sent = Readonly<Record<string, string>>;

/** The fields of a form as text; of a name sent twice the last counts. */
export function sentIn(body: Readonly<Record<string, unknown>>): Sent {
  const pairs = Object.entries(body).flatMap(([name, value]): [string, string][] => {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === 'string' ? [[name, last]] : [];
  });
  return Object.fromEntries(pairs);
}

/**
 * The data of a step as its questions read what was sent. What was left empty is left out, or null where the field may be
 * unknown; what cannot be read as its type stays as typed, so that the schema says what is wrong with it.
 */
export function dataIn(questions: readonly Question[], sent: Sent, at = 'd'): Record<string, unknown> {
  const pairs = questions.flatMap((question): [string, unknown][] => {
    const value = valueOf(question, sent, `${at}.${question.name}`);
    return value === undefined ? [] : [[question.name, value]];
  });
  return Object.fromEntries(pairs);
}

function valueOf(question: Question, sent: Sent, at: string): unknown {
  const { control, required, nullable } = question;
  if (control.kind === 'group')
    return required || isTouched(sent, at) ? dataIn(control.questions, sent, at) : undefined;
  if (control.kind === 'list') {
    const items = rowsOf(sent, at).map((row) => valueOf(control.item, sent, `${at}.${row}`));
    return items.length === 0 && !required ? undefined : items;
  }
  if (control.kind === 'several') {
    const chosen = rowsOf(sent, at).map((row) => sent[`${at}.${row}`]);
    return chosen.length === 0 && !required ? undefined : chosen;
  }
  const typed = (sent[at] ?? '').trim();
  if (typed === '') return nullable && required ? null : undefined;
  return plain(control, typed);
}

function plain(control: Control, typed: string): unknown {
  if (control.kind === 'yes-no') return typed === 'yes' ? true : typed === 'no' ? false : typed;
  if (control.kind === 'ref') return { ref: typed };
  if (control.kind === 'case') return { ref: typed.includes('/') ? typed : `${typed.toLowerCase()}/1` };
  if (control.kind === 'number') {
    const figure = Number(typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
    return Number.isFinite(figure) ? figure : typed;
  }
  return typed;
}

/** Whether anything was sent below a path. */
const isTouched = (sent: Sent, at: string): boolean =>
  Object.entries(sent).some(([name, value]) => name.startsWith(`${at}.`) && value.trim() !== '');

/** The numbers of the rows of a list in which anything was written. */
export function rowsOf(sent: Sent, at: string): number[] {
  const rows = new Set<number>();
  for (const name of Object.keys(sent)) {
    if (!name.startsWith(`${at}.`)) continue;
    const row = Number(name.slice(at.length + 1).split('.')[0]);
    if (Number.isInteger(row) && row >= 0 && row < 1000 && isRowTouched(sent, `${at}.${row}`)) rows.add(row);
  }
  return [...rows].sort((one, other) => one - other);
}

const isRowTouched = (sent: Sent, at: string): boolean =>
  (sent[at] ?? '').trim() !== '' || isTouched(sent, at);

/** Where in a form a fault of the data is: the field's id, its question when it is a single one, and the row that it stands in. */
export interface FieldAt {
  readonly id: string;
  readonly question: Question | null;
  readonly row?: { readonly list: Extract<Control, { kind: 'list' }>; readonly at: number };
}

/** The form's field that a fault of the data is about: `members.0.name` as it was numbered when typed. */
export function fieldAt(questions: readonly Question[], sent: Sent, path: string, at = 'd'): FieldAt {
  const [name = '', ...rest] = path.split('.');
  const question = questions.find((one) => one.name === name);
  return question === undefined ? { id: at, question: null } : below(question, sent, rest, `${at}.${name}`);
}

function below(question: Question, sent: Sent, rest: readonly string[], at: string): FieldAt {
  const { control } = question;
  if (control.kind === 'group' && rest.length > 0)
    return fieldAt(control.questions, sent, rest.join('.'), at);
  if (control.kind !== 'list' || rest.length === 0) return { id: at, question };
  const [index = '0', ...inner] = rest;
  const row = rowsOf(sent, at)[Number(index)] ?? Number(index);
  const found = below(control.item, sent, inner, `${at}.${row}`);
  return inner.length === 0 ? found : { row: { list: control, at: row }, ...found };
}

/** Data as it is typed: the opposite of `dataIn`, for what a form begins with. */
export function typedFrom(data: unknown, at = 'd'): Record<string, string> {
  if (data === null || data === undefined) return {};
  if (typeof data === 'boolean') return { [at]: data ? 'yes' : 'no' };
  if (typeof data !== 'object') return { [at]: String(data) };
  if ('ref' in data && Object.keys(data).length === 1) return { [at]: String(data.ref) };
  const entries = Object.entries(data).map(([name, value]) => typedFrom(value, `${at}.${name}`));
  return Object.assign({}, ...entries) as Record<string, string>;
}
