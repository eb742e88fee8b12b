import type { Text } from '../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What the help says of commands, arguments and options. */
export const help = {
  program: text(
    'Husrum: bostadsärenden från remiss till eget kontrakt. Avslutar med 0, 1 (svaret är nej) eller 2 (fel i anropet).',
    'Husrum: housing cases from referral to a lease of one’s own. Exits with 0, 1 (the answer is no) or 2 (usage).',
  ),
  help: text('visa hjälp', 'show help'),
  language: text('språk: sv eller en', 'language: sv or en'),
  json: text('table eller json', 'table or json'),
  serve: text('starta servern', 'start the server'),
  import: text('läs in en liggare (casebook)', 'import a casebook'),
  importFile: text('liggaren: ett JSON-objekt på varje rad', 'the casebook: one JSON object on each line'),
  dryRun: text('pröva allt och spara inget', 'check everything and keep nothing'),
  stopOnError: text(
    'stanna vid den första raden som inte tas emot',
    'stop at the first line that is refused',
  ),
  export: text('skriv ut allt som en liggare', 'write everything out as a casebook'),
  exportFile: text('bara raderna i ett ärende, för läsning', 'the lines of one file only, to read'),
  report: text('kör en rapport', 'run a report'),
  reportKeep: text(
    'spara rapporten, så att den kan köras om och jämföras; skriver ut dess beteckning',
    'keep the report, to be run again and compared; prints its name',
  ),
  reportVerify: text('kör om en sparad rapport och jämför', 'run a kept report again and compare'),
  keptId: text('den sparade rapportens beteckning', 'name of the kept report'),
  reportName: text('rapportens namn', 'name of the report'),
  reportFormat: text('table, json, csv, xlsx eller pdf', 'table, json, csv, xlsx or pdf'),
  verify: text(
    'granska alla kedjor och spela upp varje händelse igen',
    'verify every chain and replay every event',
  ),
  checkpoint: text(
    'skriv under var alla kedjor slutar nu, och skriv ut det',
    'sign where all chains end now, and print it',
  ),
  prove: text(
    'skriv ut beviset för att en händelse stod där när en kontrollpunkt gjordes',
    'print the proof that an event stood there when a checkpoint was made',
  ),
  proveEvent: text('händelsen, <ärende>:<nummer>', 'the event, <file>:<number>'),
  cull: text(
    'lägg fram de ärenden som ska gallras; en systemförvaltare gallrar dem sedan på sidan Gallring',
    'put forward the files that are to be culled; a system administrator then culls them on the page Culling',
  ),
  accessLog: text(
    'visa vem som har läst ett ärende, eller vad en person har läst',
    'show who has read a file, or what a person has read',
  ),
  accessLogFile: text('ärendets nummer', 'number of the file'),
  accessLogLogin: text('personens inloggningsnamn', 'login of the person'),
  accessLogFrom: text('från och med, ÅÅÅÅ-MM-DD', 'the first day, YYYY-MM-DD'),
  accessLogTo: text('till och med, ÅÅÅÅ-MM-DD', 'the last day, YYYY-MM-DD'),
  token: text('åtkomstnycklar (bearer token)', 'bearer tokens'),
  tokenCreate: text(
    'skapa en nyckel; skriver ut den och inget annat',
    'create a token; prints it and nothing else',
  ),
  tokenUser: text('inloggningsnamn ur registret', 'login out of the register'),
  tokenDays: text('antal dagar som den gäller, 1 till 366', 'days that it is good for, 1 to 366'),
  tokenLabel: text('vad den ska användas till', 'what it is for'),
  tokenRole: text('den roll som nyckeln gäller i', 'the role that the token acts in'),
  tokenOrganisation: text('den rollens organisation (kod)', 'the organisation of that role (code)'),
  tokenScope: text(
    'vad den får användas till: read, write, reports; utan det allt som personen får',
    'what it may be used for: read, write, reports; without it all that the person may',
  ),
  tokenList: text('lista nycklar', 'list tokens'),
  tokenOf: text('bara en persons', 'of one person only'),
  tokenRevoke: text('återkalla en nyckel', 'revoke a token'),
  tokenId: text('nyckelns id ur listan', 'id of the token, from the list'),
  doctor: text(
    'leta efter ärenden som fastnat, sena tidsfrister, störningar och fel i inställningarna',
    'look for stuck cases, overdue timers, incidents and faults of the configuration',
  ),
  demo: text('exempeldata', 'demo data'),
  demoLoad: text('läs in exempelåren', 'load the demo years'),
  demoScale: text('gånger så många ärenden', 'times as many cases'),
} as const satisfies Record<string, Text>;

