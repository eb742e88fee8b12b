import type { Day, Text } from '../../workflows/definition.js';
import type { Lease } from '../../workflows/dwelling/dwelling.context.js';
import { dwellingOn } from '../../workflows/files/dwelling.js';
import { fileOf } from '../../workflows/refs.js';
import { emptyCost, emptyDays } from '../domain/emptiness.js';
import { dayOf } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';
import type { Runtime } from '../runtime.js';
import { readFlats, type FlatRow } from './flats.queries.js';

/** How a flat stands, in the order in which it matters to whoever lets them. */
export const flatStates = [
  'available',
  'reserved',
  'let',
  'turnaround',
  'outOfService',
  'proposed',
  'occupied',
] as const;
export type FlatState = (typeof flatStates)[number];

/** How long a flat has stood empty: its first empty day, and the days from it to today, both counted. */
export interface Emptiness {
  readonly since: Day;
  readonly days: number;
  /** Kronor so far, and for each day now; null = not known. */
  readonly cost: number | null;
  readonly perDay: number | null;
}

/** A flat as the board shows it. Nothing in it leads to who lives there. */
export interface Flat {
  readonly file: string;
  /** Its process, as offers name it. */
  readonly ref: string;
  readonly source: 'facility' | 'agency';
  /** Code of its facility, or of the company that owns it. */
  readonly house: string;
  readonly number: string;
  readonly rooms: number;
  readonly area: number | null;
  readonly floor: number | null;
  readonly lift: boolean | null;
  /** Whether a pet may live there; null = not known. */
  readonly pets: boolean | null;
  /** The part of the city that it lies in, as its file tells it. */
  readonly district: string | null;
  readonly moveInFrom: Day | null;
  /** Kronor a month, in force today. */
  readonly rent: number;
  readonly state: FlatState;
  /** Null where somebody lives, and for a flat that is not in stock yet. */
  readonly empty: Emptiness | null;
  /** Why it cannot be lived in, and until when. */
  readonly outOfService: { readonly reason: Text; readonly until: Day | null } | null;
  /** File of the household that alone may be offered it. For matching, never for showing. */
  readonly keptFor: string | null;
}

/** The flats in stock and proposed that a person may see, by house and number. */
export async function flatsFor(runtime: Runtime, person: Person): Promise<Flat[]> {
  return flatsOf(runtime, person, null);
}

/** One flat; undefined when there is none of that file for the person, or it has left the stock. */
export async function flatOf(runtime: Runtime, person: Person, file: string): Promise<Flat | undefined> {
  return (await flatsOf(runtime, person, file))[0];
}

async function flatsOf(
  { guarded, clock, registry }: Runtime,
  person: Person,
  file: string | null,
): Promise<Flat[]> {
  const now = clock.now();
  const rows = await guarded.as(person, now, (db) => readFlats(db, file));
  return rows.map((row) => flatIn(registry, row, dayOf(now))).sort(byPlace);
}

function flatIn(registry: Registry, row: FlatRow, today: Day): Flat {
  const { file, context, record } = row;
  const flat = dwellingOn(record, today);
  const { number, rooms, area, floor, lift, rent, source, facility, company } = flat;
  const empty = emptinessOf(row, today, flat.dailyCost);
  return {
    ...{ file, ref: `${file}/${row.process}`, source, house: facility ?? company ?? '', number, rooms, rent },
    ...{ area: area ?? null, floor: floor ?? null, lift: lift ?? null, empty },
    ...{ pets: flat.pets ?? null, district: flat.district ?? null, moveInFrom: flat.moveInFrom ?? null },
    state: stateOf(row, today),
    outOfService: outOfServiceOf(registry, row),
    keptFor: context.earmarkedFor && fileOf(context.earmarkedFor),
  };
}

/** Null on the day it was vacated, which is the last let one. */
function emptinessOf(
  { since, context, record }: FlatRow,
  today: Day,
  perDay: number | null,
): Emptiness | null {
  if (since === null || since > today || hasBegun(context.lease, today)) return null;
  const cost = emptyCost(record.dailyCosts, since, today);
  return { since, days: emptyDays(since, today), cost, perDay };
}

/** A lease begins at midnight, whether or not anybody has noticed it yet. */
const hasBegun = (lease: Lease | null, today: Day): boolean => lease !== null && lease.from <= today;

function stateOf({ state, context: { outOfService, lease, empty } }: FlatRow, today: Day): FlatState {
  if (state === 'let' && hasBegun(lease, today)) return 'occupied';
  return empty && outOfService !== null ? 'outOfService' : (state as FlatState);
}

function outOfServiceOf(registry: Registry, { context, version }: FlatRow): Flat['outOfService'] {
  if (context.outOfService === null) return null;
  const { reason: code, until } = context.outOfService;
  const reasons = registry.pinned('dwelling', version)?.workflow.reasons?.['outOfService'] ?? [];
  const reason = reasons.find((one) => one.code === code)?.label ?? { sv: '–', en: '–' };
  return { reason, until };
}

const byPlace = (one: Flat, other: Flat): number =>
  one.source === other.source
    ? one.house.localeCompare(other.house, 'sv') ||
      one.number.localeCompare(other.number, 'sv', { numeric: true })
    : one.source === 'facility'
      ? -1
      : 1;

/** What the leaf of a state is called in its chart. */
export function flatStateLabel(registry: Registry, state: FlatState): Text {
  const leaf = state === 'outOfService' ? 'service.outOfService' : `stock.${state}`;
  return registry.newest('dwelling')?.workflow.states[leaf]?.label ?? { sv: state, en: state };
}
