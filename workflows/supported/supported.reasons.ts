import type { Reason } from '../definition.js';
import {
  caseIsNotNeeded,
  companyDoesNotAgree,
  flatDoesNotDo,
  flatIsNotReady,
  followUpKinds,
  needIsGone,
  offerDoesNotSuit,
  reasons,
  otherExplained,
  type ReasonWords,
} from '../files/reasons.js';

/** Not all who apply are families. */
const doesNotSuit: ReasonWords = { ...offerDoesNotSuit, safety: ['Otryggt', 'Not safe'] };

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
    ...otherExplained,
  }),
  decline: reasons('district', {
    'own-stock': ['Behovet täcks i egna lägenheter', 'Own flats suffice'],
    'no-family': ['Ingen sökande passar', 'No applicant fits'],
    ...flatDoesNotDo,
    ...otherExplained,
  }),
  refusal: reasons('household', { ...doesNotSuit, ...otherExplained }),
  fallThrough: [
    ...reasons('household', doesNotSuit),
    ...reasons('company', companyDoesNotAgree),
    ...reasons('district', { ...flatIsNotReady, ...otherExplained }),
  ],
  endLease: reasons('district', {
    'not-moved-in': ['Den sökande flyttade inte in', 'The applicant did not move in'],
    'need-ceased': ['Behovet finns inte längre', 'No longer needed'],
    condition: ['Lägenhetens skick', 'Condition'],
    ...otherExplained,
  }),
  withdraw: [
    ...needIsGone,
    ...reasons('district', { ...caseIsNotNeeded, ...otherExplained }),
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
  followUpKind: followUpKinds,
};
