/** Every report, from facts only. */
export { answer, type Answer } from './answer.js';
export type { Source } from './ask.js';
export { chaptersOf, type Chapter } from './chapters.js';
export { cases, type Cases, type Counted } from './cases.js';
export { changes, type Changed, type Changes } from './changes.js';
export { deliveries, type Delivery } from './deliveries.js';
export { keyOf, type Difference } from './differences.js';
export { check, keep, keptReport, type Checked, type Kept } from './kept.js';
export {
  keptCorrected,
  keptList,
  keptRestingOn,
  mayRead,
  type CorrectedLine,
  type KeptLine,
} from './kept-list.queries.js';
export { formats, formatted, mediaTypes, type Format, type Language } from './formats/index.js';
export { toJson } from './formats/json.js';
export { makePacksDue } from './making-packs.js';
export { newestOf, packNamed, packsUntil, type Pack } from './packs.js';
export { parametersOf, type Asking } from './parameters.js';
export { accountOf, headOf, momentIn, plain, sumWord, titleOf, wordsFor } from './formats/shown.js';
export type { Cell, Chart, Column, Parameter, Report, Row } from './report.js';
export { bookingsUntil, goalVersions, type Booking, type GoalVersion } from './goal-bookings.js';
export { goalsInForce } from './goals.queries.js';
export { formWords, goalOf, groupsOf, totalGoal } from './forms.js';
export { FORMS, TOTAL } from './words.js';
export { responsesSummed, roundsSummed, type RoundSummed } from './survey-rounds.js';
export { reportNamed, reports } from './reports.js';
