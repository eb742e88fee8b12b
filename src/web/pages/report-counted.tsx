import type { VNode } from 'preact';
import { unbroken } from '../unbroken.js';

/** What is counted and by which choices, as label and values. */
export type Account = readonly (readonly [label: string, values: readonly string[]])[];

/** How a report was counted. */
export const Counted = ({ account }: { readonly account: Account }): VNode => (
  <dl class="pairs pairs-told">
    {account.map(([label, values]) => (
      <div>
        <dt>{label}</dt>
        {values.map((value) => (
          <dd>{unbroken(value)}</dd>
        ))}
      </div>
    ))}
  </dl>
);
