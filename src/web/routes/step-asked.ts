import { randomUUID } from 'node:crypto';
import { dayOf, midnight } from '../../domain/zone.js';
import type { Day, Text } from '../../../workflows/definition.js';
import { fileOf } from '../../../workflows/refs.js';
import type { Refusal } from '../../engine/refusals.js';
import { organisationsToPick, peopleToPick, processesToPick, type Picked } from '../../files/picks.js';
import type { FileView } from '../../files/shapes.js';
import type { Person } from '../../engine/model.js';
import type { Snapshot } from '../../register/snapshot.js';
import { questionsOf, type Pick, type Picker, type Question, type Schema } from '../forms/questions.js';
import { membersIn } from '../forms/step-form.js';
import { fieldAt, type FieldAt, type Sent } from '../forms/read-form.js';
import { rowName, whatToDo } from '../forms/form.words.js';
import type { Asked } from '../page.js';
import type { Fault } from '../parts.js';

/** Fields of a form beside the step's own data. */
export interface FormState {
  /** The name of this one sending: however often it is sent, the step is taken once. */
  readonly key: string;
  /** The file's version that the form was made from; empty for a new file. */
  readonly version: string;
}

/** What a form that was just opened begins with. */
export const newForm = (version: number | null): FormState => ({
  key: randomUUID(),
  version: version === null ? '' : String(version),
});

interface Reading {
  readonly runtime: Asked['runtime'];
  readonly language: Asked['language'];
}

/** The questions of a step's schema, with what can be picked now. */
export async function asking(
  { runtime, language }: Reading,
  person: Person,
  schema: Schema,
  view: FileView | null,
): Promise<Question[]> {
  const snapshot = await runtime.directory.snapshot();
  const now = runtime.clock.now();
  const workflows = [...JSON.stringify(schema).matchAll(/"from":"process","workflow":"([a-z-]+)"/g)].map(
    ([, one]) => one as string,
  );
  const processes = new Map<string, Picked[]>();
  for (const one of new Set(workflows))
    processes.set(one, await processesToPick(runtime, person, one, language));
  const picker: Picker = (pick: Pick) => {
    if (pick.from === 'process') return processes.get(pick.workflow ?? '') ?? [];
    if (pick.from === 'member') return membersToPick(view, pick.children === true);
    if (pick.from === 'household') return mergedToPick(view);
    if (pick.from === 'organisation') return organisationsToPick(snapshot, pick.kind, now);
    if (pick.named === true) return namedToPick(view, snapshot);
    const own = pick.org !== undefined && view?.district ? { organisation: view.district } : {};
    return pick.from === 'user' ? peopleToPick(snapshot, { kind: pick.org, ...own }, now) : [];
  };
  return questionsOf(schema, picker);
}

/** Those at home in the household, or its children alone, by their names. */
const membersToPick = (view: FileView | null, children: boolean): Picked[] =>
  (view === null ? [] : membersIn(view))
    .filter(({ adult }) => !children || adult === false)
    .map(({ ref, name }) => ({ value: ref, label: name ?? ref }));

/** Those who were let into the case by name and still are, also who works here no longer. */
function namedToPick(view: FileView | null, { people, organisations }: Snapshot): Picked[] {
  const letIn = (view?.household?.['handlers'] ?? []) as readonly { login: string; to: string | null }[];
  return letIn
    .filter(({ to }) => to === null)
    .map(({ login }) => {
      const { name = login, organisation = '' } = people.get(login)?.at(-1) ?? {};
      return {
        value: login,
        label: [name, organisations.get(organisation)?.name].filter(Boolean).join(', '),
      };
    });
}

/** The cases that were merged into this one, by their numbers. */
function mergedToPick(view: FileView | null): Picked[] {
  const merged = (view?.household?.['merged'] ?? []) as readonly { file: { ref?: string } }[];
  return merged.flatMap(({ file: { ref } }) =>
    ref === undefined ? [] : { value: ref, label: fileOf({ ref }) },
  );
}

/** When the step happened, as the form says it: noon of another day, now when nothing was said; a fault when it is no day. */
export function happenedAt(
  sent: Sent,
  language: Asked['language'],
): { readonly at?: string; readonly fault?: Fault } {
  const day = (sent['happened'] ?? '').trim();
  if (day === '') return {};
  const known = /^(19|20|21)\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && isDay(day);
  const message = language === 'sv' ? 'Skriv dagen som ÅÅÅÅ-MM-DD.' : 'Write the day as YYYY-MM-DD.';
  return known ? { at: noon(day) } : { fault: { id: 'happened', message } };
}

const isDay = (day: Day): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
const noon = (day: Day): string => new Date(Date.parse(midnight(day)) + 12 * 3_600_000).toISOString();

/** The occurrence of a step told by its day; left out when it is today. */
export const occurred = (at: string | undefined, now: string): { readonly occurredAt?: string } =>
  at === undefined || dayOf(at) === dayOf(now) ? {} : { occurredAt: at };

/** A refusal as faults of a form: those of its fields beside them and in words of the question, the rest above. */
export function faultsIn(
  refusal: Refusal,
  questions: readonly Question[],
  sent: Sent,
  language: Asked['language'],
  at = 'd',
): Fault[] {
  const own = (refusal.fields ?? []).map(({ path, message }) =>
    faultAt(fieldAt(questions, sent, path, at), sent, message, language),
  );
  return onceEach(own, refusal, language);
}

/** A fault in words of its question, with the row that it stands in; in its own words where those say more. */
export function faultAt(
  { id, question, row }: FieldAt,
  sent: Sent,
  message: Text,
  language: Asked['language'],
): Fault {
  const says = (question && whatToDo(question, sent[id] ?? '', language)) ?? message[language];
  return { id, message: inRow(row, says, language) };
}

/** What is said of a field, with the row that it stands in. */
export const inRow = (row: FieldAt['row'], says: string, language: Asked['language']): string =>
  row === undefined ? says : `${rowName(row.list, row.at, language)}, ${says}`;

/** One fault for each field; where there is none, what is refused stands above the form. */
export function onceEach(faults: readonly Fault[], refusal: Refusal, language: Asked['language']): Fault[] {
  const once = faults.filter(({ id }, at) => faults.findIndex((one) => one.id === id) === at);
  return once.length > 0 ? once : refusal.sentences.map((one) => ({ id: 'form', message: one[language] }));
}
