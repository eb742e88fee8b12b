import type { Text } from '../../workflows/definition.js';
import { atThePaceOf } from '../domain/projection.js';
import { formsOf, formWords, goalOf, goalSentences, groupsOf, goalNotes, totalGoal } from './forms.js';
import { bookedTheYearBefore, reservations } from './ledger.queries.js';
import { allocations } from './measures.queries.js';
import type { Asked, Cell, Column, Figure, Keys, Measure, Report, Row, Tally, Told } from './report.js';
import { TOTAL, units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const ofForm = (keys: Pick<Keys, 'form'>, row: Row): boolean => {
  const form = String(row['form']);
  return form === TOTAL || form.split('+').includes(keys.form ?? '');
};
const counting = (measure: Measure): readonly Figure[] => [{ measure, belongs: ofForm }];

const columns: readonly Column[] = [
  {
    name: 'form',
    label: text('Boendeform', 'Housing form'),
    unit: null,
    key: true,
    words: (code) => formWords(code),
  },
  { name: 'goal', label: text('Mål', 'Goal'), unit: units.flats },
  {
    name: 'consumed',
    label: text('Förbrukade', 'Consumed'),
    unit: units.flats,
    counts: counting(allocations),
  },
  {
    name: 'reserved',
    label: text('Reserverade', 'Reserved'),
    unit: units.flats,
    counts: counting(reservations),
  },
  { name: 'balance', label: text('Saldo', 'Balance'), unit: units.flats },
  {
    name: 'byPace',
    label: text('Vid årets slut, i årets takt', 'At year end, at the year’s pace'),
    unit: units.flats,
  },
  {
    name: 'byLastYear',
    label: text('Vid årets slut, som förra året', 'At year end, as last year'),
    unit: units.flats,
  },
];

/** The forms, the groups that have a goal together, and all together. */
async function rows(asked: Asked): Promise<Row[]> {
  const { goals } = asked;
  const forms = formsOf(goals, [...(await asked.tally(allocations)), ...(await asked.tally(reservations))]);
  const before = await asked.tally(bookedTheYearBefore);
  return [
    ...forms.map((form) => ({ form, goal: goalOf(goals, form) })),
    ...groupsOf(goals),
    { form: TOTAL, goal: totalGoal(goals) },
  ].map((row) => ({ ...row, stillToCome: laterIn(before, row), until: asked.parameters.until }));
}

/** How many were booked after the same day of the year before; null when none was in all of it. */
function laterIn(before: readonly Tally[], row: Row): number | null {
  const own = before.filter((one) => ofForm(one, row));
  if (own.length === 0) return null;
  return own.reduce((sum, { code, count }) => sum + (code === 'later' ? count : 0), 0);
}

function derive({ stillToCome, until, ...row }: Row): Row {
  const { goal, consumed, reserved } = row as { goal: Cell; consumed: number; reserved: number };
  return {
    ...row,
    balance: typeof goal === 'number' ? goal - consumed - reserved : null,
    byPace: atThePaceOf(consumed, String(until)),
    byLastYear: typeof stillToCome === 'number' ? consumed + stillToCome : null,
  };
}

function headline({ rows }: Told): Text | null {
  const total = rows.find(({ form }) => form === TOTAL);
  if (typeof total?.['goal'] !== 'number') return null;
  const { goal, consumed, reserved, balance } = total;
  return text(
    `Av målet ${goal} är ${consumed} förbrukade och ${reserved} reserverade. Saldot är ${balance}.`,
    `Of the goal of ${goal}, ${consumed} are consumed and ${reserved} reserved. The balance is ${balance}.`,
  );
}

/** The yearly goal as a ledger: what is used up of it, what is held, and what is left to use. */
export const goalLedger: Report = {
  name: 'goal-ledger',
  title: text('Årsmålets saldo', 'The balance of the yearly goal'),
  question: text(
    'Hur mycket av årets mål är förbrukat, hur mycket är reserverat, och vart är året på väg?',
    'How much of the year’s goal is consumed, how much is reserved, and where is the year heading?',
  ),
  definition: () =>
    text(
      'Förbrukade: lägenheter från Bostadsförmedlingen vars kontrakt skrevs under perioden, räknade som förmedlade i rapporten Årsmålet. Reserverade: sådana lägenheter, ännu utan kontrakt, som den sista dagen var erbjudna till ett hushåll eller som ett hushåll hade tackat ja till; ett nej, ett uteblivet svar, en återkallelse eller ett ja som inte blev av släpper dem. Saldo: mål − förbrukade − reserverade; det kan bli negativt. Lägenheter i SHIS egna anläggningar räknas inte.',
      'Consumed: flats from the housing agency whose lease was signed in the period, counted as allocated in the report The yearly goal. Reserved: such flats, still without a lease, that on the last day were offered to a household or accepted by one; a refusal, no answer, a withdrawal or an acceptance that fell through releases them. Balance: goal − consumed − reserved; it may be negative. Flats of SHIS’s own facilities do not count.',
    ),
  population: text(
    'Lägenheter som staden hyr genom Bostadsförmedlingen.',
    'Flats that the city leases through the housing agency.',
  ),
  parameters: [],
  apart: [],
  columns: () => columns,
  rows,
  derive,
  policy: ({ goals }) => [
    text(
      'Vid årets slut, i årets takt: lika många lägenheter varje arbetsdag resten av året som hittills. Antar att takten är jämn; semestrar och årets sista veckor syns inte.',
      'At year end, at the year’s pace: as many flats each working day for the rest of the year as so far. Assumes an even pace; holidays and the year’s last weeks do not show.',
    ),
    text(
      'Vid årets slut, som förra året: de förbrukade, och lika många till som förbrukades efter samma dag förra året. Antar att resten av året blir som förra årets; streck när inget förbrukades då.',
      'At year end, as last year: those consumed, and as many more as were consumed after the same day last year. Assumes that the rest of the year will be as last year’s; a dash when none was consumed then.',
    ),
    text(
      'Inget av de två talen kapas vid målet, och reserverade lägenheter ingår i inget av dem.',
      'Neither of the two numbers is cut at the goal, and reserved flats are in none of them.',
    ),
    ...goalSentences(goals),
  ],
  notes: ({ goals }) =>
    goalNotes(
      goals,
      text(
        'Ett mål som sattes för flera former tillsammans har en rad för sig; formerna har då inget eget saldo.',
        'A goal set for several forms together has a row of its own; the forms have no balance of their own then.',
      ),
    ),
  headline,
  chart: {
    title: text('Förbrukade mot mål', 'Consumed against the goal'),
    column: 'consumed',
    against: 'goal',
    isOfYear: true,
  },
  compared: ['goal', 'consumed', 'reserved', 'balance'],
};
