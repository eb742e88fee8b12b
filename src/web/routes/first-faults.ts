import type { Fault } from '../parts.js';

/** Something that may be wrong with a field: whether it is, the field, and what to do. */
export type Wrong = readonly [isWrong: boolean, id: string, message: string];

/** The first fault of each field. */
export const firstFaults = (all: readonly Wrong[]): Fault[] =>
  all.flatMap(([isWrong, id, message], n) =>
    isWrong && !all.slice(0, n).some(([was, other]) => was && other === id) ? [{ id, message }] : [],
  );
