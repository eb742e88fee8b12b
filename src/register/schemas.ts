import { z } from 'zod';
import { code, day, field } from '../../workflows/fields.js';
import { situations } from '../../workflows/files/household.js';
import { choice, label, login, optional, text } from '../../workflows/files/parts.js';
import { roles, type Role } from './roles.js';

const codeField = field(code(), label('Kod', 'Code'));
const name = field(z.string().trim().min(1).max(200), label('Namn', 'Name'));
const from = field(day(), label('Från och med', 'From'));
const to = optional(field(day(), label('Till och med', 'To')));

/** An organisation; its kind stays as it was first told. */
export const organisation = z.strictObject({
  code: codeField,
  kind: field(
    z.enum(['district', 'housingUnit', 'shis', 'agency', 'company', 'administration']),
    label('Slag', 'Kind'),
  ),
  name,
});

/**
 * A district of the city; `to` its last day, `successor` the district that answers for its cases from the day after.
 * A unit that refers like a district but is none of the city's is an organisation of kind `district` only.
 */
export const district = z.strictObject({
  code: codeField,
  name,
  from,
  to,
  successor: optional(field(code(), label('Efterträdare', 'Successor'))),
});

/**
 * A colleague, in one role of one organisation from the line's moment on; `to` the last day. `mail`: their address at work,
 * by which they are told that something waits for them.
 */
export const person = z.strictObject({
  login: field(login(), label('Inloggningsnamn', 'Login')),
  name,
  organisation: field(code(), label('Organisation', 'Organisation')),
  role: field(z.enum(Object.keys(roles) as [Role, ...Role[]]), label('Roll', 'Role')),
  mail: optional(field(z.email().max(200), label('E-postadress på arbetet', 'Mail address at work'))),
  to,
});

/**
 * A line of an organisation's order of delegation: who of its people takes a decision, a role or one colleague. An
 * organisation that has a line in force for a decision goes by its own lines alone.
 */
export const delegation = z.strictObject({
  line: field(z.string().regex(/^[\p{L}\d][\p{L}\d .:-]{0,39}$/u), label('Punkt', 'Line')),
  decision: field(code(), label('Beslut', 'Decision')),
  organisation: field(code(), label('Organisation', 'Organisation')),
  role: optional(field(z.enum(Object.keys(roles) as [Role, ...Role[]]), label('Roll', 'Role'))),
  login: optional(field(login(), label('Inloggningsnamn', 'Login'))),
  from,
  to,
});

/** A role that a colleague holds beside their own post, from its first day to its last. */
export const assignment = z.strictObject({
  login: field(login(), label('Inloggningsnamn', 'Login')),
  organisation: field(code(), label('Organisation', 'Organisation')),
  role: field(z.enum(Object.keys(roles) as [Role, ...Role[]]), label('Roll', 'Role')),
  from,
  to,
});

/** Substitute cover: `login` may act for `for`, in their organisation and roles, on the days told. */
export const cover = z.strictObject({
  login: field(login(), label('Vikariens inloggningsnamn', 'Login of the substitute')),
  for: field(login(), label('Ersätter', 'Covers')),
  from,
  to: field(day(), label('Till och med', 'To')),
});

/**
 * Where a colleague lives, against which the review of readings holds the addresses of the families that they read about.
 * `address` is never kept: the line is written down with `hash` in its place, which this installation's master key makes.
 */
export const home = z.strictObject({
  login: field(login(), label('Inloggningsnamn', 'Login')),
  address: optional(field(z.string().trim().min(1).max(200), label('Adress', 'Address'))),
  hash: optional(field(z.string().regex(/^[0-9a-f]{32}$/), label('Kontrollvärde', 'Keyed hash'))),
});

/** A facility of SHIS. */
export const facility = z.strictObject({ code: codeField, name, from });

/** The yearly goal of one form, or of several together, as set by the council on `decidedOn` (the line's day if not told). */
export const goal = z.strictObject({
  year: field(z.int().min(1990).max(2200), label('År', 'Year')),
  forms: field(z.array(code()).min(1).max(20), label('Boendeformer', 'Housing forms')),
  goal: field(z.int().min(0).max(100_000), label('Mål (lägenheter)', 'Goal (flats)')),
  decidedOn: optional(field(day(), label('Fullmäktiges beslut den', 'Decided by the council on'))),
  reference: optional(
    field(z.string().trim().min(1).max(100), label('Beslutets beteckning', 'Reference of the decision')),
  ),
});

