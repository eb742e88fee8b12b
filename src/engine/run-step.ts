import type { Effect, ProcessRef } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import { dayOf } from '../domain/zone.js';
import { sha256 } from './canonical.js';
import { numberOf, type Deciding } from './deciding.js';
import { deliver } from './deliver.js';
import type { Delivered, Delivery } from './delivery.js';
import { newFileId } from './file-id.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { shownState } from './shown.js';
import type { FileDraft } from './step-draft.js';
import { words } from './words.js';

/** The most deliveries that one step may set off; more is a fault of a workflow. */
const MOST_DELIVERIES = 64;

/** A delivery that another one set off. */
export type Queued = Delivery & { readonly must: boolean; readonly from: Delivered | null };
type Send = Extract<Effect, { do: 'send' }>;
type Start = Extract<Effect, { do: 'start' }>;

/** Delivers one event and everything that it sets off, first in, first out. All or nothing is the caller's to keep. */
export function runStep(
  deciding: Deciding,
  first: Delivery,
  reach: (draft: FileDraft) => void,
): Delivered | Refusal {
  const queue: Queued[] = [{ ...first, must: true, from: null }];
  let origin: Delivered | null = null;
  for (let count = 0; queue.length > 0; count++) {
    if (count > MOST_DELIVERIES) return refuse('too-many-deliveries', words.tooMany);
    const next = queue.shift() as Queued;
    const draft = next.opens?.newFile === true ? null : deciding.file(next.file);
    if (draft !== null) reach(draft);
    const done = tooEarly(draft, next) ?? deliver(deciding, next);
    if (isRefusal(done)) {
      if (next.must) return done;
      notNeeded(next, done);
      continue;
    }
    origin ??= done;
    if (next.from !== null && next.from.body.file !== done.body.file) caused(next.from, done);
    queue.push(...further(deciding, done));
  }
  return origin as Delivered;
}

/** Nothing that a step sets off happens to a process before it was opened. The step's own event was asked already. */
function tooEarly(
  draft: FileDraft | null,
  { from, process, occurredAt, file, type }: Queued,
): Refusal | null {
  const receiver = from === null || process === null ? undefined : draft?.processes.get(process);
  if (receiver === undefined || occurredAt >= receiver.openedAt) return null;
  return refuse('occurred-before-opening', words.beforeOpening, { at: `${file}/${process}`, event: type });
}

/** What one delivery sets off: the effects of its chart, or telling every open process of an event of the file. */
export function further(deciding: Deciding, done: Delivered): Queued[] {
  const effects = deciding.keep(done);
  const base = { step: done.body.step, occurredAt: done.body.occurredAt, from: done };
  const cause = { kind: 'process' as const, event: `${done.body.file}:${done.body.seq}` };
  if (done.process === null) return ofFile(deciding, done).map((t) => ({ ...base, cause, ...t }));
  return effects.flatMap((effect, index): Queued[] => {
    if (effect.do === 'start')
      return [{ ...base, cause, must: true, ...starting(deciding, done, effect, index) }];
    if (effect.do !== 'send') return [];
    return targets(deciding, done, effect.to).map((to) => ({
      ...base,
      cause,
      ...sending(deciding, effect, to),
    }));
  });
}

/** What an event of a file sets off: every open process of it is told, and other files take what it sends them. */
function ofFile(deciding: Deciding, done: Delivered) {
  const { body } = done;
  const draft = deciding.drafts.get(body.file) as FileDraft;
  const kind = deciding.registry.kind(draft.kind);
  const seen = { record: draft.record, data: body.data, known: body.known, day: dayOf(body.occurredAt) };
  const effects = kind.effects?.[body.type]?.({ ...seen, self: { ref: `${body.file}/1` } }) ?? [];
  const opened = effects.find((one) => one.do === 'open');
  const told = tellings(deciding, done, opened === undefined ? {} : { part: opened.in });
  const sent = effects.map((effect) =>
    effect.do === 'open'
      ? {
          ...{ file: fileOf(effect.in), process: null, must: true, type: 'open' },
          opens: { workflow: effect.workflow, parent: null, newFile: true },
          data: effect.data as Record<string, unknown>,
        }
      : {
          ...{ file: fileOf(effect.to), process: null, must: true, type: effect.type },
          data: effect.data as Record<string, unknown>,
        },
  );
  return [...told, ...sent];
}

