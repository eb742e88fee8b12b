import type { Text } from '../../workflows/definition.js';

/** Sentences that the registers say. Each tells what is so and what to do. */
export const words = {
  noMoment: {
    sv: 'Tidpunkten går inte att läsa. Skriv den som 2021-02-01T10:00:00+01:00.',
    en: 'The time cannot be read. Write it as 2021-02-01T10:00:00+01:00.',
  },
  policyBackwards: {
    sv: 'Värdet får börja gälla tidigast dagen efter att det skrivs in. Välj en senare dag.',
    en: 'The value may hold from the day after it is written at the earliest. Choose a later day.',
  },
  noSuchPolicy: {
    sv: 'Arbetsflödet har inget värde med det namnet. Se namnen i arbetsflödets mapp.',
    en: 'The workflow has no value of that name. See the names in the workflow’s folder.',
  },
  otherUnit: {
    sv: 'Värdet räknas i en annan enhet. Använd den som gäller i dag.',
    en: 'The value is counted in another unit. Use the one in force today.',
  },
  reserved: {
    sv: 'Namnet används av systemet självt. Välj ett annat.',
    en: 'The name is used by the system itself. Choose another.',
  },
  otherKind: {
    sv: 'Organisationen finns redan och är av ett annat slag. Använd en annan kod.',
    en: 'The organisation is there already and of another kind. Use another code.',
  },
  endsBeforeItBegins: {
    sv: 'Sista dagen ligger före den första. Ändra en av dem.',
    en: 'The last day lies before the first. Change one of them.',
  },
  coversThemselves: {
    sv: 'Ingen vikarierar för sig själv. Ange någon annan.',
    en: 'Nobody covers for themselves. Name somebody else.',
  },
  lastAdministrator: {
    sv: 'Då finns ingen systemförvaltare kvar. Ge först någon annan rollen, tills vidare.',
    en: 'No system administrator would be left. Give the role to somebody else first, until further notice.',
  },
  succeedsItself: {
    sv: 'En stadsdel kan inte efterträda sig själv. Ange den nya stadsdelen.',
    en: 'A district cannot succeed itself. Name the new district.',
  },
  needsSuccessor: {
    sv: 'Stadsdelen har hushållsärenden. Ange vem som tar över dem.',
    en: 'The district has household cases. Name who takes them over.',
  },
  unknownOrganisation: {
    sv: 'Organisationen finns inte. Lägg upp den först.',
    en: 'The organisation does not exist. Register it first.',
  },
  roleOrLogin: {
    sv: 'Ange antingen en roll eller en person, inte båda.',
    en: 'Give either a role or a person, not both.',
  },
  backwards: {
    sv: 'Det kan gälla tidigast från den dag det registreras. Ange en senare första dag.',
    en: 'It can hold from the day it is registered at the earliest. Give a later first day.',
  },
  endsInThePast: {
    sv: 'Det kan upphöra tidigast i dag. Ange gårdagen som sista dag om det ska sluta gälla genast.',
    en: 'It can end today at the earliest. Give yesterday as the last day to end it at once.',
  },
  noAddress: {
    sv: 'Skriv gata och nummer, till exempel Storgatan 12 A.',
    en: 'Write street and number, such as Storgatan 12 A.',
  },
  highBelowLow: {
    sv: 'Det högsta antalet är lägre än det lägsta. Ändra ett av dem.',
    en: 'The most is below the fewest. Change one of them.',
  },
  unknownDistrict: {
    sv: 'Det finns ingen sådan stadsdel eller enhet. Välj en ur registret.',
    en: 'There is no such district or unit. Choose one of the register.',
  },
  notTheirForm: {
    sv: 'Den boendeformen är inte deras: stadsdelar remitterar till genomgångsbostad, boendeenheten har Bostad Först. Välj en annan.',
    en: 'That form is not theirs: districts refer to transitional flats, the housing unit has Housing First. Choose another.',
  },
  unknownRound: {
    sv: 'Omgången finns inte. Lägg upp den först.',
    en: 'The round does not exist. Register it first.',
  },
  totalsOnly: {
    sv: 'Omgången är lagrad som bara summor och tar inte emot svar.',
    en: 'The round is kept as totals alone and takes no responses.',
  },
  hasResponses: {
    sv: 'Omgången har familjers svar och räknas ur dem. Lämna summorna tomma.',
    en: 'The round has the families’ responses and is counted from them. Leave the totals empty.',
  },
  answeredBefore: {
    sv: 'Familjen har redan ett svar i omgången. Varje familj svarar en gång.',
    en: 'The family has a response in the round already. Each family answers once.',
  },
  unknownPerson: {
    sv: 'Det finns ingen med det inloggningsnamnet. Lägg upp personen först.',
    en: 'Nobody has that login. Register the person first.',
  },
  notOneRole: {
    sv: 'Personen har ingen sådan roll, eller flera. Ange både roll och organisation, som de står i registret.',
    en: 'The person holds no such role, or several. Give both role and organisation, as in the register.',
  },
  unknownScope: {
    sv: 'Välj bland omfattningarna read, write och reports.',
    en: 'Choose among the scopes read, write and reports.',
  },
  tooManyDays: {
    sv: 'Ange mellan 1 och 366 dagar.',
    en: 'Give between 1 and 366 days.',
  },
} as const satisfies Record<string, Text>;

/** Said of a register name that is not there; `names` are those that are. */
export const unknownRegister = (names: readonly string[]): Text => ({
  sv: `Det finns inget sådant register. Välj ett av: ${names.join(', ')}.`,
  en: `There is no such register. Choose one of: ${names.join(', ')}.`,
});

/** Said of a district that ends before another, `old`, has handed its cases over to it. */
export const awaited = (old: string, on: string): Text => ({
  sv: `${old} lämnar sina ärenden hit den ${on}. Ändra ${old} först, eller skriv en senare dag.`,
  en: `${old} hands its cases over to this one on ${on}. Change ${old} first, or write a later day.`,
});

/** Said of a policy value that is too small or too large. */
export const outOfRange = (least: number, most: number): Text => ({
  sv: `Skriv ett värde från ${least} till ${most}.`,
  en: `Write a value from ${least} to ${most}.`,
});
