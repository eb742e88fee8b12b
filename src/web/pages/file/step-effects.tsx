import type { VNode } from 'preact';
import type { Foreseen } from '../../../files/event-shapes.js';
import type { CaseSummary } from './case.js';
import { stepWords as words } from './step.words.js';

/** What a step would do: each part that moves, now beside after, and the terms that begin. */
export function Effects({
  foreseen,
  page,
}: {
  readonly foreseen: Foreseen;
  readonly page: Pick<CaseSummary, 'language' | 'view' | 'flats'>;
}): VNode {
  const { language, view, flats } = page;
  const rows = foreseen.files.flatMap(({ id, changes, isNew }) =>
    changes.map((change) => ({
      ...change,
      where: isNew || id === view.id ? '' : (flats.find(({ file }) => file === id)?.label ?? id),
    })),
  );
  const terms = foreseen.files.flatMap(({ deadlines }) => deadlines);
  return (
    <section class="sec effects" aria-labelledby="effects">
      <div class="sec-head">
        <h2 id="effects">{words.effects[language]}</h2>
        <span class="meta">{words.notYet[language]}</span>
      </div>
      {foreseen.proposed && <p>{words.proposed[language]}</p>}
      <Changes rows={rows} language={language} />
      {terms.length > 0 && (
        <>
          <h3>{words.terms[language]}</h3>
          <dl class="pairs">
            {terms.map(({ label, day }) => (
              <div>
                <dt>{label}</dt>
                <dd>
                  <time dateTime={day}>{day}</time>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

interface Change {
  readonly label: string;
  readonly where: string;
  readonly before: readonly { readonly label: string }[] | null;
  readonly after: readonly { readonly label: string }[];
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
            <td>{before?.[0]?.label ?? words.begins[language]}</td>
            <td class="then">{after.map((one) => one.label).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
