import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';

/** How a process or an event of a file is named anywhere in a file's data. */
const NAMED = /"([0-9a-hjkmnp-tv-z]{11})[/:]\d+(?:\.\d+)?"/g;

/** What stands where another file was named that the reader may not see: a flat does not lead to who lives in it. */
const HIDDEN = { hidden: true } as const;

/** Takes the names of files that a reader may not see out of what is shown of another. */
export interface Hiding {
  /** Whether a text names one. */
  names(text: string): boolean;
  /** A copy of the value without them. */
  from(value: object): object;
}

/** Finds out which of the files named in some JSON texts the person may not see. */
export async function hidingFrom(
  { guarded, clock }: Runtime,
  person: Person,
  texts: readonly string[],
): Promise<Hiding> {
  const named = new Set(texts.flatMap(filesIn));
  if (named.size === 0) return { names: () => false, from: (value) => value };
  const { rows } = await guarded.as(person, clock.now(), (db) =>
    db.query<{ id: string }>('select id from case_file where id = any($1)', [[...named]]),
  );
  for (const { id } of rows) named.delete(id);
  const names = (text: string): boolean => filesIn(text).some((id) => named.has(id));
  return { names, from: (value) => without(value, names) as object };
}

const filesIn = (text: string): string[] => [...text.matchAll(NAMED)].map(([, id]) => id as string);

function without(value: unknown, names: (text: string) => boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => without(one, names));
  const { ref } = value as { readonly ref?: unknown };
  if (typeof ref === 'string' && names(`"${ref}"`)) return HIDDEN;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, without(one, names)]));
}
