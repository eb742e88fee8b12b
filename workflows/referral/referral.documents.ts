import type { Document, Piece, Writing } from '../definition.js';
import { asItIs, dataOf, text, yesOrNo } from '../files/parts.js';
import type { ReferralContext } from './referral.context.js';

const GROUNDS = {
  consent: text('familjens samtycke', 'the family’s consent'),
  statute: text('en bestämmelse i lag', 'a provision of law'),
  withdrawn: text('inget, samtycket är återtaget', 'none, the consent is withdrawn'),
} as const;

/** What the district asked for beside the household itself, as far as it said anything. */
function asked({ asks }: ReferralContext): Piece[] {
  const { rooms, lift, wishes } = asks as unknown as Record<string, unknown>;
  const rows = [
    ...(typeof rooms === 'number' ? [[text('Antal rum', 'Rooms'), asItIs(String(rooms))] as const] : []),
    ...(typeof lift === 'boolean'
      ? [[text('Behöver hiss eller markplan', 'Needs a lift or ground floor'), yesOrNo(lift)] as const]
      : []),
    ...(typeof wishes === 'string'
      ? [[text('Familjens önskemål', 'The family’s wishes'), asItIs(wishes)] as const]
      : []),
  ];
  return rows.length === 0 ? [] : [{ rows }];
}

function remark({ step }: Writing): Piece[] {
  const { note } = dataOf<{ note?: string | null }>(step);
  return note
    ? [{ heading: text('Stadsdelens anteckning', 'The district’s note') }, { text: asItIs(note) }]
    : [];
}

const withdrawing: Piece[] = [
  { heading: text('Samtycket kan tas tillbaka', 'The consent can be withdrawn') },
  {
    text: text(
      'Familjen kan när som helst ta tillbaka sitt samtycke hos stadsdelen. Då ser SHIS inte längre vilka de är.',
      'The family can withdraw its consent at the district at any time. SHIS then no longer sees who they are.',
    ),
  },
];

/** The papers of a referral: what was disclosed to SHIS, and on which ground (OSL 10:1 or another rule). */
export const documents: Readonly<Record<string, Document<ReferralContext>>> = {
  disclosure: {
    label: text('Uppgifter som lämnades ut till SHIS', 'Data disclosed to SHIS'),
    when: ['submit', 'disclose'],
    write: (writing) => {
      const { context, step } = writing;
      const ground = context.ground ?? 'consent';
      return [
        {
          text: text(
            'Stadsdelen lämnade ut uppgifter om familjen till SHIS, för att familjen ska kunna få en genomgångsbostad.',
            'The district disclosed data about the family to SHIS, so that the family can get a transitional flat.',
          ),
        },
        {
          rows: [
            [text('Lämnades ut', 'Disclosed on'), asItIs(step.meta.day)],
            [text('Med stöd av', 'On the ground of'), GROUNDS[ground]],
          ],
        },
        { heading: text('Det här fick SHIS veta', 'What SHIS was told') },
        {
          text: text(
            'Vilka som ingår i familjen: namn, födelsedag, kön och, där det är känt, personnummer. Barnens boende: om de bor hemma hela tiden eller en del av den. Hushållstyp, sedan när familjen är folkbokförd i Stockholm, hur den bor nu och sedan när den saknar tryggt boende.',
            'Who belongs to the family: names, birth dates, gender and, where known, personal numbers. Whether the children live at home all or part of the time. Type of household, since when it has been registered in Stockholm, how it lives now and since when it has been in insecure housing.',
          ),
        },
        ...asked(context),
        ...remark(writing),
        { heading: text('Det här lämnades inte ut', 'What was not disclosed') },
        {
          text: text(
            'Barnens skola eller förskola, och stadsdelens egna anteckningar i ärendet.',
            'The children’s school or preschool, and the district’s own notes in the case.',
          ),
        },
        ...(ground === 'consent' ? withdrawing : []),
      ];
    },
  },
};
