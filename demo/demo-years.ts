/** The demo years put together: opening, months, stories, and where things stand on the last day. */
import { Book } from './book.js';
import { Chance } from './chance.js';
import { stay } from './course/stay.js';
import { transfer } from './course/transfer.js';
import { addDays, addMonths, workdays, type Day } from './days.js';
import type { Act, Family } from './family.js';
import { lastDay } from './last-day.js';
import { lostFamilies } from './lost.js';
import { offeredBefore, openFlats, openingFamilies, type Placed } from './opening.js';
import { limitOf, startOf, type Departure } from './placings.js';
import { crossing, crossingClaims, crossingWants } from './stories/crossing.js';
import { lateHands, lateHandsClaims } from './stories/late-hands.js';
import { limits, limitsWant } from './stories/limits.js';
import { mother, motherClaims, motherWants } from './stories/mother.js';
import { pipeBurst, pipeBurstClaims, repairs } from './stories/pipe-burst.js';
import { supportedHousing } from './supported/years.js';
import { unaskedFlats } from './unasked.js';
import { departures, newFacilities, newFamilies, type Claims } from './years.js';

const CLAIMS: Claims = [...motherClaims, ...crossingClaims, ...lateHandsClaims, ...pipeBurstClaims];
/** Of the families that live in flats when 2020 begins, those of the stories. */
const PLANTED = { facility: 5, agency: 1 } as const;
/** Days on which a family is offered a larger flat within SHIS; all have moved before the next cut-off. */
const TRANSFERS: readonly Day[] = [
  ...['2020-03-10', '2020-05-12', '2020-10-06', '2020-11-10'],
  ...['2021-02-09', '2021-05-11', '2021-08-24', '2021-11-09'],
];

/** Everything that happens, in order of recording. */
export function demoYears(): Act[] {
  const book = new Book();
  mother(book);
  crossing(book);
  limits(book);
  const opening = openingFamilies(book, PLANTED);
  openFlats(book, [...motherWants, ...crossingWants, ...limitsWant, ...wantedBy(opening)]);
  newFacilities(book);
  const coming = newFamilies(book, CLAIMS);
  const told = [lateHands(book), pipeBurst(book)];
  const left = departures([...opening, ...coming], CLAIMS);
  transfers([...opening, ...coming], left);
  for (const one of [...opening, ...coming, ...told])
    stay(one.family, { placing: one.placing, departure: left.get(one) });
  for (const year of ['2020', '2021']) {
    lostFamilies(book, year);
    unaskedFlats(book, year);
  }
  repairs(book);
  lastDay(book, whoReturns(left));
  supportedHousing(book);
  return book.acts();
}

const wantedBy = (opening: readonly Placed[]): { by: Day }[] =>
  opening
    .filter(({ placing: { channel } }) => channel === 'facility')
    .map(({ placing }) => ({ by: offeredBefore(placing) }));

/** On each of the days one family that has lived in a facility for a year or more is offered a flat with a room more. */
function transfers(all: readonly Placed[], left: ReadonlyMap<Placed, Departure>): void {
  const chance = new Chance('transfers');
  const moved = new Set<Placed>();
  for (const offeredOn of TRANSFERS) {
    const one = chance.pick(
      all.filter((each) => !moved.has(each) && mayMove(each, offeredOn, left.get(each))),
    );
    moved.add(one);
    const { family } = one;
    transfer(family, {
      offeredOn,
      reason: 'size',
      rooms: family.rooms + 1,
      leaseEnd: leaseEndOn(one, offeredOn),
    });
  }
}

function mayMove(one: Placed, day: Day, departure?: Departure): boolean {
  const { placing, family } = one;
  const longThere = addMonths(startOf(placing), 12) < day;
  const until = departure?.on ?? limitOf(placing);
  const settled = leaseEnds(one).every((end) => end < addDays(day, -60) || end > addDays(day, 60));
  return (
    placing.channel === 'facility' && family.rooms < 3 && longThere && settled && workdays(day, 60) < until
  );
}

/** The lease's last day, and that of each prolongation. */
const leaseEnds = ({ placing }: Placed): Day[] => [
  placing.leaseEnd,
  addMonths(placing.leaseEnd, 24),
  limitOf(placing),
];

/** The new lease runs as far as the old one does. */
const leaseEndOn = (one: Placed, day: Day): Day =>
  leaseEnds(one).find((end) => end > day) ?? limitOf(one.placing);

/** One whose stay ended in 2020 in a home that did not last. */
function whoReturns(left: ReadonlyMap<Placed, Departure>): Family {
  const [one] =
    [...left].find(([, { on, outcome }]) => on.startsWith('2020') && outcome === 'insecure') ?? [];
  if (one === undefined) throw new Error('nobody is left without a home');
  return one.family;
}
