import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './kept.words.js';

/** A figure that is not as it was, in words. */
export interface DifferenceView {
  readonly report: string;
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** Figures that are not as they were. `words` head the two columns of numbers. */
export function Differences({
  all,
  caption,
  words: { before, after },
  language,
}: {
  readonly all: readonly DifferenceView[];
  readonly caption: string;
  readonly words: { readonly before: string; readonly after: string };
  readonly language: Language;
}): VNode {
  const say = text[language];
  const heads = [say.report, say.row, say.column, before, after];
  return (
    <CardTable caption={caption} heads={heads} figures={[3, 4]}>
      {all.map((one) => (
        <tr role="row">
          <Cell l={say.report}>{one.report}</Cell>
          <th scope="row" role="rowheader">
            {one.row}
          </th>
          <Cell l={say.column}>{one.column}</Cell>
          <Cell l={before} class="r">
            {one.before}
          </Cell>
          <Cell l={after} class="r">
            {one.after}
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
