import type { Day } from '../../workflows/definition.js';
import type { ReferralContext } from '../../workflows/referral/referral.context.js';
import { dayOf } from '../domain/zone.js';
import type { EventBody } from '../engine/model.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { Opened } from './file-view.js';
import { tell } from './told.js';
import { mayRead } from './trail.js';

/** The pause that a family's referral is in. */
export interface Pause {
  /** The number of the referral. */
  readonly process: number;
  readonly until: Day;
  readonly since: Day;
  /** The event that made it, in a sentence; null when that is not for the reader. */
  readonly made: { readonly seq: number; readonly told: string } | null;
  /** Login of who decided it; null when it followed from a refusal by the rule that is in force. */
  readonly by: string | null;
}

/** The last event by which a referral went into a pause. */
const MADE = `select e.canonical from event e where e.file_id = $1 and exists (select from fact f where f.file_id = e.file_id
  and f.seq = e.seq and f.process = $2 and f.kind = 'step' and f.data->>'state' = 'hold.going' and f.voided_at is null)
  order by e.seq desc limit 1`;

/** The pause of a file whose reading is logged already; null when its family's referral runs. */
export async function pauseIn(
  { guarded, clock, registry, directory }: Runtime,
  opened: Opened,
  language: Language,
): Promise<Pause | null> {
  const { person, file, sight } = opened;
  const referral = sight.processes.findLast(
    ({ workflow, stored }) =>
      workflow === 'referral' && (stored.context as unknown as ReferralContext).pausedUntil != null,
  );
  if (referral === undefined) return null;
  const { pausedUntil } = referral.stored.context as unknown as ReferralContext;
  const query = { name: 'pause_made', text: MADE, values: [file.id, referral.number] };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  const [body] = rows.map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody);
  if (body === undefined) return null;
  const registers = await directory.snapshot();
  const told = tell({ registry, registers, language }, body, file.kind);
  return {
    ...{ process: referral.number, until: pausedUntil as Day, since: dayOf(body.occurredAt) },
    made: mayRead(registry, opened, body) ? { seq: body.seq, told } : null,
    by: body.cause.kind === 'person' ? body.by : null,
  };
}
