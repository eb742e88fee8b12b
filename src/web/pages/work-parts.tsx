import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Cell } from '../tables.js';
import { columns } from './lists.words.js';
import type { Column, DueLine, WorkLine } from './work-line.js';

/** A state with its shape, bare as in a table. */
export const State = ({ state }: Pick<WorkLine, 'state'>): VNode => (
  <span class={`tag tag-bare is-${state.shape}`}>{state.label}</span>
);

/** A term: its day, then what is left of it. */
export const Due = ({ due }: { readonly due: DueLine }): VNode => (
  <span class={`due is-${due.shape}`}>
    <time dateTime={due.day}>{due.day}</time> <b>{due.words}</b>
  </span>
);

/** Columns of figures, which stand to the right. */
export const FIGURES: ReadonlySet<Column> = new Set(['days']);

/** The ways to the forms of what a row waits for, told apart by the row for whoever hears them alone. */
export const Steps = ({ line: { steps, title } }: { readonly line: WorkLine }): VNode => (
  <span class="row-steps">
    {steps.map(({ href, label }) => (
      <a href={href} aria-label={`${label}, ${title}`}>
        {label}
      </a>
    ))}
  </span>
);

const shown: Readonly<Record<Column, (line: WorkLine, language: Language) => VNode | string | false | null>> =
  {
    file: ({ file, isNumber }) => (isNumber ? '' : <span class="num">{file}</span>),
    district: ({ district }) => district,
    what: ({ due }) => due && due.label,
    state: ({ state }) => <State state={state} />,
    turn: ({ turn }, language) => turn ?? columns.nobody[language],
    days: ({ state }, language) => figure(state.days, language),
    due: ({ due }) => due && <Due due={due} />,
    handler: ({ handler, isMine }, language) =>
      handler === null ? (
        <span class="meta">{columns.noHandler[language]}</span>
      ) : isMine ? (
        <b>{handler}</b>
      ) : (
        handler
      ),
    flat: ({ flat }) => flat && <a href={flat.href}>{flat.name}</a>,
    people: ({ people }) => people,
    step: (line) => line.steps.length > 0 && <Steps line={line} />,
  };

/** The cells of a row after its head. */
export const WorkCells = ({
  line,
  of,
  language,
}: {
  readonly line: WorkLine;
  readonly of: readonly Column[];
  readonly language: Language;
}): VNode => (
  <>
    {of.map((column) => {
      const content = shown[column](line, language);
      return (
        <Cell l={columns.of[column][language]} class={classOf(column)}>
          {content === null || content === '' || content === false ? <span class="meta">–</span> : content}
        </Cell>
      );
    })}
  </>
);

const classOf = (column: Column): string | undefined =>
  FIGURES.has(column) ? 'r' : column === 'due' ? 'full' : undefined;

/** A work list without anything to press: for the start page and what was found. */
export function WorkTable(table: {
  readonly caption: string;
  readonly head: string;
  readonly lines: readonly WorkLine[];
  readonly of: readonly Column[];
  readonly language: Language;
}): VNode {
  const { lines, language } = table;
  // Whoever sees no names reads the numbers of the cases in their place.
  const isUnnamed = lines.length > 0 && lines.every(({ isNumber }) => isNumber);
  const of = isUnnamed ? table.of.filter((column) => column !== 'file') : table.of;
  return (
    <table class="cards names" role="table">
      <caption class="vh">{table.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {isUnnamed ? columns.of.file[language] : table.head}
          </th>
          <WorkHeads of={of} language={language} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              <a href={line.href} class={line.isNumber ? 'num' : undefined}>
                {line.title}
              </a>
            </th>
            <WorkCells line={line} of={of} language={language} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The heads of the columns after the first. */
export const WorkHeads = ({
  of,
  language,
  sorted,
}: {
  readonly of: readonly Column[];
  readonly language: Language;
  /** The column by which the list is sorted, its way, and the address of the other way. */
  readonly sorted?: { readonly column: Column; readonly isDesc: boolean; readonly href: string };
}): VNode => (
  <>
    {of.map((column) => {
      const label = columns.of[column][language];
      const isSorted = sorted?.column === column;
      return (
        <th
          scope="col"
          role="columnheader"
          class={FIGURES.has(column) ? 'r' : undefined}
          aria-sort={isSorted ? (sorted.isDesc ? 'descending' : 'ascending') : undefined}
        >
          {isSorted ? <a href={sorted.href}>{label}</a> : label}
        </th>
      );
    })}
  </>
);
