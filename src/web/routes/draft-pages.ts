import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { draftFor, pageKept, type FormDraft } from '../../files/drafts.js';
import { answeredPages, type AnsweredPage } from '../../files/form-copy.js';
import { nameIn } from '../around.js';
import {
  ALL,
  begun,
  completed,
  dataOf,
  isOf,
  pagesNamed,
  placedOn,
  standOf,
  tidied,
  withoutRow,
  type Asking,
  type Stand,
} from '../forms/opening-form.js';
import type { Sent } from '../forms/read-form.js';
import type { Answer, Shown } from '../page.js';
import { draftPage, type OthersAnswer } from '../pages/draft/draft.page.js';
import type { TaskLine } from '../pages/draft/task-list.js';
import { notFound } from '../pages/messages.page.js';
import type { Fault } from '../parts.js';
import { faultsOf, firstRows, formOf, openingOf, type AskedHere, type Opening } from './opening.js';

/** A form with the name of the page that is shown. */
export interface Showing {
  readonly opening: Opening;
  readonly form: Asking;
  readonly name: string;
}

/** A form under way, read for whoever may go on with it. */
export interface Drafted {
  readonly draft: FormDraft;
  readonly opening: Opening;
  readonly form: Asking;
}

/** Reads a form under way, logged; null when there is none for the reader. */
export async function draftedOf(asked: AskedHere, id: string): Promise<Drafted | null> {
  const draft = await draftFor(asked.runtime, await asked.reader(), id);
  const opening = draft && (await openingOf(asked, draft.workflow));
  const form = opening && (await formOf(asked, opening));
  return draft && opening && form ? { draft, opening, form } : null;
}

/** What is wrong with a form under way, and with what follows from its answers put in. */
export function judged({ runtime, language }: AskedHere, { draft, opening, form }: Drafted) {
  const today = dayOf(runtime.clock.now());
  const whole = completed(form, draft.typing.sent, today);
  return { ...whole, faults: faultsOf(runtime, opening, form, whole.sent, { language, today }) };
}

/** The pages of a form, each with how far it has come. */
export function tasksOf(asked: AskedHere, drafted: Drafted): TaskLine[] {
  const { draft, form } = drafted;
  const { faults } = judged(asked, drafted);
  return form.form.pages.map((one) => ({
    name: one.name,
    label: one.label[asked.language],
    stand: standOf(one, draft.typing, faults),
  }));
}

/** The first page of a form that nobody has kept anything of yet. */
export function firstPageShown(asked: AskedHere, { opening, form, name }: Showing, sent: Sent): Shown {
  const tasks = form.form.pages.map((one) => ({
    name: one.name,
    label: one.label[asked.language],
    stand: 'todo' as Stand,
  }));
  return shown(
    asked,
    { opening, form, name },
    { id: null, key: sent['key'] ?? '', version: 0, tasks },
    { ...begun(form), ...sent },
  );
}

/** A page of a form under way. */
export function pageShown(asked: AskedHere, drafted: Drafted, name: string): Answer {
  const { draft, form, opening } = drafted;
  const pages = pagesNamed(form, name);
  if (pages.length === 0) return notFound(asked.language);
  const isNew = pages.every((one) => draft.typing.kept[one.name] === undefined);
  const first = isNew ? firstRows(opening.questions, asked.session.person as Person) : {};
  const known = completed(form, draft.typing.sent, dayOf(asked.runtime.clock.now())).sent;
  const fresh = Object.entries({ ...begun(form), ...first, ...known }).filter(([field]) =>
    pages.some((one) => isOf(one, field)),
  );
  const sent = { ...(isNew && Object.fromEntries(fresh)), ...draft.typing.sent };
  return shown(asked, { opening, form, name }, kept(asked, drafted), sent);
}

const kept = (asked: AskedHere, drafted: Drafted) => ({
  id: drafted.draft.id,
  key: drafted.draft.id,
  version: drafted.draft.version,
  tasks: tasksOf(asked, drafted),
});

