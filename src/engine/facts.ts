import type { Fact, ProcessRef } from '../../workflows/definition.js';
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
  kind: 'household' | 'dwelling',
  body: EventBody,
  process: Process,
  taken: Taken,
): FactRow[] {
  const given = taken.effects.flatMap((effect) => (effect.do === 'fact' ? [effect.fact] : []));
  const steps = taken.left.flatMap(({ leaf, since }): Fact[] => {
    const found = chart.leaves.get(leaf);
    if (found === undefined) return [];
    const waitsFor = found.spec?.waitsFor ?? null;
    return [{ kind: 'step', state: found.shown, began: since, ended: body.occurredAt, waitsFor }];
  });
  const context = process.stored.context as { dwelling?: ProcessRef | null; household?: ProcessRef | null };
  const household = kind === 'household' ? body.file : fileOfOrNull(context.household);
  const dwelling = kind === 'dwelling' ? body.file : fileOfOrNull(context.dwelling);
  return [...given, ...steps].map((fact, ordinal): FactRow => {
    const own = fact as Partial<Record<(typeof COLUMNS)[number] | 'on', string>>;
    return {
      seq: body.seq,
      ordinal,
      process: process.number,
      workflow: process.workflow,
      form: own.form ?? chart.workflow.form ?? null,
      kind: fact.kind,
      occurredOn: own.on ?? dayOf(body.occurredAt),
      recordedAt: body.recordedAt,
      district: body.district,
      household,
      dwelling,
      formKind: own.formKind ?? null,
      channel: own.channel ?? null,
      party: own.party ?? null,
      stage: own.stage ?? null,
      reason: own.reason ?? null,
      data: rest(fact),
    };
  });
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
