import type { Text } from '../../workflows/definition.js';

/** The housing forms in the order in which every report tells them; others follow by code. */
export const FORMS = ['supported-housing', 'transitional', 'housing-first'] as const;
export const CHANNELS = ['agency', 'facility'] as const;
/** Where in the course of a case a no is said, in that order. Other stages are no refusals. */
export const STAGES = ['referral', 'flat', 'offer', 'tenant', 'fallthrough'] as const;
export const PARTIES = ['shis', 'district', 'household', 'company', 'agency'] as const;
/** The row that stands for all forms together. */
export const TOTAL = 'total';

const text = (sv: string, en: string): Text => ({ sv, en });

const codes: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  form: {
    'supported-housing': text('Försöks- och träningslägenheter', 'Trial and training flats'),
    transitional: text('Genomgångsbostäder för barnfamiljer', 'Transitional flats for families'),
    'housing-first': text('Bostad Först', 'Housing First'),
    [TOTAL]: text('Totalt', 'Total'),
  },
  channel: {
    agency: text('Bostadsförmedlingen', 'The housing agency'),
    facility: text('SHIS egna anläggningar', 'SHIS’s own facilities'),
  },
  stage: {
    referral: text('Remissen', 'The referral'),
    flat: text('Den föreslagna lägenheten', 'The proposed flat'),
    offer: text('Erbjudandet', 'The offer'),
    tenant: text('Bolagets svar om hushållet', 'The company’s answer on the household'),
    fallthrough: text('Efter ja, före kontrakt', 'After yes, before the lease'),
  },
  party: {
    shis: text('SHIS', 'SHIS'),
    district: text('Stadsdelen eller boendeenheten', 'The district or the housing unit'),
    household: text('Hushållet', 'The household'),
    company: text('Bostadsbolaget', 'The housing company'),
    agency: text('Bostadsförmedlingen', 'The housing agency'),
  },
  division: {
    then: text('den stadsdel som ansvarade den dagen', 'the district responsible on the day'),
    now: text('dagens stadsdelar (efterträdarna)', 'today’s districts (the successors)'),
  },
};

/** What a code of a list (`form`, `channel`, `stage`, `party`, `division`) is called; undefined when it has no words. */
export function wordsOf(list: string, code: string): Text | undefined {
  return codes[list]?.[code];
}

/** Units of columns. Percent are whole, half up. */
export const units = {
  flats: text('lägenheter', 'flats'),
  households: text('hushåll', 'households'),
  families: text('familjer', 'families'),
  requests: text('framställningar', 'requests'),
  answers: text('svar', 'answers'),
  percent: text('procent', 'percent'),
  stays: text('boenden', 'stays'),
  flatDays: text('lägenhetsdygn', 'flat-days'),
  kronor: text('kronor', 'kronor'),
  days: text('dagar', 'days'),
  workingDays: text('arbetsdagar', 'working days'),
  followUps: text('uppföljningar', 'follow-ups'),
} as const;

/** Sorts codes: those of `known` in its order, then the others by code. */
export function inOrder(known: readonly string[], codesFound: Iterable<string>): string[] {
  const rank = (code: string): number => (known.includes(code) ? known.indexOf(code) : known.length);
  return [...new Set(codesFound)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const MONTHS_SV = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];
const MONTHS_EN = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
/** The months of the year. */
export const MONTH_WORDS: readonly Text[] = MONTHS_SV.map((sv, n) => ({ sv, en: MONTHS_EN[n] as string }));
