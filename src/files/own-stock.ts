import type { Day, FreeFlat, ProcessRef } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import type { EventBody } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import type { Opened } from './file-view.js';

/** A free flat as a search told of it. Null: not known, for a flat that was not free by then. */
export interface SearchedFlat {
  readonly ref: string;
  readonly found: FreeFlat | null;
  /** Why it did not do, as confirmed; null when it did. */
  readonly reason: string | null;
  /** The match said otherwise, and a person what counts. */
  readonly isPersons: boolean;
}

/** One search of SHIS's own free flats for a family, as it was. Nothing that happens to a flat later changes it. */
export interface OwnStockSearch {
  readonly seq: number;
  readonly on: Day;
  readonly by: string;
  readonly flats: readonly SearchedFlat[];
  /** When the agency was asked for a flat on the ground of it. */
  readonly requestedOn: Day | null;
}

const SEARCHES = `
select e.canonical from event e where e.file_id = $1
  and convert_from(e.canonical, 'UTF8')::jsonb ->> 'type' in ('searchOwnStock', 'requestFromAgency') order by e.seq`;

interface Answer {
  readonly dwelling: ProcessRef;
  readonly reason?: string | null;
}

/** Every search of a file that its reader may see, the newest first. */
export async function searchesOf(
  { guarded, clock }: Runtime,
  { person, file, sight }: Opened,
): Promise<OwnStockSearch[]> {
  const query = { name: 'own_stock_searches', text: SEARCHES, values: [file.id] };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  const seen = new Set(sight.processes.map(({ number }) => number));
  const bodies = rows
    .map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody)
    .filter(({ process }) => process !== undefined && seen.has(process));
  return bodies
    .flatMap((body, at) => (body.type === 'searchOwnStock' ? searchIn(body, bodies[at + 1]) : []))
    .reverse();
}

function searchIn(body: EventBody, next: EventBody | undefined): OwnStockSearch {
  const { results } = body.data as { readonly results: readonly Answer[] };
  const found = body.known.freeFacilityDwellings ?? [];
  const said = results.map(({ dwelling: { ref }, reason = null }): SearchedFlat => {
    const flat = found.find((one) => one.ref === ref) ?? null;
    return { ref, found: flat, reason, isPersons: flat !== null && flat.reason !== reason };
  });
  const others = found.filter(({ ref }) => !said.some((one) => one.ref === ref));
  const matched = others.map((flat): SearchedFlat => {
    return { ref: flat.ref, found: flat, reason: flat.reason, isPersons: false };
  });
  const requestedOn = next?.type === 'requestFromAgency' ? dayOf(next.occurredAt) : null;
  return {
    ...{ seq: body.seq, on: dayOf(body.occurredAt), by: body.by, requestedOn },
    flats: [...said, ...matched],
  };
}
