import type { Reason } from '../definition.js';
import { followUpKinds, other, reasons } from '../files/reasons.js';

/** Why the family wishes to move to another flat. */
const move = [
  ...reasons('household', {
    size: ['Lägenheten är för liten eller för stor', 'The flat is too small or too large'],
    area: ['Läget', 'Area'],
    access: ['Våning eller tillgänglighet', 'Floor or access'],
    school: ['Skola eller förskola', 'School or preschool'],
    safety: ['Otryggt för familjen', 'Not safe for the family'],
    rent: ['Hyran', 'Rent'],
  }),
  ...reasons('shis', {
    condition: ['Lägenhetens skick', 'Condition of the flat'],
  }),
  ...reasons('household', {
    ...other,
  }),
];

/** Why notice is given. */
const notice = [
  ...reasons('household', {
    'own-housing': ['Har ordnat egen bostad', 'Found own housing'],
    'moves-away': ['Flyttar från staden', 'Leaves the city'],
  }),
  ...reasons('shis', {
    arrears: ['Hyresskuld', 'Arrears'],
    disturbance: ['Störningar', 'Disturbance'],
    misuse: ['Bor inte där eller hyr ut', 'Does not live there or sublets'],
    time: ['Tiden är ute', 'The time is up'],
    ...other,
  }),
];

/** Why a notice is taken back. */
const revokeNotice = [
  ...reasons('household', {
    paid: ['Skulden är betald', 'The debt is paid'],
    'changed-mind': ['Hushållet vill bo kvar', 'The household wants to stay'],
  }),
  ...reasons('shis', {
    settled: ['Överenskommelse', 'Settled'],
    'made-in-error': ['Registrerad av misstag', 'Made in error'],
    ...other,
  }),
];

/** Where the household moved. */
const outcome = [
  ...reasons('household', {
    'own-lease': ['Eget förstahandskontrakt', 'Own first-hand lease'],
    'own-other': ['Annan egen varaktig bostad', 'Own other lasting home'],
  }),
  ...reasons('shis', {
    'shis-other': ['Annan boendeform hos SHIS', 'Other SHIS form'],
  }),
  ...reasons('household', {
    'other-municipality': ['Annan kommun', 'Other municipality'],
  }),
  ...reasons('district', {
    care: ['Behandling eller vård', 'Treatment or care'],
  }),
  ...reasons('shis', {
    'evicted-rent': ['Avhyst på grund av hyresskuld', 'Evicted, rent'],
    'evicted-other': ['Avhyst av annat skäl', 'Evicted, other'],
  }),
  ...reasons('household', {
    insecure: ['Åter i otryggt boende', 'Back to insecure housing'],
    deceased: ['Avliden', 'Deceased'],
    unknown: ['Inte känt', 'Not known'],
  }),
];

/** Who gives notice. */
const noticeBy = [
  ...reasons('household', {
    household: ['Hushållet', 'The household'],
  }),
  ...reasons('shis', {
    shis: ['SHIS', 'SHIS (the landlord)'],
  }),
];

/** How the household lives a year after it moved out. */
const finding = reasons('household', {
  'still-there': ['Bor kvar i den bostaden', 'Still in that home'],
  'moved-on': ['Har flyttat till annan varaktig bostad', 'Moved to another lasting home'],
  insecure: ['Är åter i otryggt boende', 'Back to insecure housing'],
  'not-reached': ['Gick inte att nå', 'Not reached'],
});

/** Coded reasons; never renamed in place. */
export const tenancyReasons: Readonly<Record<string, readonly Reason[]>> = {
  move,
  notice,
  revokeNotice,
  outcome,
  noticeBy,
  followUpKind: followUpKinds,
  finding,
};
