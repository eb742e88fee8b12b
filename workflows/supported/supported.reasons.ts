import type { Party, Reason } from '../definition.js';
import { text } from '../files/parts.js';

type List = Record<string, readonly [sv: string, en: string]>;
const reasons = (party: Party, list: List, to?: string): Reason[] =>
  Object.entries(list).map(([code, [sv, en]]) => ({
    code,
    label: text(sv, en),
    party,
    from: '2000-01-01',
    ...(to === undefined ? {} : { to }),
  }));
const other: List = { other: ['Annat skäl (skriv)', 'Other reason (write)'] };

const ofTheFlat: List = {
  area: ['Läget passar inte', 'The area'],
  size: ['Storleken', 'Size'],
  access: ['Våning eller tillgänglighet', 'Floor or access'],
  rent: ['Hyran är för hög', 'Rent too high'],
  school: ['Skola eller förskola', 'School or preschool'],
  safety: ['Otryggt', 'Not safe'],
  'own-housing': ['Har ordnat egen bostad', 'Found own housing'],
  'other-form': ['Vill ha annan boendeform', 'Wants another form of housing'],
  'no-answer': ['Inget svar', 'No answer'],
};
const ofTheCompany: List = {
  income: ['Inkomst', 'Income'],
  references: ['Referenser', 'References'],
  debt: ['Skuld', 'Debt'],
  'household-size': ['Hushållets storlek', 'Household size'],
  'let-to-other': ['Lägenheten uthyrd till annan', 'Flat let to another'],
};

const outcome: readonly Reason[] = [
  ...reasons('household', {
    'own-lease': ['Eget förstahandskontrakt', 'Own first-hand lease'],
    'own-other': ['Annan egen varaktig bostad', 'Own other lasting home'],
    'other-municipality': ['Annan kommun', 'Other municipality'],
    insecure: ['Åter utan tryggt boende', 'Back to insecure housing'],
    deceased: ['Avliden', 'Deceased'],
    unknown: ['Inte känt', 'Not known'],
  }),
  ...reasons('district', {
    'shis-other': ['Boende hos SHIS', 'A home with SHIS'],
    care: ['Behandling eller vård', 'Treatment or care'],
    'evicted-rent': ['Avhyst på grund av hyresskuld', 'Evicted, rent'],
    'evicted-other': ['Avhyst av annat skäl', 'Evicted, other'],
  }),
];

/** The reason lists of supported housing, told apart by who said no. */
export const supportedReasons: Readonly<Record<string, readonly Reason[]>> = {
  deny: reasons('district', {
    'need-not-shown': ['Behovet är inte styrkt', 'The need is not shown'],
    'own-means': ['Kan ordna bostad själv', 'Can find a home alone'],
    'other-service': ['Behovet tillgodoses på annat sätt', 'The need is met in another way'],
    'not-target-group': ['Hör inte till målgruppen', 'Is not of the target group'],
    ...other,
  }),
  decline: reasons('district', {
    'own-stock': ['Behovet täcks i egna lägenheter', 'Own flats suffice'],
    'no-family': ['Ingen sökande passar', 'No applicant fits'],
    size: ['Storleken', 'Size'],
    area: ['Läget', 'Area'],
    condition: ['Lägenhetens skick', 'Condition'],
    access: ['Tillgänglighet', 'Access'],
    rent: ['Hyran är för hög för målgruppen', 'Rent too high for the group'],
    time: ['Inflyttningstiden', 'Time to move in'],
    ...other,
  }),
  refusal: reasons('household', { ...ofTheFlat, ...other }),
  fallThrough: [
    ...reasons('household', ofTheFlat),
    ...reasons('company', ofTheCompany),
    ...reasons('district', {
      condition: ['Lägenhetens skick', 'Condition'],
      time: ['Inflyttningstiden', 'Time to move in'],
      ...other,
    }),
  ],
  endLease: reasons('district', {
    'not-moved-in': ['Den sökande flyttade inte in', 'The applicant did not move in'],
    'need-ceased': ['Behovet finns inte längre', 'No longer needed'],
    condition: ['Lägenhetens skick', 'Condition'],
    ...other,
  }),
  withdraw: [
    ...reasons('household', {
      'own-housing': ['Egen bostad', 'Own housing found'],
      'left-city': ['Flyttat från staden', 'Left the city'],
      reunited: ['Återförenat hushåll', 'Household reunited'],
      'not-wanted': ['Önskar inte', 'Not wanted'],
      deceased: ['Avliden', 'Deceased'],
    }),
    ...reasons('district', {
      'other-service': ['Annan insats', 'Other service'],
      duplicate: ['Dubblett', 'Duplicate'],
      ...other,
    }),
    // Told by the flat when it breaks; no person can choose it, since it has never been in force.
    ...reasons(
      'shis',
      {
        'out-of-service': [
          'Lägenheten är ur bruk, en annan behövs',
          'The flat is out of service, another is needed',
        ],
      },
      '2000-01-01',
    ),
  ],
  outcome,
  followUpKind: reasons('district', {
    'home-visit': ['Hembesök', 'Home visit'],
    meeting: ['Möte', 'Meeting'],
    phone: ['Telefon', 'Phone'],
    video: ['Videosamtal', 'Video call'],
  }),
};
