import type { Text } from '../../../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Words of the form of a correction, and of the log where something was corrected. */
export const correctionWords = {
  correct: text('Rätta', 'Correct'),
  title: text('Rätta händelse', 'Correct event'),
  lead: text(
    'Det som skrevs först finns kvar i loggen. Rättelsen står bredvid, och allt som följde räknas om.',
    'What was written first stays in the log. The correction stands beside it, and all that followed is worked out anew.',
  ),
  now: text('Så står det nu', 'What stands now'),
  day: text('Dagen då det hände', 'The day on which it happened'),
  dayHint: text('Skriv ÅÅÅÅ-MM-DD.', 'Write YYYY-MM-DD.'),
  way: text('Vad är fel?', 'What is wrong?'),
  ways: {
    replace: text('Uppgifterna eller dagen', 'The data or the day'),
    void: text('Det hände aldrig', 'It never happened'),
    note: text('Inget, men något behöver förklaras', 'Nothing, but something needs to be explained'),
  },
  waysDayOnly: text('Dagen', 'The day'),
  wayHints: {
    replace: text('Ändra nedan det som ska stå i stället.', 'Change below what should stand instead.'),
    void: text(
      'Händelsen slutar gälla, och det som följde av den tas om.',
      'The event no longer stands, and what followed from it is taken anew.',
    ),
    note: text('Skriv en anteckning. Inget annat ändras.', 'Write a note. Nothing else changes.'),
  },
  replacement: text('Det som ska stå i stället', 'What should stand instead'),
  dataNotHere: text(
    'Den här händelsens uppgifter går inte att skriva om här. Har den aldrig hänt: välj det, och ta steget på nytt.',
    'The data of this event cannot be rewritten here. If it never happened: choose that, and take the step anew.',
  ),
  note: text('Anteckning', 'Note'),
  noteHint: text('Bara när inget är fel.', 'Only when nothing is wrong.'),
  reason: text('Skäl till rättelsen', 'Reason for the correction'),
  look: text('Visa vad som ändras', 'Show what changes'),
  cancel: text('Avbryt', 'Cancel'),
  change: text('Ändra rättelsen', 'Change the correction'),
  noWay: text('Vad är fel: välj ett svar.', 'What is wrong: choose an answer.'),
  noReason: text('Skäl till rättelsen: skriv varför.', 'Reason for the correction: write why.'),
  noNote: text('Anteckning: skriv vad som behöver förklaras.', 'Note: write what needs to be explained.'),
  nothingChanged: text(
    'Inget är ändrat. Skriv det som ska stå i stället, eller välj något annat.',
    'Nothing is changed. Write what should stand instead, or choose something else.',
  ),
  notPossible: text('Händelsen går inte att rätta:', 'The event cannot be corrected:'),
  yourCorrection: text('Din rättelse', 'Your correction'),
  gone: text('Händelser som inte längre gäller', 'Events that no longer stand'),
  told: text('Händelser som står i stället', 'Events that stand instead'),
  ended: text('Tider som slutar löpa eller flyttas', 'Terms that stop or move'),
  closed: text('Räknas inte längre i statistiken', 'No longer counted in the statistics'),
  counted: text('Räknas i stället', 'Counted instead'),
  kept: text(
    'Sparade rapporter som bygger på det som ändras. De står kvar som de var',
    'Kept reports that rest on what changes. They stay as they were',
  ),
  corrected: text('Rättad', 'Corrected'),
  noLonger: text('Gäller inte längre, rättad', 'No longer stands, corrected'),
  see: text('se nr', 'see no.'),
  of: text('Rättar händelse nr', 'Corrects event no.'),
  happened: text('Hände', 'Happened'),
  never: text('hände aldrig', 'never happened'),
  none: text('ej angivet', 'not given'),
  event: text('Händelse', 'Event'),
} as const;

/** What the facts of the statistics are called, by their kinds. */
export const factWords: Readonly<Record<string, Text>> = {
  allocated: text('Lägenhet fördelad', 'Flat allocated'),
  reserved: text('Lägenhet reserverad', 'Flat reserved'),
  released: text('Lägenhet släppt', 'Flat released'),
  movedIn: text('Inflyttning', 'Move in'),
  movedOut: text('Utflyttning', 'Move out'),
  refused: text('Nej', 'Refusal'),
  accepted: text('Ja', 'Acceptance'),
  chosen: text('Familj vald', 'Family chosen'),
  dailyCost: text('Dygnskostnad', 'Daily cost'),
  vacancyBegan: text('Vakans började', 'Vacancy began'),
  vacancyEnded: text('Vakans slutade', 'Vacancy ended'),
  limit: text('Femårsgräns', 'Five-year limit'),
  followUp: text('Uppföljning', 'Follow-up'),
};
export const otherFact = text('Annat', 'Other');
