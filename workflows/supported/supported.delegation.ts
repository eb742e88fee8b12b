import type { Actor, Decision, Text } from '../definition.js';

/** Who decides on a form of assistance under the Social Services Act, until the organisation registers its own order. */
export const deciding = (
  { name, label, line }: { readonly name: string; readonly label: Text; readonly line: string },
  by: readonly Actor[],
): Decision => ({
  name,
  label,
  lines: [
    {
      line,
      from: '2000-01-01',
      by,
      source: 'policy: until the board or unit registers its own order of delegation',
    },
  ],
});
