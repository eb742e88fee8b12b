import type { Text } from '../../../workflows/definition.js';
import type { ListName } from '../../files/work-lists.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What a section is called where it is more than its list, and what its link says. */
export const headings: Readonly<Partial<Record<ListName, Text>>> = {
  todo: text('Att göra i dag', 'To do today'),
  replies: text('Nytt från SHIS', 'New from SHIS'),
  moves: text('Flyttar i veckan', 'Moves this week'),
  'follow-ups': text('Försenade uppföljningar', 'Overdue follow-ups'),
  requests: text('Väntar på förslag från er', 'Waiting for a proposal from you'),
  proposals: text('Förslag att ta ställning till', 'Proposals to answer'),
};

const WEEKDAYS = {
  sv: ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** Heads of the free flats. */
export const columns = {
  sv: ['Lägenhet', 'Storlek', 'Hyra, kr', 'Tom, dagar', 'Kostnad, kr', 'Passar'],
  en: ['Flat', 'Size', 'Rent, kr', 'Empty, days', 'Cost, kr', 'Suits'],
} as const;

/** Words of the first page. */
export const words = {
  sv: {
    title: 'I dag',
    weekday: (number: number) => WEEKDAYS.sv[number - 1],
    waits: (count: number, late: number) =>
      count === 0
        ? 'Inget väntar på dig.'
        : `${count === 1 ? 'En sak' : `${count} saker`} väntar${late === 0 ? '' : `, ${late} ${late === 1 ? 'är försenad' : 'är försenade'}`}.`,
    first: 'Mest brådskande',
    next: 'Näst i tur',
    until: 'Senast',
    open: 'Öppna ärendet',
    newReferral: 'Ny remiss',
    begun: (count: number) => (count === 1 ? 'En påbörjad remiss' : `${count} påbörjade remisser`),
    figures: 'Dagens arbete',
    all: (count: string) => `Alla ${count}`,
    list: 'Hela listan',
    late: (count: number) => `${count} ${count === 1 ? 'försenad' : 'försenade'}`,
    handlers: 'Vem har vad',
    handler: 'Handläggare',
    nobody: 'Utan handläggare',
    openCases: 'Öppna ärenden',
    lateCases: 'Försenade',
    queue: 'Kön',
    openQueue: 'Öppna kön',
    longest: 'Längst väntan',
    days: (count: number) => `${count} ${count === 1 ? 'dag' : 'dagar'}`,
    needs: 'Behöver',
    waiting: 'I kö',
    free: 'Lediga',
    rooms: (count: number) => `${count} rum`,
    roomsCaption: 'Familjer i kö efter hur många rum de behöver',
    board: (count: number) => `Alla ${count} tomma på tavlan`,
    family: 'Familj',
    freeFlats: 'Lediga lägenheter',
    freeCaption: 'Lediga lägenheter, längst tid tomma först',
    ofEmpty: (count: number) => `av ${count} tomma i dag`,
    noneFree: 'Ingen lägenhet är ledig.',
    noneSuits: 'ingen i kön',
    families: (count: number) => `${count} ${count === 1 ? 'familj' : 'familjer'}`,
    size: (rooms: number, area: number | null) => `${rooms} rum${area === null ? '' : `, ${area} m²`}`,
    goal: 'Årsmålet',
    goalOf: (year: number) => `Mål ${year}`,
    allocated: 'Förmedlade lägenheter',
    leftToGoal: 'Kvar till målet',
    reports: 'Alla rapporter',
    reportsNow: 'Rapporterna säger',
    goalReport: 'Öppna årsmålet',
    goalByForm: 'Årsmålet efter boendeform',
    form: 'Boendeform',
    sinceMonth: (day: string, since: number, late: number) =>
      `Sedan ${day} har ${since} förmedlats. ${late === 0 ? 'Inget av det som räknades då har registrerats sent eller rättats.' : `${late > 0 ? '+' : '−'}${Math.abs(late)} har tillkommit eller fallit bort av det som räknades då, genom sen registrering eller rättelse.`}`,
    known: (until: string, on: string) => `Till och med ${until}, som det var känt ${on}.`,
    here: 'Här kan du arbeta',
    as: (name: string, as: string, other: string | null) =>
      `${name} är inloggad som ${as}${other ? `, i stället för ${other}` : ''}.`,
  },
  en: {
    title: 'Today',
    weekday: (number: number) => WEEKDAYS.en[number - 1],
    waits: (count: number, late: number) =>
      count === 0
        ? 'Nothing waits for you.'
        : `${count === 1 ? 'One thing waits' : `${count} things wait`}${late === 0 ? '' : `, ${late} ${late === 1 ? 'is late' : 'are late'}`}.`,
    first: 'Most urgent',
    next: 'Next in turn',
    until: 'By',
    open: 'Open the case',
    newReferral: 'New referral',
    begun: (count: number) => (count === 1 ? 'One referral under way' : `${count} referrals under way`),
    figures: 'The day’s work',
    all: (count: string) => `All ${count}`,
    list: 'The whole list',
    late: (count: number) => `${count} late`,
    handlers: 'Who has what',
    handler: 'Handler',
    nobody: 'Without a handler',
    openCases: 'Open cases',
    lateCases: 'Late',
    queue: 'The queue',
    openQueue: 'Open the queue',
    longest: 'Longest wait',
    days: (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`,
    needs: 'Need',
    waiting: 'In queue',
    free: 'Free',
    rooms: (count: number) => `${count} ${count === 1 ? 'room' : 'rooms'}`,
    roomsCaption: 'Families in the queue by how many rooms they need',
    board: (count: number) => `All ${count} empty on the board`,
    family: 'Family',
    freeFlats: 'Free flats',
    freeCaption: 'Free flats, the longest empty first',
    ofEmpty: (count: number) => `of ${count} empty today`,
    noneFree: 'No flat is free.',
    noneSuits: 'nobody in the queue',
    families: (count: number) => `${count} ${count === 1 ? 'family' : 'families'}`,
    size: (rooms: number, area: number | null) =>
      `${rooms} ${rooms === 1 ? 'room' : 'rooms'}${area === null ? '' : `, ${area} m²`}`,
    goal: 'Yearly goal',
    goalOf: (year: number) => `Goal of ${year}`,
    allocated: 'Flats allocated',
    leftToGoal: 'Left to goal',
    reports: 'All reports',
    reportsNow: 'What the reports say',
    goalReport: 'Open the yearly goal',
    goalByForm: 'The yearly goal by housing form',
    form: 'Housing form',
    sinceMonth: (day: string, since: number, late: number) =>
      `Since ${day} ${since} have been allocated. ${late === 0 ? 'Nothing that was counted then has been registered late or corrected.' : `${late > 0 ? '+' : '−'}${Math.abs(late)} of what was counted then by late registration or correction.`}`,
    known: (until: string, on: string) => `Up to ${until}, as known on ${on}.`,
    here: 'Where you can work',
    as: (name: string, as: string, other: string | null) =>
      `${name} is signed in as ${as}${other ? `, standing in for ${other}` : ''}.`,
  },
} as const;
