import { z } from 'zod';
import type { EventSpec, FileKind, Workflow } from '../../../workflows/definition.js';
import { registers } from '../../register/registers.js';
import { foreseen, trail } from '../../files/event-shapes.js';
import { fileList, fileView, steppedView } from '../../files/shapes.js';
import { jsonSchema } from '../../files/json-schema.js';
import type { Language } from '../language.js';
import { workflowView } from '../workflows/workflow-view.js';

type Json = Record<string, unknown>;

/** Schemas that have a name of their own in the description; wherever they are used a reference stands. */
const views = {
  File: fileView,
  FileAfterStep: steppedView,
  Foreseen: foreseen,
  FileList: fileList,
  Trail: trail,
  Workflow: workflowView,
};
const named = z.registry<{ id: string }>();
for (const [id, view] of Object.entries(views)) named.add(view, { id });

const toRef = (id: string): string => `#/components/schemas/${id}`;

/** A problem, RFC 9457. */
const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'sentences'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable' },
    detail: { type: 'string' },
    sentences: { type: 'array', items: { type: 'string' } },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    possibleIn: { type: 'array', items: { type: 'string' } },
    reasons: {
      type: 'array',
      description: 'What can be chosen among',
      items: {
        type: 'object',
        required: ['code', 'label'],
        properties: { code: { type: 'string' }, label: { type: 'string' } },
      },
    },
    at: { type: 'string', description: 'The process whose answer it is, when it is another' },
    event: { type: 'string' },
  },
};

/** The schema of an answer, a body or a parameter, as it stands in a description. */
export function schemaIn(schema: z.ZodType, language: Language): Json {
  const id = named.get(schema)?.id;
  if (id !== undefined) return { $ref: toRef(id) };
  return shapeOf(schema, language);
}

/** The same, written out where it stands. */
export function shapeOf(schema: z.ZodType, language: Language): Json {
  if (schema instanceof z.ZodUnion)
    return { anyOf: (schema.options as z.ZodType[]).map((one) => schemaIn(one, language)) };
  return jsonSchema(schema, { language, reasons: undefined, day: null });
}

/** What every description holds by name: the views, the problem, and the data of every event of every workflow. */
export function componentsOf(
  workflows: readonly Workflow[],
  kinds: readonly FileKind[],
  language: Language,
): Json {
  const schemas: Record<string, Json> = { Problem: problem };
  for (const [id, view] of Object.entries(views)) schemas[id] = shapeOf(view, language);
  for (const workflow of workflows)
    for (const [type, spec] of eventsOf(workflow))
      schemas[`${workflow.name}.${type}`] = dataOf(spec, workflow, language);
  for (const kind of kinds)
    for (const [type, spec] of Object.entries(kind.events))
      schemas[`${kind.name}-file.${type}`] = dataOf(spec, kind, language);
  for (const [name, { schema }] of Object.entries(registers))
    schemas[`register.${name}`] = jsonSchema(schema, { language, reasons: undefined, day: null });
  return schemas;
}

/** The opening and the events of a workflow that a person may send. */
export function eventsOf({ open, events }: Workflow): [string, EventSpec][] {
  return ([['open', open], ...Object.entries(events)] as [string, EventSpec][]).filter(
    ([, spec]) => spec.by !== 'engine',
  );
}

const dataOf = (spec: EventSpec, { reasons }: Pick<Workflow, 'reasons'>, language: Language): Json => ({
  ...jsonSchema(spec.schema, { language, reasons, day: null }),
  title: spec.label[language],
});

/** A reference to a named schema. */
export const componentRef = (id: string): Json => ({ $ref: toRef(id) });
