import type { Text } from '../../workflows/definition.js';

const say = (sv: string, en: string): Text => ({ sv, en });

/** Every sentence that the verification of checkpoints says. */
export const checkpointWords = {
  lostEvents: say(
    'En kontrollpunkt har den här händelsen, men i kedjan saknas den eller är en annan.',
    'A checkpoint has this event, but in the chain it is missing or another one.',
  ),
  lostReadings: say(
    'En kontrollpunkt har den här posten i åtkomstloggen, men i kedjan saknas den eller är en annan.',
    'A checkpoint has this entry of the log of readings, but in the chain it is missing or another one.',
  ),
  unreadable: say('Kontrollpunkten går inte att läsa.', 'The checkpoint cannot be read.'),
  gap: say(
    'Kontrollpunkten följer inte på den före: en saknas eller har ändrats.',
    'The checkpoint does not follow the one before: one is missing or was changed.',
  ),
  root: say(
    'Kontrollpunktens rot är inte vad dess kedjeslut ger.',
    'The checkpoint’s root is not what its chain ends give.',
  ),
  signature: say(
    'Kontrollpunkten är inte undertecknad med installationens nyckel.',
    'The checkpoint is not signed with the installation’s key.',
  ),
} as const satisfies Record<string, Text>;
