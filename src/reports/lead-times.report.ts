import type { Text } from '../../workflows/definition.js';
import { median, p90 } from '../domain/shares.js';
import { leadTimes, STEPS, stillWaiting, type Step } from './lead-times.queries.js';
import type { Asked, Column, Figure, Measure, Report, Row, Told } from './report.js';
import { inOrder, units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const steps: Readonly<Record<Step, Text>> = {
  screening: text('Remissen skickad – ställd i kö', 'Referral sent – put in the queue'),
  'first-offer': text('Ställd i kö – första erbjudandet', 'Put in the queue – first offer'),
  answer: text('Erbjudande – familjens svar', 'Offer – the family’s answer'),
  signing: text('Familjens ja – kontrakt', 'The family’s yes – lease signed'),
  'moving-in': text('Kontrakt – inflyttning', 'Lease signed – move-in'),
  whole: text('Hela vägen: remissen skickad – inflyttning', 'The whole way: referral sent – move-in'),
  proposal: text('Framställan – Bostadsförmedlingens förslag', 'Request – the agency’s proposal'),
  'proposal-answer': text('Förslag – SHIS svar', 'Proposal – SHIS’s answer'),
};
/** All of the step; then the part of it during which somebody held the ball. */
const HOLDERS = ['all', 'shis', 'district', 'household', 'agency', 'paused', 'lease'];
const holders: Readonly<Record<string, Text>> = {
  all: text('Alla dagar', 'All days'),
  shis: text('varav hos SHIS', 'of these with SHIS'),
  district: text('varav hos stadsdelen (komplettering)', 'of these with the district (supplement)'),
  household: text('varav hos familjen (erbjudande)', 'of these with the family (offer)'),
  agency: text('varav hos Bostadsförmedlingen', 'of these with the agency'),
  paused: text('varav uppehåll', 'of these paused'),
  lease: text('varav väntan på inflyttning', 'of these waiting to move in'),
};

const of = (measure: Measure, isWorking = false): readonly Figure[] => [
  {
    measure,
    belongs: ({ code, party, stage }, row) =>
      code === row['step'] && party === row['holder'] && (stage === 'working') === isWorking,
  },
];
const sum = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((all, one) => all + one, 0);
/** One by one: as many values as there are families cannot be handed to a function at once. */
const most = (values: readonly number[]): number | null =>
  values.reduce<number | null>((all, one) => Math.max(all ?? one, one), null);

const amount = (
  name: string,
  label: Text,
  unit: Text,
  measure: Measure,
  from: (values: readonly number[]) => number | null,
): Column => ({
  ...{ name, label, unit, counts: of(measure, unit === units.workingDays) },
  comesTo: { of: measure === stillWaiting ? 'waiting' : 'count', from },
});

const columns: readonly Column[] = [
  {
    ...{ name: 'step', label: text('Steg', 'Step'), unit: null, key: true },
    words: (code) => steps[code as Step],
  },
  {
    ...{ name: 'holder', label: text('Vem det väntade på', 'Who held the ball'), unit: null, key: true },
    words: (code) => holders[code],
  },
  { name: 'count', label: text('Antal', 'Count'), unit: null, counts: of(leadTimes) },
  amount('median', text('Median', 'Median'), units.days, leadTimes, median),
  amount('p90', text('90 % inom', '90 % within'), units.days, leadTimes, p90),
  amount('days', text('Summa', 'In all'), units.days, leadTimes, sum),
  amount('workingMedian', text('Median', 'Median'), units.workingDays, leadTimes, median),
  amount('workingP90', text('90 % inom', '90 % within'), units.workingDays, leadTimes, p90),
  { name: 'waiting', label: text('Väntar ännu', 'Still waiting'), unit: null, counts: of(stillWaiting) },
  amount(
    'waitingMedian',
    text('De har väntat, median', 'They have waited, median'),
    units.days,
    stillWaiting,
    median,
  ),
  amount('oldest', text('Längst väntan', 'Longest wait'), units.days, stillWaiting, most),
];

async function rows({ tally }: Asked): Promise<Row[]> {
  const met = await tally(leadTimes);
  return STEPS.flatMap((step) =>
    inOrder(HOLDERS, [
      'all',
      ...met.filter(({ code }) => code === step).flatMap(({ party }) => party ?? []),
    ]).map((holder) => ({ step, holder })),
  );
}

/** Nobody waits for a part of a step. */
const derive = (row: Row): Row =>
  row['holder'] === 'all' ? row : { ...row, waiting: null, waitingMedian: null, oldest: null };

function headline({ rows: all, parameters: { by } }: Told): Text | null {
  const whole = all.find(({ step, holder }) => step === 'whole' && holder === 'all');
  if (by !== null || typeof whole?.['median'] !== 'number') return null;
  const { count, median: middle, p90: most90, waiting, oldest } = whole;
  const figure = (value: unknown): string => String(value).replace('.', ',');
  return text(
    `För ${count} familjer som flyttade in tog det ${figure(middle)} dagar i median från remissen, och 90 procent hade flyttat inom ${most90} dagar. ${waiting} familjer väntar ännu, den som väntat längst i ${oldest ?? 0} dagar.`,
    `For ${count} families who moved in it took ${middle} days in the median from the referral, and 90 per cent had moved within ${most90} days. ${waiting} families still wait, the longest for ${oldest ?? 0} days.`,
  );
}

/** How long each step of a family's way takes, and who held the ball. */
export const leadTimesReport: Report = {
  name: 'lead-times',
  title: text('Ledtider', 'Lead times'),
  question: text(
    'Hur lång tid tar varje steg, vem väntade det på, och hur länge har de väntat som väntar ännu?',
    'How long does each step take, who held the ball, and how long have those waited who still wait?',
  ),
  definition: () =>
    text(
      'Steg som blev klara under perioden, i kalenderdagar från steget började till det slutade. Varje varv är ett steg: en familj som får två erbjudanden svarar två gånger. Hela vägen räknas en gång för varje hushåll, från den dag remissen som ledde till boendet först skickades till den dag boendet började. Median: mitten, eller medelvärdet av de två i mitten. 90 % inom: det minsta antal dagar som nio av tio klarade. Arbetsdagar anges för steg vars frist är i arbetsdagar; SHIS granskning står stilla medan stadsdelen kompletterar. Varav: de dagar då den parten hade nästa steg; uppehåll räknas för sig. Ett förslag är besvarat när SHIS godtog eller avböjde det eller bolaget sade nej till hushållet. Väntar ännu: steg som hade börjat och inte var klara den sista dagen.',
      'Steps completed in the period, in calendar days from when the step began to when it ended. Each pass is one step: a family that gets two offers answers twice. The whole way counts once for each household, from the day the referral that led to the stay was first sent to the day the stay began. Median: the middle, or the mean of the two in the middle. 90 % within: the fewest days that nine out of ten kept to. Working days are given for steps whose term is in working days; SHIS’s screening stands still while the district supplements. Of these: the days when that party had the next step; pauses stand apart. A proposal is answered when SHIS accepted or declined it or the company rejected the household. Still waiting: steps that had begun and were not completed on the last day.',
    ),
  population: text(
    'Remisser, erbjudanden och framställningar för genomgångsbostad.',
    'Referrals, offers and requests for transitional flats.',
  ),
  parameters: [],
  columns: () => columns,
  rows,
  derive,
  policy: () => [
    text(
      'Medan ett erbjudande är ute räknas dagarna som familjens, genom SHIS; en gemensam genomgång räknas som SHIS.',
      'While an offer is out the days are the family’s, through SHIS; a joint review counts as SHIS’s.',
    ),
  ],
  headline,
  chart: {
    title: text('Dagar i median', 'Days in the median'),
    column: 'median',
    apart: ({ holder }) =>
      holder === 'all'
        ? { pattern: 0, label: text('hela steget', 'the whole step') }
        : holder === 'paused' || holder === 'lease'
          ? {
              pattern: 4,
              label: text('uppehåll, eller väntan på inflyttning', 'a pause, or waiting to move in'),
            }
          : { pattern: 1, label: text('hos en part', 'with one party') },
  },
  compared: ['count', 'median', 'p90'],
};
