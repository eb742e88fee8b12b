import type { Text } from '../../../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Words of the form of a step. */
export const stepWords = {
  newReferral: text(
    'Uppgifterna sparas som ett utkast som bara din stadsdel ser. Du kan fylla på och ändra tills du skickar remissen till SHIS.',
    'The data is saved as a draft that only your district sees. You can add and change until you send the referral to SHIS.',
  ),
  saveDraft: text('Spara utkastet', 'Save the draft'),
  save: text('Spara', 'Save'),
  mustHold: text('För att steget ska gå igenom:', 'For the step to be taken:'),
  notToday: text(
    'Steget går inte i dag. Hände det en tidigare dag: skriv den dagen nedan.',
    'The step is not possible today. If it happened on an earlier day, write that day below.',
  ),
  firstPerson: text(
    'Steget tas av två personer. Du föreslår det; det gäller när en andra person har sagt detsamma.',
    'The step is taken by two persons. You propose it; it holds once a second person has said the same.',
  ),
  secondPerson: text(
    'En kollega har föreslagit steget. Skriv samma uppgifter, så gäller det.',
    'A colleague has proposed the step. Write the same data and it holds.',
  ),
  known: {
    kept: text(
      'Fälten är ifyllda med det som står i ärendet. Ändra det som är annorlunda. Ett fält som du tömmer står kvar som det var.',
      'The fields are filled with what stands in the case. Change what is different. A field that you empty stays as it was.',
    ),
    dropped: text(
      'Fälten är ifyllda med det som står i ärendet. Ändra det som är annorlunda, och töm det som inte behövs längre.',
      'The fields are filled with what stands in the case. Change what is different, and empty what is no longer needed.',
    ),
  },
  look: text('Visa vad som händer', 'Show what happens'),
  reasonSends: text('Knappen med ditt svar registrerar steget', 'The button with your answer takes the step'),
  reasonLooks: text(
    'Knappen med ditt svar visar först vad som händer.',
    'The button with your answer first shows what happens.',
  ),
  cancel: text('Avbryt', 'Cancel'),
  change: text('Ändra uppgifterna', 'Change the data'),
  otherDay: text('Hände det en annan dag än i dag?', 'Did it happen on another day than today?'),
  happened: text('Dagen då det hände', 'The day on which it happened'),
  happenedHint: text(
    'Skriv ÅÅÅÅ-MM-DD. Den dagen räknas, och det syns att det registrerades senare.',
    'Write YYYY-MM-DD. That day counts, and it shows that it was recorded later.',
  ),
  effects: text('Det här händer', 'This happens'),
  notYet: text('Inget är gjort än', 'Nothing has been done yet'),
  proposed: text(
    'Steget föreslås och väntar på en andra person.',
    'The step is proposed and waits for a second person.',
  ),
  nothingMoves: text(
    'Inget läge ändras. Händelsen skrivs i loggen.',
    'No state changes. The event is written in the log.',
  ),
  effectsCaption: text('Vad som ändras när steget tas', 'What changes when the step is taken'),
  what: text('Vad', 'What'),
  now: text('Nu', 'Now'),
  after: text('Efter', 'After'),
  begins: text('börjar', 'begins'),
  responsible: text('Stadsdel', 'District'),
  assignee: text('Handläggare', 'Handler'),
  noOne: text('ingen', 'none'),
  sees: (who: Text): Text => text(`Det ${who.sv} ser`, `What ${who.en} sees`),
  depths: {
    shared: text(
      'vilka familjen är: namn, födelsedagar och personnummer',
      'who the family is: names, birth dates and personal numbers',
    ),
    coded: text(
      'att ärendet finns, men inte vilka familjen är',
      'that the case is there, but not who the family is',
    ),
    none: text('inget om familjen', 'nothing of the family'),
  },
  lost: text('Efter steget ser du inte ärendet längre.', 'After the step you no longer see the case.'),
  terms: text('Tider som börjar eller flyttas', 'Terms that begin or move'),
  changed: text('Någon annan har ändrat ärendet', 'Somebody else has changed the case'),
  changedHelp: text(
    'Det du skrev finns kvar nedan, och inget är gjort. Läs vad som har hänt och skicka igen om det fortfarande stämmer.',
    'What you typed stands below, and nothing was done. Read what has happened and send again if it still holds.',
  ),
  notPossible: text('Steget går inte nu:', 'The step is not possible now:'),
  possibleIn: text('Det går i läget', 'It is possible in the state'),
  back: text('Tillbaka till ärendet', 'Back to the case'),
  gone: text('Klart, och ärendet är inte längre ditt', 'Done, and the case is no longer yours'),
  goneLead: text(
    'steget är taget. Efter det ser du inte ärendet längre.',
    'the step is taken. After it you no longer see the case.',
  ),
  toStart: text('Till startsidan', 'To the start page'),
} as const;
