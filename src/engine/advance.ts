import type { Prepared } from './command.js';
import { ENGINE, type Deciding } from './deciding.js';
import type { Delivery } from './delivery.js';
import type { Process } from './model.js';
import { isRefusal } from './refusals.js';
import type { Registry } from './registry.js';
import { runStep } from './run-step.js';
import { poisonKey, type FileDraft } from './step-draft.js';

/** Brings a file up to the moment once, when a step first reaches it. */
export function reach(deciding: Deciding, draft: FileDraft, command: Moment): void {
  if (draft.advanced) return;
  draft.advanced = true;
  advance(deciding, draft, command.recordedAt, command);
}

/** When a step is taken. */
export type Moment = Pick<Prepared, 'recordedAt' | 'importedAt'>;

/** A file that has more deadlines due at once than this runs in a circle. */
const MOST_DUE = 1_000;

/** Delivers due deadlines in order. One that cannot be delivered is set aside with its reason; the rest go on. */
export function advance(deciding: Deciding, draft: FileDraft, until: string, moment: Moment): void {
  const account = deciding.account;
  let count = 0;
  for (let due = draft.nextDue(until); due !== undefined; due = draft.nextDue(until)) {
    if (++count > MOST_DUE)
      throw new Error(`the deadlines of ${draft.id} do not come to an end: ${due.name}`);
    const process = draft.processes.get(due.process) as Process;
    const recordedAt = moment.importedAt === undefined ? moment.recordedAt : later(due.at, draft.recordedAt);
    const district = districtOf(deciding.registry, draft);
    deciding.account = { ...account, by: ENGINE, recordedAt, district };
    const saved = deciding.save();
    const refusal = runStep(deciding, deadlineDelivery(draft, process, due), (d) =>
      reach(deciding, d, moment),
    );
    if (isRefusal(refusal)) {
      deciding.restore(saved);
      draft.poisoned.push({ key: poisonKey(due), sentences: refusal.sentences });
    }
  }
  deciding.account = account;
}

function deadlineDelivery(
  draft: FileDraft,
  process: Process,
  due: { name: string; key: string; at: string },
): Delivery {
  return {
    file: draft.id,
    process: process.number,
    type: due.name,
    timer: due.key,
    data: {},
    cause: { kind: 'deadline' },
    step: null,
    occurredAt: due.at,
  };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** The organisation that answers for a file, its code; null when none does. */
export function districtOf(registry: Registry, draft: FileDraft): string | null {
  return registry.kind(draft.kind).responsible(draft.record);
}
