import type { Text } from '../../workflows/definition.js';

const say = (sv: string, en: string): Text => ({ sv, en });

/** Every sentence that verification says. None tells a value, only what and where. */
export const words = {
  hash: say(
    'Händelsens innehåll eller kedjevärde har ändrats efter att den skrevs.',
    'The event’s content or hash was changed after it was written.',
  ),
  head: say(
    'Ärendets kedjeslut stämmer inte med den sista händelsen.',
    'The head of the file’s chain is not the hash of its last event.',
  ),
  gap: (count: number) =>
    count === 1
      ? say('Händelsen saknas.', 'The event is missing.')
      : say(`${count} händelser saknas här.`, `${count} events are missing here.`),
  cutOff: (count: number) =>
    say(
      `Ärendet ska ha ${count} händelser till efter den sista.`,
      `The file should have ${count} more event(s) after its last.`,
    ),
  outside: say(
    'Händelsen står utanför ärendets nummerföljd.',
    'The event stands outside the file’s numbers.',
  ),
  reordered: (own: unknown) =>
    say(
      `Händelsen skrevs som nummer ${String(own)} men står här.`,
      `The event was written as number ${String(own)} but stands here.`,
    ),
  noEvent: say('Innehållet går inte att läsa som en händelse.', 'The content cannot be read as an event.'),
  notCanonical: say(
    'Innehållet är inte skrivet i den bestämda formen (RFC 8785).',
    'The content is not written in canonical form (RFC 8785).',
  ),
  column: (name: string) =>
    say(
      `Kolumnen ${name} säger något annat än händelsen.`,
      `The column ${name} says something else than the event.`,
    ),
  impossible: (because: Text) =>
    say(`Händelsen kan inte ha hänt. ${because.sv}`, `The event could not have happened. ${because.en}`),
  unknownVersion: (name: string) =>
    say(
      `Version ${name} av flödet finns inte här, så processen kan inte kontrolleras.`,
      `Version ${name} of the workflow is not here, so the process cannot be verified.`,
    ),
  state: (column: string) =>
    say(
      `Processens kolumn ${column} är inte vad händelserna ger.`,
      `The process’ column ${column} is not what the events give.`,
    ),
  noProcess: say('Processens rad saknas.', 'The row of the process is missing.'),
  extraProcess: say('Ingen händelse har öppnat processen.', 'No event opened the process.'),
  record: (column: string) =>
    say(
      `Ärendets kolumn ${column} är inte vad händelserna ger.`,
      `The file’s column ${column} is not what its events give.`,
    ),
  noEvents: say('Ärendet har ingen läsbar första händelse.', 'The file has no readable first event.'),
  deadline: (key: string, column: string) =>
    say(
      `Fristen ${key}: kolumnen ${column} är inte vad händelserna ger.`,
      `The deadline ${key}: the column ${column} is not what the events give.`,
    ),
  noDeadline: (key: string) => say(`Fristen ${key} saknas.`, `The deadline ${key} is missing.`),
  extraDeadline: (key: string) =>
    say(`Fristen ${key} följer inte av händelserna.`, `The deadline ${key} does not follow from the events.`),
  hold: (name: string) =>
    say(
      `Reservationen ${name} är inte vad händelserna ger.`,
      `The hold ${name} is not what the events give.`,
    ),
  noHold: (name: string) => say(`Reservationen ${name} saknas.`, `The hold ${name} is missing.`),
  extraHold: (name: string) =>
    say(
      `Reservationen ${name} följer inte av händelserna.`,
      `The hold ${name} does not follow from the events.`,
    ),
  fact: (ordinal: number, column: string) =>
    say(
      `Faktum ${ordinal}: kolumnen ${column} är inte vad händelsen ger.`,
      `Fact ${ordinal}: the column ${column} is not what the event gives.`,
    ),
  noFact: (ordinal: number) => say(`Faktum ${ordinal} saknas.`, `Fact ${ordinal} is missing.`),
  extraFact: (ordinal: number) =>
    say(`Faktum ${ordinal} följer inte av händelsen.`, `Fact ${ordinal} does not follow from the event.`),
  message: (column: string) =>
    say(
      `Meddelandets kolumn ${column} är inte vad händelsen ger.`,
      `The message’s column ${column} is not what the event gives.`,
    ),
  noMessage: say('Ett meddelande som händelsen gav saknas.', 'A message that the event gave is missing.'),
  extraMessage: say('Ett meddelande hör inte till någon händelse.', 'A message belongs to no event.'),
  noSealed: say(
    'En spärrad personuppgift som händelsen nämner saknas, fast ärendets nyckel finns kvar.',
    'A sealed value that the event names is missing, though the file’s key is there.',
  ),
  stillSealed: say(
    'Innehållet i en uppgift som två personer har spärrat finns kvar.',
    'The content of an entry that two persons have sealed is still there.',
  ),
  changedSealed: say('En spärrad personuppgift har ändrats.', 'A sealed value was changed.'),
  unreadableSealed: say(
    'En spärrad personuppgift går inte att öppna med ärendets nyckel.',
    'A sealed value cannot be opened with the file’s key.',
  ),
  extraSealed: say(
    'En spärrad personuppgift hör inte till någon händelse.',
    'A sealed value belongs to no event.',
  ),
  unreadableKey: say(
    'Ärendets nyckel går inte att öppna med huvudnyckeln.',
    'The file’s key cannot be opened with the master key.',
  ),
  causeUnknown: (id: string) =>
    say(
      `Händelsen ${id}, som ska ha lett hit, finns inte.`,
      `The event ${id}, which should have led here, does not exist.`,
    ),
  causeSilent: (id: string) =>
    say(`Händelsen ${id} har inte lett till den här händelsen.`, `The event ${id} did not lead to this one.`),
  notSetOff: say(
    'Något som händelsen ledde till i samma ärende saknas.',
    'Something that the event set off in the same file is missing.',
  ),
  notSent: say(
    'Något som händelsen ska ha lett till i ett annat ärende står inte i den.',
    'Something that the event must have set off in another file is not named in it.',
  ),
  sentElsewhere: (id: string) =>
    say(
      `Händelsen säger sig ha lett till ${id}, vilket reglerna inte ger.`,
      `The event says that it led to ${id}, which the rules do not give.`,
    ),
  deliveryGone: (id: string) =>
    say(`Händelsen ${id}, som den ledde till, saknas.`, `The event ${id}, which it led to, is missing.`),
  deliveryOther: (id: string) =>
    say(
      `Händelsen ${id} är inte den som det här ledde till.`,
      `The event ${id} is not the one that this led to.`,
    ),
  orphans: (table: string) =>
    say(
      `Tabellen ${table} har rader för ett ärende som inte finns.`,
      `The table ${table} has rows for a file that does not exist.`,
    ),
  otherDefinition: say(
    'Händelser togs enligt en annan lydelse av samma version än den som körs.',
    'Events were taken by another wording of the same version than the one that runs.',
  ),
  culledLeft: say(
    'Ärendet är gallrat, men något av det som skulle bort finns kvar.',
    'The file was culled, but something of what was to go is left.',
  ),
  culledAlone: say(
    'Ärendet är gallrat, men inte av två personer.',
    'The file was culled, but not by two persons.',
  ),
  keyLost: say(
    'Ärendets nyckel är borta, men ingen har gallrat det.',
    'The key of the file is gone, but nobody has culled it.',
  ),
  culled: say(
    'Ärenden vars nyckel är borta: personuppgifterna är gallrade.',
    'Files whose key is gone: their personal data have been culled.',
  ),
  notRead: say(
    'Tabellen fick inte läsas med de här rättigheterna och är inte kontrollerad.',
    'The table may not be read with these rights and was not verified.',
  ),
} as const;
