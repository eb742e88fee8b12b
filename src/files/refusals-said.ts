import type { EventBody } from '../engine/model.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { Opened } from './file-view.js';
import { tell } from './told.js';
import { mayRead } from './trail.js';

/** A no that was said in a file: by which event, in which process, and the day and the sentence of it. */
export interface RefusalSaid {
  readonly seq: number;
  readonly process: number;
  readonly occurredAt: string;
  readonly told: string;
}

/** A case that was withdrawn was not refused by anybody. */
const SAID = `select e.canonical from event e where e.file_id = $1 and exists (select from fact f where f.file_id = e.file_id
  and f.seq = e.seq and f.kind = 'refused' and f.stage <> 'withdrawn' and f.voided_at is null) order by e.seq`;

/** Every no of a file whose reading is logged already, the oldest first, as far as the reader may know of it. */
export async function refusalsIn(
  { guarded, clock, registry, directory }: Runtime,
  opened: Opened,
  language: Language,
): Promise<RefusalSaid[]> {
  const { person, file } = opened;
  const query = { name: 'refusals_said', text: SAID, values: [file.id] };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  const registers = await directory.snapshot();
  return rows
    .map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody)
    .filter((body) => mayRead(registry, opened, body))
    .flatMap((body) => {
      const { seq, process, occurredAt } = body;
      const told = tell({ registry, registers, language }, body, file.kind);
      return process === undefined ? [] : [{ seq, process, occurredAt, told }];
    });
}

/** The last no of a process that had been said before an event, else its first. */
export const refusalBefore = (
  refusals: readonly RefusalSaid[],
  process: number,
  seq: number,
): RefusalSaid | undefined => {
  const own = refusals.filter((one) => one.process === process);
  return own.findLast((one) => one.seq < seq) ?? own[0];
};
