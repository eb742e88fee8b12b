import { z } from 'zod';
import type { Day, Instant, Text } from '../../workflows/definition.js';
import { day } from '../../workflows/fields.js';
import { addDays } from '../domain/days.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import type { By, Parameter, Parameters, Report } from './report.js';

/** Who asks, and when: `today` in Stockholm; `reader` the widest audience that the reader may ask for. */
export interface Asking {
  readonly today: Day;
  readonly reader: Parameters['audience'];
  /** As a command line or an address gives them: `as-known-on` and `asKnownOn` alike; empty is not given. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** For a report that is run again: what was recorded before this moment was known. */
  readonly knownBefore?: Instant;
  /** Without the reports that it is made of: for what it says itself. */
  readonly isAlone?: boolean;
}

const text = (sv: string, en: string): Text => ({ sv, en });
const aDay = text(
  'Skriv en dag som finns, till exempel 2021-10-31.',
  'Write a day that exists, such as 2021-10-31.',
);

/** The parameters of every report, in the order in which they are told. */
export const commonParameters: readonly Parameter[] = [
  {
    name: 'year',
    label: text('År', 'Year'),
    says: text(
      'Ange ett år med fyra siffror, till exempel 2021.',
      'Give a year in four figures, such as 2021.',
    ),
    schema: z
      .string()
      .regex(/^(19|20|21)\d\d$/)
      .transform(Number),
  },
  {
    name: 'until',
    label: text('Till och med', 'Until'),
    says: aDay,
    schema: day().optional(),
  },
  {
    name: 'asKnownOn',
    label: text('Som det var känt', 'As known on'),
    says: aDay,
    schema: day().nullable().default(null),
  },
  {
    name: 'division',
    label: text('Stadsdelsindelning', 'Division'),
    choices: [
      ['then', text('som de var då', 'as they were then')],
      ['now', text('som de är nu', 'as they are now')],
    ],
    says: text('Välj then (dåvarande) eller now (dagens).', 'Choose then or now.'),
    schema: z.enum(['then', 'now']).default('then'),
  },
  {
    name: 'audience',
    label: text('För vem', 'Audience'),
    choices: [
      ['inside', text('internt', 'inside')],
      ['public', text('offentligt, små tal dolda', 'public, small numbers hidden')],
    ],
    says: text('Välj inside (internt) eller public (offentligt).', 'Choose inside or public.'),
    schema: z.enum(['inside', 'public']).optional(),
  },
  {
    name: 'by',
    label: text('Uppdelat på', 'Apart by'),
    choices: [
      ['', text('inget, hela staden', 'nothing, the whole city')],
      ['district', text('stadsdel', 'district')],
      ['month', text('månad', 'month')],
      ['house', text('anläggning eller bolag', 'facility or company')],
    ],
    says: text('Välj en av uppdelningarna.', 'Choose one of the divisions.'),
    schema: z.enum(['district', 'month', 'house']).nullable().default(null),
  },
];

/** Every parameter that a report takes. */
export function parametersOf(report: Report): readonly Parameter[] {
  const common = commonParameters.flatMap((one) => (one.name === 'by' ? byOf(one, report) : [one]));
  return [...common, ...report.parameters];
}

/** What the rows of this report can be told apart by; left out where that is nothing. */
function byOf(parameter: Parameter, { apart = ['district', 'month'] }: Report): Parameter[] {
  if (apart.length === 0) return [];
  const choices = parameter.choices?.filter(([value]) => value === '' || apart.includes(value as By)) ?? [];
  const named = (language: keyof Text): string =>
    choices.flatMap(([value, label]) => (value === '' ? [] : [`${value} (${label[language]})`])).join(', ');
  return [
    {
      ...{ ...parameter, choices },
      says: text(`Välj ${named('sv')}.`, `Choose ${named('en')}.`),
      schema: z.enum(apart).nullable().default(null),
    },
  ];
}

/** Reads and completes what a report was asked for, or tells every fault at once. */
export function readParameters(report: Report, asking: Asking): Parameters | Refusal {
  const given = named(asking.parameters);
  const parameters = parametersOf(report);
  const read: Record<string, unknown> = {};
  const faults: Fault[] = unknownNames(parameters, given);
  for (const { name, schema, says } of parameters) {
    const result = schema.safeParse(given.get(name));
    if (result.success) read[name] = result.data;
    else faults.push({ path: name, message: says });
  }
  if (faults.length > 0) return told(faults);
  return complete(read as unknown as Parameters, asking, report);
}

type Fault = NonNullable<Refusal['fields']>[number];

const told = (fields: readonly Fault[]): Refusal =>
  refuse(
    'invalid-data',
    fields.map(({ path, message: { sv, en } }) => text(`${path}: ${sv}`, `${path}: ${en}`)),
    { fields },
  );

/** A day that is not of the part of the year asked for. */
const outside = told([
  {
    path: 'until',
    message: text(
      'Den delen av året har inte börjat, eller så ligger dagen utanför den. Välj en annan del eller en annan dag.',
      'That part of the year has not begun, or the day lies outside it. Choose another part or another day.',
    ),
  },
]);

function named(parameters: Asking['parameters']): Map<string, unknown> {
  return new Map(
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [
        name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        typeof value === 'number' ? String(value) : value,
      ]),
  );
}

function unknownNames(parameters: readonly Parameter[], given: ReadonlyMap<string, unknown>): Fault[] {
  const names = parameters.map(({ name }) => name as string);
  const list = names.join(', ');
  return [...given.keys()]
    .filter((name) => !names.includes(name))
    .map(() => ({
      path: 'parameters',
      message: text(
        `Rapporten tar bara emot: ${list}. Ta bort det andra.`,
        `The report takes only: ${list}. Leave out the rest.`,
      ),
    }))
    .slice(0, 1);
}

/** The first day, where it is not that of the year, and the last; the first after the last for a day that lies outside. */
function daysOf(
  read: Parameters,
  today: Day,
  span: Report['span'],
): { readonly from?: Day; readonly until: Day } {
  const part = span?.(read) ?? {};
  const end = part.until ?? `${read.year}-12-31`;
  const until = (read.until as Day | undefined) ?? (today < end ? today : end);
  const from = part.from ?? span?.(read, until).from;
  if (until > end) return { from: addDays(until, 1), until };
  return from === undefined ? { until } : { from, until };
}

function complete(read: Parameters, { today, reader }: Asking, { span }: Report): Parameters | Refusal {
  const { year } = read;
  if (today < `${year}-01-01`)
    return told([
      {
        path: 'year',
        message: text(
          'Året har inte börjat. Välj ett tidigare.',
          'The year has not begun. Choose an earlier one.',
        ),
      },
    ]);
  const { from, until } = daysOf(read, today, span);
  if (until.slice(0, 4) !== String(year))
    return told([{ path: 'until', message: text(`Välj en dag under ${year}.`, `Choose a day of ${year}.`) }]);
  if (from !== undefined && from > until) return outside;
  const audience = (read.audience as Parameters['audience'] | undefined) ?? reader;
  if (audience === 'inside' && reader === 'public')
    return refuse(
      'not-permitted',
      text(
        'Interna siffror visas för dem som arbetar med ärendena. Välj public.',
        'Inside figures are shown to those who work with the cases. Choose public.',
      ),
    );
  return {
    ...read,
    ...(from !== undefined && { from }),
    by: (read.by as Parameters['by'] | undefined) ?? null,
    until,
    audience,
  };
}
