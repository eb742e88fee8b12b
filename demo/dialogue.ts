/** The dialogue log of the demo: what was said about the goal, and when statistics were sent. All of it is invented. */
import type { DialogueData } from '../src/register/dialogue.js';
import { COMPANIES } from './cast.js';
import { addMonths, endOfMonth, LAST, workdays, type Day } from './days.js';

/** A line of the log, and the day that it is of. */
export type Entry = readonly [
  day: Day,
  data: Pick<DialogueData, 'parties' | 'kind' | 'note' | 'report' | 'until'>,
];

const ADMINISTRATION = 'socialforvaltningen';
const FIRST_MONTH = '2020-01';
/** Working days after the end of a period until its report is sent. */
const UNTIL_SENT = 8;

const held = (day: Day, kind: DialogueData['kind'], parties: readonly string[], note: string): Entry => [
  day,
  { kind, parties: [...parties], note },
];

const talks: readonly Entry[] = [
  held(
    '2019-12-10',
    'budget-assignment',
    ['shis', 'bostadsformedlingen'],
    'Kommunfullmäktige: 100 av årets 500 lägenheter ska gå till familjer i genomgångsbostad.',
  ),
  held(
    '2020-02-18',
    'reference-group',
    ['shis', 'bostadsformedlingen', ADMINISTRATION],
    'Sjöstigen har öppnat med 40 lägenheter. SHIS räknar med att behovet av stora lägenheter består.',
  ),
  held(
    '2020-05-26',
    'meeting',
    ['shis', ...COMPANIES],
    'Bolagen vill veta tidigare vilka storlekar som behövs. SHIS lämnar en lista varje kvartal.',
  ),
  held(
    '2020-09-15',
    'reference-group',
    ['shis', 'bostadsformedlingen', ADMINISTRATION],
    'Norrgläntan öppnar med 35 lägenheter, och behovet möts till stor del i det egna beståndet.',
  ),
  held(
    '2020-12-08',
    'budget-assignment',
    ['shis', 'bostadsformedlingen'],
    'Kommunfullmäktige: målet för 2021 är 600 lägenheter, varav 150 för familjer i genomgångsbostad.',
  ),
  held(
    '2021-03-09',
    'reference-group',
    ['shis', 'bostadsformedlingen', ADMINISTRATION],
    'Få framställningar hittills. SHIS prövar först om en egen ledig lägenhet passar familjen.',
  ),
  held(
    '2021-06-01',
    'meeting',
    ['shis', ...COMPANIES],
    'Bolagen frågar varför lägenheter avböjs. SHIS redovisar skälen från och med nästa möte.',
  ),
  held(
    '2021-09-21',
    'reference-group',
    ['shis', 'bostadsformedlingen', ADMINISTRATION],
    'Målet 150 nås inte. De flesta lägenheterna har aldrig begärts, för behovet har mötts i anläggningarna.',
  ),
  held(
    '2021-11-16',
    'meeting',
    ['shis', 'bostadsformedlingen', ...COMPANIES],
    'Genomgång av skälen till avböjda lägenheter under året, inför svaret på skrivelsen.',
  ),
];

/** The report of a period as it was sent, if that was before the book ends. */
function sent(report: 'monthly' | 'tertial', until: Day): Entry[] {
  const day = workdays(until, UNTIL_SENT);
  const parties = report === 'monthly' ? [ADMINISTRATION] : [ADMINISTRATION, 'bostadsformedlingen'];
  return day > LAST ? [] : [[day, { kind: 'statistics-sent', parties, report, until }]];
}

/** Every line, the oldest first. */
export function dialogueLog(): Entry[] {
  const log = [...talks];
  for (let first: Day = `${FIRST_MONTH}-01`; first <= LAST; first = addMonths(first, 1)) {
    const until = endOfMonth(first.slice(0, 7));
    log.push(...sent('monthly', until));
    if (['04', '08', '12'].includes(first.slice(5, 7))) log.push(...sent('tertial', until));
  }
  return log.sort(([one], [other]) => (one < other ? -1 : 1));
}
