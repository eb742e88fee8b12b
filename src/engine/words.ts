import type { Text } from '../../workflows/definition.js';

/** Sentences that the engine itself says. Each tells what is so and what to do. */
export const words = {
  notFound: {
    sv: 'Ärendet finns inte, eller så har du inte tillgång till det. Kontrollera numret.',
    en: 'The file does not exist, or you have no access to it. Check the number.',
  },
  sameFile: {
    sv: 'Det är samma ärende. Ange numret på det andra ärendet.',
    en: 'That is the same case. Give the number of the other case.',
  },
  unknownEvent: {
    sv: 'Det steget finns inte här. Välj ett av stegen som ärendet visar.',
    en: 'There is no such step here. Choose one of the steps that the file shows.',
  },
  unknownWorkflow: {
    sv: 'Det finns inget sådant flöde. Välj ett ur listan över flöden.',
    en: 'There is no such workflow. Choose one from the list of workflows.',
  },
  onlyEngine: {
    sv: 'Steget tas av systemet när något annat händer, inte av en person.',
    en: 'The system takes this step when something else happens; a person cannot.',
  },
  notNow: {
    sv: 'Steget är inte möjligt i det läge som ärendet är i nu.',
    en: 'The step is not possible in the state that the case is in now.',
  },
  stale: {
    sv: 'Någon annan har ändrat ärendet sedan du öppnade det. Läs om det och försök igen.',
    en: 'Somebody else has changed the file since you opened it. Read it again and retry.',
  },
  future: {
    sv: 'Tidpunkten ligger i framtiden. Ange när det hände.',
    en: 'The time lies in the future. Give the time when it happened.',
  },
  beforeOpening: {
    sv: 'Tidpunkten ligger före den dag då ärendet öppnades. Ange en senare tid.',
    en: 'The time lies before the case was opened. Give a later time.',
  },
  keyReused: {
    sv: 'Samma nyckel har redan använts för ett annat innehåll. Använd en ny nyckel.',
    en: 'The same key was used already with other content. Use a new key.',
  },
  samePerson: {
    sv: 'En annan person måste bekräfta steget. Du har redan föreslagit det.',
    en: 'Another person has to confirm this step. You have proposed it already.',
  },
  otherOrganisation: {
    sv: 'Steget ska bekräftas av en person från den andra organisationen.',
    en: 'The step has to be confirmed by a person of the other organisation.',
  },
  tooMany: {
    sv: 'Steget sätter igång fler följdsteg än systemet tillåter. Kontakta förvaltningen av systemet.',
    en: 'The step sets off more further steps than the system allows. Contact those who run the system.',
  },
  quarantined: {
    sv: 'Ärendet följer en version av flödet som inte finns här. Det är satt åt sidan tills versionen är tillbaka.',
    en: 'The case follows a version of its workflow that is not here. It is set aside until that version is back.',
  },
  busy: {
    sv: 'Många ändrar samma ärende just nu. Försök igen om en stund.',
    en: 'Many are changing the same file just now. Try again in a moment.',
  },
  unknownReference: {
    sv: 'Det som pekas ut finns inte. Välj ur listan.',
    en: 'What is pointed out does not exist. Choose from the list.',
  },
  unknownReason: {
    sv: 'Skälet finns inte i listan för den dagen. Välj ett skäl ur listan.',
    en: 'The reason is not on the list for that day. Choose one from the list.',
  },
  invalidData: {
    sv: 'Några uppgifter är fel eller saknas. Rätta dem och försök igen.',
    en: 'Some of the data is wrong or missing. Correct it and try again.',
  },
  halfCharacter: {
    sv: 'Texten innehåller ett tecken som är avhugget. Skriv om den.',
    en: 'The text holds a character that is cut in half. Write it anew.',
  },
  badKey: {
    sv: 'Nyckeln får ha högst 200 tecken och inga styrtecken.',
    en: 'The key may have at most 200 characters and no control characters.',
  },
  noMoment: {
    sv: 'Tidpunkten går inte att läsa. Skriv den som 2021-03-01T10:00:00+01:00.',
    en: 'The time cannot be read. Write it as 2021-03-01T10:00:00+01:00.',
  },
  wrongKind: {
    sv: 'Flödet hör hemma i en annan sorts ärende.',
    en: 'The workflow belongs in another kind of file.',
  },
} as const satisfies Record<string, Text>;
