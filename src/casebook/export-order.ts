import type { EventBody } from '../engine/model.js';

/** All events of one step that were recorded together. */
interface Step {
  readonly events: EventBody[];
  /** The steps that have to come first. */
  readonly after: Set<Step>;
}

/**
 * Puts what was recorded at one and the same moment into an order in which it can be taken again: in each file as it
 * stands there, each step whole, and what is pointed at opened before. What was imported goes in the order of its
 * import; where nothing tells, openings of files go first, then the file's number decides.
 */
export function inOrderOfSteps(events: readonly EventBody[]): EventBody[] {
  const steps = new Map<string, Step>();
  const openings = new Map<string, Step>();
  for (const event of events) {
    const step = steps.get(event.step) ?? { events: [], after: new Set() };
    steps.set(event.step, step);
    step.events.push(event);
    if (event.opens !== undefined) openings.set(event.file, step);
  }
  if (steps.size === 1) return [...events];
  follow(events, steps);
  for (const step of steps.values())
    for (const file of step.events.flatMap(({ data, known }) => filesIn([data, known]))) {
      const opening = openings.get(file);
      if (opening !== undefined && opening !== step) step.after.add(opening);
    }
  return sorted([...steps.values()]);
}

/** In one file a step comes after the one before it. */
function follow(events: readonly EventBody[], steps: ReadonlyMap<string, Step>): void {
  const last = new Map<string, Step>();
  for (const event of [...events].sort((one, other) => one.seq - other.seq)) {
    const step = steps.get(event.step) as Step;
    const before = last.get(event.file);
    if (before !== undefined && before !== step) step.after.add(before);
    last.set(event.file, step);
  }
}

function sorted(steps: readonly Step[]): EventBody[] {
  const left = [...steps].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  const done = new Set<Step>();
  while (left.length > 0) {
    const ready = left.findIndex((step) => [...step.after].every((one) => done.has(one)));
    // Two clocks that disagree can make a circle; then the order of files decides.
    for (const step of left.splice(Math.max(ready, 0), 1)) done.add(step);
  }
  return [...done].flatMap((step) => step.events);
}

function rank({ events: [first] }: Step): string {
  const { importedAt = '', opens, file = '', seq = 0 } = first ?? {};
  return `${importedAt} ${opens === undefined ? 1 : 0} ${file} ${String(seq).padStart(9, '0')}`;
}

/** The files of every ref anywhere inside a value. */
export function filesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { ref } = value as { ref?: unknown };
  const own = typeof ref === 'string' && ref.includes('/') ? [ref.slice(0, ref.indexOf('/'))] : [];
  return [...own, ...Object.values(value).flatMap(filesIn)];
}
