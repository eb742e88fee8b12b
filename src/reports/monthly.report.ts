import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { addDays, addMonths } from '../domain/days.js';
import { inQueue } from './lead-times.queries.js';
import { acceptances, refusals, requests, signings } from './measures.queries.js';
import * as month from './monthly.queries.js';
import type { Column, Keys, Measure, Parameter, Report, Row, Told } from './report.js';
import { MONTH_WORDS } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const parts: Readonly<Record<string, Text>> = {
  stays: text('Familjer som bor i genomgångsbostad', 'Families in transitional flats'),
  flats: text('Lägenheter i SHIS anläggningar sista dagen', 'Flats of SHIS’s facilities on the last day'),
  referrals: text('Remisser', 'Referrals'),
  offers: text('Erbjudanden till familjer', 'Offers to families'),
  requests: text('Framställningar till Bostadsförmedlingen', 'Requests to the agency'),
  corrections: text('Ändrat sedan förra utgåvan', 'Changed since the last edition'),
};

interface Line {
  readonly part: string;
  readonly label: Text;
  readonly measure: Measure;
  is?(keys: Keys): boolean;
}
const ours = (keys: Keys): boolean => keys.form === 'transitional';
const at =
  (stage: string, party?: string) =>
  (keys: Keys): boolean =>
    keys.stage === stage && (stage === 'flat' || ours(keys)) && (party === undefined || keys.party === party);
const own = (keys: Keys): boolean => keys.channel === 'facility';

/** What SHIS's monthly statistics tell, line by line. */
const lines: Readonly<Record<string, Line>> = {
  atStart: {
    part: 'stays',
    label: text('Boenden vid månadens början', 'Stays at the start'),
    measure: month.staysAtStart,
  },
  in: { part: 'stays', label: text('Inflyttade', 'Moved in'), measure: month.movesIn },
  out: { part: 'stays', label: text('Utflyttade', 'Moved out'), measure: month.movesOut },
  atEnd: {
    part: 'stays',
    label: text('Boenden vid månadens slut', 'Stays at the end'),
    measure: month.staysAtEnd,
  },
  transfers: {
    part: 'stays',
    label: text('Byten inom SHIS (kontrakt skrivna)', 'Transfers within SHIS (signed)'),
    measure: month.transfers,
  },
  free: {
    part: 'flats',
    label: text('Lediga', 'Free'),
    measure: month.emptyOnLastDay,
    is: (keys) => own(keys) && keys.code === 'free',
  },
  empty: {
    part: 'flats',
    label: text('Tomma, lediga inräknade', 'Empty, free ones included'),
    measure: month.emptyOnLastDay,
    is: own,
  },
  submitted: { part: 'referrals', label: text('Inkomna', 'Received'), measure: month.submitted },
  approved: {
    part: 'referrals',
    label: text('Ställda i kö', 'Put in the queue'),
    measure: acceptances,
    is: at('referral'),
  },
  rejected: {
    part: 'referrals',
    label: text('Inte mottagna', 'Not taken on'),
    measure: refusals,
    is: at('referral'),
  },
  withdrawn: { part: 'referrals', label: text('Återkallade', 'Withdrawn'), measure: month.withdrawn },
  queue: {
    part: 'referrals',
    label: text('I kö sista dagen', 'In the queue on the last day'),
    measure: inQueue,
  },
  offered: { part: 'offers', label: text('Lämnade', 'Made'), measure: month.offersMade },
  yes: { part: 'offers', label: text('Ja', 'Yes'), measure: acceptances, is: at('offer') },
  no: {
    part: 'offers',
    label: text('Nej, eller inget svar', 'No, or no answer'),
    measure: refusals,
    is: at('offer'),
  },
  requested: { part: 'requests', label: text('Skickade', 'Sent'), measure: requests, is: ours },
  proposed: {
    part: 'requests',
    label: text('Föreslagna lägenheter', 'Flats proposed'),
    measure: month.proposals,
  },
  declined: {
    part: 'requests',
    label: text('Avböjda av SHIS', 'Declined by SHIS'),
    measure: refusals,
    is: at('flat', 'shis'),
  },
  signed: {
    part: 'requests',
    label: text('Kontrakt skrivna, alla lägenheter', 'Leases signed, any flat'),
    measure: signings,
    is: ours,
  },
  late: {
    part: 'corrections',
    label: text('Tidigare händelser som registrerats sedan dess', 'Earlier events recorded since'),
    measure: month.corrections,
    is: ({ code }) => code === 'late',
  },
  corrected: {
    part: 'corrections',
    label: text('Tidigare händelser som rättats sedan dess', 'Earlier events corrected since'),
    measure: month.corrections,
    is: ({ code }) => code === 'corrected',
  },
};

