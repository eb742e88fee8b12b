import type { Text } from '../../workflows/definition.js';
import { FATES, requestsByFate } from './bridge.queries.js';
import { goalOf } from './forms.js';
import { allocations } from './measures.queries.js';
import { emptyOnLastDay } from './monthly.queries.js';
import { declinedByShis } from './refusals.report.js';
import type { Asked, Cell, Column, Keys, Report, Row, Told } from './report.js';
import { SOURCE_NOTES } from './source-notes.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const FORM = 'transitional';

/** The bridge from the goal to what was not reached, line by line. */
const lines: Readonly<Record<string, Text>> = {
  goal: text('Mål', 'Goal'),
  allocated: text('Förmedlade', 'Allocated'),
  left: text('Kvar till målet', 'Left to goal'),
  never: text('varav aldrig begärda', 'of these never requested'),
  open: text('varav framställningar som pågår', 'of these requests still open'),
  closed: text('varav avslutade utan lägenhet', 'of these closed unfulfilled'),
  declined: text('varav avböjda och inte ersatta', 'of these declined and not replaced'),
  accepted: text('varav godtagna, kontrakt inte skrivet', 'of these accepted, not signed'),
  signed: text('Framställningar som ledde till kontrakt', 'Requests that led to a lease'),
  free: text(
    'Lediga lägenheter i anläggningarna sista dagen',
    'Free flats of the facilities on the last day',
  ),
};
const UNREACHED = FATES.filter((fate) => fate !== 'signed');

const is =
  (line: string, belongs: (keys: Keys) => boolean) =>
  (keys: Keys, row: Row): boolean =>
    row['line'] === line && belongs(keys);

const columns: readonly Column[] = [
  {
    name: 'line',
    label: text('Genomgångsbostäder', 'Transitional flats'),
    unit: null,
    key: true,
    words: (code) => lines[code],
  },
  {
    ...{ name: 'count', label: text('Antal', 'Count'), unit: null },
    counts: [
      { measure: allocations, belongs: is('allocated', ({ form }) => form === FORM) },
      { measure: requestsByFate, belongs: (keys, row) => keys.code === row['line'] },
      {
        measure: emptyOnLastDay,
        belongs: is('free', ({ channel, code }) => channel === 'facility' && code === 'free'),
      },
    ],
  },
];

/** What follows from the others: each request is in one class, and what nobody requested is the rest. */
async function rows({ goals, tally }: Asked): Promise<Row[]> {
  const goal = goalOf(goals, FORM);
  const sum = async (measure: typeof allocations, of: (keys: Keys) => boolean): Promise<number> =>
    (await tally(measure)).filter(of).reduce((all, { count }) => all + count, 0);
  const left = goal === null ? null : goal - (await sum(allocations, ({ form }) => form === FORM));
  const unreached = await sum(requestsByFate, ({ code }) =>
    (UNREACHED as readonly string[]).includes(code ?? ''),
  );
  const fixed: Readonly<Record<string, Cell>> = {
    goal,
    left,
    never: left === null ? null : left - unreached,
  };
  return Object.keys(lines).map((line) => ({ line, ...(line in fixed && { fixed: fixed[line] ?? null }) }));
}

const derive = (row: Row): Row => ('fixed' in row ? { ...row, count: row['fixed'] ?? null } : row);

function headline({ rows: all, period: { until } }: Told): Text | null {
  const of = (line: string): Cell => all.find((row) => row['line'] === line)?.['count'] ?? null;
  if (of('goal') === null)
    return text(
      'Inget mål är registrerat för genomgångsbostäderna.',
      'No goal is registered for the transitional flats.',
    );
  return text(
    `Till och med ${until} är ${of('allocated')} av ${of('goal')} genomgångsbostäder förmedlade. Av de ${of('left')} som är kvar begärdes ${of('never')} aldrig, och ${of('declined')} avböjdes utan att ersättas.`,
    `By ${until} ${of('allocated')} of ${of('goal')} transitional flats have been allocated. Of the ${of('left')} left ${of('never')} were never requested, and ${of('declined')} were declined and not replaced.`,
  );
}

