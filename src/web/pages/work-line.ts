/** The shape of a state, as `LOOK` names them. */
export type Shape = 'idle' | 'wait' | 'now' | 'done' | 'soon' | 'late' | 'stop' | 'hold';

/** A term in words: what it is called, its day, and what is left of it. */
export interface DueLine {
  readonly label: string;
  readonly day: string;
  readonly words: string;
  readonly shape: 'ok' | 'soon' | 'late';
}

/** A row of a work list in words. */
export interface WorkLine {
  readonly file: string;
  readonly href: string;
  /** Name of the family, of the flat, or the number of the file. */
  readonly title: string;
  readonly isNumber: boolean;
  readonly district: string | null;
  readonly handler: string | null;
  readonly isMine: boolean;
  /** `days`: in this state. */
  readonly state: { readonly label: string; readonly shape: Shape; readonly days: number };
  /** Whose turn it is; null when nobody has to act. */
  readonly turn: string | null;
  readonly due: DueLine | null;
  /** The flat that a row about a family is about. */
  readonly flat: { readonly name: string; readonly href: string } | null;
  /** What it waits for: the form of each step. */
  readonly steps: readonly { readonly href: string; readonly label: string }[];
  /** Adults and children at home. */
  readonly people: string | null;
}

/** Columns of a work list; each row has those that its list asks for. */
export type Column =
  'file' | 'district' | 'what' | 'state' | 'turn' | 'days' | 'due' | 'handler' | 'flat' | 'people' | 'step';
