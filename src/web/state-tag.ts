import type { OrgKind } from '../../workflows/definition.js';

/** What a process shows of itself, as far as its mark hangs on it. */
interface Standing {
  readonly state: string;
  readonly open: boolean;
  readonly waitsFor: string | null;
  readonly overdue?: boolean;
}

/** Ended states that are good ends: a lease was signed, a request came to a flat. */
const DONE: ReadonlySet<string> = new Set([
  'signed',
  'fulfilled',
  'placed',
  'occupied',
  'accepted',
  'active',
]);

/** The class of a state's mark (LOOK.md: shape, word, colour): whose turn it is decides, seen by an organisation of a kind. */
export function markOf({ state, open, waitsFor, overdue }: Standing, kind: OrgKind): string {
  if (overdue) return 'is-late';
  if (!open) return DONE.has(state) ? 'is-done' : 'is-stop';
  if (waitsFor === kind) return 'is-now';
  return waitsFor === null ? (DONE.has(state) ? 'is-done' : 'is-idle') : 'is-wait';
}
