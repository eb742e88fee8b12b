import type { ComponentChildren, VNode } from 'preact';

/** A table that a person works through: rows become cards in a narrow window. */
export function CardTable(table: {
  readonly caption: string;
  readonly heads: readonly string[];
  /** Which columns are figures, which stand to the right; their cells do so with the class `r`. */
  readonly figures?: readonly number[];
  /** The last column is one of buttons, and its head read aloud only. */
  readonly buttons?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <table class="cards" role="table">
      <caption class="vh">{table.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {table.heads.map((head, at) => (
            <th scope="col" role="columnheader" class={table.figures?.includes(at) ? 'r' : undefined}>
              {table.buttons && at === table.heads.length - 1 ? <span class="vh">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{table.children}</tbody>
    </table>
  );
}

/** A cell of such a table, with the head that stands before it in a card. */
export const Cell = ({
  l,
  class: classes,
  children,
}: {
  readonly l?: string;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}): VNode => (
  <td role="cell" data-l={l} class={classes}>
    {children}
  </td>
);

/** A table that is compared across, in a region of its own that scrolls sideways and takes focus. */
export const Scrolled = (table: { readonly label: string; readonly children: ComponentChildren }): VNode => (
  <div class="scroll" tabIndex={0} role="region" aria-label={table.label}>
    {table.children}
  </div>
);

/** One link that narrows a list. */
export interface Chip {
  readonly href: string;
  readonly text: string;
  readonly isNow: boolean;
}

/** Links that narrow a list, the one in force marked. */
export const Chips = (chips: { readonly label: string; readonly all: readonly Chip[] }): VNode => (
  <nav class="chips" aria-label={chips.label}>
    {chips.all.map(({ href, text, isNow }) => (
      <a class="chip" href={href} aria-current={isNow ? 'true' : undefined}>
        {text}
      </a>
    ))}
  </nav>
);
