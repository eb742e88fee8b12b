import type { Reason } from '../definition.js';
import { requestReasons } from '../agency-request/agency-request.reasons.js';
import { caseIsNotNeeded, needIsGone, other, reasons, otherExplained } from '../files/reasons.js';

/** Why a free flat of the own stock does not do; none of these is a refusal. */
const ownStock = reasons('shis', {
  size: ['Storleken', 'Size'],
  area: ['Läget', 'Area'],
  floor: ['Våningen', 'Floor'],
  access: ['Tillgänglighet', 'Access'],
  pets: ['Husdjur får inte finnas', 'No pets allowed'],
  rent: ['Hyran', 'Rent'],
  'refused-by-household': ['Familjen har tackat nej till den', 'Refused by this household'],
  'reserved-for-other': ['Avsedd för en annan familj', 'Meant for another family'],
  safety: ['Otryggt för familjen', 'Not safe for the family'],
  time: ['Inflyttningstiden', 'Time to move in'],
  ...other,
});

/** Why a flat is offered to another family than the first that it is proposed to, or to one that it does not fit. */
const instead = reasons('shis', {
  'household-wish': ['Familjens önskemål', 'The family’s wish'],
  school: ['Barnens skola eller förskola', 'The children’s school or preschool'],
  health: ['Hälsa eller funktionsnedsättning', 'Health or disability'],
  urgent: ['Barnens situation är akut', 'The children’s situation is urgent'],
  'first-unreachable': ['De före går inte att nå', 'Those before cannot be reached'],
  'first-other-flat': ['De före får en annan lägenhet', 'Those before get another flat'],
  neighbours: ['Grannar och sammansättning i huset', 'Neighbours and who lives in the house'],
  'accepts-misfit': ['Familjen godtar det som inte passar', 'The family accepts what does not fit'],
  ...otherExplained,
});

const withdraw = [...needIsGone, ...reasons('district', caseIsNotNeeded)];

/** The reason lists of a referral. A ground of exception lets SHIS take on a family that does not meet each condition. */
export const referralReasons: Readonly<Record<string, readonly Reason[]>> = {
  ownStock,
  instead,
  withdraw,
  declined: requestReasons['decline'] ?? [],
  exception: reasons('district', {
    'child-expected': ['Barn väntas', 'A child is expected'],
    'children-returning': ['Barn flyttar hem från vård', 'Children return from care'],
    protection: ['Skydd mot våld', 'Protection from violence'],
    'long-ties': ['Lång anknytning till staden', 'Long ties to the city'],
    ...other,
  }),
  reject: reasons('shis', {
    'no-child': ['Inget barn under 18 år hemma', 'No child under 18 at home'],
    'not-registered': ['Inte folkbokfört i två år', 'Not registered for two years'],
    'not-insecure': ['Har tryggt boende', 'Is not in insecure housing'],
    'needs-support': ['Behöver annan boendeform', 'Needs another form of housing'],
    incomplete: ['Uppgifterna räcker inte', 'Not enough information'],
    duplicate: ['Dubblett', 'Duplicate'],
    ...other,
  }),
  close: reasons('shis', {
    'not-supplemented': ['Kompletteringen kom inte', 'The supplement did not come'],
    'no-contact': ['Familjen går inte att nå', 'The family cannot be reached'],
    'conditions-changed': ['Villkoren är inte längre uppfyllda', 'The conditions are no longer met'],
    'offers-refused': ['Erbjudanden har inte passat', 'Offers did not suit'],
    'other-housing': ['Har fått annat boende', 'Has got other housing'],
    duplicate: ['Dubblett', 'Duplicate'],
    ...other,
  }),
  returnToQueue: reasons('shis', {
    'wishes-clarified': ['Önskemålen är klarlagda', 'The wishes are clear'],
    'refusals-founded': ['Det fanns goda skäl att tacka nej', 'There was good reason to refuse'],
    'needs-changed': ['Behovet har ändrats', 'The needs have changed'],
    ...other,
  }),
  reopen: reasons('shis', {
    mistake: ['Avslutades av misstag', 'Closed by mistake'],
    'needs-again': ['Behovet finns igen', 'Needed again'],
    'new-information': ['Nya uppgifter', 'New information'],
    ...other,
  }),
  pause: reasons('household', {
    'household-wish': ['Familjen önskar det', 'The family’s wish'],
    illness: ['Sjukdom eller vård', 'Illness or care'],
    away: ['Bortrest', 'Away'],
    custody: ['Vårdnad eller boende för barn utreds', 'Custody is being settled'],
    ...other,
  }),
};
