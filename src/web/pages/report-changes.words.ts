/** What stands on the page of what a report gives otherwise since a day. */
export const text = {
  sv: {
    title: (report: string) => `${report}: vad som är annorlunda nu`,
    lead: (known: string, until: string) =>
      `Rapporten till och med ${until}, som den var känd ${known} och som den är nu. Det som var känt då ändras aldrig.`,
    figures: 'Tal som har ändrats',
    noFigures: 'Inget tal har ändrats.',
    then: (known: string) => `Känt ${known}`,
    now: 'Nu',
    cases: 'Det som kom till eller föll bort',
    noCases: 'Inget ärende som du får läsa har kommit till eller fallit bort av det som hade hänt den dagen.',
    hidden:
      'Här står de rader som du får läsa. Finns det fler hör de till andra, eller är de skyddade. Att du tittar antecknas.',
    publicly: 'Ärendena bakom offentliga siffror visas inte.',
    since: (count: number) =>
      count === 1
        ? 'Därutöver räknas 1 sak som hände efter den dagen.'
        : `Därutöver räknas ${count} saker som hände efter den dagen.`,
    as: { entered: 'Kom till', left: 'Föll bort' },
    what: 'Vad',
    day: 'Räknas den',
    case: 'Ärende',
    where: 'I siffran',
    by: 'Blev känt genom',
    correction: 'rättelse',
    late: 'sen registrering',
    follows: 'något i ett annat ärende',
    back: 'Till rapporten',
    refused: 'Skillnaden kan inte visas',
  },
  en: {
    title: (report: string) => `${report}: what is different now`,
    lead: (known: string, until: string) =>
      `The report until ${until}, as it was known on ${known} and as it is now. What was known then never changes.`,
    figures: 'Figures that have changed',
    noFigures: 'No figure has changed.',
    then: (known: string) => `Known ${known}`,
    now: 'Now',
    cases: 'What came in or fell away',
    noCases: 'No case that you may read has come in or fallen away of what had happened by that day.',
    hidden:
      'Here stand the rows that you may read. If there are more, they belong to others or are protected. That you look is noted.',
    publicly: 'The cases behind public figures are not shown.',
    since: (count: number) =>
      count === 1
        ? 'Besides, 1 thing is counted that happened after that day.'
        : `Besides, ${count} things are counted that happened after that day.`,
    as: { entered: 'Came in', left: 'Fell away' },
    what: 'What',
    day: 'Counts on',
    case: 'Case',
    where: 'In the figure',
    by: 'Became known by',
    correction: 'correction',
    late: 'late registration',
    follows: 'something in another case',
    back: 'To the report',
    refused: 'The difference cannot be shown',
  },
} as const;
