import type { Field, OrgKinds } from '../../../workflows/definition.js';

/** A JSON Schema as `eventSchema` makes it, as far as forms read it. */
export interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly 'x-personal'?: boolean;
  readonly 'x-widget'?: Field['widget'];
  readonly 'x-pick'?: Pick;
}
export type Pick = {
  readonly from: 'process' | 'here' | 'organisation' | 'user' | 'reason' | 'household' | 'member';
  readonly workflow?: string;
  readonly kind?: OrgKinds;
  readonly org?: OrgKinds;
  readonly merged?: true;
  readonly named?: true;
  readonly children?: true;
};

/** A value to choose, and what it is called. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** How a question is asked. `ref`: a process, sent as `{ ref }`; `coded`: a reason out of a list of the workflow. */
export type Control =
  | { readonly kind: 'text'; readonly long: boolean; readonly most: number | undefined }
  | { readonly kind: 'day' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'number'; readonly whole: boolean; readonly money: boolean }
  | { readonly kind: 'yes-no' }
  | {
      readonly kind: 'choice';
      readonly options: readonly Option[];
      readonly radios: boolean;
      readonly coded?: true;
    }
  | { readonly kind: 'ref'; readonly options: readonly Option[] }
  /** Another case, by its number; sent as its first process. */
  | { readonly kind: 'case' }
  /** Any number of a list, each a box to tick. */
  | { readonly kind: 'several'; readonly options: readonly Option[] }
  | { readonly kind: 'group'; readonly questions: readonly Question[] }
  /** `titles`: what the rows are called, as far as they have names; others are numbered. */
  | {
      readonly kind: 'list';
      readonly item: Question;
      readonly most: number;
      readonly titles?: readonly string[];
    };

/** One question of a form: a field of the step's data. */
export interface Question {
  /** The field's own name; empty for an element of a list. */
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly personal: boolean;
  readonly control: Control;
}

/** Gives what can be chosen where the schema only says where it is picked from. */
export type Picker = (pick: Pick) => readonly Option[];

/** The questions that a step's schema asks, in its order. */
export function questionsOf(schema: Schema, picker: Picker): Question[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {})
    .filter(([, one]) => one['x-widget'] !== 'copy' && one['x-widget'] !== 'told')
    .map(([name, one]) => question(name, one, required.has(name), picker));
}

/** The question at a dotted path, and the path of what it stands in; null when there is none. */
export function questionAt(
  questions: readonly Question[],
  path: string,
  at: string,
): { readonly question: Question; readonly at: string } | null {
  const [name = '', ...rest] = path.split('.');
  const question = questions.find((one) => one.name === name);
  if (question === undefined) return null;
  if (rest.length === 0) return { question, at };
  return question.control.kind === 'group'
    ? questionAt(question.control.questions, rest.join('.'), `${at}.${name}`)
    : null;
}

function question(name: string, schema: Schema, required: boolean, picker: Picker): Question {
  const real = schema.anyOf?.find(({ type }) => type !== 'null');
  const one: Schema = real === undefined ? schema : { ...schema, ...real, ...named(schema, real) };
  return {
    name,
    label: one.title ?? name,
    hint: one.description,
    required,
    nullable: real !== undefined,
    personal: one['x-personal'] === true,
    control: controlOf(one, picker),
  };
}

const named = (outer: Schema, inner: Schema): Schema => ({
  ...((outer.title ?? inner.title) && { title: outer.title ?? inner.title }),
  ...((outer.description ?? inner.description) && { description: outer.description ?? inner.description }),
});

function controlOf(schema: Schema, picker: Picker): Control {
  return picked(schema, picker) ?? made(schema, picker) ?? plain(schema);
}

/** What is chosen from a list. */
function picked({ oneOf, type, properties, ...schema }: Schema, picker: Picker): Control | null {
  const pick = schema['x-pick'];
  if (oneOf !== undefined) {
    const options = oneOf.map(({ const: value, title }) => ({ value, label: title }));
    const radios = schema['x-widget'] === 'radios' || options.length <= 5;
    return { kind: 'choice', options, radios, ...(pick?.from === 'reason' && { coded: true as const }) };
  }
  if (pick?.from === 'household')
    return pick.merged === true ? { kind: 'ref', options: picker(pick) } : { kind: 'case' };
  if (pick?.from === 'process' || isRef(properties))
    return { kind: 'ref', options: pick === undefined ? [] : picker(pick) };
  return pick !== undefined && type === 'string'
    ? { kind: 'choice', options: picker(pick), radios: false }
    : null;
}

const isRef = (properties: Schema['properties'] = {}): boolean => Object.keys(properties).join() === 'ref';

/** What is made of other questions. */
function made(schema: Schema, picker: Picker): Control | null {
  if (schema.type === 'object') return { kind: 'group', questions: questionsOf(schema, picker) };
  if (schema.type !== 'array') return null;
  const pick = schema.items?.['x-pick'];
  if (pick?.from === 'member') return { kind: 'several', options: picker(pick) };
  const item = question('', schema.items ?? {}, true, picker);
  return { kind: 'list', item, most: schema.maxItems ?? 20 };
}

function plain({ type, format, maxLength, ...schema }: Schema): Control {
  const widget = schema['x-widget'];
  if (type === 'boolean') return { kind: 'yes-no' };
  if (type === 'integer' || type === 'number')
    return { kind: 'number', whole: type === 'integer', money: widget === 'money' };
  return format === 'date' ? { kind: 'day' } : { kind: 'text', long: widget === 'textarea', most: maxLength };
}
