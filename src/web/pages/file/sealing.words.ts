import type { Text } from '../../../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Words of the form by which an entry is sealed, and of the log where one was. */
export const sealingWords = {
  seal: text('Spärra', 'Seal'),
  title: text('Spärra uppgiften i händelse', 'Seal the entry of event'),
  lead: text(
    'För det som inte får läsas, till exempel en anteckning som hör till en annan familj. Innehållet tas bort för gott. Att något skrevs, när och av vem, står kvar.',
    'For what must not be read, such as a note that belongs to another family. Its content is taken away for good. That something was written, when and by whom, stays.',
  ),
  now: text('Det som försvinner', 'What goes'),
  firstPerson: text(
    'Två personer i verksamheten måste göra detta. När du har bett om det står innehållet kvar tills en kollega gör detsamma.',
    'Two persons of the organisation have to do this. When you have asked for it the content stays until a colleague does the same.',
  ),
  asked: (name: string, day: string): Text =>
    text(
      `${name} bad den ${day} om att uppgiften spärras. När du gör detsamma försvinner innehållet för gott. Det går inte att ångra.`,
      `${name} asked on ${day} for the entry to be sealed. When you do the same its content is gone for good. It cannot be undone.`,
    ),
  askedYourself: (day: string): Text =>
    text(
      `Du bad den ${day} om att uppgiften spärras. Den står kvar tills en kollega i verksamheten gör detsamma. Fram till dess kan du ta tillbaka det.`,
      `You asked on ${day} for the entry to be sealed. It stays until a colleague of the organisation does the same. Until then you may take that back.`,
    ),
  takeBack: text('Ta tillbaka', 'Take it back'),
  decline: text('Låt uppgiften stå kvar', 'Let the entry stay'),
  reason: text('Skäl', 'Reason'),
  reasonHint: text(
    'Skriv varför, utan att upprepa det som ska bort.',
    'Say why, without repeating what is to go.',
  ),
  noReason: text('Skäl: skriv varför uppgiften ska spärras.', 'Reason: write why the entry is to be sealed.'),
  noReasonToKeep: text(
    'Skäl: skriv varför uppgiften ska stå kvar.',
    'Reason: write why the entry is to stay.',
  ),
  ask: text('Be om att uppgiften spärras', 'Ask for the entry to be sealed'),
  sealForGood: text('Spärra uppgiften för gott', 'Seal the entry for good'),
  cancel: text('Avbryt', 'Cancel'),
  notPossible: text('Uppgiften går inte att spärra:', 'The entry cannot be sealed:'),
  sealed: text('Spärrad', 'Sealed'),
  waits: text(
    'Ska spärras, väntar på en andra person sedan',
    'To be sealed, waits for a second person since',
  ),
  see: text('se nr', 'see no.'),
  of: text('Gäller händelse nr', 'Concerns event no.'),
} as const;
