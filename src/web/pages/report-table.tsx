import type { VNode } from 'preact';
import { Scrolled } from '../tables.js';
import { unbroken } from '../unbroken.js';
import type { CellView, RowView, TableView } from './report-view.js';

/** A report's numbers as a table: groups under headings of their own, sums below, figures that open as links. */
export function ReportTable({
  table,
  scroll,
}: {
  readonly table: TableView;
  readonly scroll: string;
}): VNode {
  const { caption, heads, groups, totals } = table;
  // A short table is read aloud in a meeting, a long one is looked things up in.
  const isLong = groups.reduce((sum, { rows }) => sum + rows.length, 0) > 12;
  return (
    <Scrolled label={`${caption}, ${scroll}`}>
      <table class={isLong ? 'figures' : 'roomy figures'}>
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            {heads.map(({ text, unit, isWords }, at) => (
              <th scope="col" class={at === 0 || isWords ? undefined : 'r'}>
                {text}
                {unit && <span class="sub">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody>
            {title !== null && (
              <tr class="group">
                <th scope="rowgroup" colSpan={heads.length}>
                  {title}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Line row={row} />
            ))}
          </tbody>
        ))}
        {totals.length > 0 && (
          <tfoot>
            {totals.map((row) => (
              <Line row={row} class={row.isTotal ? undefined : 'apart'} />
            ))}
          </tfoot>
        )}
      </table>
    </Scrolled>
  );
}

const Line = ({ row, ...rest }: { readonly row: RowView; readonly class?: string | undefined }): VNode => (
  <tr {...rest}>
    <th scope="row">{unbroken(row.name)}</th>
    {row.cells.map((cell) => (
      <td class={cell.isWords ? undefined : 'r'}>
        <Figure cell={cell} />
      </td>
    ))}
  </tr>
);

const Figure = ({ cell: { text, href } }: { readonly cell: CellView }): VNode =>
  href === null ? <>{unbroken(text)}</> : <a href={href}>{text}</a>;
