import type { Document, Piece, Text, Writing } from '../definition.js';
import { asItIs, dataOf, kronorInWords, text } from '../files/parts.js';
import type { SupportedContext } from './supported.context.js';

/** What was written in words; said so where it is no longer kept. */
const written = (value: string | null | undefined): Text =>
  value ? asItIs(value) : text('Uppgiften finns inte kvar.', 'No longer kept.');

const appealing: Piece[] = [
  { heading: text('Om ni inte är nöjda', 'If you are not satisfied') },
  {
    text: text(
      'Ni kan överklaga beslutet till förvaltningsrätten. Skriv vad ni vill ändra och varför, och lämna det till oss inom tre veckor från den dag då ni fick beslutet.',
      'You can appeal against the decision to the administrative court. Write what you want changed and why, and hand it to us within three weeks of the day when you got the decision.',
    ),
  },
];

const decision = (form: Text): Document<SupportedContext> => ({
  label: text('Beslut om bistånd', 'Decision on assistance'),
  when: ['grant', 'deny'],
  write: ({ step, said }: Writing<SupportedContext>) => {
    const isGranted = step.type === 'grant';
    const { decision: told } = dataOf<{ decision?: string | null }>(step);
    const first = isGranted
      ? text('Ansökan har beviljats.', 'The application has been granted.')
      : text('Ansökan har avslagits.', 'The application has been denied.');
    return [
      { text: first },
      {
        rows: [
          [text('Insats', 'Form'), form],
          [text('Beslutet fattades', 'Decided on'), asItIs(step.meta.day)],
          ...(isGranted ? [] : [[text('Skäl', 'Reason'), said('reason')] as const]),
        ],
      },
      ...(isGranted ? [{ heading: text('Beslutet', 'The decision') }, { text: written(told) }] : appealing),
    ];
  },
});

const sublet: Document<SupportedContext> = {
  label: text('Andrahandskontrakt i korthet', 'The second-hand lease in short'),
  when: ['sublet', 'renew'],
  write: ({ context, flat }: Writing<SupportedContext>) => {
    if (context.sublet === null) return [];
    const { from, to, rent } = context.sublet;
    return [
      {
        text: text(
          'Ni hyr lägenheten i andra hand av staden. Tillsammans följer vi upp hur det går, och målet är att ni kan ta över kontraktet.',
          'You rent the flat second-hand from the city. Together we follow how it goes, and the aim is that you can take over the lease.',
        ),
      },
      {
        rows: [
          [text('Lägenhet', 'Flat'), asItIs(flat(context.dwelling))],
          [text('Från och med', 'From'), asItIs(from)],
          [text('Till och med', 'To'), asItIs(to)],
          [text('Hyra i månaden', 'Rent a month'), kronorInWords(rent)],
        ],
      },
      { heading: text('När tiden är slut', 'When the time is up') },
      {
        text: text(
          'Innan den sista dagen bestämmer vi tillsammans om kontraktet ska förlängas.',
          'Before the last day we decide together whether the lease is to be renewed.',
        ),
      },
    ];
  },
};

/** The papers of a case: the decision, and the lease in short. `form` is what the person is told that it is. */
export const documentsFor = (form: Text): Readonly<Record<string, Document<SupportedContext>>> => ({
  decision: decision(form),
  sublet,
});
