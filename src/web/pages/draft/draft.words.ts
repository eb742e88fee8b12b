import type { Text } from '../../../../workflows/definition.js';
import type { Stand } from '../../forms/opening-form.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Words of a form that is filled in page by page, and kept half-filled. */
export const draftWords = {
  title: text('Påbörjade remisser', 'Referrals under way'),
  lead: text(
    'Det här är påbörjat hos er och inte sparat som ärende än. SHIS ser inget av det. Orört i 180 dagar försvinner det.',
    'These were begun by you and are no cases yet. SHIS sees nothing of them. Untouched for 180 days they are gone.',
  ),
  none: text('Inget är påbörjat.', 'Nothing has been begun.'),
  begin: text('Ny remiss', 'New referral'),
  whose: text('Familj', 'Family'),
  unnamed: text('namn saknas', 'no name yet'),
  hidden: text('namnet visas när du öppnar', 'the name is shown when you open it'),
  by: text('Påbörjad av', 'Begun by'),
  changed: text('Senast ändrad', 'Last changed'),
  far: text('Klart', 'Done'),
  of: text('av', 'of'),
  open: text('Fortsätt', 'Go on'),
  where: text('Var du är', 'Where you are'),
  tasks: text('Delar', 'Parts'),
  stands: {
    done: text('Klar', 'Done'),
    begun: text('Påbörjad', 'Begun'),
    todo: text('Inte påbörjad', 'Not begun'),
    free: text('Frivillig', 'Optional'),
  } satisfies Record<Stand, Text>,
  check: text('Kontrollera svaren', 'Check the answers'),
  next: text('Spara och fortsätt', 'Save and go on'),
  toCheck: text('Spara och kontrollera', 'Save and check'),
  later: text('Spara och fyll i senare', 'Save and fill in later'),
  kept: text(
    'Det du skrev är sparat. Rätta nu, eller fyll i senare.',
    'What you typed is saved. Correct it now, or fill it in later.',
  ),
  one: text('Allt på en sida', 'All on one page'),
  many: text('En del i taget', 'One part at a time'),
  page: text('Del', 'Part'),
  others: text('Någon annan har ändrat den här delen', 'Somebody else has changed this part'),
  othersHelp: text(
    'Det du skrev står kvar nedan och är inte sparat än. Här är skillnaderna. Spara igen, så gäller ditt.',
    'What you typed stands below and is not saved yet. Here are the differences. Save again and yours counts.',
  ),
  question: text('Fråga', 'Question'),
  mine: text('Du skrev', 'You wrote'),
  noAnswer: text('inget svar', 'no answer'),
  change: text('Ändra', 'Change'),
  reckoned: text('Räknades ut av de andra svaren', 'Reckoned from the other answers'),
  conditions: text('Så står villkoren', 'How the conditions stand'),
  conditionsHelp: text(
    'SHIS bedömer villkoren när remissen granskas. Är något inte uppfyllt kan ni ange ett skäl till undantag.',
    'SHIS judges the conditions when the referral is screened. If one is not met you can state a ground of exception.',
  ),
  met: text('uppfyllt', 'met'),
  unmet: text('inte uppfyllt', 'not met'),
  sentSoon: text(
    'När remissen är skickad får ärendet ett nummer, du blir handläggare och SHIS granskar den. En kopia av frågorna och svaren sparas som de är nu.',
    'Once the referral is sent the case has a number, you are its handler and SHIS screens it. A copy of the questions and answers is kept as they are now.',
  ),
  openOnly: text('Öppna ärendet utan att skicka', 'Open the case without sending'),
  openHelp: text(
    'Till exempel för att först registrera skyddade personuppgifter eller bifoga handlingar.',
    'For instance to record a protected identity first, or to attach papers.',
  ),
  busy: text(
    'En kollega skickar den här just nu. Vänta en stund och ladda om sidan.',
    'A colleague is sending this right now. Wait a moment and load the page again.',
  ),
  own: text('Bara jag ser det här', 'Only I see this'),
  ownHelp: text(
    'Välj det om familjen har skyddade personuppgifter: då ser ingen kollega det påbörjade.',
    'Choose it if the family has a protected identity: then no colleague sees what was begun.',
  ),
  ownNow: text('Bara du ser det här.', 'Only you see this.'),
  shared: text('Visa för kollegorna igen', 'Show it to colleagues again'),
  discard: text('Kasta det påbörjade', 'Throw it away'),
  discardHelp: text(
    'Allt som är ifyllt tas bort och går inte att få tillbaka.',
    'All that was filled in is removed and cannot be had back.',
  ),
  discardDo: text('Kasta', 'Throw away'),
  copy: text(
    'Så ställdes frågorna, och så svarade ni',
    'The questions as they were asked, and what you answered',
  ),
  copyLead: text(
    'Kopian är fryst: den ändras inte när ärendet ändras.',
    'The copy is frozen: it does not change with the case.',
  ),
} as const;
