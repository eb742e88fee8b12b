import type { CaseChart, CasePage } from './case.js';

/** From the state where the process stands: the states that a step leads to which somebody could take now, by path. */
export function reachable(
  { view }: CasePage,
  { process, picture, shown }: CaseChart,
): ReadonlyMap<string, readonly string[]> {
  const open = view.actions.filter(
    (one) => one.process === process.number && one.answer !== 'not-possible-now',
  );
  const found = new Map<string, string[]>();
  for (const [key, events] of picture.events) {
    const [from = '', to = ''] = key.split(' ');
    if (to === '' || !stands(from, process.state, shown)) continue;
    for (const { type, label } of open)
      if (events.has(type)) found.set(to, [...(found.get(to) ?? []), label]);
  }
  return found;
}

/** Whether a path is the state that is shown by a name, or holds it. */
export function stands(path: string, state: string, shown: CaseChart['shown']): boolean {
  for (const [leaf, name] of shown)
    if (name === state && (leaf === path || leaf.startsWith(`${path}.`))) return true;
  return false;
}

/** The steps, by process and type, that would move the drawn process to another state. */
export function movers(page: CasePage): ReadonlySet<string> {
  const { chart } = page;
  if (chart === null) return new Set();
  const { process, picture, shown } = chart;
  return new Set(
    [...picture.events].flatMap(([key, events]) => {
      const [from = '', to = ''] = key.split(' ');
      const leads = to !== '' && from !== to && stands(from, process.state, shown);
      return leads ? [...events.keys()].map((type) => `${process.number}.${type}`) : [];
    }),
  );
}