/** What the commands say. */
export const words = {
  noFile: text('Filen går inte att läsa. Kontrollera sökvägen.', 'The file cannot be read. Check the path.'),
  noCase: text('Ärendet finns inte. Kontrollera numret.', 'There is no such file. Check its number.'),
  noDay: text(
    'Skriv en dag som finns, till exempel 2021-10-31.',
    'Write a day that exists, such as 2021-10-31.',
  ),
  noProof: text(
    'Ingen kontrollpunkt omfattar den händelsen. Kontrollera numret, eller gör en: husrum checkpoint.',
    'No checkpoint covers that event. Check its number, or make one: husrum checkpoint.',
  ),
  cullingProposed: text(
    'Ärendena är framlagda. Inget är borta förrän en systemförvaltare gallrar dem på sidan Gallring.',
    'The files have been put forward. Nothing is gone until a system administrator culls them on the page Culling.',
  ),
  noneToCull: (next: string | null): Text =>
    next === null
      ? text('Inget ärende är i tur att gallras.', 'No file is due for culling.')
      : text(`Inget ärende är i tur att gallras före ${next}.`, `No file is due for culling before ${next}.`),
  forResearch: text('Bevaras för forskningen', 'Kept for research'),
  inReview: text('Väntar på granskning av läsningar', 'Waiting for readings to be reviewed'),
  wasRefused: text('(nekades)', '(refused)'),
  importing: text('Läser in', 'Importing'),
  loading: text('Läser in exempelåren', 'Loading the demo years'),
  verifying: text('Granskar', 'Verifying'),
  busy: text(
    'En annan inläsning pågår. Vänta tills den är klar.',
    'Another import is under way. Wait until it has ended.',
  ),
  line: text('rad', 'line'),
  taken: text('tagna', 'taken'),
  repeated: text('fanns redan', 'there already'),
  refused: text('inte tagna', 'refused'),
  stopped: text(
    'Inläsningen stannade vid den första raden som inte togs.',
    'Stopped at the first refused line.',
  ),
  nothingKept: text('Provkörning: inget sparades.', 'Dry run: nothing was kept.'),
  noDemo: text(
    'Exempelåren finns inte i den här installationen.',
    'The demo years are not part of this installation.',
  ),
  onlyInDemo: text(
    'Exempelår läses bara in där HUSRUM_DEMO är 1, eftersom de har en egen dag.',
    'Demo years are loaded only where HUSRUM_DEMO is 1, as they have a day of their own.',
  ),
  binary: text(
    'Skicka xlsx och pdf till en fil: lägg till > rapport.xlsx.',
    'Send xlsx and pdf to a file: add > report.xlsx.',
  ),
  keptSame: text('Samma byte när den körs om.', 'The same bytes when run again.'),
  keptDiffers: text(
    'Den ger inte samma byte när den körs om. Det här skiljer:',
    'It does not give the same bytes when run again. This differs:',
  ),
  keptSpoilt: text(
    'De sparade byten är inte de som sparades: kontrollsumman stämmer inte.',
    'The bytes kept are not those that were kept: the checksum is wrong.',
  ),
  otherDefinition: text(
    'Rapportens definition har ändrats sedan den sparades.',
    'The definition of the report has changed since it was kept.',
  ),
  nothingChangedSince: text(
    'Inget har registrerats eller rättats sedan dess som ändrar siffrorna.',
    'Nothing has been registered or corrected since that changes the figures.',
  ),
  changedSince: text('Som vi vet nu skiljer det här:', 'As we know now this differs:'),
  allWell: text('Allt stämmer.', 'All is well.'),
  notWell: text('Något stämmer inte.', 'Something is wrong.'),
  revoked: text('Nyckeln är återkallad.', 'The token is revoked.'),
  noToken: text('Ingen gällande nyckel har det id:t.', 'No token in force has that id.'),
  failed: text('Det gick inte', 'It failed'),
} as const satisfies Record<string, Text | ((...of: never[]) => Text)>;

/** Where a number was asked for that goes up to so many. */
export const notFromOneTo = (most: number): Text =>
  text(`Ange ett helt tal från 1 till ${most}.`, `Give a whole number from 1 to ${most}.`);
