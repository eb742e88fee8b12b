/** A family's way from the queue to a signed lease, reckoned back from the day of signing. */
import { workdays, type Day } from '../days.js';
import type { Family } from '../family.js';
import { WANTED } from '../phrases.js';
import type { Placing } from '../placings.js';
import { accept, endOffer, noAnswer, offerOwnFlat, offeredBefore, refuse, sign } from './offer.js';
import { pause, refer, submittedBefore, transferDistrict, wait } from './referral.js';
import { acceptFlat, declineFlat, handBack, propose, requestFlat } from './request.js';
import { byDistrict, byShis, inOffer, inTenancy } from './steps.js';

/** A flat that came between the request and the one that was accepted. */
export interface Detour {
  readonly how: 'decline' | 'rejectedByLandlord' | 'refused';
  readonly reason: string;
}

/** What makes one family's way different from the next one's. */
export interface Way {
  readonly placing: Placing;
  /** Why it said no to flats of the facilities before, in order. */
  readonly refusals?: readonly string[];
  /** Agency flats that came to nothing, in order. */
  readonly detours?: readonly Detour[];
  /** Working days in the queue before anything was offered. */
  readonly waited: number;
  readonly flatName?: () => string;
  /** Another district's until some time in the queue. */
  readonly cameFrom?: string;
  readonly pauses?: boolean;
  /** The first yes came to nothing, and whose fault it was. */
  readonly fellThrough?: { readonly party: string; readonly reason: string };
}

/** Lays out the whole way, from the draft to the day of moving in. */
export function bringHome(family: Family, way: Way): void {
  const chance = family.chance('way');
  const { placing } = way;
  const accepted = workdays(placing.signedOn, -chance.int(2, 7));
  const offered = offeredBefore(accepted, chance);
  let first = placing.channel === 'facility' ? ownFlat(family, offered) : agencyFlat(family, offered, way);
  accept(family, offered, accepted);
  settle(family, placing);
  if (way.fellThrough !== undefined) first = fallenThrough(family, first, way.fellThrough);
  first = refusedFlats(family, first, way.refusals ?? []);
  const approvedOn = workdays(first, -way.waited);
  queue(family, approvedOn, first, way);
}

/** The lease is signed and the move recorded. */
export function settle(family: Family, placing: Placing): void {
  sign(family, placing);
  const { movedIn } = placing;
  if (movedIn === null) return;
  family.diary.on(movedIn, () => inTenancy(family, 'recordMoveIn', { on: movedIn }), 'when-found');
}

function ownFlat(family: Family, offered: Day): Day {
  offerOwnFlat(family, offered);
  return offered;
}

/** Request, flats that came to nothing, and the one that is accepted on `offered`. */
function agencyFlat(family: Family, offered: Day, { detours = [], flatName }: Way): Day {
  const chance = family.chance('agency way');
  if (flatName === undefined) throw new Error(`${family.name} needs names for the agency's flats`);
  acceptFlat(family, offered);
  let first = workdays(offered, -chance.int(1, 3));
  const name = flatName();
  propose(family, first, name);
  for (const detour of [...detours].reverse()) {
    if (detour.how === 'refused') first = refusedAgencyFlat(family, first, detour.reason, flatName());
    else {
      const answered = workdays(first, -chance.int(3, 8));
      const proposed = workdays(answered, -chance.int(1, 3));
      propose(family, proposed, flatName());
      declineFlat(family, answered, detour.how, detour.reason);
      first = proposed;
    }
  }
  const requested = workdays(first, -chance.int(4, 14));
  requestFlat(family, requested);
  return requested;
}

/** The family refused a flat that the agency had got for it; the flat went back, and a new request was sent. */
function refusedAgencyFlat(family: Family, nextProposal: Day, reason: string, flat: string): Day {
  const chance = family.chance(`refused ${flat}`);
  const requested = workdays(nextProposal, -chance.int(4, 12));
  requestFlat(family, requested);
  const refused = workdays(requested, -chance.int(2, 5));
  const offered = offeredBefore(refused, chance);
  const proposed = workdays(offered, -1);
  propose(family, proposed, flat);
  acceptFlat(family, offered);
  refuseAgencyFlat(family, refused, reason);
  return proposed;
}

function refuseAgencyFlat(family: Family, day: Day, reason: string): void {
  family.diary.on(day, () => {
    const flat = family.home;
    const told = inOffer(family, 'refuse', { reason, wanted: family.chance('wanted').pick(WANTED) });
    family.flat = null;
    return [told, handBack(flat)];
  });
}

/** A yes to a flat of the facilities that came to nothing, some time before `next`. */
function fallenThrough(family: Family, next: Day, data: { party: string; reason: string }): Day {
  const chance = family.chance('fallthrough');
  const fell = workdays(next, -chance.int(3, 15));
  const accepted = workdays(fell, -chance.int(2, 6));
  const offered = offeredBefore(accepted, chance);
  offerOwnFlat(family, offered);
  accept(family, offered, accepted);
  endOffer(family, fell, 'fallThrough', data);
  return offered;
}

/** Flats of the facilities that the family said no to before `next`; after the third there is a review. */
export function refusedFlats(family: Family, next: Day, refusals: readonly string[]): Day {
  const chance = family.chance('refusals');
  let first = next;
  for (const [at, reason] of [...refusals.entries()].reverse()) {
    const reviewed = at === 2;
    const said = workdays(first, -(reviewed ? chance.int(16, 22) : chance.int(4, 25)));
    const silent = reason === 'no-answer';
    const offered = silent ? workdays(said, -chance.int(8, 11)) : offeredBefore(said, chance);
    offerOwnFlat(family, offered);
    if (silent) noAnswer(family, said);
    else refuse(family, said, reason, chance.holds(0.5) ? chance.pick(WANTED) : undefined);
    if (reviewed) review(family, said);
    first = offered;
  }
  return first;
}

/** The joint review after the third no, and back to the queue. */
function review(family: Family, refusedOn: Day): void {
  const view = workdays(refusedOn, 5);
  const back = workdays(refusedOn, 12);
  const note = 'Familjen behöver bo nära barnens skola. Vi stöder att den får vänta.';
  family.diary.on(view, () => byDistrict(family, view, 'giveView', { note }));
  family.diary.on(back, () => byShis(family, 'returnToQueue', { reason: 'wishes-clarified' }));
}

function queue(family: Family, approvedOn: Day, first: Day, { cameFrom, pauses, waited }: Way): void {
  const submittedOn = submittedBefore(family, approvedOn);
  refer(family, { submittedOn, approvedOn });
  const held = pauses === true && waited >= 45;
  if (held) pause(family, workdays(approvedOn, 6), workdays(approvedOn, 30));
  wait(family, held ? workdays(approvedOn, 31) : approvedOn, first);
  if (cameFrom === undefined || waited < 40) return;
  const moved = workdays(first, -3);
  family.cameFrom(cameFrom, moved);
  transferDistrict(family, moved);
}
