import type { Text } from '../../../workflows/definition.js';

const say = (sv: string, en: string): Text => ({ sv, en });

/** Why an event could not have happened, where no chart says it. */
export const impossible = {
  notOpen: say('Ärendet var inte öppnat.', 'The file was not open.'),
  openTwice: say('Ärendet var redan öppnat.', 'The file was open already.'),
  cause: say(
    'Upphov, steg och kommando passar inte ihop.',
    'Its cause, step and command do not fit together.',
  ),
  onlyEngine: say('En person kan inte ta det steget.', 'A person cannot take that step.'),
  moment: say(
    'Den hände före öppnandet eller efter att den registrerades.',
    'It happened before the opening or after it was recorded.',
  ),
  notDue: say('Ingen sådan frist hade löpt ut då.', 'No such deadline had passed then.'),
  twoPersons: say(
    'Två olika personer har inte tagit steget.',
    'Two different persons did not take the step.',
  ),
  lookUp: say('Det som skulle ha slagits upp saknas.', 'What should have been looked up is missing.'),
  chart: say('Flödet kan inte ta emot innehållet.', 'The workflow cannot take the content.'),
  differs: (field: string) =>
    say(`Fältet ${field} är inte vad reglerna ger.`, `The field ${field} is not what the rules give.`),
  unknownTold: say(
    'Rättelsen nämner händelser som ärendet inte har.',
    'The correction names events that the file does not have.',
  ),
  leftOut: say(
    'Rättelsen ändrar mer av vad människor har gjort än det som den rättar.',
    'The correction changes more of what people did than what it corrects.',
  ),
  nobodyAsked: say(
    'Ingen hade bett om spärrningen som lades ned.',
    'Nobody had asked for the sealing that was dropped.',
  ),
  nothingToSeal: say(
    'Det som spärras finns inte, har inget innehåll att spärra eller är redan spärrat.',
    'What is sealed is not there, has no content to seal, or is sealed already.',
  ),
} as const;
