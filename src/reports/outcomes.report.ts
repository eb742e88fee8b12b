import type { Text } from '../../workflows/definition.js';
import { wholePercent } from '../domain/shares.js';
import { ends, foundOwnHome, oldEnds365, oldEnds730 } from './ends.queries.js';
import { formColumn } from './forms.js';
import type { Asked, Column, Figure, Keys, Measure, Report, Row, Told } from './report.js';
import { HIDDEN } from './small-numbers.js';
import { FORMS, inOrder, units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Lines beside the outcomes: each stands for itself. */
const lines: Readonly<Record<string, Text>> = {
  'all-ends': text('Alla avslutade boenden', 'All stays that ended'),
  'returned-365': text('Ny remiss inom 365 dagar', 'A new referral within 365 days'),
  'returned-730': text('Ny remiss inom 730 dagar', 'A new referral within 730 days'),
  'withdrawn-own-housing': text(
    'Remisser återkallade för egen bostad',
    'Referrals withdrawn for a home of their own',
  ),
};
const isLine = (row: Row): boolean => String(row['outcome']) in lines;

const sameForm = (keys: Keys, row: Row): boolean => keys.form === row['form'];
const when =
  (outcome: string, is: (keys: Keys) => boolean = () => true): Figure['belongs'] =>
  (keys, row) =>
    sameForm(keys, row) && row['outcome'] === outcome && is(keys);
const returned = (keys: Keys): boolean => keys.code === 'returned';
const alive = (keys: Keys): boolean => keys.code !== 'deceased';
const figure = (measure: Measure, belongs: Figure['belongs']): Figure => ({ measure, belongs });

const columns = ({ reasons }: Asked): readonly Column[] => [
  formColumn,
  {
    name: 'outcome',
    label: text('Vart hushållet flyttade', 'Where the household moved'),
    unit: null,
    key: true,
    words: (code) => lines[code] ?? reasons.words('end', code),
  },
  {
    name: 'count',
    label: text('Antal', 'Count'),
    unit: units.stays,
    counts: [
      figure(ends, (keys, row) => sameForm(keys, row) && keys.code === row['outcome']),
      figure(ends, when('all-ends')),
      figure(oldEnds365, when('returned-365', returned)),
      figure(oldEnds730, when('returned-730', returned)),
      figure(foundOwnHome, when('withdrawn-own-housing')),
    ],
  },
  {
    name: 'base',
    label: text('Av', 'Out of'),
    unit: units.stays,
    counts: [
      figure(ends, (keys, row) => sameForm(keys, row) && !isLine(row) && alive(keys)),
      figure(oldEnds365, when('returned-365')),
      figure(oldEnds730, when('returned-730')),
    ],
    ofTotal: true,
    leftOut: 'of-public-breakdowns',
  },
  { name: 'share', label: text('Andel', 'Share'), unit: units.percent, leftOut: 'of-public-breakdowns' },
];

async function rows(asked: Asked): Promise<Row[]> {
  const met = await asked.tally(ends);
  const others = [oldEnds365, oldEnds730, foundOwnHome].map((measure) => asked.tally(measure));
  const forms = [...met, ...(await Promise.all(others)).flat()].flatMap(({ form }) => form ?? []);
  const codes = inOrder(asked.reasons.codes('end', ''), [
    ...asked.reasons.codes('end', ''),
    ...met.flatMap(({ code }) => code ?? []),
  ]);
  return inOrder(FORMS, ['transitional', ...forms]).flatMap((form) =>
    [...codes, ...Object.keys(lines)].map((outcome) => ({ form, outcome })),
  );
}

/** The deceased are no part of the base, and lines without one have no share. */
function derive(row: Row): Row {
  const hasBase = !['deceased', 'all-ends', 'withdrawn-own-housing'].includes(String(row['outcome']));
  const { count, base } = row;
  if (!hasBase) return { ...row, base: null, share: null };
  const share = typeof count === 'number' && typeof base === 'number' ? wholePercent(count, base) : HIDDEN;
  return { ...row, share };
}

function headline({ rows: all, parameters: { by } }: Told): Text | null {
  const own = all.find(({ form, outcome }) => form === 'transitional' && outcome === 'own-lease');
  const count = own?.['count'];
  if (by !== null || own === undefined || typeof count !== 'number' || own['base'] === 0) return null;
  return text(
    `${count} av ${own['base']} familjer som flyttade från en genomgångsbostad fick ett eget förstahandskontrakt, ${own['share']} %.`,
    `${count} of ${own['base']} families who left a transitional flat got a lease of their own, ${own['share']} %.`,
  );
}

/** Where households went when they left, and how many came back. */
export const outcomes: Report = {
  name: 'outcomes',
  title: text('Utflyttning', 'Outcomes'),
  question: text(
    'Vart flyttar de som lämnar, hur många får ett eget kontrakt, och hur många kommer tillbaka?',
    'Where do those go who leave, how many get a lease of their own, and how many come back?',
  ),
  definition: () =>
    text(
      'Boenden som avslutades under perioden, efter vart hushållet flyttade. Byte av lägenhet inom SHIS är inget avslut. Andelen är av alla avslutade boenden utom dem som upphörde för att någon avled. Ny remiss: en ny remiss från samma hushåll skickades högst 365 respektive 730 dagar efter avslutet; bara avslut vars 365:e respektive 730:e dag ligger i perioden räknas, efter den dagen. Remisser som återkallades för att hushållet ordnat egen bostad står för sig och är inga avslut.',
      'Stays that ended in the period, by where the household moved. A transfer within SHIS is no end. Shares are of all ended stays but those that ended with a death. A new referral: one of the same household was sent at most 365 or 730 days after the end; only ends whose 365th or 730th day lies in the period count, by that day. Referrals withdrawn because the household found a home of its own stand for themselves and are no ends.',
    ),
  population: text('Boenden som har börjat.', 'Stays that have begun.'),
  parameters: [],
  columns,
  rows,
  derive,
  tellsNone: true,
  partsOf: (row) => (isLine(row) ? null : String(row['form'])),
  policy: () => [],
  headline,
  chart: { title: text('Avslutade boenden efter utfall', 'Ended stays by outcome'), column: 'count' },
};
