import type { Text } from '../../workflows/definition.js';
import { wholePercent } from '../domain/shares.js';
import { followUpsDue } from './follow-ups.queries.js';
import { formColumn } from './forms.js';
import type { Asked, Column, Figure, Keys, Report, Row, Told } from './report.js';
import { HIDDEN } from './small-numbers.js';
import { FORMS, inOrder, units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const counting = (is: (keys: Keys) => boolean): readonly Figure[] => [
  { measure: followUpsDue, belongs: (keys, row) => keys.form === row['form'] && is(keys) },
];
const column = (name: string, sv: string, en: string, is: (keys: Keys) => boolean): Column => ({
  name,
  label: text(sv, en),
  unit: units.followUps,
  counts: counting(is),
  ...(name === 'due' ? {} : { leftOut: 'of-public-breakdowns' as const, addsUp: true as const }),
});

const columns: readonly Column[] = [
  formColumn,
  column('due', 'Skulle göras', 'Due', () => true),
  column('onTime', 'I tid', 'On time', ({ code }) => code === 'on-time'),
  column('late', 'För sent', 'Late', ({ code }) => code === 'late'),
  column('missed', 'Inte gjorda', 'Missed', ({ code }) => code === 'missed'),
  {
    name: 'share',
    label: text('Andel i tid', 'Share on time'),
    unit: units.percent,
    leftOut: 'of-public-breakdowns',
  },
  column('childrenHeard', 'Barnen hörda', 'Children heard', ({ reason }) => reason === 'yes'),
  column('childrenNotHeard', 'Barnen inte hörda', 'Children not heard', ({ reason }) => reason === 'no'),
  column('noChildren', 'Inga barn hemma', 'No children at home', ({ reason }) => reason === 'none'),
];

async function rows({ tally }: Asked): Promise<Row[]> {
  const forms = (await tally(followUpsDue)).flatMap(({ form }) => form ?? []);
  return inOrder(FORMS, ['transitional', ...forms]).map((form) => ({ form }));
}

function derive(row: Row): Row {
  const { due, onTime } = row;
  return {
    ...row,
    share: typeof due === 'number' && typeof onTime === 'number' ? wholePercent(onTime, due) : HIDDEN,
  };
}

function headline({ rows: [row], parameters: { by } }: Told): Text | null {
  if (by !== null || row === undefined || row['share'] === null || row['share'] === HIDDEN) return null;
  return text(
    `${row['onTime']} av ${row['due']} uppföljningar gjordes i tid, ${row['share']} %. ${row['missed']} är inte gjorda, och i ${row['childrenNotHeard']} hördes inte barnen.`,
    `${row['onTime']} of ${row['due']} follow-ups were on time, ${row['share']} %. ${row['missed']} are missed, and in ${row['childrenNotHeard']} the children were not heard.`,
  );
}

/** Whether families are followed up when they should be, and their children heard. */
export const followUps: Report = {
  name: 'follow-ups',
  title: text('Uppföljningar', 'Follow-ups'),
  question: text(
    'Görs uppföljningarna i tid, och blir barnen hörda?',
    'Are families followed up in time, and are the children heard?',
  ),
  definition: () =>
    text(
      'Uppföljningar vars sista dag ligger i perioden, för boenden som pågick den dagen. I tid: gjord senast den dagen. För sent: gjord senare, men senast vid periodens slut. Inte gjord: inte gjord vid periodens slut. En sista dag som flyttades innan uppföljningen var gjord räknas inte. Barnen hörda räknas bland dem som är gjorda; barnen är hörda när alla barn hemma är det.',
      'Follow-ups whose last day lies in the period, for stays that went on that day. On time: done on that day at the latest. Late: done later, but by the end of the period. Missed: not done by the end of the period. A last day that was moved before the follow-up was done does not count. Children heard counts among those done; children are heard when all those at home are.',
    ),
  population: text(
    'Boenden som pågick den dag då uppföljningen skulle göras.',
    'Stays that went on when due.',
  ),
  parameters: [],
  columns: () => columns,
  rows,
  derive,
  policy: () => [
    text(
      'En uppföljning är en åtgärd: en sista dag på en helg flyttas till nästa arbetsdag. Nästa räknas från den dag då den förra gjordes.',
      'A follow-up is an act: a last day on a holiday moves to the next working day. The next one is counted from the day the last was done.',
    ),
  ],
  notes: () => [
    text(
      'Om hushållet söker bostad själv står i varje uppföljning, men räknas inte här ännu.',
      'Whether the household looks for a home itself stands in each follow-up, but is not counted here yet.',
    ),
  ],
  headline,
  chart: {
    title: text('Gjorda i tid av dem som skulle göras', 'On time out of those due'),
    column: 'onTime',
    against: 'due',
  },
};
