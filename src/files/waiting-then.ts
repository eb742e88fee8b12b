import type { Instant, ProcessRef } from '../../workflows/definition.js';
import type { Dwelling } from '../../workflows/dwelling/dwelling.context.js';
import { dwellingOn, type DwellingRecord } from '../../workflows/files/dwelling.js';
import type { HouseholdRecord } from '../../workflows/files/household.js';
import type { ReferralContext } from '../../workflows/referral/referral.context.js';
import { fileOf } from '../../workflows/refs.js';
import type { Reading } from '../access/guarded-reading.js';
import { familiesFor, type Home, type Placed, type Sifted } from '../domain/matching.js';
import { dayOf } from '../domain/zone.js';
import { FileHistory } from '../engine/history/file-history.js';
import type { EventBody, FileState, Person } from '../engine/model.js';
import { shownState } from '../engine/shown.js';
import { presentDistrict } from '../register/districts.js';
import type { Runtime } from '../runtime.js';
import { matchedOn, type MatchedBy } from './matching.js';
import { waitingIn, type WaitingFamily } from './waiting.js';

/** Who was proposed for a flat at a moment, by what was registered then and the values in force then. */
export interface Then {
  readonly by: MatchedBy;
  /** The flat as it was; null when it was not there, or could not be offered. */
  readonly home: Home | null;
  readonly sifted: Sifted<Placed<WaitingFamily>, WaitingFamily>;
}

/**
 * Files that may have stood in the queue at the moment: those that stand there now, and those that left it afterwards or
 * were told of afterwards. A fact that was taken back later counts too: it was known then.
 */
const MAYBE = `
select p.file_id from process p where p.workflow = 'referral' and p.state = 'queued'
union select f.file_id from fact f where f.kind = 'step' and f.workflow = 'referral' and f.data ->> 'state' = 'queued'
  and (f.recorded_at >= $1::timestamptz or (f.data ->> 'ended')::timestamptz >= $1::timestamptz)
union select $2::text`;

const EVENTS = `select e.canonical from event e where e.file_id in (${MAYBE}) and e.recorded_at < $1::timestamptz
  order by e.file_id collate "C", e.seq`;

/** Folds again what was registered before a moment and happened before it. */
export async function familiesThen(
  runtime: Runtime,
  person: Person,
  flat: string,
  moment: Instant,
): Promise<Then> {
  const { guarded, registry, clock } = runtime;
  const query = { name: 'queue_then', text: EVENTS, values: [moment, flat] };
  const read = (db: Reading) => db.query<{ canonical: Buffer }>(query);
  const { rows } = await guarded.as(person, clock.now(), read);
  const folds = new Map<string, FileHistory>();
  for (const { canonical } of rows) {
    const body = JSON.parse(canonical.toString('utf8')) as EventBody;
    const fold = folds.get(body.file) ?? new FileHistory(registry);
    folds.set(body.file, fold);
    fold.take(body);
  }
  const by = await matchedOn(runtime, dayOf(moment));
  const files = [...folds.values()].flatMap((one) => one.before(moment) ?? []);
  const home = files.map((file) => homeIn(runtime, file, flat, by)).find((one) => one !== null) ?? null;
  if (home === null) return { by, home, sifted: { fit: [], not: [] } };
  const families = files.flatMap((file) => waitingFrom(runtime, file, by));
  return { by, home, sifted: familiesFor(home, families, by.day, by.rules) };
}

/** The flat when it could be offered; null for any other file. */
function homeIn(
  { registry }: Runtime,
  file: FileState,
  flat: string,
  { day, mergers }: MatchedBy,
): Home | null {
  const process = file.processes.find(({ workflow }) => workflow === 'dwelling');
  if (file.id !== flat || process === undefined) return null;
  const { states } = shownState(registry, process);
  if (!states.includes('available') || !states.includes('service.inService')) return null;
  const { earmarkedFor } = process.stored.context as Dwelling;
  const told = dwellingOn(file.record as DwellingRecord, day);
  const { rooms, rent, floor = null, lift = null, pets = null, district, moveInFrom = null } = told;
  return {
    ...{ ref: `${file.id}/${process.number}`, rooms, rent, floor, lift, pets, moveInFrom },
    district: district ? presentDistrict(mergers, district) : null,
    ...{ emptySince: null, keptFor: earmarkedFor && fileOf(earmarkedFor) },
  };
}

function waitingFrom({ registry }: Runtime, file: FileState, { mergers }: MatchedBy): WaitingFamily[] {
  const inState = (workflow: string, state: string) =>
    file.processes.filter((one) => one.workflow === workflow && shownState(registry, one).state === state);
  const refused = inState('offer', 'refused').flatMap(({ stored }) => {
    const { dwelling } = stored.context as { readonly dwelling: ProcessRef | null };
    return dwelling === null ? [] : fileOf(dwelling);
  });
  return inState('referral', 'queued').map(({ number, stored }) => {
    const context = stored.context as ReferralContext;
    const row = { file: file.id, process: number, context, record: file.record as HouseholdRecord, refused };
    return waitingIn(row, mergers);
  });
}
