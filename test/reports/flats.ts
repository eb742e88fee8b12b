import type { Book, Line } from './book.js';

type More = Partial<Line>;

/** A flat as its file has it, so that a report can tell where it comes from. */
export async function flat(
  book: Book,
  id: string,
  record: { readonly source: string; readonly facility?: string; readonly company?: string } = {
    source: 'facility',
    facility: 'tallasen',
  },
): Promise<void> {
  await book.pool.query(
    `insert into case_file (id, kind, version, head, record, opened_at, recorded_at)
     values ($1, 'dwelling', 1, '', $2, '2019-01-01', '2019-01-01') on conflict do nothing`,
    [id, JSON.stringify(record)],
  );
}

/** A day as a moment in it. */
export const noon = (day: string): string => `${day}T12:00:00Z`;

/** The first day of a cause of emptiness. */
export const began = (file: string, on: string, cause: string, more: More = {}): Line => ({
  ...{ file, at: noon(on), district: null },
  fact: { kind: 'vacancyBegan', cause, on },
  ...more,
});

/** The last day of a cause of emptiness. */
export const ended = (file: string, on: string, cause: string, more: More = {}): Line => ({
  ...{ file, at: noon(on), district: null },
  fact: { kind: 'vacancyEnded', cause, on },
  ...more,
});

/** What an empty day costs from a day on. */
export const costs = (file: string, on: string, value: number | null, more: More = {}): Line => ({
  ...{ file, at: noon(on), district: null },
  fact: { kind: 'dailyCost', value, on },
  ...more,
});

/** A state that a process left for another. */
export const left = (
  file: string,
  at: string,
  [state, to, began]: readonly [state: string, to: string, began: string],
  more: More & { readonly waitsFor?: string | null } = {},
): Line => {
  const { waitsFor = null, ...line } = more;
  const fact = { kind: 'step', state, to, began: noon(began), ended: at, waitsFor } as Line['fact'];
  return { file, at, fact, form: 'transitional', ...line };
};