function tellings(deciding: Deciding, done: Delivered, more: object) {
  const draft = deciding.drafts.get(done.body.file) as FileDraft;
  const tells = deciding.registry.kind(draft.kind).tells;
  if (tells === undefined) return [];
  const told = [...draft.processes.values()].filter(
    (p) =>
      shownState(deciding.registry, p).open &&
      deciding.registry.pinned(p.workflow, p.version)?.workflow.events[tells] !== undefined,
  );
  const data = { event: done.body.type, ...more };
  // What a process is told of an earlier time it is told as of its opening.
  const { occurredAt: at } = done.body;
  return told.map((p) => ({
    file: draft.id,
    process: p.number,
    type: tells,
    data,
    must: false,
    occurredAt: at > p.openedAt ? at : p.openedAt,
  }));
}

function starting(deciding: Deciding, done: Delivered, effect: Start, index: number) {
  const chart = deciding.registry.newest(effect.workflow);
  const { file, seq, process } = done.body;
  const newFile = effect.in === 'newFile';
  const target = newFile ? newFileId(sha256(`${file}:${seq}/${index}`)) : file;
  if (newFile) addChild(deciding, done, `${target}/1`);
  const data = chart === undefined ? effect.data : chart.workflow.open.schema.parse(effect.data);
  return {
    file: target,
    process: null,
    opens: { workflow: effect.workflow, parent: `${file}/${process}`, newFile },
    type: 'open',
    data: data as Record<string, unknown>,
  };
}

function addChild(deciding: Deciding, done: Delivered, ref: string): void {
  const draft = deciding.drafts.get(done.body.file) as FileDraft;
  const process = draft.processes.get(done.body.process as number);
  if (process !== undefined)
    draft.processes.set(process.number, { ...process, children: [...process.children, ref] });
}

function sending(deciding: Deciding, effect: Send, to: ProcessRef) {
  const target = deciding.file(fileOf(to))?.processes.get(numberOf(to));
  const chart = target === undefined ? undefined : deciding.registry.pinned(target.workflow, target.version);
  const schema = chart?.workflow.events[effect.type]?.schema;
  return {
    file: fileOf(to),
    process: numberOf(to),
    type: effect.type,
    data: (schema === undefined ? effect.data : schema.parse(effect.data)) as Record<string, unknown>,
    must: effect.must,
  };
}

function targets(deciding: Deciding, done: Delivered, to: Send['to']): ProcessRef[] {
  const draft = deciding.drafts.get(done.body.file) as FileDraft;
  const self = draft.processes.get(done.body.process as number);
  if (self === undefined) return [];
  if (to === 'parent') return self.parent === null ? [] : [{ ref: self.parent }];
  if ('ref' in to) return [to];
  const own = `${draft.id}/${self.number}`;
  const here = [...draft.processes.values()]
    .filter((p) => p.parent === own && p.workflow === to.children && shownState(deciding.registry, p).open)
    .map((p) => ({ ref: `${draft.id}/${p.number}` }));
  return [
    ...here,
    ...self.children.map((ref) => ({ ref })).filter((ref) => runs(deciding, ref, to.children)),
  ];
}

function runs(deciding: Deciding, ref: ProcessRef, workflow: string): boolean {
  const process = deciding.file(fileOf(ref))?.processes.get(numberOf(ref));
  return (
    process !== undefined && process.workflow === workflow && shownState(deciding.registry, process).open
  );
}

function notNeeded(queued: Queued, refusal: Refusal): void {
  const sender = queued.from?.body as { notNeeded?: object[] } | undefined;
  const to = queued.process === null ? queued.file : `${queued.file}/${queued.process}`;
  if (sender !== undefined)
    sender.notNeeded = [...(sender.notNeeded ?? []), { to, type: queued.type, code: refusal.code }];
}

function caused(from: Delivered, done: Delivered): void {
  const sender = from.body as { caused?: string[] };
  sender.caused = [...(sender.caused ?? []), `${done.body.file}:${done.body.seq}`];
}
