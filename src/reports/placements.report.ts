import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { formColumn } from './forms.js';
import { signedStays, stays } from './measures.queries.js';
import type { Asked, Cell, Measure, Parameters, Report, Row, Told } from './report.js';
import { CHANNELS, FORMS, inOrder, units, wordsOf } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const measureOf = ({ count }: Parameters): Measure => (count === 'signed' ? signedStays : stays);

/** Told even when nothing happened: the supported forms come through the agency only. */
const ALWAYS = [
  'supported-housing/agency',
  'transitional/agency',
  'transitional/facility',
  'housing-first/agency',
];

async function rows(asked: Asked): Promise<Row[]> {
  const tallies = await asked.tally(measureOf(asked.parameters));
  const found = tallies.map(({ form, channel }) => `${form}/${channel}`);
  const told = new Set([...ALWAYS, ...found]);
  const split = [...told].map((pair) => pair.split('/') as [form: string, channel: string]);
  return inOrder(
    FORMS,
    split.map(([form]) => form),
  ).flatMap((form) =>
    inOrder(
      CHANNELS,
      split.map(([, channel]) => channel),
    )
      .filter((channel) => told.has(`${form}/${channel}`))
      .map((channel) => ({ form, channel })),
  );
}

const movedIn = text(
  'Hushåll vars boende började under perioden: dagen för inflyttning om den är registrerad, annars kontraktets första dag. Ett hushåll räknas en gång för varje boendeform, vid sitt första boende under perioden. Byte av lägenhet inom SHIS är inget nytt boende; att komma tillbaka efter ett avslutat boende är det. Kanalen är den första lägenhetens.',
  'Households whose stay began in the period: the day of moving in if it is recorded, else the first day of the lease. A household counts once for each housing form, by its first stay that began in the period. A transfer within SHIS is no new stay; a return after an ended stay is. The channel is that of the first flat.',
);
const signed = text(
  'Hushåll vars kontrakt för ett nytt boende skrevs under perioden, som Bostadsförmedlingen räknar: efter den dag då kontraktet skrevs, inte efter inflyttningen. Ett hushåll räknas en gång för varje boendeform. Byte av lägenhet inom SHIS räknas inte.',
  'Households whose lease for a new stay was signed in the period, the agency’s way of counting: by the day of signing, not of moving in. A household counts once for each housing form. Transfers within SHIS do not count.',
);

/** The families of the transitional flats, by channel: the source's own sentence. */
function headline({ rows, totals, parameters: { by } }: Told): Text | null {
  const of = (channel: string): Cell | undefined =>
    rows.find((row) => row['form'] === 'transitional' && row['channel'] === channel)?.['count'];
  const [agency, facility] = [of('agency'), of('facility')];
  if (by !== null || typeof agency !== 'number' || typeof facility !== 'number') return null;
  return text(
    `${totals['count']} hushåll har fått bostad. ${agency + facility} av dem är familjer i genomgångsbostad: ${agency} genom Bostadsförmedlingen och ${facility} i SHIS egna anläggningar.`,
    `${totals['count']} households got a home. ${agency + facility} of them are families in transitional flats: ${agency} through the agency and ${facility} in SHIS’s own facilities.`,
  );
}

/** How many households got a home, through the agency and in SHIS's own facilities. */
export const placements: Report = {
  name: 'placements',
  title: text('Hushåll som fått bostad', 'Placements'),
  question: text(
    'Hur många hushåll har fått bostad, genom Bostadsförmedlingen och i SHIS egna anläggningar?',
    'How many households got a home, through the agency and in SHIS’s own facilities?',
  ),
  definition: ({ count }) => (count === 'signed' ? signed : movedIn),
  population: text('Hushåll med ett ärende i Husrum.', 'Households with a case in Husrum.'),
  parameters: [
    {
      name: 'count',
      label: text('Räknas efter', 'Counted by'),
      choices: [
        ['moved-in', text('inflyttning', 'moving in')],
        ['signed', text('kontraktets dag', 'the day of signing')],
      ],
      says: text('Välj moved-in (inflyttning) eller signed (kontrakt).', 'Choose moved-in or signed.'),
      schema: z.enum(['moved-in', 'signed']).default('moved-in'),
    },
  ],
  columns: ({ parameters }) => [
    formColumn,
    {
      name: 'channel',
      label: text('Genom', 'Channel'),
      unit: null,
      key: true,
      words: (code) => wordsOf('channel', code),
    },
    {
      name: 'count',
      label: text('Hushåll', 'Households'),
      unit: units.households,
      counts: [
        {
          measure: measureOf(parameters),
          belongs: (keys, row) => keys.form === row['form'] && keys.channel === row['channel'],
        },
      ],
    },
  ],
  rows,
  policy: () => [
    text(
      'Kontrakt skrivet är inte inflyttat: målet räknar kontrakt, den här rapporten räknar inflyttningar om inget annat valts.',
      'Signed is not moved in: the goal counts leases; this report counts moves unless asked otherwise.',
    ),
  ],
  totals: ['count'],
  headline,
  chart: {
    title: text('Hushåll efter boendeform och kanal', 'Households by form and channel'),
    column: 'count',
  },
  compared: ['count'],
};
