import type { Text } from '../../workflows/definition.js';

const say = (sv: string, en: string): Text => ({ sv, en });

/** What verification says of the security log. */
export const securityWords = {
  hash: say(
    'Händelsen i säkerhetsloggen har ändrats efter att den skrevs.',
    'The event of the security log was changed after it was written.',
  ),
  head: say(
    'Slutet på säkerhetsloggen stämmer inte med den sista händelsen.',
    'The head of the security log is not the hash of its last event.',
  ),
  gap: (count: number) =>
    say(
      `${count === 1 ? 'En händelse' : `${count} händelser`} i säkerhetsloggen saknas här.`,
      `${count === 1 ? 'One event' : `${count} events`} of the security log missing here.`,
    ),
  column: (name: string) =>
    say(
      `Kolumnen ${name} säger något annat än händelsen i säkerhetsloggen.`,
      `The column ${name} says something else than the event of the security log.`,
    ),
} as const;

/** What verification says of the log of readings. */
export const accessWords = {
  hash: say(
    'Noteringen om en läsning har ändrats efter att den skrevs.',
    'The entry of a reading was changed after it was written.',
  ),
  noEntry: say(
    'Innehållet går inte att läsa som en notering om en läsning.',
    'The content cannot be read as the entry of a reading.',
  ),
  head: say(
    'Slutet på loggen över läsningar stämmer inte med den sista noteringen.',
    'The head of the log of readings is not the hash of its last entry.',
  ),
  gap: (count: number) =>
    say(
      `${count === 1 ? 'En notering' : `${count} noteringar`} om läsning saknas här.`,
      `${count === 1 ? 'One entry' : `${count} entries`} of a reading missing here.`,
    ),
  reordered: say(
    'Noteringen om en läsning skrevs för en annan plats än den står på.',
    'The entry of a reading was written for another place than the one it stands in.',
  ),
  column: (name: string) =>
    say(
      `Kolumnen ${name} säger något annat än noteringen om läsningen.`,
      `The column ${name} says something else than the entry of the reading.`,
    ),
  emergency: say(
    'En nödöppning och noteringen om den stämmer inte med varandra.',
    'An emergency access and the entry that tells of it do not fit together.',
  ),
  note: say(
    'Texten till noteringen om en läsning saknas, är ändrad eller hör inte dit.',
    'The note of the entry of a reading is missing, changed or does not belong there.',
  ),
} as const;
