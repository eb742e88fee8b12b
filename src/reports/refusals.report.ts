import type { Text } from '../../workflows/definition.js';
import { wholePercent } from '../domain/shares.js';
import { acceptances, refusals, signedFlats, signings } from './measures.queries.js';
import type { Asked, Column, Figure, Keys, Narrowing, Report, Row, Tally, Told } from './report.js';
import { HIDDEN } from './small-numbers.js';
import { PARTIES, STAGES, inOrder, units, wordsOf } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const sameAnswer = (keys: Keys, row: Row): boolean =>
  keys.party === row['party'] && keys.stage === row['stage'];
const at =
  (stage: string): Figure['belongs'] =>
  (_, row) =>
    row['stage'] === stage;

const base: readonly Figure[] = [
  { measure: refusals, belongs: sameAnswer },
  { measure: acceptances, belongs: sameAnswer },
  { measure: signedFlats, belongs: at('tenant') },
  { measure: signings, belongs: at('fallthrough') },
];

/** The codes of one party at one stage: those of the list that stands behind it, in its order, then others that were met. */
function reasonsOf(
  { reasons, parameters }: Asked,
  stage: string,
  party: string,
  met: readonly Tally[],
): string[] {
  const list = reasons.codes(stage, party);
  const found = met
    .filter((one) => one.stage === stage && one.party === party)
    .flatMap(({ reason }) => reason ?? []);
  // The public sees small numbers hidden among all that could have been given, so none may be missing.
  return found.length === 0
    ? []
    : inOrder(list, parameters.audience === 'public' ? [...list, ...found] : found);
}

async function rows(asked: Asked): Promise<Row[]> {
  const met = await asked.tally(refusals);
  const parties = inOrder(
    PARTIES,
    met.flatMap(({ party }) => party ?? []),
  );
  return STAGES.flatMap((stage) =>
    parties.flatMap((party) =>
      reasonsOf(asked, stage, party, met).map((reason) => ({ party, stage, reason })),
    ),
  );
}

const counted: readonly Column[] = [
  {
    name: 'count',
    label: text('Nej', 'Refusals'),
    unit: units.answers,
    counts: [
      { measure: refusals, belongs: (keys, row) => sameAnswer(keys, row) && keys.reason === row['reason'] },
    ],
  },
  {
    name: 'foreseen',
    label: text('Kunde förutses', 'Could be foreseen'),
    unit: units.answers,
    counts: [
      {
        measure: refusals,
        belongs: (keys, row) =>
          sameAnswer(keys, row) && keys.reason === row['reason'] && keys.code === 'foreseen',
      },
    ],
    leftOut: 'of-public-breakdowns',
  },
  {
    name: 'base',
    label: text('Av svar', 'Out of answers'),
    unit: units.answers,
    counts: base,
    ofTotal: true,
    leftOut: 'of-public-breakdowns',
  },
  {
    name: 'share',
    label: text('Andel', 'Share'),
    unit: units.percent,
    leftOut: 'of-public-breakdowns',
  },
];

const columns = ({ reasons }: Asked): readonly Column[] => [
  {
    name: 'party',
    label: text('Vem', 'Party'),
    unit: null,
    key: true,
    words: (code) => wordsOf('party', code),
  },
  {
    name: 'stage',
    label: text('Skede', 'Stage'),
    unit: null,
    key: true,
    words: (code) => wordsOf('stage', code),
  },
  {
    name: 'reason',
    label: text('Skäl', 'Reason'),
    unit: null,
    key: true,
    words: (code, row) => reasons.words(String(row['stage']), code),
  },
  ...counted,
];

/** No need of any flat, in the board's words; the other reasons speak of the flat. */
const NO_NEED = ['own-stock', 'no-family'];
const isDeclined = (row: Row): boolean => row['stage'] === 'flat' && row['party'] === 'shis';
const isNoNeed = (row: Row): boolean => isDeclined(row) && NO_NEED.includes(String(row['reason']));

function headline({ rows, totals, parameters: { by } }: Told): Text | null {
  const declined = rows.filter(isDeclined).map((row) => [row['count'], isNoNeed(row)] as const);
  if (by !== null || declined.some(([count]) => typeof count !== 'number')) return null;
  const sum = (all: typeof declined): number => all.reduce((one, [count]) => one + (count as number), 0);
  const [all, noNeed] = [sum(declined), sum(declined.filter(([, is]) => is))];
  return text(
    `${totals['count']} nej. SHIS avböjde ${all} lägenheter, ${noNeed} av dem för att ingen lägenhet behövdes och ${all - noNeed} för att lägenheten inte passade.`,
    `${totals['count']} refusals. SHIS declined ${all} flats, ${noNeed} of them because no flat was needed and ${all - noNeed} because the flat did not suit.`,
  );
}

