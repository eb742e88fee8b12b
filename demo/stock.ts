/** Where every flat stands while the book is told, as the program will see it: so that a search finds what it finds there. */
import { orderFreeDwellings } from '../src/domain/own-stock.js';
import type { Day } from './days.js';
import type { FlatData } from './facilities.js';

/** A flat by its name in the book. */
export interface Flat {
  readonly name: string;
  readonly data: FlatData;
  state: 'available' | 'reserved' | 'let' | 'turnaround' | 'gone';
  inService: boolean;
  emptySince: Day;
  /** Families that have said no to it. */
  readonly refusedBy: Set<string>;
}

/** What a search of the own stock says of one free flat; `reason` null when it does. */
export interface Found {
  readonly flat: Flat;
  readonly reason: string | null;
}

/** All flats of one copy of the demo. */
export class Stock {
  private readonly flats = new Map<string, Flat>();
  /** The most flats that were free when a request had to give its reason for each. */
  mostReasons = 0;

  /** A flat is added: free at once if it is SHIS's own. */
  open(name: string, data: FlatData, on: Day): Flat {
    const state = data.source === 'facility' ? 'available' : 'gone';
    const flat: Flat = { name, data, state, inService: true, emptySince: on, refusedBy: new Set() };
    this.flats.set(name, flat);
    return flat;
  }

  /** Throws when no flat has that name. */
  flat(name: string): Flat {
    const flat = this.flats.get(name);
    if (flat === undefined) throw new Error(`there is no flat ${name}`);
    return flat;
  }

  /** Every free flat of the facilities, in the order in which the program proposes them to a family. */
  search(family: string, rooms: number): Found[] {
    const free = [...this.flats.values()].filter(
      ({ data, state, inService }) => data.source === 'facility' && state === 'available' && inService,
    );
    const refused = free.filter(({ refusedBy }) => refusedBy.has(family)).map(({ name }) => name);
    const dwellings = free.map((flat) => ({
      ...flat.data,
      ref: flat.name,
      emptySince: flat.emptySince,
      flat,
    }));
    return orderFreeDwellings(dwellings, { rooms, refused }).map(({ dwelling, reason }) => ({
      flat: dwelling.flat,
      reason,
    }));
  }

  /** Flats of the facilities by state, for those who check the numbers. */
  count(state: Flat['state']): number {
    return [...this.flats.values()].filter((one) => one.data.source === 'facility' && one.state === state)
      .length;
  }
}
