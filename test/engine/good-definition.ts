import { and, createMachine, not } from 'xstate';
import { z } from 'zod';
import { code, day, field, note, processRef } from '../../workflows/fields.js';
import type { FileKind, Text, Workflow } from '../../workflows/definition.js';

export const text = (sv: string, en: string): Text => ({ sv, en });
const said = text('Så är det.', 'So it is.');

/** A definition that a test may spoil: everything can be written to, and the chart is not made yet. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test writes what a type forbids
export type Draft = Record<string, any>;

const chart = () => ({
  id: 'key-loan',
  type: 'parallel',
  context: { flat: null, until: null },
  options: { maxIterations: 100 },
  entry: ['opened'],
  states: {
    loan: {
      initial: 'sorting',
      states: {
        sorting: { always: [{ guard: 'isUrgent', target: 'lent' }, { target: 'asked' }] },
        asked: {
          on: {
            lend: {
              guard: and(['untilIsAhead', not('isUrgent')]),
              target: 'lent',
              actions: ['lent', 'tellLent'],
            },
            refuse: { target: 'closed' },
          },
        },
        lent: {
          on: { giveBack: 'closed', bringBack: { target: 'closed' } },
          after: { keyIsDue: [{ guard: 'isUrgent', target: 'closed' }, { target: 'late' }] },
        },
        late: { on: { giveBack: 'closed' } },
        closed: {},
      },
    },
    alarm: {
      initial: 'quiet',
      states: { quiet: { on: { ring: 'loud' } }, loud: { on: { hush: 'quiet' } } },
    },
  },
});

const event = (schema: z.ZodObject = z.strictObject({})) => ({
  label: text('Händelse', 'Event'),
  told: text('Det hände.', 'It happened.'),
  schema,
  by: [{ org: 'shis' }],
});

/** A workflow without a fault, ready to be spoiled. */
export const goodDraft = (): Draft => ({
  name: 'key-loan',
  version: 1,
  label: text('Nyckellån', 'Loan of a key'),
  file: 'household',
  open: event(z.strictObject({ flat: field(processRef(), { label: said }) })),
  seenBy: ['shis', 'district'],
  chart: chart(),
  primary: 'loan',
  states: {
    'loan.asked': { label: text('Begärd', 'Asked for'), waitsFor: 'shis', due: 'answer', open: true },
    'loan.lent': { label: text('Utlånad', 'Lent'), restsBecause: said, heldBy: 'flat', open: true },
    'loan.late': { label: text('Försenad', 'Late'), waitsFor: 'district', open: true },
    'loan.closed': { label: text('Avslutad', 'Closed'), open: false },
    'alarm.quiet': { label: text('Tyst', 'Quiet'), restsBecause: said, open: true },
    'alarm.loud': { label: text('Larmar', 'Ringing'), waitsFor: 'shis', open: true },
  },
  events: {
    lend: {
      ...event(z.strictObject({ until: field(day(), { label: said }), wish: note('Önskan', 'Wish') })),
      told: text('Lånades ut till {until}.', 'Lent until {until}.'),
      known: ['household'],
      twoPersons: 'oneOfEach',
      by: [{ org: 'shis' }, { org: 'district', rank: 'manager' }],
    },
    refuse: event(
      z.strictObject({ reason: field(code(), { label: said, pick: { from: 'reason', list: 'refuse' } }) }),
    ),
    giveBack: event(),
    bringBack: { ...event(), by: 'engine' },
    ring: event(),
    hush: event(),
  },
  guards: {
    isUrgent: { says: text('Det är bråttom.', 'It is urgent.'), needs: 'state', holds: () => true },
    untilIsAhead: {
      says: text('Dagen är framåt.', 'The day is ahead.'),
      needs: ['until'],
      holds: () => true,
    },
  },
  deadlines: {
    keyIsDue: {
      label: text('Nyckeln ska åter', 'The key is due'),
      rule: text('Som sagt.', 'As told.'),
      fires: 'past',
      due: () => null,
    },
    answer: {
      label: text('Svar', 'Answer'),
      rule: text('{answerWithin} efter.', '{answerWithin} later.'),
      fires: 'past',
      due: () => null,
    },
  },
  updates: { opened: () => ({}), lent: () => ({}) },
  effects: { tellLent: () => [] },
  policy: {
    answerWithin: [
      { from: '2000-01-01', value: { amount: 3, unit: 'days', source: 'rule' }, source: 'rule' },
      { from: '2020-01-01', value: 4, source: 'rule' },
    ],
  },
  reasons: {
    refuse: [
      {
        code: 'busy',
        label: text('Upptaget', 'Busy'),
        party: 'shis',
        from: '2000-01-01',
        to: '2019-12-31',
      },
      { code: 'busy', label: text('Nyttjas', 'In use'), party: 'shis', from: '2020-01-01' },
    ],
  },
  documents: { receipt: { label: text('Kvitto', 'Receipt'), when: ['lend'], write: () => [] } },
});

/** Makes the workflow of a draft. */
export function finish({ chart: written, ...rest }: Draft): Workflow {
  return { ...rest, machine: createMachine(written as never) } as unknown as Workflow;
}

/** A kind of file without a fault, ready to be spoiled. */
export const goodKind = (): Draft => ({
  name: 'household',
  label: text('Hushåll', 'Household'),
  record: z.strictObject({ district: field(code(), { label: said }) }),
  events: { move: event(z.strictObject({ to: field(code(), { label: said }) })) },
  apply: { open: (record: object) => record, move: (record: object) => record },
  guards: { move: [{ says: text('Den är ny.', 'It is new.'), needs: ['to'], holds: () => true }] },
  tells: 'changed',
  responsible: () => null,
  assignee: () => null,
});

/** The kind of a draft. */
export const finishKind = (draft: Draft): FileKind => draft as unknown as FileKind;
