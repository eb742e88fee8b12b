/** Why a file is no sheet that can be read. */
export type FaultCode =
  | 'empty'
  | 'no-sheet'
  | 'old-format'
  | 'damaged'
  | 'open-quote'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns';

/** Thrown while a sheet is read, and caught where reading it began. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    readonly code: FaultCode,
    readonly row?: number,
  ) {
    super(code);
  }
}
