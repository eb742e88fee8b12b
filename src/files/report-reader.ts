import type { Reader } from '../access/access-entry.js';
import { dayOf } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import type { Language } from '../platform/language.js';
import { acts } from '../register/roles.js';
import {
  cases,
  reportNamed,
  type Cases,
  type Counted,
  type KeptLine,
  type Source,
} from '../reports/index.js';
import type { Runtime } from '../runtime.js';
import { pageOf } from './list.js';
import type { ListedFile } from './shapes.js';
import { seesHouseholds } from './sight.js';

/** Inside figures are for those who see households: SHIS, the districts and the housing unit, and the auditors. */
export function audienceOf(person: Person): 'inside' | 'public' {
  const works = person.kind === 'administration' ? person.role === 'auditor' : acts(person.role);
  return works && seesHouseholds(person) ? 'inside' : 'public';
}

/** What a kept report is called. */
export function titleOfKept({ report }: Pick<KeptLine, 'report'>, language: Language): string {
  const found = reportNamed(report);
  return isRefusal(found) ? report : found.title[language];
}

/** What reports are made from. */
export const sourceOf = ({
  pool,
  directory,
  registry,
}: Pick<Runtime, 'pool' | 'directory' | 'registry'>): Source => ({
  pool,
  registers: directory,
  workflows: registry.all().map(({ workflow }) => workflow),
});

/** Which figure is opened, and from which case on. */
export interface Opening {
  readonly report: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly row: Readonly<Record<string, unknown>>;
  readonly column: string;
  readonly from: number;
  readonly limit: number;
}

/** A page of the cases behind a figure, as far as the reader may see them. */
export interface CasesSeen extends Pick<Cases, 'ok' | 'parameters' | 'row' | 'column' | 'keys'> {
  readonly lines: readonly (Counted & { readonly listed: ListedFile })[];
  /** How many the reader may see in all. */
  readonly seen: number;
}

const VISIBLE = 'select id from case_file where id = any($1)';

/** Opens a figure to its cases. The list is written into the log, with the report and what it was asked with, before it is given. */
export async function casesSeen(
  runtime: Runtime,
  reader: Reader,
  { report, parameters, row, column, from, limit }: Opening,
  language: Language,
): Promise<CasesSeen | Refusal> {
  const { person } = reader;
  const now = runtime.clock.now();
  const asking = { today: dayOf(now), reader: audienceOf(person), parameters };
  const found = await cases(sourceOf(runtime), report, asking, row, column);
  const told = { report, parameters: { ...parameters, row, column } };
  if (isRefusal(found)) {
    if (found.code === 'not-permitted') await runtime.accessLog.other(reader, 'list', { report }, true);
    return found;
  }
  const visible = await runtime.guarded.as(person, now, (db) =>
    db.query<{ id: string }>(VISIBLE, [found.files]),
  );
  const ids = new Set(visible.rows.map(({ id }) => id));
  const counted = found.counted.filter(({ file }) => ids.has(file));
  const here = counted.slice(from, from + limit);
  const files = [...new Set(here.map(({ file }) => file))];
  const page = { limit: limit + 1, language };
  const list = await pageOf(runtime, reader, { files }, page);
  const listed = new Map(list.files.map((file) => [file.id, file]));
  const lines = here.flatMap((one) => {
    const file = listed.get(one.file);
    return file === undefined ? [] : [{ ...one, listed: file }];
  });
  await runtime.accessLog.other(reader, 'list', { files: [...listed.keys()].sort(), ...told });
  return { ...found, lines, seen: counted.length };
}
