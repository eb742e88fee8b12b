import type { CorrectionWay } from '../../../files/correctable.js';
import type { ForeseenCorrection } from '../../../files/correction-shapes.js';
import type { Question } from '../../forms/questions.js';
import type { Sent } from '../../forms/read-form.js';
import type { Fault } from '../../parts.js';
import type { CaseSummary, LoggedEvent } from './case.js';

/** The form by which an event is corrected, with what was typed and what it would change. */
export interface CorrectionPage {
  readonly page: CaseSummary;
  /** The event as it is known now. */
  readonly event: LoggedEvent;
  readonly ways: readonly CorrectionWay[];
  /** What its data are asked anew with; none where they cannot be replaced. */
  readonly questions: readonly Question[];
  readonly sent: Sent;
  readonly state: { readonly key: string; readonly version: string };
  readonly faults: readonly Fault[];
  /** What the correction would change; null when that was not asked. */
  readonly foreseen: ForeseenCorrection | null;
  /** What organisations and colleagues are called. */
  readonly called: (code: string) => string;
  /** What others did to the case since the form was opened. */
  readonly since: readonly LoggedEvent[];
}

/** Where an event of a case is corrected. */
export const correctionHref = (file: string, seq: number): string =>
  `/files/${file}/events/${seq}/correction`;
