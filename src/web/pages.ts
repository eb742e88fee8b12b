import type { Page } from './page.js';
import { accessLogPages } from './routes/access-log.routes.js';
import { accountPages } from './routes/account.routes.js';
import { alertsPages } from './routes/alerts.routes.js';
import { aroundPages } from './routes/around.routes.js';
import { attachmentsPages } from './routes/attachments.routes.js';
import { auditPages } from './routes/audit.routes.js';
import { authPages } from './routes/auth.routes.js';
import { calendarPages } from './routes/calendar.routes.js';
import { coverEndPages } from './routes/cover-end.routes.js';
import { coverPages } from './routes/cover.routes.js';
import { cullingPages } from './routes/culling.routes.js';
import { delegationEndPages } from './routes/delegation-end.routes.js';
import { delegationPages } from './routes/delegation.routes.js';
import { draftsPages } from './routes/drafts.routes.js';
import { documentsPages } from './routes/documents.routes.js';
import { evidencePages } from './routes/evidence.routes.js';
import { fiveYearsPages } from './routes/five-years.routes.js';
import { forecastPages } from './routes/forecast.routes.js';
import { goalDecisionsPages } from './routes/goal-decisions.routes.js';
import { goalPages } from './routes/goal.routes.js';
import { flatsPages } from './routes/flats.routes.js';
import { matchesPages } from './routes/matches.routes.js';
import { inboxPages } from './routes/inbox.routes.js';
import { livePages } from './routes/live.routes.js';
import { keptReportsPages } from './routes/kept-reports.routes.js';
import { listsPages } from './routes/lists.routes.js';
import { newPages } from './routes/new.routes.js';
import { mergeDistrictsPages } from './routes/merge-districts.routes.js';
import { organisationsPages } from './routes/organisations.routes.js';
import { ownStockPages } from './routes/own-stock.routes.js';
import { peoplePages } from './routes/people.routes.js';
import { permissionsPages } from './routes/permissions.routes.js';
import { reportChangesPages } from './routes/report-changes.routes.js';
import { dialoguePages } from './routes/dialogue.routes.js';
import { packsPages } from './routes/packs.routes.js';
import { reportCasesPages } from './routes/report-cases.routes.js';
import { reportExportPages } from './routes/report-export.routes.js';
import { reportsPages } from './routes/reports.routes.js';
import { reviewStatisticsPages } from './routes/review-statistics.routes.js';
import { reviewsPages } from './routes/reviews.routes.js';
import { searchPages } from './routes/search.routes.js';
import { securityPages } from './routes/security.routes.js';
import { settingsPages } from './routes/settings.routes.js';
import { stockPages } from './routes/stock.routes.js';
import { statusPages } from './routes/status.routes.js';
import { surveyPages } from './routes/survey.routes.js';
import { filePages } from './routes/file.routes.js';
import { prioritiesPages } from './routes/priorities.routes.js';
import { purposePages } from './routes/purpose.routes.js';
import { correctionPages } from './routes/correction.routes.js';
import { sealingPages } from './routes/sealing.routes.js';
import { stepPages } from './routes/step.routes.js';
import { startPages } from './routes/start.routes.js';

/** Every page there is; a test walks them. */
export const pages: readonly Page[] = [
  ...startPages,
  ...listsPages,
  ...searchPages,
  ...filePages,
  ...stepPages,
  ...correctionPages,
  ...sealingPages,
  ...newPages,
  ...draftsPages,
  ...purposePages,
  ...authPages,
  ...inboxPages,
  ...livePages,
  ...accountPages,
  ...settingsPages,
  ...calendarPages,
  ...aroundPages,
  ...reportsPages,
  ...reportExportPages,
  ...reportCasesPages,
  ...dialoguePages,
  ...packsPages,
  ...reportChangesPages,
  ...keptReportsPages,
  ...goalPages,
  ...goalDecisionsPages,
  ...forecastPages,
  ...surveyPages,
  ...stockPages,
  ...reviewsPages,
  ...reviewStatisticsPages,
  ...accessLogPages,
  ...alertsPages,
  ...peoplePages,
  ...organisationsPages,
  ...mergeDistrictsPages,
  ...coverPages,
  ...coverEndPages,
  ...delegationPages,
  ...delegationEndPages,
  ...documentsPages,
  ...attachmentsPages,
  ...auditPages,
  ...evidencePages,
  ...permissionsPages,
  ...flatsPages,
  ...matchesPages,
  ...prioritiesPages,
  ...ownStockPages,
  ...fiveYearsPages,
  ...cullingPages,
  ...securityPages,
  ...statusPages,
];
