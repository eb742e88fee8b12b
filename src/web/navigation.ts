import type { Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import { entries, type Entry } from './entry.js';

/** A link of the side navigation and the start page. */
export interface NavigationEntry {
  readonly href: string;
  readonly label: Text;
  /** What one does there, for the start page. */
  readonly says: Text;
  readonly group: 'work' | 'figures' | 'watch' | 'own' | 'system';
  /** Whom it is for, as its page lets them in; everybody who acts in a role when it is not told. */
  readonly for?: Entry;
}

/** The groups of the side navigation, in their order. */
export const groups: Readonly<Record<NavigationEntry['group'], Text>> = {
  work: { sv: 'Arbete', en: 'Work' },
  figures: { sv: 'Uppföljning', en: 'Figures' },
  watch: { sv: 'Granskning', en: 'Review' },
  own: { sv: 'Eget', en: 'My own' },
  system: { sv: 'System', en: 'System' },
};

/** Every link there is. A new page for colleagues adds its line here. */
export const navigation: readonly NavigationEntry[] = [
  {
    href: '/reports',
    label: { sv: 'Rapporter', en: 'Reports' },
    says: {
      sv: 'Se årsmålet, bostäder, nej och andra siffror, och öppna dem ned till ärendena',
      en: 'See the yearly goal, homes, refusals and other figures, and open them down to the cases',
    },
    group: 'figures',
  },
  {
    href: '/goal',
    label: { sv: 'Årsmålet bokfört', en: 'Goal ledger' },
    says: {
      sv: 'Följ årsmålets saldo, bokning för bokning: reserverat, släppt och förbrukat',
      en: 'Follow the balance of the yearly goal, booking by booking: reserved, released and consumed',
    },
    group: 'figures',
    for: 'tenancies',
  },
  {
    href: '/goal/decisions',
    label: { sv: 'Fullmäktiges årsmål', en: 'Council goals' },
    says: {
      sv: 'Registrera ett årsmål som fullmäktige har beslutat, och se vilka som gäller',
      en: 'Record a yearly goal that the council has decided, and see which are in force',
    },
    group: 'figures',
    for: 'systemAdministrator',
  },
  {
    href: '/forecast',
    label: { sv: 'Inventering av behov', en: 'Forecast' },
    says: {
      sv: 'Lämna in hur många familjer en stadsdel räknar med att remittera nästa år',
      en: 'Hand in how many families a district expects to refer next year',
    },
    group: 'figures',
    for: 'forecast',
  },
  {
    href: '/survey',
    label: { sv: 'Kartläggning', en: 'Survey' },
    says: {
      sv: 'Läs in svaren i en omgång av kartläggningen från ett kalkylblad',
      en: 'Import the responses of a round of the survey from a spreadsheet',
    },
    group: 'figures',
    for: 'survey',
  },
  {
    href: '/dialogue',
    label: { sv: 'Dialoglogg', en: 'Dialogue log' },
    says: {
      sv: 'Anteckna möten och skickad statistik, så att frågan om dialogen kan besvaras',
      en: 'Note meetings and statistics sent, so that the question of the dialogue can be answered',
    },
    group: 'figures',
    for: 'dialogue',
  },
  {
    href: '/flats',
    label: { sv: 'Lägenheter', en: 'Flats' },
    says: {
      sv: 'Se vilka lägenheter som står tomma, hur länge och vad det kostar',
      en: 'See which flats stand empty, for how long and at what cost',
    },
    group: 'work',
    for: 'flats',
  },
  {
    href: '/priorities',
    label: { sv: 'Prioriteringar i kön', en: 'Priorities in the queue' },
    says: {
      sv: 'Se poängen som ordnar familjerna, och pröva andra innan de gäller',
      en: 'See the points that order the families, and try others before they hold',
    },
    group: 'work',
    for: 'priorities',
  },
  {
    href: '/five-years',
    label: { sv: 'Femårsgränsen', en: 'Five-year limit' },
    says: {
      sv: 'Se vilka boenden som närmar sig eller har passerat femårsgränsen',
      en: 'See which tenancies near or have passed the five-year limit',
    },
    group: 'work',
    for: 'tenancies',
  },
  {
    href: '/emergency',
    label: { sv: 'Nödöppna ett ärende', en: 'Open in an emergency' },
    says: {
      sv: 'Läs ett ärende som du annars inte får se, när det inte kan vänta',
      en: 'Read a case that you may not see otherwise, when it cannot wait',
    },
    group: 'work',
    for: 'emergency',
  },
  {
    href: '/reviews',
    label: { sv: 'Loggranskning', en: 'Log review' },
    says: {
      sv: 'Granska läsningar som har kommit upp, och se vad granskningen har lett till',
      en: 'Review the readings that have come up, and see what the review came to',
    },
    group: 'watch',
    for: 'reviewer',
  },
  {
    href: '/alerts',
    label: { sv: 'Larm', en: 'Alerts' },
    says: {
      sv: 'Läs om nödöppningar som du ska känna till',
      en: 'Read of emergency accesses that you should know of',
    },
    group: 'watch',
    for: 'reviewer',
  },
  {
    href: '/access-log',
    label: { sv: 'Åtkomstlogg', en: 'Access log' },
    says: {
      sv: 'Se vem som har läst ett ärende, och skriv ut listan till familjen',
      en: 'See who has read a case, and print the list for the family',
    },
    group: 'watch',
    for: 'accessLog',
  },
  {
    href: '/permissions',
    label: { sv: 'Behörigheter', en: 'Permissions' },
    says: {
      sv: 'Se vilka roller som får läsa ärenden och ta vilka steg',
      en: 'See which roles may read cases and take which steps',
    },
    group: 'watch',
    for: 'reviewer',
  },
  {
    href: '/delegation',
    label: { sv: 'Delegation', en: 'Delegation' },
    says: {
      sv: 'Se vem som får fatta vilka beslut, nu och tidigare',
      en: 'See who may take which decisions, now and before',
    },
    group: 'watch',
    for: 'reviewer',
  },
  {
    href: '/account',
    label: { sv: 'Mitt konto', en: 'My account' },
    says: {
      sv: 'Dina roller, inloggningar och åtkomstnycklar',
      en: 'Your roles, sessions and access tokens',
    },
    group: 'own',
  },
  {
    href: '/settings',
    label: { sv: 'Inställningar', en: 'Settings' },
    says: {
      sv: 'Notiser, mejl och kortkommandon som du vill ha dem',
      en: 'Notices, mail and shortcuts as you want them',
    },
    group: 'own',
  },
  {
    href: '/status',
    label: { sv: 'Driftläge', en: 'How the system runs' },
    says: {
      sv: 'Se störningar, kontroller, kedjor och versioner',
      en: 'See incidents, checks, chains and versions',
    },
    group: 'system',
    for: 'systemAdministrator',
  },
  {
    href: '/people',
    label: { sv: 'Användare och roller', en: 'Users and roles' },
    says: {
      sv: 'Lägg till en kollega, ändra en roll eller registrera att någon slutar',
      en: 'Add a colleague, change a role or register that somebody leaves',
    },
    group: 'system',
    for: 'systemAdministrator',
  },
  {
    href: '/cover',
    label: { sv: 'Vikariat och fler roller', en: 'Cover and further roles' },
    says: {
      sv: 'Se och registrera vem som vikarierar för vem, och ge någon en roll till',
      en: 'See and register who stands in for whom, and give somebody a further role',
    },
    group: 'system',
    for: 'systemAdministrator',
  },
  {
    href: '/organisations',
    label: { sv: 'Organisationer', en: 'Organisations' },
    says: {
      sv: 'Lägg till eller ändra en organisation, och slå ihop stadsdelar',
      en: 'Add or change an organisation, and merge districts',
    },
    group: 'system',
    for: 'systemAdministrator',
  },
  {
    href: '/security',
    label: { sv: 'Inloggningar och nycklar', en: 'Sessions and tokens' },
    says: {
      sv: 'Se vilka som är inloggade, avsluta inloggningar och återkalla nycklar',
      en: 'See who is signed in, end sessions and revoke tokens',
    },
    group: 'system',
    for: 'systemAdministrator',
  },
  {
    href: '/culling',
    label: { sv: 'Gallring', en: 'Culling' },
    says: {
      sv: 'Se vilka ärenden som ska gallras, och gallra det som någon annan har lagt fram',
      en: 'See which cases are to be culled, and cull what somebody else has put forward',
    },
    group: 'system',
    for: 'systemAdministrator',
  },
  {
    href: '/api',
    label: { sv: 'API för andra system', en: 'API for other systems' },
    says: {
      sv: 'Beskrivningen av gränssnittet för andra system',
      en: 'The description of the interface for other systems',
    },
    group: 'system',
  },
];

/** The links that somebody has use of in the role they act in. */
export const navigationFor = (person: Person): NavigationEntry[] =>
  navigation.filter((entry) => entries[entry.for ?? 'colleague'].lets(person));
