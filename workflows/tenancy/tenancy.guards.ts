import type { Guard, Seen, Text } from '../definition.js';
import { dataOf, text as says } from '../files/parts.js';
import { followUpDay, lastPermittedDay, lead } from './tenancy.clock.js';
import type { Tenancy } from './tenancy.context.js';
import type { GiveNotice, GrantException, HouseholdChanged, Move, On, Renew } from './tenancy.schemas.js';

type TenancyGuard = Guard<Tenancy>;
type Holds = (seen: Seen<Tenancy>) => boolean;
const state = (sentence: Text, holds: Holds): TenancyGuard => ({ says: sentence, needs: 'state', holds });
const data = (needs: readonly string[], sentence: Text, holds: Holds): TenancyGuard => ({
  says: sentence,
  needs,
  holds,
});

/** Where the day of the step lies beside the limit and the next follow-up; these place the two regions. */
const places: Readonly<Record<string, TenancyGuard>> = {
  stayGoesOn: state(
    says('Boendet pågår.', 'The stay goes on.'),
    ({ context }) => context.start !== null && context.ended === null,
  ),
  limitHasMoved: state(
    says('Femårsgränsen har flyttats.', 'The limit has moved.'),
    ({ context, step }) => lastPermittedDay(context, step.policy) !== context.limit,
  ),
  limitHasPassed: state(
    says('Femårsgränsen är passerad.', 'The limit has passed.'),
    ({ context, step }) => context.limit !== null && step.meta.day > context.limit,
  ),
  limitIsClose: state(
    says('Sista tiden före gränsen.', 'The last time before the limit.'),
    ({ context, step }) =>
      context.limit !== null && step.meta.day >= lead(context.limit, step.policy, 'finalLead'),
  ),
  limitIsInSight: state(
    says('Gränsen är i sikte.', 'The limit is in sight.'),
    ({ context, step }) =>
      context.limit !== null && step.meta.day >= lead(context.limit, step.policy, 'planningLead'),
  ),
  followUpHasMoved: state(
    says('Nästa uppföljning har flyttats.', 'The next follow-up has moved.'),
    ({ context, step }) => followUpDay(context, step.policy) !== context.followUpDue,
  ),
  followUpHasPassed: state(
    says('Uppföljningen är försenad.', 'The follow-up is late.'),
    ({ context, step }) => context.followUpDue !== null && step.meta.day > context.followUpDue,
  ),
  followUpIsNear: state(
    says('Uppföljningen är nära.', 'The follow-up is near.'),
    ({ context, step }) =>
      context.followUpDue !== null &&
      step.meta.day >= lead(context.followUpDue, step.policy, 'followUpNotice'),
  ),
};