/** What SHIS itself declines, for the board's question. */
export const declinedByShis: Narrowing = {
  belongs: isDeclined,
  headline(rows) {
    if (rows.some(({ count }) => typeof count !== 'number')) return null;
    const sum = (all: readonly Row[]): number => all.reduce((one, { count }) => one + Number(count), 0);
    const [all, noNeed] = [sum(rows), sum(rows.filter(isNoNeed))];
    if (all === 0) return text('SHIS avböjde ingen lägenhet.', 'SHIS declined no flat.');
    return text(
      `SHIS avböjde ${all} föreslagna lägenheter: ${noNeed} för att ingen lägenhet behövdes, ${all - noNeed} för att lägenheten inte passade.`,
      `SHIS declined ${all} proposed flats: ${noNeed} because no flat was needed, ${all - noNeed} because the flat did not suit.`,
    );
  },
};

/** What a household says of a flat, and who declines one that was proposed for it, can be held against referral or application. */
const isForeseeable = (row: Row): boolean =>
  row['stage'] === 'flat' ||
  (row['party'] === 'household' && (row['stage'] === 'offer' || row['stage'] === 'fallthrough'));

/** The board's question is the difference between no need and no suitable flat. */
function apart(row: Row): { label: Text; pattern: number } {
  if (isNoNeed(row)) return { label: text('inget behov av lägenheten', 'no need of the flat'), pattern: 1 };
  if (isDeclined(row)) return { label: text('lägenheten passade inte', 'the flat did not suit'), pattern: 5 };
  return { label: text('andra nej', 'other refusals'), pattern: 0 };
}

/** Who said no, where in the course of a case, and why. */
export const refusalsReport: Report = {
  name: 'refusals',
  title: text('Nej och deras skäl', 'Refusals'),
  question: text(
    'Av vilka skäl avböjer SHIS lägenheter, tackar hushåll nej och säger bolag nej till hushåll?',
    'For what reasons does SHIS decline flats, do households refuse, and do companies turn households down?',
  ),
  definition: () =>
    text(
      'Varje nej räknas en gång, efter dagen då det sades. Remissen: SHIS tog inte emot den. Den föreslagna lägenheten: SHIS, stadsdelen eller boendeenheten avböjde den. Erbjudandet: hushållet tackade nej eller svarade inte. Bolagets svar: bolaget godtog inte hushållet. Efter ja: det blev inget kontrakt. Av svar: nej och ja från samma part i samma skede; för bolagets svar är ja de förmedlade lägenheter som hushåll skrev kontrakt på, efter ja är det alla kontrakt. Återkallade erbjudanden och egna lägenheter som inte passade är inga nej. Kunde förutses: hushållets skäl, eller skälet mot en lägenhet som föreslogs för det, följde av det som remissen eller ansökan sade om behoven innan lägenheten föreslogs eller erbjöds. En remiss säger rum, hiss, hyra, område och inflyttning; en ansökan om lägenhet med stöd säger rum och hiss. En lägenhet som ingen framställan gällde har inget att hålla skälet mot och räknas inte dit.',
      'Each refusal counts once, by the day it was said. The referral: SHIS did not take it on. The proposed flat: SHIS, the district or the housing unit declined it. The offer: the household refused or did not answer. The company’s answer: the company did not accept the household. After yes: no lease came of it. Out of answers: no and yes of the same party at the same stage; for the company’s answer, yes is the agency flats that households signed for; after yes, it is all signings. Withdrawn offers and own flats that did not suit are no refusals. Could be foreseen: the household’s reason, or the reason against a flat that was proposed for it, followed from what the referral or application said of the needs before the flat was proposed or offered. A referral says rooms, lift, rent, area and when to move in; an application for a home with support says rooms and lift. A flat that no request was for has nothing to hold the reason against, and does not count there.',
    ),
  population: text(
    'Remisser, föreslagna lägenheter, erbjudanden och hushåll som någon svarade på under perioden.',
    'Referrals, proposed flats, offers and households that somebody answered in the period.',
  ),
  parameters: [],
  columns,
  rows,
  derive: (row) => ({
    ...row,
    foreseen: isForeseeable(row) ? (row['foreseen'] ?? null) : null,
    share:
      typeof row['count'] === 'number' && typeof row['base'] === 'number'
        ? wholePercent(row['count'], row['base'])
        : HIDDEN,
  }),
  partsOf: (row) => `${row['stage']}/${row['party']}`,
  policy: () => [
    text(
      '”Behovet täcks i egna anläggningar” och ”Ingen familj i kön passar” betyder att ingen lägenhet behövdes; de andra skälen gäller lägenheten.',
      '“Own stock suffices” and “No family in the queue fits” mean that no flat was needed; the other reasons speak of the flat.',
    ),
  ],
  totals: ['count'],
  headline,
  chart: { title: text('Nej efter skäl', 'Refusals by reason'), column: 'count', apart },
};
