import type { Lookups } from '../../../workflows/definition.js';
import { isDeepStrictEqual } from 'node:util';
import type { Asking, Retelling } from '../deciding.js';
import type { Delivery } from '../delivery.js';
import type { EventBody, FactRow } from '../model.js';
import type { FileDraft } from '../step-draft.js';
import type { Cone, PastStep } from './cone.js';

/** Which flats were free, who was first in the queue, and what was carried and sealed then: nobody can ask again. */
const OF_THAT_DAY: ReadonlySet<keyof Lookups> = new Set(['freeFacilityDwellings', 'proposal', 'carried']);

/** An event below a correction has a number with so many decimals. */
const BELOW = 1_000;

/**
 * What a history keeps of how it was told before. A delivery that has happened before is found again: it keeps its number,
 * its process keeps its own, and what was looked up for it is read back, until something of its file is told otherwise.
 */
export class Past implements Retelling {
  private readonly steps: ReadonlyMap<string, PastStep>;
  /** Steps that began with a deadline, by the deadline. */
  private readonly due = new Map<string, PastStep>();
  private readonly used = new Set<EventBody>();
  /** How many events of each file's tail have come again. */
  private readonly come = new Map<string, number>();
  private readonly tails = new Map<string, readonly EventBody[]>();
  private readonly changed = new Set<string>();
  private readonly fresh = new Map<string, number>();
  readonly facts = new Map<string, FactRow[]>();

  constructor(
    private readonly cone: Cone,
    steps: readonly PastStep[],
  ) {
    this.steps = new Map(steps.map((one) => [one.origin.step, one]));
    for (const step of steps) if (step.origin.timer !== undefined) this.due.set(dueOf(step.origin), step);
    for (const [file, cut] of cone.cuts) {
      const before = cone.histories.get(file)?.entries.slice(0, cut) ?? [];
      this.facts.set(
        file,
        before.flatMap(({ folded }) => folded.facts),
      );
      this.tails.set(file, cone.tail(file));
    }
  }

  /** The step that a deadline began before; undefined when it never fired. */
  stepOfDue(file: string, process: number, timer: string, at: string): PastStep | undefined {
    return this.due.get([file, process, timer, at].join(' '));
  }

  /** A step is told otherwise, or not at all: so are the files that it touched. */
  change(step: PastStep): void {
    for (const { file } of step.events) this.changed.add(file);
  }

  /** A step whose turn it was, and that has not come again. */
  pass(step: PastStep): void {
    if (step.events.some((event) => !this.used.has(event))) this.change(step);
  }

  seq(draft: FileDraft, d: Delivery): number {
    const there = this.found(draft, d);
    if (there === undefined) {
      this.changed.add(draft.id);
      return this.below(draft.id);
    }
    if (!this.isNext(there) || !isSame(there, d)) this.changed.add(draft.id);
    this.used.add(there);
    this.come.set(draft.id, (this.tails.get(draft.id) ?? []).indexOf(there) + 1);
    return there.seq;
  }

  process(draft: FileDraft, d: Delivery): number {
    const number = this.found(draft, d)?.process;
    const ever = this.cone.histories.get(draft.id)?.processes ?? 0;
    return number ?? Math.max(ever, ...draft.processes.keys()) + 1;
  }

  known(name: keyof Lookups, draft: FileDraft, d: Asking): unknown {
    const there = this.found(draft, d as Delivery);
    if (there === undefined || !(name in there.known)) return undefined;
    const then = there.known[name];
    if (OF_THAT_DAY.has(name)) return then;
    const isAsItWas = isSame(there, d) && this.isNext(there) && !this.changed.has(draft.id);
    return isAsItWas && !this.isElsewhere(d.data['dwelling']) ? then : undefined;
  }

  told(draft: FileDraft): readonly FactRow[] {
    return [...(this.facts.get(draft.id) ?? []), ...draft.facts];
  }

  /** Whether what the data point at is told otherwise. */
  private isElsewhere(ref: unknown): boolean {
    const named = (ref as { readonly ref?: string } | undefined)?.ref ?? '';
    return this.changed.has(named.slice(0, named.indexOf('/')));
  }

  private isNext(event: EventBody): boolean {
    return this.tails.get(event.file)?.[this.come.get(event.file) ?? 0] === event;
  }

  /** The event that a delivery was before. */
  private found(draft: FileDraft, d: Delivery): EventBody | undefined {
    const step =
      d.timer === undefined
        ? this.steps.get(d.step ?? '')
        : this.stepOfDue(draft.id, d.process ?? 0, d.timer, d.occurredAt);
    return step?.events.find((event) => !this.used.has(event) && isIt(event, draft.id, d));
  }

  /** A number for an event that nobody knew of. */
  private below(file: string): number {
    const count = (this.fresh.get(file) ?? 0) + 1;
    if (count >= BELOW) throw new Error(`a correction tells too many events of ${file} anew`);
    this.fresh.set(file, count);
    const correction = (this.cone.histories.get(file)?.version ?? 0) + 1;
    return Number(`${correction}.${String(count).padStart(3, '0')}`);
  }
}

function isIt(event: EventBody, file: string, d: Delivery): boolean {
  if (event.file !== file || event.type !== d.type) return false;
  if (d.opens === undefined) return event.process === (d.process ?? undefined);
  return event.workflow === d.opens.workflow && (event.parent ?? null) === d.opens.parent;
}

const isSame = (event: EventBody, d: Asking): boolean =>
  event.occurredAt === d.occurredAt && isDeepStrictEqual(event.data, d.data);

const dueOf = ({ file, process, timer, occurredAt }: EventBody): string =>
  [file, process, timer, occurredAt].join(' ');
