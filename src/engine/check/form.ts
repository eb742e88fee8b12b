import type { z } from 'zod';
import type { FormPage, Workflow } from '../../../workflows/definition.js';
import { fieldsOf } from '../schema-fields.js';
import type { Found } from './fault.js';
import { sentence, word } from './texts.js';

/** The pages of an opening ask for fields that are there, each once, and what sends it off keeps a copy of them. */
export function* formIsWhole({ open, opening, events }: Workflow): Generator<Found> {
  if (opening === undefined) return;
  const { sends, pages } = opening;
  const sending = sends === undefined ? undefined : events[sends];
  if (sends !== undefined && sending === undefined)
    yield ['form', `it is sent off by \`${sends}\`, which is no event.`];
  if (sending !== undefined && !Object.values(sending.schema.shape).some(isCopy))
    yield ['form', `\`${sends}\` keeps no copy of what was asked; give it a field with \`copy\`.`];
  const seen = new Set<string>();
  for (const page of pages) yield* pageIsWhole(page, pathsOf((page.of ? sending : open)?.schema), seen);
}

function* pageIsWhole(
  { name, label, lead, asks, of }: FormPage,
  there: ReadonlySet<string>,
  seen: Set<string>,
): Generator<Found> {
  const what = `the page \`${name}\``;
  if (!/^[a-z][a-z-]*$/.test(name)) yield ['form', `${what} needs a name of letters and hyphens.`];
  yield* word('form', `the label of ${what}`, label);
  if (lead !== undefined) yield* sentence('form', `the lead of ${what}`, lead);
  for (const path of asks) {
    if (!there.has(path)) yield ['form', `${what} asks for \`${path}\`, which is no field.`];
    const key = `${of ?? 'open'} ${path}`;
    if (seen.has(key)) yield ['form', `\`${path}\` is asked for twice.`];
    seen.add(key);
  }
}

const isCopy = (schema: z.ZodType): boolean => fieldsOf(schema)[0]?.meta.widget === 'copy';

const pathsOf = (schema: z.ZodType | undefined): Set<string> =>
  new Set(schema === undefined ? [] : fieldsOf(schema).map(({ path }) => path.join('.')));
