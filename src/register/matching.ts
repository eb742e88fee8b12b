import type { Pool } from 'pg';
import type { Day, FreeFlat, Proposal } from '../../workflows/definition.js';
import type { HouseholdRecord } from '../../workflows/files/household.js';
import { nothingYet, type ReferralContext } from '../../workflows/referral/referral.context.js';
import { familiesFor, homesFor, misfit, type Waiting } from '../domain/matching.js';
import type { LookupRequest } from '../engine/ports.js';
import type { Registry } from '../engine/registry.js';
import type { Merger } from './districts.js';
import { familyFrom, homeFrom, rulesOn, type NamedHome } from './matched.js';
import { homesNow, othersWaiting, refusedBy } from './matching.queries.js';

/** Answers what a referral must know of flats and of the others in the queue; never who they are. */
export class Matching {
  constructor(
    private readonly pool: Pool,
    private readonly registry: Registry,
    private readonly mergersDue: (day: Day) => Promise<readonly Merger[]>,
  ) {}

  /** SHIS's own free flats, each with why it does not fit: first those that do, in the order to offer them. */
  async freeFlats(request: LookupRequest): Promise<readonly FreeFlat[]> {
    const { day, file } = request;
    const { homes, family } = await this.seen(request);
    const own = homes.filter(({ source, keptFor }) => source === 'facility' && (keptFor ?? file) === file);
    const { fit, not } = homesFor(family, own, day, rulesOn(this.registry, day));
    return [...fit.map((home) => freeFlat(home, null)), ...not.map(({ what, why }) => freeFlat(what, why))];
  }

  /** The family's place for the flat that the step names, and the flat's among those proposed to the family. */
  async proposal(request: LookupRequest): Promise<Proposal | null> {
    const { day, file, referenced } = request;
    const rules = rulesOn(this.registry, day);
    const { homes, family, mergers } = await this.seen(request);
    const home = homes.find(({ ref }) => ref === referenced?.ref);
    // Nobody is offered a flat that is not free; the flat itself says so.
    if (home === undefined) return null;
    const others = await othersWaiting(this.pool, file, day);
    const families = [family, ...others.map((row) => familyFrom(row, mergers))];
    const { fit } = familiesFor(home, families, day, rules);
    const at = fit.findIndex((one) => one.family.file === file);
    const flats = homesFor(family, homes, day, rules).fit;
    const flat = flats.findIndex(({ ref }) => ref === home.ref);
    return {
      ...{ place: placeOf(at), of: fit.length, misfit: misfit(home, family, day, rules) },
      ...{ flat: placeOf(flat), flats: flats.length },
      ...{ amounts: fit[at]?.amounts ?? null, points: fit[at]?.points ?? null },
    };
  }

  private async seen({ day, file, record, processes }: LookupRequest): Promise<{
    readonly homes: NamedHome[];
    readonly family: Waiting;
    readonly mergers: readonly Merger[];
  }> {
    const [rows, refused, mergers] = await Promise.all([
      homesNow(this.pool, day),
      refusedBy(this.pool, file),
      this.mergersDue(day),
    ]);
    const referral = processes.findLast(({ workflow }) => workflow === 'referral');
    const context = (referral?.stored.context ?? nothingYet) as ReferralContext;
    const row = { file, process: 0, context, record: record as HouseholdRecord, refused };
    // A pause has a guard of its own.
    const family = { ...familyFrom(row, mergers), isPaused: false };
    return { homes: rows.map((one) => homeFrom(one, day, mergers)), family, mergers };
  }
}

const placeOf = (at: number): number | null => (at < 0 ? null : at + 1);

const freeFlat = (home: NamedHome, reason: string | null): FreeFlat => {
  const { ref, name, rooms, rent, floor, lift, district, moveInFrom, emptySince } = home;
  return { ref, name, rooms, rent, floor, lift, district, moveInFrom, emptySince, reason };
};
