/** Where every flat stands while the book is told, as the program will see it: so that a search finds what it finds there. */
import { homesFor, type Waiting } from '../src/domain/matching.js';
import { policyOn } from '../src/engine/policy.js';
import { matchingRules } from '../workflows/referral/referral.policy.js';
import referral from '../workflows/referral/index.js';
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

/** Who looks for a flat. */
export type Seeker = Pick<Waiting, 'rooms'> & Partial<Waiting> & { readonly name: string };

const RULES = matchingRules(policyOn(referral, '2021-01-01'));
const NEEDS_NOTHING: Omit<Waiting, 'rooms'> = {
  ...{
    file: '',
    queueDate: '2015-01-01',
    isPaused: false,
    children: 0,
    isTemporary: false,
    refused: new Set(),
  },
  ...{
    lift: false,
    pets: null,
    avoid: [],
    rentMost: null,
    moveFrom: null,
    moveBy: null,
    schoolIn: null,
    ties: [],
  },
};

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

  /** Every free flat of the facilities on a day, as the program finds them for a family. */
  search(family: Seeker, day: Day): Found[] {
    const free = [...this.flats.values()].filter(
      ({ data, state, inService }) => data.source === 'facility' && state === 'available' && inService,
    );
    const homes = free.map((flat) => ({
      ...flat.data,
      ...{ ref: flat.name, emptySince: flat.emptySince, flat, moveInFrom: null, keptFor: null },
      ...{ pets: null, district: flat.data.district ?? null },
    }));
    const refused = new Set(
      free.filter(({ refusedBy }) => refusedBy.has(family.name)).map(({ name }) => name),
    );
    const waiting: Waiting = { ...NEEDS_NOTHING, ...family, file: family.name, refused };
    const { fit, not } = homesFor(waiting, homes, day, RULES);
    return [
      ...fit.map(({ flat }) => ({ flat, reason: null })),
      ...not.map(({ what: { flat }, why }) => ({ flat, reason: why })),
    ];
  }

  /** Flats of the facilities by state, for those who check the numbers. */
  count(state: Flat['state']): number {
    return [...this.flats.values()].filter((one) => one.data.source === 'facility' && one.state === state)
      .length;
  }
}
