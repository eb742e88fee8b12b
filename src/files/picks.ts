import type { OrgKind, OrgKinds } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import { isThere } from '../register/districts.js';
import { roles } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Language } from '../platform/language.js';
import { numerals } from '../platform/numerals.js';
import type { Runtime } from '../runtime.js';
import { facilityNames, flatName, type FlatNamed } from './called.js';
import { stateLabel } from './process-view.js';

/** A value to pick, in words. `rooms` for a flat. */
export interface Picked {
  readonly value: string;
  readonly label: string;
  readonly rooms?: number;
  readonly source?: string;
}

const OPEN = `select p.file_id || '/' || p.number as ref, p.file_id as file, p.state, p.version, f.kind,
  f.record->>'facility' as facility, f.record->>'company' as company, f.record->>'number' as number,
  f.record->>'source' as source, (f.record->>'rooms')::int as rooms, (f.record->>'rent')::int as rent, f.record->>'area' as area
  from process p join case_file f on f.id = p.file_id
  where p.workflow = $1 and p.is_open and ($2::text[] is null or p.state = any($2)) order by p.entered_at, p.file_id limit 500`;

/** A flat that can be offered or proposed is in one of these states; others are held by somebody. */
const FREE = ['available', 'proposed'];

interface Row extends FlatNamed {
  readonly ref: string;
  readonly file: string;
  readonly state: string;
  readonly version: number;
  readonly kind: string;
  readonly source: string | null;
  readonly rooms: number | null;
  readonly rent: number | null;
  readonly area: string | null;
}

/** Open processes of a workflow that the person may see, those longest in their state first; of flats the free ones. */
export async function processesToPick(
  { guarded, clock, pool, directory, registry }: Runtime,
  person: Person,
  workflow: string,
  language: Language,
): Promise<Picked[]> {
  const query = {
    name: 'processes_to_pick',
    text: OPEN,
    values: [workflow, workflow === 'dwelling' ? FREE : null],
  };
  const [{ rows }, facilities, { organisations }] = await Promise.all([
    guarded.as(person, clock.now(), (db) => db.query<Row>(query)),
    facilityNames(pool),
    directory.snapshot(),
  ]);
  return rows.map((row) => {
    const state = stateLabel(registry.pinned(workflow, row.version), row.state, language);
    if (row.kind !== 'dwelling') return { value: row.ref, label: `${row.file}, ${state}` };
    const { rooms, rent, area, source } = row;
    const size = language === 'sv' ? `${rooms} rum` : `${rooms} rooms`;
    const parts = [
      flatName(row, facilities, organisations),
      size,
      area && `${area} m²`,
      rent && `${numerals(rent, language)} kr`,
      state,
    ];
    const label = parts.filter(Boolean).join(', ');
    return { value: row.ref, label, ...(rooms !== null && { rooms }), ...(source !== null && { source }) };
  });
}

/** Whether an organisation is of a kind, or of one of several; any is when none is asked for. */
const isOfKind = (kind: OrgKind | undefined, asked: OrgKinds | undefined): boolean =>
  asked === undefined || (kind !== undefined && [asked].flat().includes(kind));

/** Organisations of a kind; of districts those that are now. */
export function organisationsToPick(snapshot: Snapshot, kind: OrgKinds | undefined, now: string): Picked[] {
  const day = dayOf(now);
  return byLabel(
    [...snapshot.organisations].flatMap(([code, one]) =>
      isOfKind(one.kind, kind) && isThere(snapshot, code, day) ? [{ value: code, label: one.name }] : [],
    ),
  );
}

/** Every role. */
export const rolesToPick = (language: Language): Picked[] =>
  Object.entries(roles).map(([value, { label }]) => ({ value, label: label[language] }));

/** People who work now, in organisations of a kind, or in one organisation. */
export function peopleToPick(
  { people, organisations }: Snapshot,
  {
    kind,
    organisation,
  }: { readonly kind?: OrgKinds | undefined; readonly organisation?: string | undefined },
  now: string,
): Picked[] {
  const day = dayOf(now);
  const found = [...people].flatMap(([login, versions]): Picked[] => {
    const last = versions.at(-1);
    if (last === undefined || (last.to !== null && last.to < day)) return [];
    const org = organisations.get(last.organisation);
    const fits = organisation === undefined ? isOfKind(org?.kind, kind) : last.organisation === organisation;
    return fits ? [{ value: login, label: `${last.name}, ${org?.name ?? last.organisation}` }] : [];
  });
  return byLabel(found);
}

const byLabel = (list: Picked[]): Picked[] =>
  list.sort((one, other) => one.label.localeCompare(other.label, 'sv'));
