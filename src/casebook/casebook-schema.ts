import { z } from 'zod';
import type { EventSpec, FileKind, Workflow } from '../../workflows/definition.js';
import { metaOf } from '../engine/schema-fields.js';
import { registers } from '../register/registers.js';
import { lineSchemas } from './line.schemas.js';

/**
 * The JSON Schema (2020-12) of a casebook's line: one alternative for each kind of line, each register, each workflow that
 * a person may open and each event that a person may bring, with its data. Labels stand as titles, in Swedish.
 */
export function casebookSchema(workflows: readonly Workflow[], kinds: readonly FileKind[]): object {
  const lines = [
    named('book', lineSchemas.book),
    ...Object.entries(registers).map(([name, { schema }]) =>
      named(`register ${name}`, lineSchemas.register.extend({ register: z.literal(name), data: schema })),
    ),
    ...workflows.filter(({ open }) => open.by !== 'engine').map(opening),
    ...workflows.flatMap(({ name, events }) => persons(events).map((event) => ofProcess(name, ...event))),
    ...kinds.flatMap(({ name, events }) => persons(events).map((event) => ofFile(name, ...event))),
    named('correct in every file', lineSchemas.correction),
    named('sealEntry in every file', lineSchemas.sealing),
  ];
  const schema = z.toJSONSchema(z.union(lines), { io: 'input', unrepresentable: 'any', override: title });
  return { ...schema, title: 'A line of a casebook' };
}

type Title = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** Labels as titles; a format says what its long pattern says. */
const title: Title = ({ zodSchema, jsonSchema }) => {
  const meta = metaOf(zodSchema as unknown as z.ZodType);
  if (meta?.label !== undefined) jsonSchema.title = meta.label.sv;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
};

const named = (description: string, schema: z.ZodObject): z.ZodObject => schema.meta({ description });

function opening({ name, open }: Workflow): z.ZodObject {
  return named(`open ${name}`, lineSchemas.open.extend({ open: z.literal(name), data: dataOf(open) }));
}

function ofProcess(workflow: string, event: string, spec: EventSpec): z.ZodObject {
  const line = lineSchemas.event.extend({ event: z.literal(event), data: dataOf(spec) });
  return named(`${event} of ${workflow}`, line);
}

function ofFile(kind: string, event: string, spec: EventSpec): z.ZodObject {
  const line = lineSchemas.fileEvent.extend({ event: z.literal(event), data: dataOf(spec) });
  return named(`${event} of every ${kind} file`, line);
}

/** Data that may be empty may be left out. */
function dataOf({ schema }: EventSpec): z.ZodType {
  return schema.safeParse({}).success ? schema.optional() : schema;
}

function persons(events: Readonly<Record<string, EventSpec>>): [string, EventSpec][] {
  return Object.entries(events).filter(([, { by }]) => by !== 'engine');
}
