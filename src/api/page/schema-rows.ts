import type { OrgKinds } from '../../../workflows/definition.js';
import type { Language } from '../language.js';

type Json = Record<string, unknown>;

/** One field of a schema as a line of a table: its dotted path, what it takes, and what it is called. */
export interface SchemaRow {
  readonly path: string;
  readonly takes: string;
  readonly required: boolean;
  readonly personal: boolean;
  readonly says: string;
}

const words = {
  sv: {
    list: 'lista',
    whole: 'heltal',
    number: 'tal',
    text: 'text',
    bool: 'ja eller nej',
    object: 'objekt',
    day: 'dag',
    any: 'vad som helst',
    from: 'ur',
    flow: 'flödet',
    here: 'en process i samma ärende',
    kind: 'organisationer av slaget',
    user: 'kollegor hos',
    or: 'eller',
  },
  en: {
    list: 'list',
    whole: 'integer',
    number: 'number',
    text: 'text',
    bool: 'true or false',
    object: 'object',
    day: 'day',
    any: 'anything',
    from: 'of',
    flow: 'workflow',
    here: 'a process of the same file',
    kind: 'organisations of kind',
    user: 'colleagues at',
    or: 'or',
  },
} as const;

/** The fields of an object's schema, nested ones with their path; lists as `members[]`. */
export function rowsOf(schema: Json, language: Language, path = ''): SchemaRow[] {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>;
  const required = new Set((schema['required'] ?? []) as string[]);
  return Object.entries(properties).flatMap(([name, field]) =>
    rowsOfField(field, `${path}${name}`, required.has(name), language),
  );
}

function rowsOfField(field: Json, path: string, required: boolean, language: Language): SchemaRow[] {
  const inner = whole(field);
  const items = inner['items'] === undefined ? undefined : whole(inner['items'] as Json);
  const own: SchemaRow = {
    path,
    takes: takes(inner, language) + (maybeNull(field) ? ` ${words[language].or} null` : ''),
    required,
    personal: inner['x-personal'] === true || field['x-personal'] === true,
    says: [field['title'] ?? inner['title'], field['description'] ?? inner['description']]
      .filter(Boolean)
      .join('. '),
  };
  if (items?.['properties'] !== undefined) return [own, ...rowsOf(items, language, `${path}[].`)];
  return inner['properties'] === undefined || 'x-pick' in field
    ? [own]
    : [own, ...rowsOf(inner, language, `${path}.`)];
}

/** A schema without the `null` that may stand beside it. */
function whole(field: Json): Json {
  const { anyOf, type, ...rest } = field as Json & { anyOf?: Json[]; type?: string | string[] };
  if (Array.isArray(type)) return { ...rest, type: type.find((one) => one !== 'null') };
  const options = anyOf?.filter((one) => one['type'] !== 'null');
  return options?.length === 1 ? { ...rest, ...options[0] } : field;
}

/** Whether `null` may stand there. */
const maybeNull = ({ anyOf, type }: Json): boolean =>
  (Array.isArray(type) && type.includes('null')) ||
  (Array.isArray(anyOf) && anyOf.some((one: Json) => one['type'] === 'null'));

const named = (kinds: OrgKinds | undefined): string => [kinds ?? []].flat().join(' / ');

function takes(field: Json, language: Language): string {
  const said = words[language];
  const pick = field['x-pick'] as
    { from: string; workflow?: string; kind?: OrgKinds; org?: OrgKinds } | undefined;
  if (pick?.from === 'process') return `{"ref"} ${said.from} ${said.flow} ${pick.workflow}`;
  if (pick?.from === 'here') return `{"ref"} ${said.here}`;
  if (pick?.from === 'organisation') return `${said.from} ${said.kind} ${named(pick.kind)}`;
  if (pick?.from === 'user') return `${said.from} ${said.user} ${named(pick.org)}`;
  const codes =
    (field['oneOf'] as Json[] | undefined)?.map((one) => one['const']) ??
    (field['enum'] as unknown[] | undefined);
  if (codes !== undefined) return codes.join(', ');
  if (field['const'] !== undefined) return String(field['const']);
  if (field['anyOf'] !== undefined)
    return (field['anyOf'] as Json[]).map((one) => takes(one, language)).join(` ${said.or} `);
  return ofType(field, language);
}

function ofType(field: Json, language: Language): string {
  const said = words[language];
  switch (field['type']) {
    case 'string':
      return field['format'] === 'date' ? `${said.day}, 2021-03-01` : said.text + atMost(field['maxLength']);
    case 'integer':
      return said.whole + between(field);
    case 'number':
      return said.number + between(field);
    case 'boolean':
      return said.bool;
    case 'array':
      return `${said.list}${atMost(field['maxItems'])}`;
    case 'object':
      return said.object;
    default:
      return said.any;
  }
}

const atMost = (most: unknown): string => (typeof most === 'number' ? `, ≤ ${most}` : '');

function between({ minimum, maximum }: Json): string {
  const least = typeof minimum === 'number' && minimum > -1e9 ? minimum : undefined;
  const most = typeof maximum === 'number' && maximum < 1e9 ? maximum : undefined;
  if (least === undefined && most === undefined) return '';
  return ` ${least ?? ''}–${most ?? ''}`;
}
