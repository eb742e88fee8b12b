import type { MigrationInterface } from 'typeorm';
import { Engine1700000000001 } from './0001-engine.js';
import { Register1700000000002 } from './0002-register.js';
import { Sight1700000000003 } from './0003-sight.js';
import { Sessions1700000000004 } from './0004-sessions.js';
import { AccessLog1700000000005 } from './0005-access-log.js';
import { Delegation1700000000006 } from './0006-delegation.js';
import { FactsRead1700000000007 } from './0007-facts-read.js';
import { WorkLists1700000000008 } from './0008-work-lists.js';
import { Security1700000000009 } from './0009-security.js';
import { FormDrafts1700000000011 } from './0011-form-drafts.js';
import { Homes1700000000010 } from './0010-homes.js';
import { Checkpoints1700000000012 } from './0012-checkpoints.js';
import { Auditing1700000000013 } from './0013-auditing.js';
import { Notices1700000000014 } from './0014-notices.js';
import { CalendarSaid1700000000015 } from './0015-calendar-said.js';
import { Commit1700000000018 } from './0018-commit.js';
import { Forecasts1700000000016 } from './0016-forecasts.js';
import { Surveys1700000000017 } from './0017-surveys.js';
import { GoalReference1700000000028 } from './0028-goal-reference.js';
import { Disclosures1700000000019 } from './0019-disclosures.js';
import { Dialogue1700000000034 } from './0034-dialogue.js';
import { KeptReports1700000000035 } from './0035-kept-reports.js';
import { ForecastSizes1700000000039 } from './0039-forecast-sizes.js';
import { Corrections1700000000031 } from './0031-corrections.js';
import { Policy1700000000022 } from './0022-policy.js';
import { VoidedFacts1700000000038 } from './0038-voided-facts.js';
import { TermsWithin1700000000036 } from './0036-terms-within.js';
import { Sealing1700000000041 } from './0041-sealing.js';
import { Culling1700000000044 } from './0044-culling.js';
import { FactsByRecording1700000000046 } from './0046-facts-by-recording.js';
import { IndexesOfReports1700000000047 } from './0047-indexes-of-reports.js';
import { NotSent1700000000048 } from './0048-not-sent.js';
import { EmergenciesApart1700000000045 } from './0045-emergencies-apart.js';

/** Every migration in order; only ever appended to. */
export const migrations: (new () => MigrationInterface)[] = [
  Engine1700000000001,
  Register1700000000002,
  Sight1700000000003,
  Sessions1700000000004,
  AccessLog1700000000005,
  Delegation1700000000006,
  FactsRead1700000000007,
  WorkLists1700000000008,
  Security1700000000009,
  FormDrafts1700000000011,
  Homes1700000000010,
  Checkpoints1700000000012,
  Auditing1700000000013,
  Notices1700000000014,
  CalendarSaid1700000000015,
  Forecasts1700000000016,
  Surveys1700000000017,
  Commit1700000000018,
  Disclosures1700000000019,
  Dialogue1700000000034,
  KeptReports1700000000035,
  GoalReference1700000000028,
  Corrections1700000000031,
  Policy1700000000022,
  ForecastSizes1700000000039,
  VoidedFacts1700000000038,
  TermsWithin1700000000036,
  Sealing1700000000041,
  Culling1700000000044,
  FactsByRecording1700000000046,
  EmergenciesApart1700000000045,
  IndexesOfReports1700000000047,
  NotSent1700000000048,
];
