import type { FormPage, OpeningForm } from '../../../workflows/definition.js';
import type { Typing } from '../../files/drafts.js';
import type { Fault } from '../parts.js';
import { questionAt, type Question } from './questions.js';
import { dataIn, typedFrom, type Sent } from './read-form.js';

/** The form's name for the page that holds all the others. */
export const ALL = 'all';

/** What an opening form asks: the questions of the opening (below `d`), and of what sends it off (below `s`). */
export interface Asking {
  readonly form: OpeningForm;
  readonly open: readonly Question[];
  readonly sends: readonly Question[];
}

/** A question with the path of what it stands in. */
export interface Placed {
  readonly question: Question;
  readonly at: string;
}

/** How far a page has come. `free`: nothing of it has to be answered. */
export type Stand = 'done' | 'begun' | 'todo' | 'free';

/** The questions of a page, where they stand. */
export function placedOn({ open, sends }: Asking, page: FormPage): Placed[] {
  const [questions, at] = page.of === 'sends' ? [sends, 's'] : [open, 'd'];
  return page.asks.flatMap((path) => questionAt(questions, path, at) ?? []);
}

/** The pages of a name: the one, or all of them. */
export const pagesNamed = ({ form: { pages } }: Asking, name: string): readonly FormPage[] =>
  name === ALL ? pages : pages.filter((one) => one.name === name);

/** Whether a field belongs to a page. */
export function isOf(page: FormPage, field: string): boolean {
  const at = page.of === 'sends' ? 's' : 'd';
  return page.asks.some((path) => field === `${at}.${path}` || field.startsWith(`${at}.${path}.`));
}

/** What was typed, without what was left empty and with the rows of lists in one sequence. */
export const tidied = ({ open, sends }: Asking, sent: Sent): Sent => ({
  ...typedFrom(dataIn(open, sent), 'd'),
  ...typedFrom(dataIn(sends, sent, 's'), 's'),
});

/** The data of both steps as typed. */
export const dataOf = ({ open, sends }: Asking, sent: Sent) => ({
  open: dataIn(open, sent),
  sends: dataIn(sends, sent, 's'),
});

/** What a form begins with, as typed. */
export const begun = ({ form: { begins } }: Asking): Sent => ({
  ...typedFrom(begins?.open, 'd'),
  ...typedFrom(begins?.sends, 's'),
});

/** What was typed and what follows from it; the latter also alone, by field. */
export function completed(
  asking: Asking,
  sent: Sent,
  today: string,
): { readonly sent: Sent; readonly followed: ReadonlySet<string> } {
  const data = dataIn(asking.open, sent);
  const all = { ...begun(asking), ...typedFrom(asking.form.follows?.(data, today) ?? data, 'd') };
  const followed = Object.keys(all).filter((name) => (sent[name] ?? '') === '' && all[name] !== '');
  return { sent: { ...all, ...sent }, followed: new Set(followed) };
}

/** How far a page has come, by what was typed on it and what is wrong with it. */
export function standOf(page: FormPage, { sent, kept }: Typing, faults: readonly Fault[]): Stand {
  const isTouched =
    kept[page.name] !== undefined ||
    Object.entries(sent).some(([name, value]) => isOf(page, name) && value !== '');
  if (faults.some(({ id }) => isOf(page, id))) return isTouched ? 'begun' : 'todo';
  return isTouched ? 'done' : 'free';
}

/** A sent form without the row that its sender took away. */
export function withoutRow(sent: Sent): Sent {
  const row = sent['remove'];
  if (row === undefined) return sent;
  return Object.fromEntries(
    Object.entries(sent).filter(([name]) => name !== 'remove' && !name.startsWith(`${row}.`)),
  );
}
