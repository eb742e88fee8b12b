import type { OrgKind, Text } from '../../workflows/definition.js';

/** What each kind of organisation is called in a sentence. */
export const kindNames: Readonly<Record<OrgKind, Text>> = {
  district: { sv: 'stadsdelsnämnden', en: 'the district board' },
  housingUnit: { sv: 'boendeenheten', en: 'the housing unit' },
  shis: { sv: 'SHIS', en: 'SHIS' },
  agency: { sv: 'Bostadsförmedlingen', en: 'the housing agency' },
  company: { sv: 'bostadsbolaget', en: 'the housing company' },
  administration: { sv: 'socialförvaltningen', en: 'the social services administration' },
  system: { sv: 'systemet', en: 'the system' },
};
