import type { Day } from '../../workflows/definition.js';
import type { ReferralContext } from '../../workflows/referral/referral.context.js';
import type { Reading } from '../access/guarded-reading.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';

/** A family in the queue, as far as finding a flat for it needs: no name, no personal number. */
export interface WaitingFamily {
  readonly file: string;
  /** The number of its referral. */
  readonly process: number;
  readonly district: string | null;
  readonly rooms: number;
  readonly lift: boolean;
  /** Code of the ground on which it was taken on without meeting each condition. */
  readonly exception: string | null;
  readonly queueDate: Day;
  readonly isPaused: boolean;
  /** Files of the flats that it has said no to. */
  readonly refused: ReadonlySet<string>;
}

interface Row {
  readonly file: string;
  readonly process: number;
  readonly district: string | null;
  readonly context: ReferralContext;
  readonly refused: readonly string[];
}

const QUEUE = `
select p.file_id as file, p.number as process, f.district, p.stored -> 'context' as context,
  array(select split_part(o.stored #>> '{context,dwelling,ref}', '/', 1) from process o
    where o.file_id = p.file_id and o.workflow = 'offer' and o.state = 'refused') as refused
from process p join case_file f on f.id = p.file_id
where p.workflow = 'referral' and p.state = 'queued' and ($1::text is null or p.file_id = $1)`;

/** The families in the queue that a person may know of, the longest waiting first. A protected one only for its handlers. */
export const waitingFor = (runtime: Runtime, person: Person): Promise<WaitingFamily[]> =>
  queued(runtime, person, null);

/** One family; undefined when it is not in the queue or not for the person to know of. */
export async function waitingFamily(
  runtime: Runtime,
  person: Person,
  file: string,
): Promise<WaitingFamily | undefined> {
  return (await queued(runtime, person, file))[0];
}

async function queued(
  { guarded, clock }: Runtime,
  person: Person,
  file: string | null,
): Promise<WaitingFamily[]> {
  const read = (db: Reading) => db.query<Row>({ name: 'queue', text: QUEUE, values: [file] });
  const { rows } = await guarded.as(person, clock.now(), read);
  return rows.map(familyIn).sort((a, b) => (a.queueDate + a.file < b.queueDate + b.file ? -1 : 1));
}

function familyIn({ file, process, district, context, refused }: Row): WaitingFamily {
  const { asks, roomsNeeded, queueDate, submittedOn, pausedUntil } = context;
  return {
    ...{ file, process, district, exception: asks.exception, refused: new Set(refused) },
    rooms: asks.rooms ?? roomsNeeded ?? 1,
    lift: asks.lift ?? false,
    queueDate: queueDate ?? submittedOn ?? '',
    isPaused: pausedUntil !== null,
  };
}
