import type { Foreseen } from '../../../files/event-shapes.js';
import type { ActionView } from '../../../files/shapes.js';
import type { Question } from '../../forms/questions.js';
import type { Sent } from '../../forms/read-form.js';
import type { Fault } from '../../parts.js';
import type { CaseSummary, LoggedEvent } from './case.js';

/** The form of a step, with what was typed and what became of it. */
export interface StepPage {
  readonly page: CaseSummary;
  readonly action: ActionView;
  readonly questions: readonly Question[];
  readonly sent: Sent;
  readonly state: { readonly key: string; readonly version: string };
  readonly faults: readonly Fault[];
  /** What the step would do; null when that was not asked. */
  readonly foreseen: Foreseen | null;
  /** Whether the step has to be confirmed with that before one's eyes. */
  readonly mustConfirm?: boolean;
  /** Names what is told of its effects: whoever sends it back has seen them. */
  readonly seen?: string;
  /** Whether it is not possible today, and may have been on an earlier day. */
  readonly isLate?: boolean;
  /** What organisations and colleagues are called. */
  readonly called: (code: string) => string;
  /** What the step answers, as it was asked last; null when it answers nothing. */
  readonly asks: LoggedEvent | null;
  /** Steps that mend what stands in the way of this one, as far as the reader may take them now. */
  readonly ways: readonly ActionView[];
  /** What becomes of an emptied field where the form begins with what stands in the case; null where it begins empty. */
  readonly emptied: 'kept' | 'dropped' | null;
  /** What others did to the case since the form was opened. */
  readonly since: readonly LoggedEvent[];
}
