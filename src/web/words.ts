import type { Text } from '../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Words of the frame that stands round every page, and of its parts. */
export const words = {
  skip: text('Hoppa till innehållet', 'Skip to the content'),
  otherLanguage: text('English', 'Svenska'),
  demo: text('Exempeldata, i dag är', 'Demo data, today is'),
  menu: text('Huvudmeny', 'Main menu'),
  start: text('I dag', 'Today'),
  someLate: text('något är försenat', 'something is late'),
  help: text('Hjälp', 'Help'),
  news: text('Nytt i Husrum', 'What is new'),
  accessibility: text('Tillgänglighet', 'Accessibility'),
  look: text('Utseende', 'Look'),
  themes: {
    system: text('Som systemet', 'As the system'),
    light: text('Ljust', 'Light'),
    dark: text('Mörkt', 'Dark'),
  },
  printed: text('Utskrivet', 'Printed'),
  inbox: text('Notiser', 'Notices'),
  unread: text('olästa', 'unread'),
  find: text('Sök', 'Search'),
  finds: text('Ärende, namn eller lägenhet', 'Case, name or flat'),
  signOut: text('Logga ut', 'Sign out'),
  signIn: text('Logga in', 'Sign in'),
  switchRole: text('Byt roll', 'Switch role'),
  noRole: text('Ingen roll vald än', 'No role chosen yet'),
  actsFor: text('i stället för', 'standing in for'),
  invented: text(
    'Exempeldata. Alla personer och anläggningar är påhittade.',
    'Demo data. All people and facilities are invented.',
  ),
  time: text('Tid kvar av inloggningen', 'Time left of the session'),
  going: text(
    'Du loggas snart ut, eftersom sidan inte har använts på ett tag. Det du har skrivit finns kvar om du fortsätter.',
    'You will soon be signed out, as the page has not been used for a while. What you have typed stays if you go on.',
  ),
  last: text(
    'Din arbetstid i systemet tar snart slut och du loggas ut. Skicka det du har skrivit nu.',
    'Your time in the system is nearly over and you will be signed out. Send what you have typed now.',
  ),
  goOn: text('Fortsätt arbeta', 'Go on working'),
  over: text(
    'Inloggningen har upphört. Skicka formuläret ändå: det du har skrivit sparas och visas när du har loggat in igen.',
    'The session has ended. Send the form all the same: what you typed is kept and shown when you have signed in again.',
  ),
  oneError: text('En sak behöver rättas', 'One thing needs to be corrected'),
  errors: (count: number): Text =>
    text(`${count} saker behöver rättas`, `${count} things need to be corrected`),
  error: text('Fel: ', 'Error: '),
} as const;