/** Keeps a page as it was sent, and goes on; or shows it again, with what is wrong or what a colleague wrote meanwhile. */
export async function pageSent(asked: AskedHere, showing: Showing, id: string, typed: Sent): Promise<Answer> {
  const { form, name } = showing;
  const person = asked.session.person as Person;
  const sent = withoutRow(typed);
  const pages = pagesNamed(form, name);
  const done = await pageKept(asked.runtime, person, id, {
    pages: pages.map((one) => one.name),
    isOf: (field) => pages.some((one) => isOf(one, field)),
    sent: tidied(form, sent),
    version: Number(/^\d{1,9}$/.exec(sent['version'] ?? '')?.[0] ?? 0),
  });
  if (done === null || pages.length === 0) return notFound(asked.language);
  const drafted = { ...showing, draft: done.draft };
  const now = { ...kept(asked, drafted), isKept: done.isKept };
  if (!done.isKept) {
    const others = await othersAnswers(asked, drafted, name, sent);
    return { ...shown(asked, showing, now, sent, { others }), status: 409 };
  }
  if (sent['add'] !== undefined || typed['remove'] !== undefined) return shown(asked, showing, now, sent);
  const own = judged(asked, drafted).faults.filter(({ id: at }) => pages.some((one) => isOf(one, at)));
  const wants = sent['do'];
  if (wants === 'later') return { go: `/drafts/${id}` };
  const tidy = done.draft.typing.sent;
  if (own.length > 0) return { ...shown(asked, showing, now, tidy, { faults: own }), status: 422 };
  return { go: `/drafts/${id}/${wants === 'check' ? 'check' : nextOf(drafted, name)}` };
}

/** The next page after one that nobody has filled in yet; once all are, what was answered is checked. */
function nextOf({ form, draft }: Drafted, name: string): string {
  const { pages } = form.form;
  const at = name === ALL ? pages.length : pages.findIndex((one) => one.name === name);
  const later = [...pages.slice(at + 1), ...pages.slice(0, Math.max(0, at))];
  return later.find((one) => draft.typing.kept[one.name] === undefined)?.name ?? 'check';
}

/** Where a colleague answered otherwise on a page, meanwhile. */
async function othersAnswers(
  asked: AskedHere,
  drafted: Drafted,
  name: string,
  sent: Sent,
): Promise<{ readonly by: string; readonly answers: readonly OthersAnswer[] }> {
  const [own, theirs] = await Promise.all([
    answersOf(asked, drafted, sent),
    answersOf(asked, drafted, drafted.draft.typing.sent),
  ]);
  const names = new Set(pagesNamed(drafted.form, name).map((one) => one.name));
  const lines = (all: readonly AnsweredPage[]) =>
    new Map(all.filter((one) => names.has(one.name)).flatMap(({ answers }) => answers.flatMap(linesOf)));
  const [mine, other] = [lines(own), lines(theirs)];
  const labels = [...new Set([...mine.keys(), ...other.keys()])];
  const registers = await asked.runtime.directory.snapshot();
  return {
    by: nameIn(registers, drafted.draft.changedBy),
    answers: labels.flatMap((label) => {
      const [one, two] = [mine.get(label) ?? null, other.get(label) ?? null];
      return one === two ? [] : { label, mine: one, theirs: two };
    }),
  };
}

/** An answer as lines, each with the way to it: "Personer 2, Namn". */
function linesOf({ label, value, inner }: AnsweredPage['answers'][number]): [string, string | null][] {
  if (inner.length === 0) return [[label, value]];
  return inner.flatMap(linesOf).map(([below, said]) => [`${label} ${below}`, said]);
}

/** The pages of a form in words, as typed. */
export async function answersOf(
  { runtime, language }: AskedHere,
  { opening, form }: Pick<Drafted, 'opening' | 'form'>,
  sent: Sent,
): Promise<AnsweredPage[]> {
  const registers = await runtime.directory.snapshot();
  return answeredPages({ registers, language }, opening.workflow, dataOf(form, sent));
}

interface Now {
  readonly id: string | null;
  readonly key: string;
  readonly version: number;
  readonly tasks: readonly TaskLine[];
  readonly isKept?: boolean;
}

function shown(
  { language, session }: AskedHere,
  { opening: { workflow }, form, name }: Showing,
  now: Now,
  sent: Sent,
  more: {
    readonly faults?: readonly Fault[];
    readonly others?: Parameters<typeof draftPage>[0]['others'];
  } = {},
): Shown {
  return draftPage({
    ...{ language, token: session.formToken, workflow: workflow.name, name, sent, ...now },
    label: workflow.open.label[language],
    parts: pagesNamed(form, name).map((one) => ({
      name: one.name,
      label: one.label[language],
      lead: one.lead?.[language] ?? null,
      placed: placedOn(form, one),
    })),
    faults: more.faults ?? [],
    others: more.others ?? null,
  });
}
