import type { EventSpec, FileKind, Lookups, Step } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { mayTake, open, take } from './chart.js';
import type { Deciding } from './deciding.js';
import type { Delivered, Delivery } from './delivery.js';
import type { Process } from './model.js';
import { policyOn } from './policy.js';
import { refuse, type Refusal } from './refusals.js';
import type { Registered } from './registry.js';
import type { FileDraft } from './step-draft.js';
import { words } from './words.js';

/** Applies one delivery to the draft, or says why not. Effects are left to the caller. */
export function deliver(deciding: Deciding, d: Delivery): Delivered | Refusal {
  if (d.opens !== undefined) return openProcess(deciding, d, d.opens);
  const draft = deciding.file(d.file);
  if (draft === null) return refuse('not-found', words.notFound);
  return d.process === null ? fileEvent(deciding, d, draft) : processEvent(deciding, d, draft, d.process);
}

/** The step as a chart sees it. */
export function stepFor(
  deciding: Deciding,
  draft: FileDraft,
  d: Pick<Delivery, 'type' | 'data' | 'cause' | 'occurredAt' | 'process'>,
  spec: Pick<EventSpec, 'known'> | undefined,
  target: { readonly chart?: Registered; readonly number: number; readonly parent: string | null },
): Step {
  const day = dayOf(d.occurredAt);
  const known: Record<string, unknown> = {};
  for (const name of spec?.known ?? []) known[name] = deciding.lookup(name, draft, d);
  const who = deciding.who();
  return {
    type: d.type,
    data: d.data,
    known: known as Partial<Lookups>,
    policy: target.chart === undefined ? {} : policyOn(target.chart.workflow, day),
    meta: {
      occurredAt: d.occurredAt,
      recordedAt: deciding.recordedAt(draft),
      day,
      by: who.login,
      role: who.role,
      orgKind: who.kind,
      organisation: who.organisation,
      ...(who.onBehalfOf === undefined ? {} : { onBehalfOf: who.onBehalfOf }),
      cause: d.cause.kind,
    },
    self: { ref: `${draft.id}/${target.number}` },
    ...(target.parent === null ? {} : { parent: { ref: target.parent } }),
  };
}

function openProcess(
  deciding: Deciding,
  d: Delivery,
  opens: NonNullable<Delivery['opens']>,
): Delivered | Refusal {
  const { registry } = deciding;
  const { version } = opens;
  const chart =
    version === undefined ? registry.newest(opens.workflow) : registry.pinned(opens.workflow, version);
  if (chart === undefined) return refuse('unknown-workflow', words.unknownWorkflow);
  const { workflow } = chart;
  const draft = opens.newFile ? deciding.newFile(d.file, workflow.file, d) : deciding.file(d.file);
  if (draft === null) return refuse('not-found', words.notFound);
  if (draft.kind !== workflow.file) return refuse('invalid-data', words.wrongKind);
  const number = deciding.nextProcess(draft, d);
  const kind = deciding.registry.kind(draft.kind);
  if (opens.newFile) {
    const refusal = openRecord(draft, kind, stepFor(deciding, draft, d, undefined, { number, parent: null }));
    if (refusal !== null) return refusal;
  }
  const step = stepFor(deciding, draft, d, workflow.open, { chart, number, parent: opens.parent });
  const taken = open(chart, step);
  const process: Process = {
    number,
    workflow: workflow.name,
    version: workflow.version,
    definition: chart.hash,
    parent: opens.parent,
    children: [],
    proposals: [],
    stored: taken.stored,
    openedAt: d.occurredAt,
  };
  draft.put(chart, process);
  const body = deciding.record(draft, d, {
    process,
    known: step.known,
    ...(opens.newFile ? { opens: draft.kind } : {}),
  });
  return { body, process, taken };
}

/** The file's first record, from the step that opens it; personal marks stand where the schema has plain values. */
export function openRecord(draft: FileDraft, kind: FileKind, step: Step): Refusal | null {
  const record = (kind.apply['open'] as FileKind['apply'][string])({}, step) as object | null;
  if (record === null || Object.keys(record).length === 0)
    return refuse('invalid-data', {
      sv: `Uppgifter om ${kind.label.sv.toLowerCase()} saknas. De behövs när ett nytt ärende öppnas.`,
      en: `Data about the ${kind.label.en.toLowerCase()} is missing. It is needed to open a new file.`,
    });
  draft.record = record;
  return null;
}

function processEvent(
  deciding: Deciding,
  d: Delivery,
  draft: FileDraft,
  number: number,
): Delivered | Refusal {
  const process = draft.processes.get(number);
  if (process === undefined) return refuse('not-found', words.notFound);
  const chart = deciding.registry.pinned(process.workflow, process.version);
  if (chart === undefined) return refuse('quarantined', words.quarantined);
  const spec = chart.workflow.events[d.type];
  if (spec === undefined && d.timer === undefined) return refuse('unknown-event', words.unknownEvent);
  const at = { chart, number, parent: process.parent };
  const step = stepFor(deciding, draft, d, spec, at);
  const answer = mayTake(chart, process.stored, step, true, d.timer ?? d.type);
  if (answer.kind !== 'allowed') return refused(chart, step.self.ref, d.type, answer);
  if (d.command?.proposal !== undefined) return propose(deciding, d, draft, process, chart, step);
  const taken = take(chart, process.stored, step, d.timer ?? d.type);
  const proposals = process.proposals.filter((p) => p.seq !== d.command?.proposed);
  const next: Process = { ...process, proposals, stored: taken.stored };
  draft.put(chart, next);
  const body = deciding.record(draft, d, { process: next, known: step.known });
  return { body, process: next, taken };
}

function propose(
  deciding: Deciding,
  d: Delivery,
  draft: FileDraft,
  process: Process,
  chart: Registered,
  step: Step,
): Delivered {
  const who = deciding.who();
  const body = deciding.record(draft, d, { process, known: step.known });
  const proposal = {
    type: d.type,
    by: who.login,
    kind: who.kind,
    seq: body.seq,
    same: d.command?.proposal ?? '',
  };
  const next = { ...process, proposals: [...process.proposals, proposal] };
  draft.put(chart, next);
  return { body, process: next, taken: null };
}

function refused(chart: Registered, at: string, event: string, answer: ReturnType<typeof mayTake>): Refusal {
  if (answer.kind !== 'not-possible-now') return refuse('guard', answer.sentences, { at, event });
  const possibleIn = chart.possibleIn(event);
  return refuse('not-possible-now', words.notNow, { at, event, possibleIn });
}

function fileEvent(deciding: Deciding, d: Delivery, draft: FileDraft): Delivered | Refusal {
  const kind = deciding.registry.kind(draft.kind);
  const spec = kind.events[d.type];
  const apply = kind.apply[d.type];
  if (spec === undefined || apply === undefined) return refuse('unknown-event', words.unknownEvent);
  const step = stepFor(deciding, draft, d, spec, { number: 0, parent: null });
  const failed = (kind.guards?.[d.type] ?? []).filter((g) => !g.holds({ context: draft.record, step }));
  if (failed.length > 0)
    return refuse(
      'guard',
      failed.map((g) => g.says),
      { at: draft.id, event: d.type },
    );
  draft.record = apply(draft.record, step) as object;
  const body = deciding.record(draft, d, { known: step.known });
  return { body, process: null, taken: null, told: kind.facts?.[d.type]?.(step) ?? [] };
}
