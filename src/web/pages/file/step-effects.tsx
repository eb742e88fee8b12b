import type { VNode } from 'preact';
import type { OrgKind } from '../../../../workflows/definition.js';
import { kindNames } from '../../../register/kinds.js';
import type { Foreseen } from '../../../files/event-shapes.js';
import { DayPairs } from '../../days.js';
import type { CaseSummary } from './case.js';
import { stepWords as words } from './step.words.js';

/** What the effects of a step are told with. */
interface Telling {
  readonly page: Pick<CaseSummary, 'language' | 'view' | 'flats'>;
  /** What organisations and colleagues are called. */
  readonly called: (code: string) => string;
}

/** What of a step's effects is told. */
type Effected = Pick<Foreseen, 'files' | 'proposed'>;

/** What is told of a step before it is taken. */
export interface Told {
  readonly rows: readonly Change[];
  readonly terms: readonly { readonly label: string; readonly day: string }[];
  readonly isProposed: boolean;
  /** Whether its taker no longer sees the case afterwards. */
  readonly isLost: boolean;
}

/** The effects of a step in words. */
export const toldOf = (telling: Telling, { files, proposed }: Effected): Told => ({
  rows: files.flatMap((file) => [
    ...moved(telling, file),
    ...handedOn(telling, file),
    ...disclosed(telling, file),
  ]),
  terms: files.flatMap(({ deadlines }) => deadlines.map(({ label, day }) => ({ label, day }))),
  isProposed: proposed,
  isLost: files.some(({ id, isLost }) => isLost && id === telling.page.view.id),
});

/** What a step would do: each part that moves, now beside after, who answers for the case then, and the terms that begin. */
export function Effects({ foreseen, ...telling }: Telling & { readonly foreseen: Effected }): VNode {
  const { language } = telling.page;
  const { rows, terms, isProposed, isLost } = toldOf(telling, foreseen);
  return (
    <section class="sec effects" aria-labelledby="effects">
      <div class="sec-head">
        <h2 id="effects">{words.effects[language]}</h2>
        <span class="meta">{words.notYet[language]}</span>
      </div>
      {isProposed && <p>{words.proposed[language]}</p>}
      <Changes rows={rows} language={language} />
      {isLost && <p class="notice is-soon">{words.lost[language]}</p>}
      {terms.length > 0 && (
        <>
          <h3>{words.terms[language]}</h3>
          <DayPairs all={terms} />
        </>
      )}
    </section>
  );
}

type File = Foreseen['files'][number];

/** In which case something happens; empty for the one that the step is taken in. */
const whereOf = ({ page: { view, flats } }: Telling, { id, isNew }: File): string =>
  isNew || id === view.id ? '' : (flats.find(({ file }) => file === id)?.label ?? id);

/** Parts that move. Of what stands beside the state only what changes is told. */
const moved = (telling: Telling, file: File): Change[] =>
  file.changes.map(({ label, before, after }) => ({
    ...{ label, where: whereOf(telling, file) },
    before: before === null ? words.begins[telling.page.language] : (before[0]?.label ?? ''),
    after: [
      ...new Set(
        after
          .filter(({ state }, n) => n === 0 || before?.every((one) => one.state !== state) !== false)
          .map((one) => one.label),
      ),
    ].join(', '),
  }));

/** Who answers for a case and handles it, where that becomes another. */
function handedOn(telling: Telling, file: File): Change[] {
  const { language } = telling.page;
  const name = (code: string | null) => (code === null ? words.noOne[language] : telling.called(code));
  return (['responsible', 'assignee'] as const).flatMap((what) => {
    const hands = file.isNew ? undefined : file[what];
    if (hands === undefined) return [];
    const [before, after] = [name(hands.before), name(hands.after)];
    return { label: words[what][language], where: whereOf(telling, file), before, after };
  });
}

/** Who sees who the family is, where that becomes others. */
const disclosed = (telling: Telling, file: File): Change[] =>
  file.discloses.map(({ kind, before, after }) => {
    const { language } = telling.page;
    return {
      label: words.sees(kindNames[kind as OrgKind])[language],
      where: whereOf(telling, file),
      before: words.depths[before][language],
      after: words.depths[after][language],
    };
  });

/** One thing that a step changes. */
interface Change {
  readonly label: string;
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

const Changes = ({
  rows,
  language,
}: {
  readonly rows: readonly Change[];
  readonly language: CaseSummary['language'];
}) =>
  rows.length === 0 ? (
    <p class="empty">{words.nothingMoves[language]}</p>
  ) : (
    <table>
      <caption class="vh">{words.effectsCaption[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what[language]}</th>
          <th scope="col">{words.now[language]}</th>
          <th scope="col">{words.after[language]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, where, before, after }) => (
          <tr>
            <th scope="row">{where ? `${label}, ${where}` : label}</th>
            <td>{before}</td>
            <td class="then">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