/** Days that a person gives for what happened. */
const days: Readonly<Record<string, TenancyGuard>> = {
  dayHasCome: data(
    ['on'],
    says('Dagen får inte ligga i framtiden.', 'The day must not lie ahead.'),
    ({ step }) => dataOf<On>(step).on <= step.meta.day,
  ),
  notBeforeSigning: data(
    ['on'],
    says(
      'Inflyttningen får inte ligga före dagen då kontraktet skrevs.',
      'The move-in must not lie before the lease was signed.',
    ),
    ({ context, step }) => dataOf<On>(step).on >= context.signedOn,
  ),
  duringTheStay: data(
    ['on'],
    says(
      'Uppföljningen får inte ligga före boendets första dag.',
      'The follow-up must not lie before the first day of the stay.',
    ),
    ({ context, step }) => context.start !== null && dataOf<On>(step).on >= context.start,
  ),
  notBeforeTheStay: data(
    ['on'],
    says(
      'Sista dagen får inte ligga före boendets första dag, eller före kontraktet om boendet inte har börjat.',
      'The last day must not lie before the first day of the stay, or before the signing if it has not begun.',
    ),
    ({ context, step }) => dataOf<On>(step).on >= (context.start ?? context.signedOn),
  ),
  afterTheStay: data(
    ['on'],
    says('Uppföljningen ska ligga efter utflyttningen.', 'The follow-up must lie after the move out.'),
    ({ context, step }) => context.ended !== null && dataOf<On>(step).on > context.ended.on,
  ),
  moveDaysHaveCome: data(
    ['from', 'oldVacatedOn'],
    says('Flyttens dagar får inte ligga i framtiden.', 'The days of the move must not lie ahead.'),
    ({ step }) => {
      const { from, oldVacatedOn } = dataOf<Move>(step);
      return from <= step.meta.day && oldVacatedOn <= step.meta.day;
    },
  ),
  newLeaseHasBegun: data(
    ['from'],
    says(
      'Flytten får inte ligga före det nya kontraktets första dag.',
      'The move must not lie before the first day of the new lease.',
    ),
    ({ context, step }) =>
      context.transfer !== null && dataOf<Move>(step).from >= context.transfer.leaseStart,
  ),
  oldFlatWasLivedIn: data(
    ['oldVacatedOn'],
    says(
      'Den gamla lägenheten kan inte ha tömts före sitt kontrakts första dag.',
      'The old flat cannot have been vacated before the first day of its lease.',
    ),
    ({ context, step }) => dataOf<Move>(step).oldVacatedOn >= context.leaseStart,
  ),
  moveOutIsAhead: data(
    ['moveOut'],
    says(
      'Utflyttningsdagen får inte ha passerat när uppsägningen görs.',
      'The day to move out must not have passed when notice is given.',
    ),
    ({ step }) => dataOf<GiveNotice>(step).moveOut >= step.meta.day,
  ),
};

const facts: Readonly<Record<string, TenancyGuard>> = {
  stayHasBegun: state(
    says('Boendet har börjat.', 'The stay has begun.'),
    ({ context }) => context.start !== null,
  ),
  notYetMovedIn: state(
    says('Inflyttningen ska inte redan vara registrerad.', 'The move-in must not be recorded already.'),
    ({ context }) => context.movedIn === null,
  ),
  notYetFollowedUpAfter: state(
    says(
      'Uppföljningen efter flytten ska inte redan vara gjord.',
      'The follow-up after the move must not be done already.',
    ),
    ({ context }) => context.followedUpAfter === null,
  ),
  noTransferUnderWay: state(
    says('Inget annat byte får pågå.', 'No other transfer may be under way.'),
    ({ context }) => context.transferOffer === null && context.transfer === null,
  ),
  transferIsSigned: state(
    says('Kontraktet på den nya lägenheten ska vara skrivet.', 'The lease of the new flat must be signed.'),
    ({ context }) => context.transfer !== null,
  ),
  laterThanNow: data(
    ['leaseEnd'],
    says(
      'Den nya sista dagen ska ligga efter den nuvarande.',
      'The new last day must lie after the present one.',
    ),
    ({ context, step }) => dataOf<Renew>(step).leaseEnd > context.leaseEnd,
  ),
  notPastTheLimit: data(
    ['leaseEnd'],
    says('Kontraktet får inte gå förbi femårsgränsen.', 'The lease must not go past the five-year limit.'),
    ({ context, step }) => dataOf<Renew>(step).leaseEnd <= (lastPermittedDay(context, step.policy) ?? ''),
  ),
  exceptionGoesFurther: data(
    ['until'],
    says(
      'Undantaget ska gå längre än den gräns som gäller.',
      'The exception must go further than the limit in force.',
    ),
    ({ context, step }) =>
      dataOf<GrantException>(step).until > (lastPermittedDay(context, step.policy) ?? ''),
  ),
  changesTheClock: data(
    ['event'],
    says('Hushållet ska ha delats eller slagits ihop.', 'The household must have been split or merged.'),
    ({ step }) =>
      ['splitHousehold', 'mergeHousehold', 'unmergeHousehold'].includes(dataOf<HouseholdChanged>(step).event),
  ),
};

/** What must be so, each with its sentence. */
export const tenancyGuards: Readonly<Record<string, TenancyGuard>> = { ...places, ...days, ...facts };
