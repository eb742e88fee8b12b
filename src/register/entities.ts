import { AssignmentRow } from './assignment.entity.js';
import { CoverRow } from './cover.entity.js';
import { DelegationRow } from './delegation.entity.js';
import { DialogueRow } from './dialogue.entity.js';
import { DistrictRow } from './district.entity.js';
import { FacilityRow } from './facility.entity.js';
import { GoalRow } from './goal.entity.js';
import { HomeRow } from './home.entity.js';
import { OrganisationRow } from './organisation.entity.js';
import { PersonRow } from './person.entity.js';
import { PolicyValueRow } from './policy.entity.js';
import { ForecastRow } from './forecast.entity.js';
import { SurveyResponseRow } from './survey-response.entity.js';
import { SurveyRoundRow } from './survey-round.entity.js';
import { RegisterChangeRow } from './register-change.entity.js';

/** The registers' tables, for the data source. */
export const registerEntities = [
  OrganisationRow,
  DistrictRow,
  PersonRow,
  FacilityRow,
  DialogueRow,
  GoalRow,
  PolicyValueRow,
  ForecastRow,
  SurveyRoundRow,
  SurveyResponseRow,
  DelegationRow,
  HomeRow,
  RegisterChangeRow,
  AssignmentRow,
  CoverRow,
];
