import { dayOf } from '../../domain/zone.js';
import type { Day, Workflow } from '../../../workflows/definition.js';
import type { Person } from '../../engine/model.js';
import { readData } from '../../engine/read-data.js';
import { eventSchema } from '../../files/json-schema.js';
import { seesProcess } from '../../files/sight.js';
import { stepTaken } from '../../files/steps.js';
import type { Asking } from '../forms/opening-form.js';
import { dataOf } from '../forms/opening-form.js';
import type { Question, Schema } from '../forms/questions.js';
import { fieldAt, type Sent } from '../forms/read-form.js';
import { withPersons, withoutRefs } from '../forms/step-form.js';
import type { Asked } from '../page.js';
import type { Fault } from '../parts.js';
import { asking, faultsIn, inRow } from './step-asked.js';

/** What a page of an opening is told. */
export type AskedHere = Pick<Asked, 'runtime' | 'language' | 'session' | 'reader'>;

/** A workflow that somebody may open by hand, with the questions of its opening. */
export interface Opening {
  readonly workflow: Workflow;
  readonly questions: readonly Question[];
}

/** What opens a file of its own by a person's hand; null for a workflow that there is not, or not for them. */
export async function openingOf(asked: AskedHere, name: string): Promise<Opening | null> {
  const person = asked.session.person as Person;
  const workflow = asked.runtime.registry.newest(name)?.workflow;
  if (workflow === undefined || !mayOpen(person, workflow)) return null;
  const questions = await questionsOfEvent(asked, workflow, workflow.open);
  const needed = questions.map((one) => (one.name === workflow.file ? { ...one, required: true } : one));
  return { workflow, questions: withoutRefs(needed) };
}

/** Whether somebody may open a workflow in a file of its own. */
export const mayOpen = (person: Person, { open, seenBy }: Workflow): boolean =>
  open.by !== 'engine' && seesProcess(person, seenBy) && open.by.some(({ org }) => org === person.kind);

async function questionsOfEvent(
  { runtime, language, session }: AskedHere,
  { reasons }: Workflow,
  spec: Workflow['open'],
): Promise<Question[]> {
  const schema = eventSchema(spec, { language, reasons, day: dayOf(runtime.clock.now()) }) as Schema;
  return asking({ runtime, language }, session.person as Person, schema, null);
}

/** The whole of an opening form, with the questions of what sends it off; null for a workflow without short pages. */
export async function formOf(asked: AskedHere, { workflow, questions }: Opening): Promise<Asking | null> {
  const { opening: form, events } = workflow;
  if (form === undefined) return null;
  const sending = form.sends === undefined ? undefined : events[form.sends];
  const sends = sending === undefined ? [] : await questionsOfEvent(asked, workflow, sending);
  return { form, open: questions, sends };
}

/** A new family begins with a grown-up and a child, in the district of whoever writes. */
export function firstRows(questions: readonly Question[], { kind, organisation }: Person): Sent {
  if (!questions.some(({ name }) => name === 'household')) return {};
  const members = { 'd.household.members.0.adult': '', 'd.household.members.1.adult': '' };
  return { ...members, ...(kind === 'district' && { 'd.household.district': organisation }) };
}

/** What is wrong with a form as it was typed, beside its fields and in words of its questions. */
export function faultsOf(
  { registry }: Asked['runtime'],
  { workflow }: Opening,
  form: Asking,
  sent: Sent,
  { language, today }: { readonly language: Asked['language']; readonly today: Day },
): Fault[] {
  const data = dataOf(form, sent);
  const open = readData(workflow.open.schema, withPersons(data.open));
  const sending = workflow.events[form.form.sends ?? ''];
  const sends = sending === undefined ? { data: {} } : readData(sending.schema, data.sends);
  const wrong = [
    ...('ok' in open ? faultsIn(open, form.open, sent, language) : []),
    ...('ok' in sends ? faultsIn(sends, form.sends, sent, language, 's') : []),
  ];
  const doubts = [
    ...(registry.kind(workflow.file).doubts?.['open']?.(data.open, { day: today, record: null }) ?? []),
    ...(form.form.doubts?.(data.open) ?? []),
  ];
  const doubted = doubts.map(({ path, says }): Fault => {
    const { id, row } = fieldAt(form.open, sent, path);
    return { id, message: inRow(row, says[language], language) };
  });
  return [...wrong, ...doubted.filter(({ id }) => !wrong.some((one) => one.id === id))];
}

/** Whoever opens a family's case handles it until it is handed on. Where their organisation has no handlers it stays as it is. */
export async function takenCharge(
  { runtime, session, reader, language }: AskedHere,
  file: string,
  key: string,
): Promise<void> {
  const person = session.person as Person;
  if (person.kind !== 'district' && person.kind !== 'housingUnit') return;
  const data = { handler: person.onBehalfOf ?? person.login };
  const asked = { event: 'assign', file, data };
  await stepTaken(runtime, { person, reader: await reader(), language, asked, key: `page:${key}:assign` });
}
