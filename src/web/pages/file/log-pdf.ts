import { dayOf } from '../../../domain/zone.js';
import { documentWords } from '../../../files/document-words.js';
import type { Said } from '../../../files/in-words.js';
import type { Language } from '../../../platform/language.js';
import { QUIET, TaggedPdf } from '../../../platform/tagged-pdf.js';
import type { CaseSummary, LoggedEvent } from './case.js';
import { correctionWords as corrections } from './correction.words.js';
import { fileWords as words } from './file.words.js';

/** A line of an event: 11 points, and what stands below it smaller and quiet. */
const SIZE = 11;
const SMALL = 9.5;
/** An event is not parted from its day by a page's end. */
const TOGETHER = 90;

/** What is set: who takes it out, and the number of the event that it ends before; null when it is whole. */
interface Taken {
  readonly events: readonly LoggedEvent[];
  readonly by: string;
  readonly last: number | null;
}

/** The log of a case as tagged PDF, the newest day first: what happened, what that moved and said, who and when. */
export function logPdf(page: CaseSummary, { events, by, last }: Taken): Promise<Buffer> {
  const { language, view, today } = page;
  const say = documentWords[language];
  const title = `${words.log[language]}, ${view.id}`;
  const paper = new TaggedPdf({ title, language, day: today, margins: { top: 64, bottom: 72, side: 71 } });
  const line = (text: string, above: number, setting: object = {}): void => {
    paper.pdf.y += above;
    paper.block('P', text, { size: SIZE, lineGap: 2, ...setting });
  };
  line(`${say.file} ${view.id} · ${words.takenOut[language]} ${today}, ${by}`, 0, { size: 10, ink: QUIET });
  if (page.name !== null) line(page.name, 18);
  paper.pdf.y += 10;
  paper.block('H1', words.log[language], { size: 22, weight: 600 });
  let day = '';
  for (const event of events) {
    const on = dayOf(event.occurredAt);
    paper.keepTogether(TOGETHER);
    if (on !== day) {
      paper.pdf.y += 14;
      paper.block('H2', on, { size: 13, weight: 600 });
    }
    day = on;
    line(event.told, 5, event.moves.length > 0 ? { weight: 600 } : {});
    for (const text of linesOf(event, language)) line(text, 1, { size: SMALL });
    line(signedOf(event, language), 1, { size: SMALL, ink: QUIET });
  }
  if (last !== null && last > 1) line(`${words.notWhole[language]} ${last}.`, 14);
  return paper.made((at, of) => [{ line: `${title} · ${say.page(at, of)}`, up: 34 }]);
}

/** What an event moved, corrected and said. */
const linesOf = ({ mark, corrects, moves, said }: LoggedEvent, language: Language): string[] => [
  ...(mark === null ? [] : [`${corrections[mark.stands ? 'corrected' : 'noLonger'][language]} ${mark.on}`]),
  ...(corrects === null ? [] : [`${corrections.of[language]} ${corrects.of}`]),
  ...[...(corrects?.changes ?? []), ...moves].map(
    ({ label, before, after }) =>
      `${label}: ${words.from[language]} ${before} ${words.to[language]} ${after}`,
  ),
  ...saidIn(said, ''),
];

/** Labels and values, a line of each; what belongs together within something else stands on one line. */
const saidIn = (said: readonly Said[], within: string): string[] =>
  said.flatMap(({ label, value, inner }) => {
    if (value !== null) return [`${within}${label}: ${value}`];
    const isWhole = within !== '' && inner.every((one) => one.value !== null);
    if (!isWhole) return saidIn(inner, `${within}${label} `);
    return [`${within}${label}: ${inner.map((one) => `${one.label} ${one.value}`).join(', ')}`];
  });

function signedOf(event: LoggedEvent, language: Language): string {
  const { seq, cause, name, occurredAt, recordedAt, onBehalfOf, delegation } = event;
  const late = dayOf(recordedAt) > dayOf(occurredAt);
  return [
    cause === 'deadline' ? words.byDeadline[language] : name,
    cause === 'process' ? words.byProcess[language].toLowerCase() : '',
    onBehalfOf ? `${words.inPlaceOf[language]} ${onBehalfOf}` : '',
    delegation ? `${words.byDelegation[language]} ${delegation}` : '',
    late ? `${words.recordedLater[language].toLowerCase()} ${dayOf(recordedAt)}` : '',
    `${words.number[language]} ${seq}`,
  ]
    .filter((one) => one !== '')
    .join(', ');
}
