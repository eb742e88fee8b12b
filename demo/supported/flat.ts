/** One flat in a case of supported housing: proposed, and declined, refused, fallen through or leased. */
import { AGENCY } from '../cast.js';
import { offeredBefore } from '../course/offer.js';
import { workdays, type Day } from '../days.js';
import { agencyFlat } from '../facilities.js';
import type { Told } from '../family.js';
import { inCase, type Applicant } from './applicant.js';

/** A flat that came to nothing. `fallThrough`: after a yes. */
export type Detour =
  | { readonly how: 'decline' | 'refuse'; readonly reason: string }
  | { readonly how: 'fallThrough'; readonly party: string; readonly reason: string };

/** The agency adds a flat that fits and proposes it. */
export function propose(one: Applicant, day: Day, flat: string): void {
  const { family } = one;
  const by = family.chance(`agency ${flat}`).pick(AGENCY);
  const data = { ...agencyFlat(flat, Math.max(1, family.rooms)) };
  family.diary.on(day, () => [
    { by, process: flat, open: 'dwelling', data },
    { ...inCase(one, day, 'propose', { dwelling: { ref: flat } }), by },
  ]);
}

/** The flat is offered, so that an answer on a day comes in time; proposed shortly before. Returns the day of the proposal. */
export function offerFor(one: Applicant, answered: Day, flat: string): Day {
  const chance = one.family.chance(`offer ${flat}`);
  const offeredOn = offeredBefore(answered, chance);
  const proposedOn = workdays(offeredOn, -chance.int(0, 2));
  propose(one, proposedOn, flat);
  one.family.diary.on(offeredOn, () => inCase(one, offeredOn, 'offer', { dwelling: { ref: flat } }));
  return proposedOn;
}

/** A flat that the board has accepted and does not want any longer goes back to its company. */
export const handBack = ({ family }: Applicant, day: Day, flat: string): Told => ({
  by: family.handler(day),
  process: flat,
  event: 'handBack',
  data: {},
});

/** A detour that ended on a day at the latest. Returns the day when it began. */
export function detour(one: Applicant, ended: Day, how: Detour, flat: string): Day {
  const { diary } = one.family;
  if (how.how === 'decline') {
    const proposedOn = workdays(ended, -2);
    propose(one, proposedOn, flat);
    diary.on(ended, () => inCase(one, ended, 'decline', { reason: how.reason }));
    return proposedOn;
  }
  const yes = how.how === 'fallThrough';
  const answered = yes ? workdays(ended, -4) : ended;
  const proposedOn = offerFor(one, answered, flat);
  if (yes) diary.on(answered, () => inCase(one, answered, 'accept'));
  const { how: event, ...data } = how;
  diary.on(ended, () => [inCase(one, ended, event, data), handBack(one, ended, flat)]);
  return proposedOn;
}
