import type { Text } from '../../workflows/definition.js';
import { addYears, daysBetween } from '../domain/days.js';
import { wholePercent } from '../domain/shares.js';
import { formColumn, formsOf, goalOf, goalNotes, goalSentences, totalGoal } from './forms.js';
import { allocations, refusals, requests } from './measures.queries.js';
import type { Asked, Cell, Column, Figure, Keys, Measure, Report, Row, Told } from './report.js';
import { TOTAL, units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const ofForm = (keys: Keys, row: Row): boolean => row['form'] === TOTAL || keys.form === row['form'];
const counting = (measure: Measure, belongs: Figure['belongs']): readonly Figure[] => [{ measure, belongs }];
const ofKind = (kind: string): readonly Figure[] =>
  counting(
    allocations,
    (keys, row) => row['form'] === 'supported-housing' && keys.form === row['form'] && keys.formKind === kind,
  );
/** SHIS answers for the transitional flats only. */
const declinedBySHIS = counting(
  refusals,
  (keys, row) =>
    (row['form'] === 'transitional' || row['form'] === TOTAL) &&
    keys.party === 'shis' &&
    keys.stage === 'flat',
);

const columns: readonly Column[] = [
  formColumn,
  { name: 'goal', label: text('Mål', 'Goal'), unit: units.flats, leftOut: 'of-breakdowns' },
  {
    name: 'allocated',
    label: text('Förmedlade', 'Allocated'),
    unit: units.flats,
    counts: counting(allocations, ofForm),
  },
  {
    name: 'left',
    label: text('Kvar till målet', 'Left to goal'),
    unit: units.flats,
    leftOut: 'of-breakdowns',
  },
  {
    name: 'share',
    label: text('Andel av målet', 'Share of goal'),
    unit: units.percent,
    leftOut: 'of-breakdowns',
  },
  {
    name: 'trial',
    label: text('Varav försökslägenheter', 'Of these trial'),
    unit: units.flats,
    counts: ofKind('trial'),
    leftOut: 'of-public-breakdowns',
  },
  {
    name: 'training',
    label: text('Varav träningslägenheter', 'Of these training'),
    unit: units.flats,
    counts: ofKind('training'),
    leftOut: 'of-public-breakdowns',
  },
  {
    name: 'requested',
    label: text('Begärda', 'Requested'),
    unit: units.requests,
    counts: counting(requests, ofForm),
    leftOut: 'of-public-breakdowns',
  },
  {
    name: 'declined',
    label: text('Avböjda av SHIS', 'Declined by SHIS'),
    unit: units.flats,
    counts: declinedBySHIS,
    leftOut: 'of-public-breakdowns',
  },
];

async function rows(asked: Asked): Promise<Row[]> {
  const forms = formsOf(asked.goals, await asked.tally(allocations));
  const ofForms = forms.map((form) => ({ form, goal: goalOf(asked.goals, form) }));
  return asked.parameters.by === null ? [...ofForms, { form: TOTAL, goal: totalGoal(asked.goals) }] : ofForms;
}

/** What a column says nothing about is told as null: kinds of the other forms, SHIS's declines of theirs. */
function derive(row: Row): Row {
  const { form, goal, allocated } = row as { form: string; goal?: number | null; allocated: Cell };
  const met = goal != null && typeof allocated === 'number' ? { goal, allocated } : null;
  const supported = form === 'supported-housing';
  return {
    ...row,
    left: met && met.goal - met.allocated,
    share: met && wholePercent(met.allocated, met.goal),
    trial: supported ? (row['trial'] ?? null) : null,
    training: supported ? (row['training'] ?? null) : null,
    declined: form === 'transitional' || form === TOTAL ? (row['declined'] ?? null) : null,
  };
}

function headline({ rows, period: { from, until } }: Told): Text | null {
  const total = rows.find(({ form }) => form === TOTAL);
  if (typeof total?.['allocated'] !== 'number') return null;
  const { allocated, goal, share } = total;
  const elapsed = wholePercent(daysBetween(from, until) + 1, daysBetween(from, addYears(from, 1)));
  return goal === null || goal === undefined
    ? text(`${allocated} lägenheter är förmedlade.`, `${allocated} flats have been allocated.`)
    : text(
        `${allocated} av ${goal} lägenheter är förmedlade. Det är ${share} % av målet när ${elapsed} % av året har gått.`,
        `${allocated} of ${goal} flats have been allocated: ${share} % of the goal with ${elapsed} % of the year gone.`,
      );
}

/** How far the City Council's goal for the year has been met, form by form. */
export const yearlyGoal: Report = {
  name: 'yearly-goal',
  title: text('Årsmålet', 'The yearly goal'),
  question: text(
    'Hur långt har årets mål nåtts, och hur många lägenheter är kvar?',
    'How far has the goal of the year been met, and how many flats are left?',
  ),
  definition: () =>
    text(
      'Förmedlade: lägenheter från Bostadsförmedlingen vars kontrakt skrevs under perioden. Försöks- och träningslägenheter och Bostad Först räknas den dag då förstahandskontraktet skrevs, genomgångsbostäder den dag då hushållets kontrakt skrevs. Varje inhyrning räknas en gång, vid det första kontraktet; vad som händer sedan ändrar inget. Lägenheter i SHIS egna anläggningar räknas inte. Begärda: framställningar som skickades under perioden. Avböjda: föreslagna lägenheter som SHIS avböjde under perioden.',
      'Allocated: flats from the housing agency whose lease was signed in the period. Trial and training flats and Housing First count on the day of the first-hand lease, transitional flats on the day of the household’s lease. Each time a flat is leased in counts once, by the first signing; what happens later changes nothing. Flats of SHIS’s own facilities do not count. Requested: requests sent in the period. Declined: proposed flats that SHIS declined in the period.',
    ),
  population: text(
    'Lägenheter som staden hyr genom Bostadsförmedlingen.',
    'Flats that the city leases through the housing agency.',
  ),
  parameters: [],
  columns: () => columns,
  rows,
  derive,
  policy: ({ goals }) => [
    text(
      'En lägenhet räknas det år då kontraktet skrivs (stadens eget antagande; källan säger inte vilken dag).',
      'A flat counts in the year in which the lease is signed (the city’s own assumption; the source does not say which day).',
    ),
    ...goalSentences(goals),
  ],
  notes: ({ goals }) =>
    goalNotes(
      goals,
      text(
        'Ett mål som sattes för flera former tillsammans delas inte upp; det ingår i totalen.',
        'A goal set for several forms together is not divided; it is part of the total.',
      ),
    ),
  headline,
  chart: {
    title: text('Förmedlade mot mål', 'Allocated against the goal'),
    column: 'allocated',
    against: 'goal',
    isOfYear: true,
  },
  compared: ['goal', 'allocated', 'left'],
};
