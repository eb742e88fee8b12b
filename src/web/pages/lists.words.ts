import type { Text } from '../../../workflows/definition.js';
import type { Column } from './work-line.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Heads of the columns, and what stands where a column has nothing to say. */
export const columns: {
  readonly of: Readonly<Record<Column, Text>>;
  readonly nobody: Text;
  readonly noHandler: Text;
} = {
  of: {
    file: text('Ärende', 'Case'),
    district: text('Stadsdel', 'District'),
    what: text('Gäller', 'Concerns'),
    state: text('Läge', 'State'),
    turn: text('Väntar på', 'Waits for'),
    days: text('Dagar i läget', 'Days in state'),
    due: text('Senast', 'Due'),
    handler: text('Handläggare', 'Handler'),
    flat: text('Lägenhet', 'Flat'),
    people: text('Hushåll', 'Household'),
    step: text('Nästa steg', 'Next step'),
  },
  nobody: text('ingen', 'nobody'),
  noHandler: text('ingen', 'nobody'),
};

/** Words of the work lists. */
export const words = {
  sv: {
    lists: 'Arbetslistor',
    family: 'Familj',
    filter: 'Begränsa listan',
    filters: 'Valda begränsningar',
    without: 'Ta bort',
    district: 'Stadsdel',
    handler: 'Handläggare',
    what: 'Gäller',
    goingOn: 'Det som pågår',
    turn: 'Väntar på',
    any: 'Alla',
    mine: 'Jag',
    nobody: 'Utan handläggare',
    late: 'Bara försenade',
    show: 'Visa',
    next: 'Nästa sida',
    first: 'Från början',
    nothing: 'Inget i listan passar begränsningarna.',
    sorted: {
      due: 'efter senaste dag',
      queue: 'efter plats i kön',
      entered: 'längst tid i samma läge först',
      number: 'efter ärendenummer',
    },
    rows: (count: number, late: number) =>
      `${count === 1 ? 'En rad' : `${count} rader`}${late === 0 ? '' : `, ${late} ${late === 1 ? 'försenad' : 'försenade'}`}`,
    many: (count: number) => `${count} rader eller fler`,
    choose: (title: string) => `Välj ${title}`,
    choice: 'Välj',
    claim: 'Ta över',
    claimOf: (title: string) => `Ta över ${title}`,
    take: 'Åtgärd',
    to: 'Tilldela de valda till',
    chooseHandler: 'Välj handläggare',
    preview: 'Förhandsgranska',
    noneChosen: 'Välj minst ett ärende i listan och en handläggare.',
    assigned: (count: number, handler: string) =>
      count === 1 ? `Ärendet är tilldelat ${handler}.` : `${count} ärenden är tilldelade ${handler}.`,
    notAssigned: (files: string) => `Ändrades inte: ${files}.`,
    undo: 'Ångra',
    undone: 'Tilldelningen är ångrad.',
    notUndone: (count: number) =>
      `${count} ${count === 1 ? 'ärende' : 'ärenden'} kunde inte lämnas tillbaka: det fanns ingen handläggare före, eller någon annan har tagit över.`,
  },
  en: {
    lists: 'Work lists',
    family: 'Family',
    filter: 'Narrow the list',
    filters: 'Narrowed to',
    without: 'Remove',
    district: 'District',
    handler: 'Handler',
    what: 'Concerns',
    goingOn: 'What is going on',
    turn: 'Waits for',
    any: 'All',
    mine: 'Me',
    nobody: 'Without a handler',
    late: 'Late only',
    show: 'Show',
    next: 'Next page',
    first: 'From the beginning',
    nothing: 'Nothing in the list fits.',
    sorted: {
      due: 'by due day',
      queue: 'by place in the queue',
      entered: 'longest in the same state first',
      number: 'by case number',
    },
    rows: (count: number, late: number) =>
      `${count === 1 ? 'One row' : `${count} rows`}${late === 0 ? '' : `, ${late} late`}`,
    many: (count: number) => `${count} rows or more`,
    choose: (title: string) => `Choose ${title}`,
    choice: 'Choose',
    claim: 'Take over',
    claimOf: (title: string) => `Take over ${title}`,
    take: 'Action',
    to: 'Assign the chosen to',
    chooseHandler: 'Choose a handler',
    preview: 'Preview',
    noneChosen: 'Choose at least one case of the list, and a handler.',
    assigned: (count: number, handler: string) =>
      count === 1 ? `The case is assigned to ${handler}.` : `${count} cases are assigned to ${handler}.`,
    notAssigned: (files: string) => `Not changed: ${files}.`,
    undo: 'Undo',
    undone: 'The assignment is undone.',
    notUndone: (count: number) =>
      `${count} ${count === 1 ? 'case' : 'cases'} could not be given back: nobody handled it before, or somebody else has taken over.`,
  },
} as const;

/** Words of the preview of a reassignment. */
export const assignWords = {
  sv: {
    title: 'Tilldela ärenden',
    lead: (handler: string) => `Det här händer om du tilldelar ärendena till ${handler}.`,
    will: (count: number) => `Byter handläggare (${count})`,
    cannot: (count: number) => `Ändras inte (${count})`,
    why: 'Varför',
    now: 'Handläggare nu',
    then: 'Handläggare sedan',
    none: 'Inget av de valda ärendena kan tilldelas.',
    go: (count: number) => (count === 1 ? 'Tilldela ärendet' : `Tilldela ${count} ärenden`),
    back: 'Tillbaka till listan',
    nobody: 'ingen',
  },
  en: {
    title: 'Assign cases',
    lead: (handler: string) => `This is what happens if you assign the cases to ${handler}.`,
    will: (count: number) => `Change handler (${count})`,
    cannot: (count: number) => `Stay as they are (${count})`,
    why: 'Why',
    now: 'Handler now',
    then: 'Handler then',
    none: 'None of the chosen cases can be assigned.',
    go: (count: number) => (count === 1 ? 'Assign the case' : `Assign ${count} cases`),
    back: 'Back to the list',
    nobody: 'nobody',
  },
} as const;
