import type { FileKind, Workflow } from '../../../workflows/definition.js';
import { registers } from '../../register/registers.js';
import type { Language } from '../language.js';
import type { Operation } from '../operation.js';
import { componentRef, eventsOf, schemaIn } from './components.js';

type Json = Record<string, unknown>;

/** The schema of a body; where its data hangs on a workflow, an event or a register, one branch for each. */
export function bodySchema(
  op: Operation,
  workflows: readonly Workflow[],
  kinds: readonly FileKind[],
  language: Language,
): Json {
  const plain = schemaIn(op.body as NonNullable<Operation['body']>, language);
  if (op.id === 'openFile' || op.id === 'openProcess') return opening(plain, workflows);
  if (op.id === 'sendProcessEvent')
    return events(
      plain,
      workflows.map((one) => ({ name: one.name, types: eventsOf(one).map(([type]) => type) })),
    );
  if (op.id === 'sendFileEvent')
    return events(
      plain,
      kinds.map((one) => ({ name: `${one.name}-file`, types: Object.keys(one.events) })),
    );
  if (op.id === 'writeRegister')
    return { ...plain, properties: { ...properties(plain), data: ofRegisters() } };
  return plain;
}

function opening(plain: Json, workflows: readonly Workflow[]): Json {
  const opened = workflows.filter(({ open }) => open.by !== 'engine');
  return oneOf(
    opened.map(({ name }) => branch(plain, 'workflow', name, componentRef(`${name}.open`), false)),
    'workflow',
  );
}

/** One branch for each type; a type that several workflows have takes the data of any of them. */
function events(
  plain: Json,
  owners: readonly { readonly name: string; readonly types: readonly string[] }[],
): Json {
  const types = [...new Set(owners.flatMap((one) => one.types))].filter((type) => type !== 'open');
  return oneOf(
    types.map((type) => {
      const refs = owners
        .filter((one) => one.types.includes(type))
        .map(({ name }) => componentRef(`${name}.${type}`));
      return branch(plain, 'type', type, refs.length === 1 ? (refs[0] as Json) : { anyOf: refs }, true);
    }),
    'type',
  );
}

function branch(plain: Json, key: string, value: string, data: Json, optionalData: boolean): Json {
  const required = optionalData ? [key] : [key, 'data'];
  return { ...plain, required, properties: { ...properties(plain), [key]: { const: value }, data } };
}

const oneOf = (branches: Json[], propertyName: string): Json => ({
  oneOf: branches,
  description: `Told apart by \`${propertyName}\``,
});

const ofRegisters = (): Json => ({
  anyOf: Object.keys(registers).map((name) => componentRef(`register.${name}`)),
});
const properties = (schema: Json): Json => schema['properties'] as Json;
