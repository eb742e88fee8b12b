import { facilityNames } from '../../files/called.js';
import type { Flat } from '../../files/flats.js';
import type { Language } from '../../platform/language.js';
import type { Runtime } from '../../runtime.js';
import type { HouseView, Pane } from '../pages/flat-board.js';
import type { StockSum } from '../pages/flats.page.js';
import type { FlatLine } from '../pages/flat-table.js';

/** An empty flat is late when it has stood so for more days than that. */
export const LONG = 30;

/** Facilities and companies by code, as the registers name them. */
export async function houseNames({ pool, directory }: Runtime): Promise<ReadonlyMap<string, string>> {
  const facilities = await facilityNames(pool);
  const { organisations } = await directory.snapshot();
  const companies = [...organisations].filter(([, { kind }]) => kind === 'company');
  return new Map([...companies.map(([code, { name }]) => [code, name] as const), ...facilities]);
}

/** What a flat is called: its house and number. */
export const flatName = (
  { house, number }: Pick<Flat, 'house' | 'number'>,
  names: ReadonlyMap<string, string>,
) => `${names.get(house) ?? house} ${number}`.trim();

/** A flat as a window. */
export const paneOf = ({ file, number, state, empty }: Flat, label: string): Pane => ({
  ...{ file, number, state, label },
  days: empty?.days ?? null,
  isLong: state === 'available' && (empty?.days ?? 0) > LONG,
});

/** A flat as a row; `matches`: families that it would suit, null for a reader who offers none or a flat that is not free. */
export function lineOf(
  flat: Flat,
  names: ReadonlyMap<string, string>,
  label: string,
  language: Language,
  matches: number | null,
): FlatLine {
  const { file, ref, state, rooms, area, floor, lift, rent, empty, outOfService } = flat;
  return {
    ...{ file, state, label, rooms, area, floor, lift, rent, empty, matches },
    process: Number(ref.split('/')[1]),
    name: flatName(flat, names),
    isLong: state === 'available' && (empty?.days ?? 0) > LONG,
    outOfService: outOfService && { reason: outOfService.reason[language], until: outOfService.until },
  };
}

/** The stock and what of it stands empty. A flat that is only proposed is not in stock. */
export function sumOf(flats: readonly Flat[]): StockSum {
  const empty = flats.flatMap((flat) => flat.empty ?? []);
  return {
    stock: flats.filter(({ state }) => state !== 'proposed').length,
    empty: empty.length,
    days: total(empty.map(({ days }) => days)),
    cost: total(empty.map(({ cost }) => cost)),
    perDay: total(empty.map(({ perDay }) => perDay)),
    unknown: empty.filter(({ days, perDay }) => days > 0 && perDay === null).length,
  };
}

/** Facilities as façades, the highest storey first, and the companies with those of their flats that nobody lives in. */
export function housesOf(
  flats: readonly Flat[],
  names: ReadonlyMap<string, string>,
  label: (state: Flat['state']) => string,
): HouseView[] {
  return [...new Set(flats.map(({ house }) => house))].map((code) => {
    const own = flats.filter(({ house }) => house === code);
    const empty = own.flatMap((flat) => flat.empty ?? []);
    const isFacility = own[0]?.source === 'facility';
    const floorOf = ({ floor }: Flat) => (isFacility ? (floor ?? 0) : null);
    const floors = [...new Set(own.map(floorOf))].sort((a, b) => (b ?? 0) - (a ?? 0));
    const inSight = own.filter(({ state }) => isFacility || state !== 'occupied');
    return {
      ...{ code, isFacility, name: names.get(code) ?? code, total: own.length, empty: empty.length },
      cost: total(empty.map(({ cost }) => cost)),
      floors: floors.map((floor) => ({
        floor,
        panes: inSight
          .filter((flat) => floorOf(flat) === floor)
          .map((flat) => paneOf(flat, label(flat.state))),
      })),
    };
  });
}

const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
