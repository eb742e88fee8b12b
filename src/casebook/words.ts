import type { Text } from '../../workflows/definition.js';

/** Sentences about lines of a casebook. Each tells what is so and what to do. */
export const words = {
  tooLong: {
    sv: 'Raden är längre än 36 MiB. Dela upp den.',
    en: 'The line is longer than 36 MiB. Divide it.',
  },
  notText: {
    sv: 'Raden är inte text i UTF-8. Spara boken som UTF-8.',
    en: 'The line is not text in UTF-8. Save the book as UTF-8.',
  },
  notJson: {
    sv: 'Raden är inte giltig JSON. Skriv ett JSON-objekt på varje rad.',
    en: 'The line is not valid JSON. Write one JSON object on each line.',
  },
  notSound: {
    sv: 'Raden innehåller tecken eller tal som inte kan sparas, eller är för djupt nästlad. Ta bort dem.',
    en: 'The line holds characters or numbers that cannot be kept, or is nested too deeply. Remove them.',
  },
  unknownLine: {
    sv: 'Det syns inte vad raden är. Ange "register", "open" eller "event"; "book" bara på den första raden.',
    en: 'It does not show what the line is. Give "register", "open" or "event"; "book" on the first line only.',
  },
  outOfOrder: {
    sv: 'Raden är registrerad tidigare än raden före. Ordna raderna efter "recorded".',
    en: 'The line was recorded before the one above it. Put the lines in order of "recorded".',
  },
  fileIsLater: {
    sv: 'I ett av ärendena är senare händelser redan registrerade. Ange ett senare "recorded".',
    en: 'Later events are recorded in one of the files already. Give a later "recorded".',
  },
  future: {
    sv: 'Raden är registrerad i framtiden. Ange när den registrerades.',
    en: 'The line is recorded in the future. Give the time when it was recorded.',
  },
  nameTaken: {
    sv: 'Namnet är redan taget i boken. Ge processen ett annat namn.',
    en: 'The name is taken in this book already. Give the process another.',
  },
  unknownName: {
    sv: 'Ingen rad i boken har öppnat det som namnet pekar ut, eller så togs den raden inte. Kontrollera namnet.',
    en: 'No line of the book has opened what the name points to, or that line was not taken. Check the name.',
  },
  unknownId: {
    sv: 'Ingen rad ovanför har det id:t i det ärendet, eller så togs den raden inte. Kontrollera "of" och "file".',
    en: 'No line above has that id in that file, or that line was not taken. Check "of" and "file".',
  },
  unknownPerson: {
    sv: 'Ingen har det inloggningsnamnet vid den tidpunkten. Lägg till personen i registret först.',
    en: 'Nobody has that login at that time. Add the person to the register first.',
  },
} as const satisfies Record<string, Text>;
