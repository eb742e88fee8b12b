import type { Document, Piece, Text, Writing } from '../definition.js';
import { asItIs, dataOf, text, yesOrNo } from '../files/parts.js';
import type { Tenancy } from './tenancy.context.js';
import type { GiveNotice, RecordFollowUp } from './tenancy.schemas.js';

type Row = readonly [label: Text, value: Text];

/** What was written in words; said so where it is no longer kept. */
const written = (value: string | null | undefined): Text =>
  value ? asItIs(value) : text('Uppgiften finns inte kvar.', 'No longer kept.');

const flatRow = ({ context, flat }: Writing<Tenancy>): Row => [
  text('Lägenhet', 'Flat'),
  asItIs(flat(context.dwelling)),
];
const limitRow = ({ limit }: Tenancy): Row[] =>
  limit === null ? [] : [[text('Femårsgränsen', 'Five-year limit'), asItIs(limit)]];

function child({ heard, how, effect }: RecordFollowUp['children'][number], at: number): Piece[] {
  const rows: Row[] = [
    [text('Har fått komma till tals', 'Was heard'), yesOrNo(heard)],
    ...(how === undefined ? [] : [[text('Hur', 'How'), written(how)] as const]),
    ...(effect === undefined
      ? []
      : [[text('Vad det ledde till', 'To what effect'), written(effect)] as const]),
  ];
  return [{ heading: text(`Barn ${at + 1}`, `Child ${at + 1}`) }, { rows }];
}

const followUp: Document<Tenancy> = {
  label: text('Uppföljning', 'Follow-up'),
  when: ['recordFollowUp'],
  write: (writing) => {
    const { children } = dataOf<RecordFollowUp>(writing.step);
    return [
      {
        rows: [
          flatRow(writing),
          [text('Uppföljningen hölls', 'Held on'), writing.said('on')],
          [text('Hur', 'How'), writing.said('kind')],
          [
            text('Familjen söker själv bostad', 'The family searches for a home itself'),
            writing.said('ownSearch'),
          ],
          ...limitRow(writing.context),
        ],
      },
      ...children.flatMap(child),
    ];
  },
};

const exitPlan: Document<Tenancy> = {
  label: text('Utflyttningsplan', 'Exit plan'),
  when: ['recordExitPlan'],
  write: (writing) => [
    {
      text: text(
        'Planen beskriver hur familjen ska hitta och flytta till en egen bostad innan tiden hos SHIS är slut.',
        'The plan tells how the family is to find and move to a home of its own before the time with SHIS is over.',
      ),
    },
    {
      rows: [
        flatRow(writing),
        [text('Planen skrevs', 'Written on'), asItIs(writing.step.meta.day)],
        ...limitRow(writing.context),
      ],
    },
    { heading: text('Planen', 'The plan') },
    { text: written(dataOf<{ plan: string | null }>(writing.step).plan) },
  ],
};

const byShis = (last: string): Piece[] => [
  {
    text: text(
      `Ni ska ha flyttat senast ${last}. Den dagen ska lägenheten vara tömd och städad, och alla nycklar lämnade till SHIS.`,
      `You are to have moved out by ${last}. On that day the flat is to be empty and clean, and all keys handed to SHIS.`,
    ),
  },
  { heading: text('Har ni frågor?', 'Do you have questions?') },
  {
    text: text(
      'Tala med SHIS eller er handläggare på stadsdelen så snart som möjligt. Tycker ni att något är fel, eller behöver ni stöd att hitta en bostad, så berätta det.',
      'Talk to SHIS or your handler at the district as soon as possible. If you think that something is wrong, or need support to find a home, say so.',
    ),
  },
];

const notice: Document<Tenancy> = {
  label: text('Uppsägning', 'Notice'),
  when: ['giveNotice'],
  write: (writing) => {
    const { by, moveOut } = dataOf<GiveNotice>(writing.step);
    const first =
      by === 'household'
        ? text('SHIS bekräftar att ni har sagt upp er lägenhet.', 'SHIS confirms that you have given notice.')
        : text('SHIS säger upp ert kontrakt.', 'SHIS gives you notice.');
    return [
      { text: first },
      {
        rows: [
          flatRow(writing),
          [text('Uppsagd den', 'Notice given on'), asItIs(writing.step.meta.day)],
          [text('Skäl', 'Reason'), writing.said('reason')],
          [text('Sista dag i lägenheten', 'Last day in the flat'), asItIs(moveOut)],
        ],
      },
      ...byShis(moveOut),
    ];
  },
};

/** The papers of a tenancy. */
export const tenancyDocuments: Readonly<Record<string, Document<Tenancy>>> = {
  'follow-up': followUp,
  'exit-plan': exitPlan,
  notice,
};
