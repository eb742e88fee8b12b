import { isRefusal } from '../../src/engine/refusals.js';
import type { Registry } from '../../src/engine/registry.js';
import { shownState } from '../../src/engine/shown.js';
import { ARROW } from './marked-arrows.js';
import type { Memory } from './memory.js';
import type { Move } from './scene.js';

/** What is looked for, where the search begins, what may be done in it, and for which deadlines time may pass. */
export interface Search {
  readonly finds: RegExp;
  readonly prelude: readonly Move[];
  readonly moves: readonly Move[];
  readonly waits: readonly string[];
}

/** Situations that one search may look at; more means that it looks for what is not there. */
const MOST = 600;

/** A way there: the moves, with the instants that time was let pass to. */
export type Path = readonly Move[];

/** What tells two situations apart beside their states: whether these are set, or how many. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  referral: ['refusals', 'closedFrom', 'search', 'ground'],
  offer: ['purpose'],
  tenancy: ['movedIn', 'transferOffer', 'transfer', 'exceptionUntil'],
  dwelling: ['source', 'earmarkedFor'],
  'housing-first': ['caseManager'],
};

interface Node {
  readonly memory: Memory;
  readonly path: Path;
}

/** Breadth first: the first way found to each arrow is a shortest one. Adds to `found` what is not there yet. */
export function findPaths(
  registry: Registry,
  start: Memory,
  search: Search,
  found: Map<string, Path>,
  wanted: ReadonlySet<string>,
): number {
  let queue: Node[] = [{ memory: start, path: [] }];
  for (const move of search.prelude) {
    const next = step(queue[0] as Node, move);
    if (next === undefined) throw new Error(`the prelude cannot be made: ${JSON.stringify(move)}`);
    keepArrows(next, found);
    queue = [next];
  }
  const seen = new Set(queue.map(({ memory }) => keyOf(registry, memory)));
  let looked = 0;
  const left = (): boolean => [...wanted].some((arrow) => search.finds.test(arrow) && !found.has(arrow));
  while (queue.length > 0 && looked < MOST && left()) {
    const node = queue.shift() as Node;
    looked++;
    const waits = search.waits.map((until): Move => ({ until }));
    for (const move of [...search.moves, ...waits]) {
      const next = step(node, move);
      if (next === undefined) continue;
      keepArrows(next, found);
      const key = keyOf(registry, next.memory);
      if (!seen.has(key)) queue.push(next);
      seen.add(key);
    }
  }
  return looked;
}

function step({ memory, path }: Node, move: Move): Node | undefined {
  const made = memory.make(move);
  if (made === undefined || isRefusal(made)) return undefined;
  return { memory: made, path: [...path, 'until' in move ? { ...move, at: made.now } : move] };
}

function keepArrows({ memory, path }: Node, found: Map<string, Path>): void {
  for (const { kind, data } of memory.facts.slice(memory.before)) {
    const arrow = kind === ARROW ? String(data['arrow']) : undefined;
    if (arrow !== undefined && !found.has(arrow)) found.set(arrow, path);
  }
}

function keyOf(registry: Registry, memory: Memory): string {
  return [...memory.files.values()]
    .map((file) =>
      file.processes
        .map((process) => {
          const { states, open } = shownState(registry, process);
          if (!open && process.workflow !== 'referral' && process.workflow !== 'tenancy') return '';
          const context = process.stored.context as Record<string, unknown>;
          const bits = (TELLING[process.workflow] ?? []).map((name) => bit(context[name]));
          return `${process.workflow} ${states.join(' ')} ${bits.join(' ')} ${process.proposals.length}`;
        })
        .filter((part) => part !== '')
        .join(';'),
    )
    .sort()
    .join('|');
}

function bit(value: unknown): string {
  if (value == null) return '-';
  return typeof value === 'string' && value.length < 12
    ? value
    : typeof value === 'object'
      ? 'x'
      : String(value);
}
