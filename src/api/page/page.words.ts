import type { Text } from '../../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What the page of the API says beside what the operations say of themselves. */
export const words = {
  title: text('Husrums API', 'The API of Husrum'),
  skip: text('Hoppa till innehållet', 'Skip to the content'),
  contents: text('Innehåll', 'Contents'),
  start: text('Kom igång', 'Getting started'),
  startToken: text(
    'Skapa en nyckel för någon som finns i registret. Den visas en gång och gäller i 30 dagar.',
    'Make a token for somebody in the registers. It is shown once and is good for 30 days.',
  ),
  startCall: text('Skicka den med varje anrop.', 'Send it with each call.'),
  startStep: text(
    'Ett steg skickas med ett eget namn i Idempotency-Key: kommer svaret bort, skickas samma anrop igen, och steget tas ändå bara en gång.',
    'A step is sent with a name of its own in Idempotency-Key: if the answer is lost, the same call is sent again, and the step is still taken once only.',
  ),
  startDry: text(
    'Med `?dryRun=true` visas vad som skulle hända, och ingenting skrivs.',
    'With `?dryRun=true` the answer tells what would happen, and nothing is written.',
  ),
  described: text('Hela beskrivningen som OpenAPI 3.1', 'The whole description as OpenAPI 3.1'),
  parameters: text('Parametrar', 'Parameters'),
  body: text('Innehåll', 'Body'),
  fields: text('Svarets fält', 'Fields of the answer'),
  who: text('Vem', 'Who'),
  noes: text('Kan svara nej med', 'May answer no with'),
  answers: text('Svarar', 'Answers'),
  steps: text('Steg och deras uppgifter', 'Events and their data'),
  stepsLead: text(
    'Vad fältet data innehåller, flöde för flöde. Uppgifter märkta med ● är personuppgifter och förseglas innan något annat händer.',
    'What the field data holds, workflow by workflow. Data marked ● is personal, and is sealed before anything else happens.',
  ),
  fileSteps: text('gäller hela ärendet', 'of the file itself'),
  noData: text('Inga uppgifter behövs.', 'No data is needed.'),
  problemsTitle: text('När svaret är nej', 'When the answer is no'),
  problemsLead: text(
    'Varje nej är application/problem+json med en fast kod. Meningarna i sentences går att visa som de är. Koder som vilket anrop som helst kan få räknas inte upp ovan.',
    'Every no is application/problem+json with a stable code. The sentences in sentences can be shown as they are. Codes that any call may get are not listed above.',
  ),
  code: text('Kod', 'Code'),
  status: text('Status', 'Status'),
  means: text('Betyder', 'Means'),
  field: text('Fält', 'Field'),
  takes: text('Tar emot', 'Takes'),
  says: text('Beskrivning', 'Description'),
  required: text('krävs', 'required'),
  personal: text('personuppgift', 'personal data'),
  whoMay: {
    anyone: text('Öppen för alla', 'Open to anyone'),
    colleague: text('Alla inloggade', 'Whoever is signed in'),
    gate: text('Den som ärendet och flödet släpper fram', 'Whoever the file and its workflow let through'),
    systemAdministrator: text('Systemförvaltare', 'System administrators'),
    emergency: text('Den som arbetar med hushållens ärenden', 'Whoever works with the cases of households'),
    matching: text('Den som erbjuder lägenheter på SHIS', 'Those who offer flats at SHIS'),
    accessLog: text(
      'Den organisation som ansvarar för hushållet, granskare och säkerhetsansvariga',
      'The organisation that answers for the household, auditors and security officers',
    ),
    reviewer: text('Chefer, granskare och säkerhetsansvariga', 'Managers, auditors and security officers'),
  },
  takenBy: text('Tas av', 'Taken by'),
  loading: text('Demoåren läses in', 'The demo years are being loaded'),
  loadingMore: text(
    'Till dess går det bara att läsa. Läs om sidan för att se hur långt det har kommit.',
    'Until then one can only read. Reload the page to see how far it has come.',
  ),
  startingTitle: text('Husrum startar', 'Husrum is starting'),
  startingLead: text(
    'Databasen görs i ordning. Sidan läses om av sig själv.',
    'The database is being put in order. The page reloads by itself.',
  ),
  demo: text('Exempeldata, i dag är', 'Sample data, today is'),
  otherLanguage: text('English', 'Svenska'),
} as const;
