import type { ProcessRef } from '../../workflows/definition.js';

/** What a move may know of where it is made: one family, some flats, a day. */
export interface Scene {
  /** The day and the instant by the scene's clock. */
  readonly today: string;
  readonly now: string;
  /** The family's file; undefined before it is opened. */
  readonly family: string | undefined;
  /** The newest process of a workflow in the family's file, or a flat by its name. */
  find(name: string): ProcessRef | undefined;
  /** The free flats of the own stock, as the family would be offered them. */
  free(): Promise<readonly ProcessRef[]> | readonly ProcessRef[];
}

/**
 * One thing that may be done: an event of a process or of the family's file, an opening (`on` is then the name of a new
 * flat, or `family`), or time that passes until a deadline of a name is due (or to an instant, once that is known).
 */
export type Move =
  | {
      readonly by: string;
      readonly on: string;
      readonly event: string;
      /** How long before it is registered it happened. */
      readonly daysAgo?: number;
      readonly data?: (scene: Scene, free: readonly ProcessRef[]) => object | undefined;
    }
  | { readonly by: string; readonly on: string; readonly open: string; readonly data: () => object }
  | { readonly until: string; readonly at?: string };

/** A move in words. */
export function told(move: Move): string {
  if ('until' in move) return `… ${move.until}`;
  if ('open' in move) return `${move.on} is opened`;
  return `${move.on}.${move.event}${move.daysAgo === undefined ? '' : ' (registered late)'}`;
}

/** When a move happened that is registered at `now`. */
export const happened = (now: string, { daysAgo = 0 }: { readonly daysAgo?: number }): string =>
  new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString();
