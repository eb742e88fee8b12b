/** The part of the help page that answers what is asked on a page, by the beginning of its address. */
const parts: readonly (readonly [begins: string, part: string])[] = [
  ['/files/assign', 'lists'],
  ['/files/', 'case'],
  ['/files', 'lists'],
  ['/search', 'search'],
  ['/new', 'referral'],
  ['/flats', 'flats'],
  ['/matches', 'flats'],
  ['/five-years', 'five-years'],
  ['/reports', 'reports'],
  ['/goal', 'reports'],
  ['/inbox', 'notices'],
  ['/settings', 'notices'],
  ['/access-log', 'readings'],
  ['/reviews', 'readings'],
  ['/alerts', 'readings'],
];

/** Where the help page answers what is asked here. */
export function helpFor(path: string): string {
  const part = parts.find(([begins]) => path.startsWith(begins))?.[1];
  return part === undefined ? '/help' : `/help#${part}`;
}
