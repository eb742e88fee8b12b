import type { ComponentChildren, VNode } from 'preact';

/** The name of something that is known, and what it is. */
export type Fact = readonly [name: string, value: ComponentChildren];

/** What is known of something; null where there is nothing to say. */
export const Facts = ({ all }: { readonly all: readonly (Fact | null)[] }): VNode => (
  <dl class="pairs">
    {all.map(
      (fact) =>
        fact && (
          <div>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ),
    )}
  </dl>
);
