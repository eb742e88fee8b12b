import type { Instant } from '../../workflows/definition.js';

/** A fact by where it stands. */
export interface FactPlace {
  readonly file: string;
  readonly seq: number;
  readonly ordinal: number;
}

/** A report that was kept, and that would come out otherwise if it were made now. */
export interface KeptReport {
  readonly id: string;
  readonly name: string;
  readonly keptAt: Instant;
}

/** Asked before facts are closed: which kept reports rest on them. */
export interface KeptReports {
  restingOn(facts: readonly FactPlace[]): Promise<readonly KeptReport[]>;
}

/** No report is kept yet. */
export const noneKept: KeptReports = { restingOn: () => Promise.resolve([]) };
