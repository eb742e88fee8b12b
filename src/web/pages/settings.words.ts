import { text } from '../../../workflows/files/parts.js';

/** Words of one's own settings. */
export const settingsWords = {
  title: text('Inställningar', 'Settings'),
  lead: text(
    'Så vill du få notiser och arbeta på sidorna.',
    'How you want to be told, and to work at the pages.',
  ),
  saved: text('Inställningarna är sparade.', 'The settings are saved.'),
  mail: text('Mejl om nya notiser', 'Mail about new notices'),
  mailHint: text(
    'Mejlet säger hur många notiser som är nya och länkar hit. Det innehåller inget om ärenden eller familjer. Om familjer med skyddade personuppgifter skickas inga mejl.',
    'The mail says how many notices are new and links here. It tells nothing of cases or families. About families with protected identity no mail is sent.',
  ),
  when: text('När', 'When'),
  wishes: {
    daily: text('En gång om dagen, på morgonen', 'Once a day, in the morning'),
    'at-once': text('När något händer', 'As it happens'),
    off: text('Aldrig', 'Never'),
  },
  to: (address: string) => text(`Mejl går till ${address}.`, `Mail goes to ${address}.`),
  noAddress: text(
    'Det finns ingen e-postadress till dig i registret, så inga mejl skickas. Be systemförvaltaren lägga till den.',
    'There is no mail address of yours in the register, so no mail is sent. Ask the system administrator to add it.',
  ),
  noServer: text(
    'Den här installationen skickar inga mejl. Notiserna finns ändå i Husrum.',
    'This installation sends no mail. The notices are in Husrum all the same.',
  ),
  told: text('Mejla mig om', 'Send me mail about'),
  quiet: text('Inga mejl mellan klockan', 'No mail between'),
  quietHint: text(
    'Hela timmar. Det som händer då mejlas efteråt. Samma timme två gånger: ingen tyst tid.',
    'Whole hours. What happens then is mailed afterwards. The same hour twice: no quiet time.',
  ),
  from: text('Från klockan', 'From'),
  until: text('Till klockan', 'To'),
  language: text('Språk i mejlen', 'Language of the mail'),
  languages: { sv: text('Svenska', 'Swedish'), en: text('Engelska', 'English') },
  pages: text('På sidorna', 'At the pages'),
  shortcuts: text('Kortkommandon med en tangent', 'Single-key shortcuts'),
  shortcutsHint: text(
    'Till exempel s för sökrutan. De gör ingenting medan du skriver. Alla står på hjälpsidan.',
    'For example s for the search field. They do nothing while you type. All of them stand on the help page.',
  ),
  refresh: text('Uppdatera sidor av sig själva', 'Make pages new by themselves'),
  refreshHint: text(
    'Listor och ärenden visar andras ändringar utan att du laddar om. En sida där du skriver byts aldrig ut.',
    'Lists and cases show what others change without your reloading. A page in which you type is never replaced.',
  ),
  calendar: text('Kalender', 'Calendar'),
  calendarHint: text(
    'En adress som du lägger in i ditt kalenderprogram. Där står vilken dag något ska vara gjort, vad det är för något, och numren på de ärenden du handlägger. Inga namn, och inget om familjer med skyddade personuppgifter. Den som har adressen kan läsa kalendern: visa den inte för någon.',
    'An address for your calendar program. It tells on which day something is to be done, what sort of thing it is, and the numbers of the cases that you handle. No names, and nothing about families with protected identity. Whoever has the address can read the calendar: show it to nobody.',
  ),
  calendarName: text('Husrum', 'Husrum'),
  hasCalendar: text('Du har en adress, skapad', 'You have an address, made'),
  makeCalendar: text('Skapa en adress', 'Make an address'),
  remakeCalendar: text('Byt adressen mot en ny', 'Replace the address'),
  revokeCalendar: text('Ta bort adressen', 'Take the address away'),
  madeCalendar: text(
    'Här är adressen till din kalender. Kopiera den nu: den visas bara den här gången.',
    'Here is the address of your calendar. Copy it now: it is shown this once.',
  ),
  save: text('Spara inställningarna', 'Save the settings'),
} as const;