/** A value of a workflow's policy, in force from `from`, which lies after the line's day; `unit` for a length of time. */
export const policy = z.strictObject({
  workflow: field(code(), label('Arbetsflöde', 'Workflow')),
  name: field(z.string().regex(/^[A-Za-z]{1,40}$/), label('Värdets namn', 'Name of the value')),
  from,
  value: field(z.int().min(0).max(100_000), label('Värde', 'Value')),
  unit: optional(
    choice(
      {
        days: text('dagar', 'days'),
        workingDays: text('arbetsdagar', 'working days'),
        months: text('månader', 'months'),
        years: text('år', 'years'),
      },
      label('Enhet', 'Unit'),
    ),
  ),
  source: field(z.string().trim().min(1).max(200), label('Beslut eller källa', 'Decision or source')),
});

const year = (sv: string, en: string) => field(z.int().min(1990).max(2200), label(sv, en));
const families = (sv: string, en: string) => field(z.int().min(0).max(100_000), label(sv, en));

/** Sizes of household, by the persons in it, as forecasts tell them apart. */
export const householdSizes = {
  '1': text('1 person', '1 person'),
  '2-3': text('2–3 personer', '2–3 persons'),
  '4-5': text('4–5 personer', '4–5 persons'),
  '6-more': text('6 personer eller fler', '6 persons or more'),
} as const;
export type HouseholdSize = keyof typeof householdSizes;

/**
 * How many households of a form a district or unit expects in a year, from `low` to `high`, handed in on the line's day. With
 * `size` those of a size; one told so takes the place of what was told of all together, and the other way round.
 */
export const forecast = z.strictObject({
  year: year('År', 'Year'),
  district: field(code(), label('Stadsdel eller enhet', 'District or unit')),
  form: field(code(), label('Boendeform', 'Housing form')),
  size: optional(choice(householdSizes, label('Hushållets storlek', 'Size of household'))),
  low: families('Lägst antal hushåll', 'Fewest households'),
  high: families('Högst antal hushåll', 'Most households'),
});

/** A round of the survey. With `families` or `lastingShare` (percent) it is known by its totals alone. */
export const surveyRound = z.strictObject({
  year: year('År', 'Year'),
  date: field(day(), label('Mätdag', 'Day of the survey')),
  families: optional(field(z.int().min(0).max(100_000).nullable(), label('Antal familjer', 'Families'))),
  lastingShare: optional(
    field(z.int().min(0).max(100), label('Andel i mer varaktigt boende', 'Share in lasting housing')),
  ),
});

/** The types of household that a family can answer. */
export const householdTypes = {
  'single-woman': text('Ensamstående kvinna med barn', 'Single woman with children'),
  'single-man': text('Ensamstående man med barn', 'Single man with children'),
  couple: text('Par med barn', 'Couple with children'),
  other: text('Annat hushåll', 'Other household'),
  unknown: text('Vet ej', 'Not known'),
} as const;

/** Why a family has no home of its own. */
export const causes = {
  structural: text('Strukturell', 'Structural'),
  social: text('Social', 'Social'),
  unknown: text('Vet ej', 'Not known'),
} as const;

/** One family's response in a round. `family` tells the families of a round apart: a number in the return, never an identity. */
export const surveyResponse = z.strictObject({
  round: year('Omgång', 'Round'),
  situation: choice(situations, label('Boende', 'Housing')),
  newlyArrived: field(z.boolean(), label('Nyanländ', 'Newly arrived')),
  householdType: choice(householdTypes, label('Hushållstyp', 'Household type')),
  cause: choice(causes, label('Orsak', 'Cause')),
  family: optional(field(code(), label('Svar nummer', 'Response number'))),
});

export type ForecastData = z.infer<typeof forecast>;
export type SurveyRoundData = z.infer<typeof surveyRound>;
export type SurveyResponseData = z.infer<typeof surveyResponse>;
export type OrganisationData = z.infer<typeof organisation>;
export type DistrictData = z.infer<typeof district>;
export type PersonData = z.infer<typeof person>;
export type DelegationData = z.infer<typeof delegation>;
export type FacilityData = z.infer<typeof facility>;
export type GoalData = z.infer<typeof goal>;
