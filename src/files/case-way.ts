import type { Instant } from '../../workflows/definition.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { Opened } from './file-view.js';
import { stateLabel, statesOf, workflowLabel } from './process-view.js';

/** One stay in a state of a process's primary region; `ended` null while it stands there. */
export interface Visit {
  readonly state: string;
  readonly label: string;
  readonly began: Instant;
  readonly ended: Instant | null;
}

/** What an event moved: a process, and its state before and after. */
export interface Moved {
  readonly process: number;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The way that a file's processes took, as far as the reader sees them. */
export interface CaseWay {
  /** By the number of the process, oldest first. */
  readonly visits: ReadonlyMap<number, readonly Visit[]>;
  /** By the sequence number of the event. */
  readonly moves: ReadonlyMap<number, readonly Moved[]>;
}

const LEFT = `select seq, process, data->>'state' as state, data->>'began' as began, data->>'ended' as ended
  from fact where file_id = $1 and kind = 'step' and voided_at is null order by seq, ordinal`;

interface Left {
  readonly seq: number;
  readonly process: number;
  readonly state: string;
  readonly began: Instant;
  readonly ended: Instant;
}

/** Reads the way of an opened file from the facts that each step wrote when a state was left. */
export async function wayOf(
  runtime: Runtime,
  { person, file, sight }: Opened,
  language: Language,
): Promise<CaseWay> {
  const query = { name: 'case_way', text: LEFT, values: [file.id] };
  const { rows } = await runtime.guarded.as(person, runtime.clock.now(), (db) => db.query<Left>(query));
  const visits = new Map<number, Visit[]>();
  const moves = new Map<number, Moved[]>();
  for (const process of sight.processes) {
    const chart = runtime.registry.pinned(process.workflow, process.version);
    const name = (state: string) => stateLabel(chart, state, language);
    const own = rows.filter((row) => row.process === process.number);
    const now = statesOf(runtime.registry, process, language);
    const nextOf = (at: number): string | undefined => {
      const region = regionOf(own[at]?.state ?? '');
      const next = own.find((row, i) => i > at && regionOf(row.state) === region)?.state;
      return next ?? now.find(({ state }) => regionOf(state) === region)?.state;
    };
    own.forEach(({ seq, state }, at) => {
      const after = nextOf(at);
      if (after === undefined || after === state) return;
      const label = workflowLabel(runtime.registry, process.workflow, process.version, language);
      const moved = { process: process.number, label, before: name(state), after: name(after) };
      moves.set(seq, [...(moves.get(seq) ?? []), moved]);
    });
    const primary = own.filter(({ state }) => regionOf(state) === '');
    const [here] = now;
    const last = here && {
      state: here.state,
      label: here.label,
      began: primary.at(-1)?.ended ?? process.openedAt,
      ended: null,
    };
    visits.set(process.number, [
      ...primary.map(({ state, began, ended }) => ({ state, label: name(state), began, ended })),
      ...(last ? [last] : []),
    ]);
  }
  return { visits, moves };
}

const regionOf = (state: string): string => (state.includes('.') ? (state.split('.')[0] as string) : '');
