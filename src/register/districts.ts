import type { Day } from '../../workflows/definition.js';
import { addDays } from '../domain/days.js';
import type { District, Snapshot } from './snapshot.js';

/** A district that has ended and who answers for its cases: from `on`, the day after its last. */
export interface Merger {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
}

/** The version of a district that has begun by a day; it may have ended. */
const begunBy = (districts: Snapshot['districts'], code: string, day: Day): District | undefined =>
  districts.get(code)?.findLast((one) => one.from <= day);

/** The district as it is on a day; undefined when there is none of that code that day. */
export function districtOn({ districts }: Snapshot, code: string, day: Day): District | undefined {
  const district = begunBy(districts, code, day);
  return district === undefined || (district.to !== null && district.to < day) ? undefined : district;
}

/**
 * Whether an organisation may answer for something on a day: a district between its first and last day, any other
 * (the unit for the homeless among them) once it is registered.
 */
export function isThere(snapshot: Snapshot, code: string, day: Day): boolean {
  if (snapshot.districts.has(code)) return districtOn(snapshot, code, day) !== undefined;
  return snapshot.organisations.has(code);
}

/** The city's districts on a day, by code. Units that only refer like a district are none. */
export function districtsOn(snapshot: Snapshot, day: Day): District[] {
  return [...snapshot.districts.keys()].sort().flatMap((code) => districtOn(snapshot, code, day) ?? []);
}

/**
 * Every merger that has taken place by a day, oldest first: the open household files of `from` belong to `to` since `on`.
 * One district may stand in two (A into B, later B into C), so taking them in order brings each file home. A successor
 * that is not registered is left out.
 */
export function mergersDue(snapshot: Snapshot, day: Day): Merger[] {
  return [...snapshot.districts.keys()]
    .flatMap((code): Merger[] => {
      const ended = begunBy(snapshot.districts, code, day);
      if (ended?.to == null || ended.successor === null || ended.to >= day) return [];
      const on = addDays(ended.to, 1);
      return isThere(snapshot, ended.successor, on) ? [{ from: code, to: ended.successor, on }] : [];
    })
    .sort((one, other) => (one.on + one.from < other.on + other.from ? -1 : 1));
}

/**
 * The first that hands its cases over to a district on a day or later, and when: until then that district cannot end, since
 * nobody would be there to take them.
 */
export function awaitedBy(
  districts: Snapshot['districts'],
  code: string,
  day: Day,
): { readonly name: string; readonly on: Day } | undefined {
  return [...districts.values()]
    .flatMap((versions) => {
      const last = versions.at(-1);
      if (last?.successor !== code || last.to === null) return [];
      return [{ name: last.name, on: addDays(last.to, 1) }];
    })
    .filter(({ on }) => on >= day)
    .sort((one, other) => (one.on < other.on ? -1 : 1))[0];
}

/** The district that answers today for what was a district's: itself, or whoever it was merged into by then. */
export function presentDistrict(mergers: readonly Merger[], code: string): string {
  return mergers.reduce((now, { from, to }) => (now === from ? to : now), code);
}
