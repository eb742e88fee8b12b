import type { Party, Reason } from '../definition.js';
import { text } from '../files/parts.js';

const FROM = '2000-01-01';
const reason = (party: Party, code: string, sv: string, en: string): Reason => ({
  code,
  label: text(sv, en),
  party,
  from: FROM,
});

/** Why the family wishes to move to another flat. */
const move: readonly Reason[] = [
  reason('household', 'size', 'Lägenheten är för liten eller för stor', 'The flat is too small or too large'),
  reason('household', 'area', 'Läget', 'Area'),
  reason('household', 'access', 'Våning eller tillgänglighet', 'Floor or access'),
  reason('household', 'school', 'Skola eller förskola', 'School or preschool'),
  reason('household', 'safety', 'Otryggt för familjen', 'Not safe for the family'),
  reason('household', 'rent', 'Hyran', 'Rent'),
  reason('shis', 'condition', 'Lägenhetens skick', 'Condition of the flat'),
  reason('household', 'other', 'Annat skäl', 'Other reason'),
];

/** Why notice is given. */
const notice: readonly Reason[] = [
  reason('household', 'own-housing', 'Har ordnat egen bostad', 'Found own housing'),
  reason('household', 'moves-away', 'Flyttar från staden', 'Leaves the city'),
  reason('shis', 'arrears', 'Hyresskuld', 'Arrears'),
  reason('shis', 'disturbance', 'Störningar', 'Disturbance'),
  reason('shis', 'misuse', 'Bor inte där eller hyr ut', 'Does not live there or sublets'),
  reason('shis', 'time', 'Tiden är ute', 'The time is up'),
  reason('shis', 'other', 'Annat skäl', 'Other reason'),
];

/** Why a notice is taken back. */
const revokeNotice: readonly Reason[] = [
  reason('household', 'paid', 'Skulden är betald', 'The debt is paid'),
  reason('household', 'changed-mind', 'Hushållet vill bo kvar', 'The household wants to stay'),
  reason('shis', 'settled', 'Överenskommelse', 'Settled'),
  reason('shis', 'made-in-error', 'Registrerad av misstag', 'Made in error'),
  reason('shis', 'other', 'Annat skäl', 'Other reason'),
];

/** Where the household moved. */
const outcome: readonly Reason[] = [
  reason('household', 'own-lease', 'Eget förstahandskontrakt', 'Own first-hand lease'),
  reason('household', 'own-other', 'Annan egen varaktig bostad', 'Own other lasting home'),
  reason('shis', 'shis-other', 'Annan boendeform hos SHIS', 'Other SHIS form'),
  reason('household', 'other-municipality', 'Annan kommun', 'Other municipality'),
  reason('district', 'care', 'Behandling eller vård', 'Treatment or care'),
  reason('shis', 'evicted-rent', 'Avhyst på grund av hyresskuld', 'Evicted, rent'),
  reason('shis', 'evicted-other', 'Avhyst av annat skäl', 'Evicted, other'),
  reason('household', 'insecure', 'Åter i otryggt boende', 'Back to insecure housing'),
  reason('household', 'deceased', 'Avliden', 'Deceased'),
  reason('household', 'unknown', 'Inte känt', 'Not known'),
];

/** Who gives notice. */
const noticeBy: readonly Reason[] = [
  reason('household', 'household', 'Hushållet', 'The household'),
  reason('shis', 'shis', 'SHIS', 'SHIS (the landlord)'),
];

/** How a follow-up was held. */
const followUpKind: readonly Reason[] = [
  reason('district', 'home-visit', 'Hembesök', 'Home visit'),
  reason('district', 'meeting', 'Möte', 'Meeting'),
  reason('district', 'phone', 'Telefon', 'Phone'),
  reason('district', 'video', 'Videosamtal', 'Video call'),
];

/** How the household lives a year after it moved out. */
const finding: readonly Reason[] = [
  reason('household', 'still-there', 'Bor kvar i den bostaden', 'Still in that home'),
  reason('household', 'moved-on', 'Har flyttat till annan varaktig bostad', 'Moved to another lasting home'),
  reason('household', 'insecure', 'Är åter i otryggt boende', 'Back to insecure housing'),
  reason('household', 'not-reached', 'Gick inte att nå', 'Not reached'),
];

/** Coded reasons; never renamed in place. */
export const tenancyReasons: Readonly<Record<string, readonly Reason[]>> = {
  move,
  notice,
  revokeNotice,
  outcome,
  noticeBy,
  followUpKind,
  finding,
};