/** The answer to the board's two questions, with what it rests on. */
export const councilAnswer: Report = {
  name: 'council-answer',
  title: text('Svar på skrivelse', 'Answer to the board'),
  question: text(
    'Av vilka skäl avböjer SHIS lägenheter, vilken dialog förs om målet, och varför nås det eller inte?',
    'For what reasons does SHIS decline flats, what dialogue is there about the goal, and why is it met or not?',
  ),
  definition: () =>
    text(
      'Kvar till målet för genomgångsbostäder delas upp: varje framställning till Bostadsförmedlingen som skickades under perioden står i en klass efter hur det var den sista dagen. Pågår: väntar på förslag eller på SHIS svar, även om ett förslag har avböjts. Avböjda och inte ersatta: avslutade utan lägenhet, efter att SHIS avböjt minst ett förslag. Avslutade utan lägenhet: de övriga som drogs tillbaka eller vars tid gick ut, och godtagna lägenheter som lämnat beståndet. Godtagna: lägenheten hålls men kontrakt är inte skrivet. Aldrig begärda är resten, och kan vara negativt när fler begärdes än målet.',
      'Left to the goal for transitional flats is split: each request to the agency that was sent in the period stands in one class, by how it was on the last day. Open: waits for a proposal or for SHIS’s answer, also when a proposal was declined. Declined and not replaced: closed unfulfilled after SHIS declined at least one proposal. Closed unfulfilled: the others that were cancelled or expired, and accepted flats that left the stock. Accepted: the flat is kept but no lease is signed. Never requested is the rest, and may be negative when more was requested than the goal.',
    ),
  population: text('Framställningar om genomgångsbostad.', 'Requests for transitional flats.'),
  parameters: [],
  apart: [],
  parts: ['yearly-goal', 'refusals', 'placements', 'forecast', 'vacancy', 'dialogue'],
  narrowed: { refusals: declinedByShis },
  chapters: {
    refusals: text('Av vilka skäl avböjer SHIS lägenheter?', 'For what reasons does SHIS decline flats?'),
    dialogue: text(
      'Vilken dialog förs med SHIS och bolagen om målet?',
      'What dialogue is there with SHIS and the companies about the goal?',
    ),
    'yearly-goal': text('Nås årsmålet?', 'Is the yearly goal being met?'),
    placements: text('Hur många familjer har fått bostad?', 'How many families got a home?'),
    vacancy: text('Vad kostar det att lägenheter står tomma?', 'What do empty flats cost?'),
    forecast: text('Vad räknade stadsdelarna med?', 'What did the districts expect?'),
  },
  cannotTell: [
    text(
      'Antalet begärda lägenheter är inget mått på behovet: SHIS begär en lägenhet först när de egna anläggningarna inte räcker.',
      'The number of flats requested is no measure of the need: SHIS requests a flat only when its own facilities do not suffice.',
    ),
    text(
      'Uppgifterna visar inte vilka familjer som aldrig blev remitterade, och inte varför en familj ordnade egen bostad.',
      'The data do not show which families were never referred, nor why a family found a home of its own.',
    ),
    text(
      'Skälen är de som valdes när ett nej registrerades, ett för varje nej; flera skäl samtidigt syns inte.',
      'The reasons are those chosen when a no was registered, one for each; several reasons at once are not seen.',
    ),
    text('Dialogen är den som har antecknats.', 'The dialogue is what has been noted.'),
  ],
  columns: () => columns,
  rows,
  derive,
  policy: () => [],
  notes: () => SOURCE_NOTES,
  headline,
  chart: { title: text('Från mål till kvar', 'From the goal to what is left'), column: 'count' },
};
