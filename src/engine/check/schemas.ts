import { z } from 'zod';
import type { EventSpec, Field, Reason } from '../../../workflows/definition.js';
import { innerOf, metaOf } from '../schema-fields.js';
import type { Found, Part } from './fault.js';
import { ORG_KINDS } from './states.js';
import { word } from './texts.js';

/** What a schema may be made of: what is JSON as it stands, and can be shown as a form. */
const PLAIN = new Set(['string', 'number', 'boolean', 'enum', 'literal', 'null']);
const WRAPPING = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional']);
/** No code looks like this, so a pattern that takes it takes free text. */
const FREE_TEXT = 'Familjen Andersson bor hos mormor på Storgatan 14 i Farsta.';

/** Where a schema stands and what its fields may pick from. */
export interface Place {
  readonly part: Part;
  /** How sentences name it: "`submit`". */
  readonly what: string;
  readonly reasons: Readonly<Record<string, readonly Reason[]>>;
  /** Sent by other processes alone, whose own data is coded already: no person can write text there. */
  readonly coded?: boolean;
  /** Names of the workflows there are; undefined while a workflow is checked alone. */
  readonly workflows?: ReadonlySet<string> | undefined;
}

/** A schema is a strict object whose fields are JSON and registered; free text in it is personal. */
export function* schemaIsSound(place: Place, schema: z.ZodType): Generator<Found> {
  if (!(schema instanceof z.ZodObject)) {
    yield [place.part, `the schema of ${place.what} is no object; use \`z.strictObject\`.`];
    return;
  }
  yield* object(place, schema, '', place.coded === true);
}

/** The lists that the fields of some schemas pick their reasons from. */
export function reasonListsOf(specs: readonly EventSpec[]): Set<string> {
  return new Set(specs.flatMap(({ schema }) => lists(schema)));
}

/** `covered`: text that stands here is personal already, or cannot be. */
function* object(place: Place, schema: z.ZodObject, at: string, covered: boolean): Generator<Found> {
  if ((schema.def.catchall as z.ZodType | undefined)?.def.type !== 'never')
    yield [
      place.part,
      `the schema of ${place.what}${at && ` at \`${at}\``} is not strict; use \`z.strictObject\`.`,
    ];
  for (const [key, child] of Object.entries(schema.shape) as [string, z.ZodType][])
    yield* field(place, child, at === '' ? key : `${at}.${key}`, covered);
}

function* field(place: Place, schema: z.ZodType, at: string, covered: boolean): Generator<Found> {
  const meta = metaOf(schema);
  if (meta === undefined)
    yield [place.part, `\`${at}\` of ${place.what} has no label; register it with \`field\`.`];
  else yield* described(place, meta, at);
  yield* choicesAreNamed(place, schema, meta?.choices, `\`${at}\` of ${place.what}`);
  yield* content(place, schema, at, covered || meta?.personal === true);
}

function* content(place: Place, schema: z.ZodType, at: string, covered: boolean): Generator<Found> {
  const { type } = schema.def;
  if (isMark(schema) || (PLAIN.has(type) && (covered || !isFreeText(schema)))) return;
  if (WRAPPING.has(type)) yield* content(place, innerOf(schema) as z.ZodType, at, covered);
  else if (schema instanceof z.ZodObject) yield* object(place, schema, at, covered);
  else if (schema instanceof z.ZodArray) yield* content(place, schema.element as z.ZodType, at, covered);
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options as z.ZodType[]) yield* content(place, option, at, covered);
  else if (PLAIN.has(type))
    yield [
      place.part,
      `\`${at}\` of ${place.what} takes free text, which may name a person; mark it personal or give it a pattern.`,
    ];
  else yield [place.part, `\`${at}\` of ${place.what} is a \`${type}\`, which is not JSON as it stands.`];
}

function* described(place: Place, meta: Field, at: string): Generator<Found> {
  const where = `\`${at}\` of ${place.what}`;
  yield* word(place.part, `the label of ${where}`, meta.label);
  if (meta.hint !== undefined) yield* word(place.part, `the hint of ${where}`, meta.hint);
  if (meta.find !== undefined && meta.personal !== true)
    yield [place.part, `${where} is found by keyed hash and not personal; only what is sealed needs that.`];
  if (meta.pick !== undefined) yield* picked(place, meta.pick, where);
}

/** A person is shown what each value of a short list is called, never its code. Other processes and records need no names. */
function* choicesAreNamed(
  place: Place,
  schema: z.ZodType,
  choices: Field['choices'],
  where: string,
): Generator<Found> {
  const values = valuesOf(schema);
  for (const [value, name] of Object.entries(choices ?? {})) {
    yield* word(place.part, `the name of \`${value}\` in ${where}`, name);
    if (values !== undefined && !values.includes(value))
      yield [place.part, `${where} names \`${value}\`, which it does not take.`];
  }
  if (choices === undefined && (place.coded === true || place.part !== 'events')) return;
  for (const value of values ?? [])
    if (!Object.hasOwn(choices ?? {}, value))
      yield [place.part, `${where} does not name its value \`${value}\`; tell it in \`choices\`.`];
}

/** The values of a short list, whatever it is wrapped in; undefined for all else. */
function valuesOf(schema: z.ZodType): readonly string[] | undefined {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  const inner = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : innerOf(schema);
  return inner === undefined ? undefined : valuesOf(inner);
}

function* picked(place: Place, pick: NonNullable<Field['pick']>, where: string): Generator<Found> {
  const kind = pick.from === 'organisation' ? pick.kind : pick.from === 'user' ? pick.org : undefined;
  for (const one of [kind ?? []].flat())
    if (!ORG_KINDS.includes(one))
      yield [place.part, `${where} picks from \`${String(one)}\`, which is no kind of organisation.`];
  if (pick.from === 'reason' && !Object.hasOwn(place.reasons, pick.list))
    yield [place.part, `${where} picks from the reasons \`${pick.list}\`, a list that is not there.`];
  if (pick.from === 'process' && place.workflows?.has(pick.workflow) === false)
    yield [place.part, `${where} picks a process of \`${pick.workflow}\`, a workflow that is not there.`];
}

/** A `ProcessRef` or a sealed mark: one thing, whose inside needs no label. */
function isMark(schema: z.ZodType): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  const keys = Object.keys(schema.shape);
  return (
    keys.length === 1 &&
    (keys[0] === 'sealed' || (keys[0] === 'ref' && !isFreeText(schema.shape['ref'] as z.ZodType)))
  );
}

/** A string that takes any text. A format (a day, a code by its pattern) says what may stand there. */
function isFreeText(schema: z.ZodType): boolean {
  if (schema.def.type !== 'string') return false;
  const { format, checks = [] } = schema.def as {
    format?: string;
    checks?: readonly { _zod: { def: { check: string } } }[];
  };
  const bound = format !== undefined || checks.some(({ _zod }) => _zod.def.check === 'string_format');
  return !bound || schema.safeParse(FREE_TEXT).success;
}

function lists(schema: z.ZodType): string[] {
  const pick = metaOf(schema)?.pick;
  const own = pick?.from === 'reason' ? [pick.list] : [];
  return [...own, ...inside(schema).flatMap(lists)];
}

function inside(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape) as z.ZodType[];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodUnion) return schema.options as z.ZodType[];
  const inner = innerOf(schema);
  return inner === undefined ? [] : [inner];
}
