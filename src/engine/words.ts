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
  standsInTheWay: {
    sv: 'Det som hände senare bygger på uppgiften, så den kan inte rättas på det sättet. Rätta det senare steget först, eller skriv en anteckning.',
    en: 'What happened later rests on it, so it cannot be corrected like this. Correct the later step first, or write a note.',
  },
  noOrigin: {
    sv: 'Det här följde av ett annat steg. Rätta det steget i stället.',
    en: 'This followed from another step. Correct that step instead.',
  },
  ofTheEngine: {
    sv: 'Det här gjorde systemet självt. Det ändras av sig självt när steget före rättas.',
    en: 'The system did this by itself. It changes by itself when the step before it is corrected.',
  },
  gone: {
    sv: 'Steget gäller inte längre: det har rättats bort.',
    en: 'The step no longer stands: it was corrected away.',
  },
  otherHands: {
    sv: 'Steget rättas av den verksamhet som tog det.',
    en: 'The step is corrected by those who took it.',
  },
  theOpening: {
    sv: 'Steget öppnade ärendet och kan inte tas bort. Rätta uppgifterna, eller avsluta ärendet.',
    en: 'The step opened the file and cannot be taken away. Correct its data, or close the case.',
  },
  opensAnother: {
    sv: 'Rättelsen skulle öppna eller ta bort ett annat ärende. Gör det med egna steg i stället.',
    en: 'The correction would open or take away another file. Do that by steps of their own instead.',
  },
  twoMustSay: {
    sv: 'Steget togs av två personer. Ta bort det, och låt två personer ta det på nytt.',
    en: 'Two persons took the step. Take it away, and let two persons take it anew.',
  },
  aPaper: {
    sv: 'En bifogad handling kan inte bytas ut. Ta bort den, och bifoga den rätta.',
    en: 'An attached document cannot be replaced. Take it away, and attach the right one.',
  },
  carriedOver: {
    sv: 'Steget flyttade uppgifter mellan ärenden, och de kan inte bytas ut i efterhand. Rätta med egna steg i ärendena.',
    en: 'The step moved data between files, and they cannot be replaced afterwards. Correct by steps of their own in the files.',
  },
  nothingChanges: {
    sv: 'Rättelsen ändrar ingenting. Ange vad som ska stå i stället.',
    en: 'The correction changes nothing. Say what should stand instead.',
  },
  oneWay: {
    sv: 'Välj ett sätt att rätta: nya uppgifter, att det aldrig hände, eller en anteckning.',
    en: 'Choose one way to correct: new data, that it never happened, or a note.',
  },
  toldLater: {
    sv: 'Dagen ligger efter den då steget registrerades. Ta bort steget, och registrera det på nytt.',
    en: 'The day lies after the one on which the step was registered. Take the step away, and register it anew.',
  },
  nothingToSeal: {
    sv: 'Steget har inget att spärra: ingen fritext och ingen bifogad handling.',
    en: 'The step has nothing to seal: no free text and no attached document.',
  },
  nobodyAsked: {
    sv: 'Ingen har bett om att uppgiften spärras, eller så har det redan tagits tillbaka.',
    en: 'Nobody has asked for the entry to be sealed, or that was taken back already.',
  },
  sealedAlready: {
    sv: 'Uppgiften är redan spärrad.',
    en: 'The entry is sealed already.',
  },
  saysWhoTheyAre: {
    sv: 'Steget säger vilka familjen är, och det behöver ärendet. Rätta uppgifterna i stället.',
    en: 'The step says who the family is, and the case needs that. Correct the data instead.',
  },
  stillUsed: {
    sv: 'Uppgiften används fortfarande i ärendet. Rätta steget först, och spärra sedan det som stod.',
    en: 'The entry is still used in the case. Correct the step first, then seal what stood there.',
  },
  secondAsked: {
    sv: 'Du har redan bett om att uppgiften ska spärras. En kollega i samma verksamhet ska göra det också. Du kan ta tillbaka det.',
    en: 'You have asked for the entry to be sealed already. A colleague of the same organisation has to do so too. You may take it back.',
  },
  tooWide: {
    sv: 'Så mycket har hänt sedan dess att steget inte längre kan rättas. Skriv en anteckning i stället.',
    en: 'So much has happened since that the step can no longer be corrected. Write a note instead.',
  },
  wrongKind: {
    sv: 'Flödet hör hemma i en annan sorts ärende.',
    en: 'The workflow belongs in another kind of file.',
  },
} as const satisfies Record<string, Text>;
