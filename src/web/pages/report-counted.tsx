import type { VNode } from 'preact';

/** What is counted and by which choices, as label and values. */
export type Account = readonly (readonly [label: string, values: readonly string[]])[];

/** How a report was counted. */
export const Counted = ({ account }: { readonly account: Account }): VNode => (
  <dl class="pairs">
    {account.map(([label, values]) => (
      <div>
        <dt>{label}</dt>
        {values.map((value) => (
          <dd>{value}</dd>
        ))}
      </div>
    ))}
  </dl>
);
