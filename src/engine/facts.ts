import type { Fact, FileKind, ProcessRef } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import { dayOf } from '../domain/zone.js';
import type { Taken } from './chart.js';
import type { EventBody, FactRow, Process } from './model.js';
import type { Registered } from './registry.js';

/**
 * The facts of one event: those its chart gives, then one `step` for each leaf that it left. A function of the event and
 * the chart alone, so that verification derives the same again.
 */
export function factRows(
  chart: Registered,
  kind: FileKind['name'],
  body: EventBody,
  process: Process,
  taken: Taken,
): FactRow[] {
  const given = taken.effects.flatMap((effect) => (effect.do === 'fact' ? [effect.fact] : []));
  const steps = taken.left.flatMap((left) => stepOf(chart, body, process, left));
  const context = process.stored.context as { dwelling?: ProcessRef | null; household?: ProcessRef | null };
  const household = kind === 'household' ? body.file : fileOfOrNull(context.household);
  const dwelling = kind === 'dwelling' ? body.file : fileOfOrNull(context.dwelling);
  const { number, workflow } = process;
  const about = { process: number, workflow, form: chart.workflow.form ?? null, household, dwelling };
  return [...given, ...steps].map((fact, ordinal) => rowOf(fact, ordinal, body, about));
}

/** The facts of an event of the file itself, which no process stands behind: its number is 0. */
export function fileFactRows(kind: FileKind['name'], body: EventBody, told: readonly Fact[]): FactRow[] {
  const [household, dwelling] = kind === 'household' ? [body.file, null] : [null, body.file];
  const about = { process: 0, workflow: kind, form: null, household, dwelling };
  return told.map((fact, ordinal) => rowOf(fact, ordinal, body, about));
}

function stepOf(
  { leaves, workflow }: Registered,
  { occurredAt }: EventBody,
  { stored }: Process,
  { leaf, since }: Taken['left'][number],
): Fact[] {
  const found = leaves.get(leaf);
  if (found === undefined) return [];
  const regionOf = (path: string): string =>
    workflow.primary === undefined ? '' : (path.split('.')[0] as string);
  const next = Object.keys(stored.entered).find((path) => regionOf(path) === regionOf(leaf));
  const to = next === undefined ? null : (leaves.get(next)?.shown ?? null);
  const waitsFor = found.spec?.waitsFor ?? null;
  return [{ kind: 'step', state: found.shown, to, began: since, ended: occurredAt, waitsFor }];
}

type About = Pick<FactRow, 'process' | 'workflow' | 'form' | 'household' | 'dwelling'>;

function rowOf(
  fact: Fact,
  ordinal: number,
  { seq, occurredAt, recordedAt, district }: EventBody,
  { process, workflow, form, household, dwelling }: About,
): FactRow {
  const own = fact as Partial<Record<(typeof COLUMNS)[number] | 'on', string>>;
  return {
    seq,
    ordinal,
    process,
    workflow,
    form: own.form ?? form,
    household,
    dwelling,
    recordedAt,
    district,
    kind: fact.kind,
    occurredOn: own.on ?? dayOf(occurredAt),
    formKind: own.formKind ?? null,
    channel: own.channel ?? null,
    party: own.party ?? null,
    stage: own.stage ?? null,
    reason: own.reason ?? null,
    data: rest(fact),
  };
}

const COLUMNS = ['kind', 'form', 'formKind', 'channel', 'party', 'stage', 'reason'] as const;
/** What has a column of its own; the rest of a fact is its data. */
const OWN: ReadonlySet<string> = new Set([...COLUMNS, 'on']);

function rest(fact: Fact): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fact)) if (!OWN.has(key)) data[key] = value;
  return data;
}

function fileOfOrNull(ref: ProcessRef | null | undefined): string | null {
  return ref == null ? null : fileOf(ref);
}