const columns: readonly Column[] = [
  { name: 'part', label: text('Del', 'Part'), unit: null, key: true, words: (code) => parts[code] },
  {
    name: 'line',
    label: text('Uppgift', 'Line'),
    unit: null,
    key: true,
    words: (code) => lines[code]?.label,
  },
  {
    ...{ name: 'count', label: text('Antal', 'Count'), unit: null },
    counts: Object.entries(lines).map(([name, { measure, is }]) => ({
      measure,
      belongs: (keys: Keys, row: Row) => row['line'] === name && (is?.(keys) ?? true),
    })),
  },
];

const whichMonth: Parameter = {
  name: 'month',
  label: text('Månad', 'Month'),
  choices: [
    ['', text('den sista dagens', 'that of the last day')],
    ...MONTH_WORDS.map((word, n) => [String(n + 1), word] as const),
  ],
  says: text('Välj en månad, 1 till 12.', 'Choose a month, 1 to 12.'),
  schema: z
    .string()
    .regex(/^([1-9]|1[0-2])$/)
    .transform(Number)
    .nullable()
    .default(null),
};

function headline({ rows, period: { from, until } }: Told): Text | null {
  const of = (line: string) => rows.find((row) => row['line'] === line)?.['count'];
  return text(
    `${from} till ${until}: ${of('atStart')} familjer vid början, ${of('in')} flyttade in, ${of('out')} flyttade ut, ${of('atEnd')} vid slutet. ${of('free')} lägenheter var lediga och ${of('queue')} familjer stod i kö den sista dagen.`,
    `${from} to ${until}: ${of('atStart')} families at the start, ${of('in')} moved in, ${of('out')} moved out, ${of('atEnd')} at the end. ${of('free')} flats were free and ${of('queue')} families in the queue on the last day.`,
  );
}

/** SHIS's statistics of one month. */
export const monthly: Report = {
  name: 'monthly',
  title: text('Månadsstatistik', 'Monthly statistics'),
  question: text(
    'Vad hände under månaden, och hur stod det den sista dagen?',
    'What happened in the month, and how did things stand on its last day?',
  ),
  definition: () =>
    text(
      'Genomgångsbostäder för barnfamiljer under en månad. Boenden vid början plus inflyttade minus utflyttade är boenden vid slutet: ett boende pågår från den dag det började till dagen före den då det avslutades. Här räknas boenden, inte hushåll, och byten inom SHIS är varken in- eller utflyttning. Lediga och tomma: lägenheter i anläggningarna vid månadens sista dag, efter dagens starkaste orsak. I kö: remisser som stod i kö den sista dagen, även de som har uppehåll. Ändrat sedan förra utgåvan: händelser från tidigare månader som registrerades eller togs tillbaka efter den dag då månadsstatistiken senast skickades enligt dialogloggen, eller efter föregående månads sista dag om den inte har skickats.',
      'Transitional flats for families in one month. Stays at the start plus moved in minus moved out are the stays at the end: a stay goes on from the day it began to the day before it ended. Stays count here, not households, and transfers within SHIS are neither in nor out. Free and empty: flats of the facilities on the last day, by the strongest cause of the day. In the queue: referrals that stood in the queue on the last day, paused ones too. Changed since the last edition: events of earlier months that were recorded or taken back after the day the monthly statistics were last sent according to the dialogue log, or after the last day of the month before if they were not.',
    ),
  population: text(
    'Familjer och lägenheter i genomgångsbostad.',
    'Families and flats of the transitional form.',
  ),
  parameters: [whichMonth],
  span({ year, month: chosen }, until) {
    if (until !== undefined) return { from: `${until.slice(0, 7)}-01` };
    if (chosen == null) return {};
    const from = `${year}-${String(chosen).padStart(2, '0')}-01`;
    return { from, until: addDays(addMonths(from, 1), -1) };
  },
  apart: [],
  columns: () => columns,
  rows: async () => Object.entries(lines).map(([line, { part }]) => ({ part, line })),
  policy: () => [],
  headline,
  chart: { title: text('Månadens tal', 'The month in numbers'), column: 'count' },
};
