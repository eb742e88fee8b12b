import { z } from 'zod';
import type { EventSpec, Workflow } from '../../workflows/definition.js';
import type { FileState } from '../engine/model.js';
import { metaOf } from '../engine/schema-fields.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { found, reading } from './file-view.js';
import { fieldInWords, type Said, type Vocabulary } from './in-words.js';
import { masked } from './mask.js';
import type { TrailEvent } from './event-shapes.js';
import type { StepAsked } from './step-asked.js';
import { eventsOf } from './trail.js';

/** A page of a form in words: each question with its answer; null where there was none. */
export interface AnsweredPage {
  readonly name: string;
  readonly label: string;
  readonly answers: readonly Said[];
}

/** What a form was sent as: its pages, in the language in which it was asked. */
export interface SentForm {
  readonly language: Language;
  readonly pages: readonly AnsweredPage[];
}

const said: z.ZodType<Said> = z.object({
  label: z.string(),
  value: z.string().nullable(),
  get inner() {
    return z.array(said);
  },
});
const answered = z.object({ name: z.string(), label: z.string(), answers: z.array(said) });
const sentForm = z.object({ language: z.enum(['sv', 'en']), pages: z.array(answered) });

/** Data that an opening form asks for: the opening's own, and that of the event that sends it off. */
export interface FormData {
  readonly open: object;
  readonly sends: object;
}

/** The pages of an opening form with what was answered so far. */
export function answeredPages(words: Vocabulary, workflow: Workflow, data: FormData): AnsweredPage[] {
  const { opening, open, events, reasons } = workflow;
  const said = { ...words, reasons };
  return (opening?.pages ?? []).map(({ name, label, asks, of }) => {
    const schema = (of === 'sends' ? events[opening?.sends ?? ''] : open)?.schema;
    const answers = asks.flatMap((path) =>
      schema === undefined ? [] : (fieldInWords(said, schema, data[of ?? 'open'], path) ?? []),
    );
    return { name, label: label[words.language], answers };
  });
}

/** A step with the copy of what was asked and answered, when it sends off what a form opened; else the step itself. */
export async function withCopy(runtime: Runtime, step: StepAsked, command: string): Promise<StepAsked> {
  const { asked, person } = step;
  const isObject = typeof asked.data === 'object' && asked.data !== null;
  if (!isObject || !('event' in asked) || !sendsSomeForm(runtime, asked.event)) return step;
  const { file, sight } = await found(runtime, asked.file, person);
  const process = sight?.processes.find(({ number }) => number === asked.process);
  if (file === null || sight === null || process === undefined) return step;
  const workflow = runtime.registry.pinned(process.workflow, process.version)?.workflow;
  if (workflow?.opening?.sends !== asked.event) return step;
  const opened = { ok: true, person, file, sight } as const;
  const { events } = await eventsOf(runtime, opened, { after: 0, limit: MOST }, step.language);
  const own = events.filter((one) => one.process === asked.process);
  const field = copyField(workflow.events[asked.event] as EventSpec);
  // The same command sent again has the same content, whatever has become of the case since.
  const earlier = own.find(({ canonical }) => canonical?.includes(JSON.stringify(command)));
  const value = earlier?.data[field] ?? JSON.stringify(await copyOf(runtime, step, workflow, file, own));
  return { ...step, asked: { ...asked, data: { ...asked.data, [field]: value } } };
}

async function copyOf(
  runtime: Runtime,
  { asked, language }: StepAsked,
  workflow: Workflow,
  file: FileState,
  own: readonly TrailEvent[],
): Promise<SentForm> {
  const data = { open: await answersSoFar(runtime, workflow, file, own), sends: asked.data as object };
  const registers = await runtime.directory.snapshot();
  return { language, pages: answeredPages({ registers, language }, workflow, data) };
}

const sendsSomeForm = ({ registry }: Runtime, event: string): boolean =>
  registry.all().some(({ workflow }) => workflow.opening?.sends === event);

/** The answers to the opening's questions as they stand. What stays within the organisation is not sent, and so is left out. */
async function answersSoFar(
  runtime: Runtime,
  { open: { schema } }: Workflow,
  file: FileState,
  own: readonly TrailEvent[],
): Promise<object> {
  const told = own
    .filter(({ role, type }) => type === 'open' || role === own[0]?.role)
    .map(({ data }) => data);
  const read = await reading(runtime, file.id, [file.record]);
  const record = ofToday(read(file.record) as Record<string, unknown>);
  return masked(schema, { ...openData(Object.keys(schema.shape), told), [file.kind]: record }, 'shared');
}

/** Events that are read for the answers of one form; a draft has a few. */
const MOST = 500;

/** The last answer to each field of the opening. */
function openData(fields: readonly string[], told: readonly Readonly<Record<string, unknown>>[]): object {
  return Object.fromEntries(
    fields.flatMap((name) => {
      const value = told.findLast((data) => data[name] !== undefined)?.[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A record without those who have left it. */
const ofToday = (record: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((one: { to?: unknown }) => one?.to == null) : value,
    ]),
  );

/** The field of an event that keeps the copy. */
export const copyField = ({ schema: { shape } }: EventSpec): string =>
  Object.entries(shape).find(([, schema]) => metaOf(schema as never)?.widget === 'copy')?.[0] ?? '';

/** The copy that an event keeps, as it was sent; null when it keeps none, or it is no longer kept. */
export function copyIn(
  spec: EventSpec | undefined,
  data: Readonly<Record<string, unknown>>,
): SentForm | null {
  const kept = spec === undefined ? undefined : data[copyField(spec)];
  try {
    return sentForm.parse(JSON.parse(String(kept)));
  } catch {
    return null;
  }
}
