import type { EventBody } from '../model.js';
import type { FileHistory } from './file-history.js';

/** Reads whole histories by file; null for a file that is not there. */
export type ReadHistories = (files: readonly string[]) => Promise<ReadonlyMap<string, FileHistory | null>>;

/** A step that was taken, as far as it may come out otherwise: its first event, and where it stands in each file. */
export interface PastStep {
  readonly origin: EventBody;
  /** Its events, in each file in order. */
  readonly events: readonly EventBody[];
}

/** More files than this are not told anew in one go. */
const MOST_FILES = 500;

/**
 * Everything that an event may have had a part in: what came after it in its file, and, through each step that touched
 * another file, what came after it there. It grows when a history told anew reaches further.
 */
export class Cone {
  /** Where each file begins to be told anew: how many of its entries stand before. */
  readonly cuts = new Map<string, number>();
  readonly histories = new Map<string, FileHistory | null>();

  constructor(private readonly read: ReadHistories) {}

  get isTooWide(): boolean {
    return this.cuts.size > MOST_FILES;
  }

  /** Takes in an event, by its id, and all that follows from it. */
  async from(event: string): Promise<void> {
    await this.widen([event]);
  }

  /** Takes in a file that was not touched before, from a moment on. */
  async reach(file: string, moment: string): Promise<void> {
    await this.load([file]);
    const history = this.histories.get(file);
    if (history == null) return;
    const first = history.entries.find(({ body }) => body.recordedAt > moment);
    this.cuts.set(file, history.entries.length);
    if (first !== undefined) await this.widen([`${file}:${first.body.seq}`]);
  }

  private async widen(events: readonly string[]): Promise<void> {
    for (let next = [...events]; next.length > 0 && !this.isTooWide;) {
      await this.load(next.map(fileOfId));
      next = next.flatMap((id) => this.take(id));
    }
  }

  /** Moves a file's cut back to an event; the events linked to what that takes in. */
  private take(id: string): string[] {
    const history = this.histories.get(fileOfId(id));
    const seq = Number(id.slice(id.lastIndexOf(':') + 1));
    const index = history?.entries.findIndex(({ body }) => body.seq === seq) ?? -1;
    const cut = this.cuts.get(fileOfId(id)) ?? history?.entries.length ?? 0;
    if (history == null || index < 0 || (index >= cut && this.cuts.has(fileOfId(id)))) return [];
    this.cuts.set(fileOfId(id), Math.min(index, cut));
    return history.entries.slice(index, cut).flatMap(({ body }) => {
      const { cause, caused = [] } = body;
      return cause.event === undefined ? caused : [cause.event, ...caused];
    });
  }

  private async load(files: readonly string[]): Promise<void> {
    const missing = [...new Set(files)].filter((file) => !this.histories.has(file));
    if (missing.length === 0) return;
    for (const [file, history] of await this.read(missing)) this.histories.set(file, history);
  }

  /** The events of a file from its cut on. */
  tail(file: string): EventBody[] {
    const entries = this.histories.get(file)?.entries ?? [];
    return entries.slice(this.cuts.get(file) ?? entries.length).map(({ body }) => body);
  }

  /** The steps in the cone, in an order in which they can have been taken. */
  steps(): PastStep[] {
    const steps = new Map<string, { origin: EventBody; events: EventBody[] }>();
    const after = new Map<string, Set<string>>();
    for (const file of [...this.cuts.keys()].sort()) {
      let last: string | undefined;
      for (const body of this.tail(file)) {
        const { step } = body;
        const one = steps.get(step) ?? { origin: body, events: [] };
        if (step === `${file}:${body.seq}`) one.origin = body;
        const isFirstHere = !one.events.some((event) => event.file === file);
        one.events.push(body);
        steps.set(step, one);
        if (!isFirstHere) continue;
        if (last !== undefined) after.set(step, (after.get(step) ?? new Set<string>()).add(last));
        last = step;
      }
    }
    return inOrder(steps, after);
  }
}

/** Each after those that came before it in a file; where that makes a circle, a person's step took the others along. */
function inOrder(
  steps: ReadonlyMap<string, PastStep>,
  after: ReadonlyMap<string, ReadonlySet<string>>,
): PastStep[] {
  const left = [...steps].sort(([, one], [, other]) => (isEarlier(one, other) ? -1 : 1));
  const done = new Set<string>();
  const ordered: PastStep[] = [];
  while (left.length > 0) {
    const ready = left.findIndex(([id]) => [...(after.get(id) ?? [])].every((one) => done.has(one)));
    const persons = left.findIndex(([, { origin }]) => origin.cause.kind === 'person');
    for (const [id, step] of left.splice(ready >= 0 ? ready : Math.max(persons, 0), 1)) {
      done.add(id);
      ordered.push(step);
    }
  }
  return ordered;
}

function isEarlier({ origin: one }: PastStep, { origin: other }: PastStep): boolean {
  return rank(one) < rank(other);
}

const rank = ({ recordedAt, importedAt = '', file, seq }: EventBody): string =>
  `${recordedAt} ${importedAt} ${file} ${seq.toFixed(3).padStart(14, '0')}`;

/** The file of an event, from its id `<file>:<seq>`. */
export function fileOfId(id: string): string {
  return id.slice(0, id.lastIndexOf(':'));
}
