import { refuse, type Refusal } from '../engine/refusals.js';
import { councilAnswer } from './council-answer.report.js';
import { dialogueReport } from './dialogue.report.js';
import { equality } from './equality.report.js';
import { fiveYearLimit } from './five-year-limit.report.js';
import { followUps } from './follow-ups.report.js';
import { forecastReport } from './forecast.report.js';
import { leadTimesReport } from './lead-times.report.js';
import { goalLedger } from './goal-ledger.report.js';
import { monthly } from './monthly.report.js';
import { outcomes } from './outcomes.report.js';
import { placements } from './placements.report.js';
import { choicesReport } from './choices.report.js';
import { refusalsReport } from './refusals.report.js';
import type { Report } from './report.js';
import { survey } from './survey.report.js';
import { tertial } from './tertial.report.js';
import { vacancy } from './vacancy.report.js';
import { yearlyGoal } from './yearly-goal.report.js';

/** Every report, in the order in which they are listed. */
export const reports: readonly Report[] = [
  yearlyGoal,
  goalLedger,
  placements,
  refusalsReport,
  choicesReport,
  forecastReport,
  survey,
  equality,
  fiveYearLimit,
  leadTimesReport,
  followUps,
  outcomes,
  vacancy,
  monthly,
  tertial,
  dialogueReport((name) => reports.find((report) => report.name === name)?.title),
  councilAnswer,
];

/** The report of a name; refused with the names there are. */
export function reportNamed(name: string): Report | Refusal {
  const names = reports.map((report) => report.name).join(', ');
  return (
    reports.find((report) => report.name === name) ??
    refuse('not-found', {
      sv: `Det finns ingen sådan rapport. Välj en av: ${names}.`,
      en: `There is no such report. Choose one of: ${names}.`,
    })
  );
}
