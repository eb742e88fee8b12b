import type { Text } from '../../workflows/definition.js';
import type { What, Why } from './access-entry.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What was read, as it stands after a name: "Anna Berg läste ärendet". */
export const whatWords: Readonly<Record<What, Text>> = {
  file: text('läste ärendet', 'read the file'),
  'file-as-of': text('läste ärendet som det stod en dag', 'read the file as it stood on a day'),
  trail: text('läste händelseloggen', 'read the audit trail'),
  documents: text('läste listan över ärendets handlingar', 'read the list of the file’s documents'),
  document: text('läste en handling', 'read a document'),
  'dry-run': text('provade ett steg utan att ta det', 'tried a step without taking it'),
  step: text('tog ett steg i ärendet', 'took a step in the case'),
  export: text('skrev ut ärendet', 'exported the file'),
  readers: text('skrev ut listan över läsare', 'printed the list of readers'),
  'log-of-file': text('läste ärendets åtkomstlogg', 'read the file’s access log'),
  attachment: text('hämtade en bilaga', 'fetched an attachment'),
  proof: text('läste beviset för en händelse', 'read the proof of an event'),
  chain: text('kontrollerade ärendets kedja', 'verified the file’s chain'),
  evidence: text('tog ut bevis ur ärendet', 'exported evidence from the file'),
  list: text('läste en lista', 'read a list'),
  search: text('sökte', 'searched'),
  'form-draft': text('läste ett påbörjat formulär', 'read a form under way'),
  'dry-run-opening': text('provade att öppna ett ärende', 'tried to open a file'),
  report: text('läste en rapport', 'read a report'),
  'report-export': text('hämtade en rapport som fil', 'exported a report'),
  casebook: text('skrev ut alla ärenden', 'exported all files'),
  'log-of-person': text('läste en persons åtkomstlogg', 'read a person’s access log'),
  reviews: text('läste loggranskningen', 'read the log review'),
  alerts: text('läste sina larm', 'read their alerts'),
  sample: text('drog ett stickprov', 'drew a sample'),
  chains: text('kontrollerade alla kedjor', 'verified all chains'),
  purpose: text('angav varför ärendet läses', 'stated why the file is read'),
  emergency: text('nödöppnade ärendet', 'opened the file in an emergency'),
  'emergency-end': text('avslutade nödöppningen', 'ended the emergency access'),
};

/** Why something was read. */
export const whyWords: Readonly<Record<Why, Text>> = {
  assigned: text('handlägger ärendet', 'handles the case'),
  queue: text('ärendet väntade på deras organisation', 'the case waited for their organisation'),
  stated: text('angav ett skäl', 'stated a reason'),
  emergency: text('nödöppning', 'emergency access'),
  system: text('systemet', 'the system'),
  unstated: text('inget skäl angivet', 'no reason stated'),
};

/** Sentences that the log, emergency access and the review say. Each tells what is so and what to do. */
export const words = {
  noNote: text(
    'Ärendet har ingen nyckel att försegla en anteckning med. Lämna den tom.',
    'The file has no key to seal a note with. Leave it empty.',
  ),
  unknownReason: text(
    'Skälet finns inte i listan. Välj ett ur den.',
    'The reason is not on the list. Choose one from it.',
  ),
  hasAccess: text(
    'Du har redan tillgång till ärendet. Läs det som vanligt.',
    'You have access to the file already. Read it as usual.',
  ),
  noEmergencyRole: text(
    'Bara den som arbetar med hushållens ärenden kan nödöppna ett. Be en kollega.',
    'Only those who work with the cases of households can open one in an emergency. Ask a colleague.',
  ),
  noneOpen: text(
    'Du har ingen nödöppning av ärendet som löper. Det finns inget att avsluta.',
    'You have no emergency access to this file under way. There is nothing to end.',
  ),
  notResponsible: text(
    'Åtkomstloggen läses av den organisation som ansvarar för hushållet, och av granskare. Be dem.',
    'The access log is read by the organisation that answers for the household, and by auditors. Ask them.',
  ),
  onlyOfficers: text(
    'Vad en person har läst visas för granskare och säkerhetsansvariga. Be en av dem.',
    'What a person has read is shown to auditors and security officers. Ask one of them.',
  ),
  fileOrLogin: text('Ange antingen file eller login.', 'Give either file or login.'),
  notYourReview: text(
    'Den egna läsningen granskas av någon annan. Be en kollega som granskar.',
    'Somebody else reviews your own readings. Ask a colleague who reviews.',
  ),
  onlyReviewers: text(
    'Läsningar granskas av chefer och säkerhetsansvariga. Be en av dem.',
    'Readings are reviewed by managers and security officers. Ask one of them.',
  ),
  noAlert: text(
    'Larmet finns inte, eller så är det inte ditt. Välj ett ur listan.',
    'There is no such alert, or it is not yours. Choose one from the list.',
  ),
  noItem: text(
    'Granskningen finns inte, eller så är den inte din. Välj en ur listan.',
    'There is no such review, or it is not yours. Choose one from the list.',
  ),
} as const satisfies Record<string, Text>;
