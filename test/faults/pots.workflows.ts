import { createMachine } from 'xstate';
import { z } from 'zod';
import type { EventSpec, ProcessRef, Reason, Text, Workflow } from '../../workflows/definition.js';
import { field, note, processRef } from '../../workflows/fields.js';
import { dwellingShape } from '../../workflows/files/dwelling.js';
import { householdData } from '../../workflows/files/household.js';
import { dataOf, optional, reason } from '../../workflows/files/parts.js';

/* Two workflows that count: what givers gave and what pots got must come out the same, whatever happens on the way. */

const t = (en: string): Text => ({ sv: en, en });
const nothing = z.strictObject({});
const event = (label: string, schema: z.ZodObject = nothing): EventSpec => ({
  label: t(label),
  told: t(`${label}.`),
  schema,
  by: [{ org: 'district' }, { org: 'shis' }],
});
const amount = () => field(z.int().min(1).max(1000), { label: t('Amount') });
const pot = () => field(processRef(), { label: t('Pot'), pick: { from: 'process', workflow: 'pot' } });

interface Counted {
  readonly sum: number;
  readonly times: number;
}
const counts = ({ context, step }: { context: Counted; step: { data: unknown } }): Counted => ({
  sum: context.sum + (step.data as { amount: number }).amount,
  times: context.times + 1,
});

/** Stands in a dwelling file and takes what givers of any file send, until it is closed. */
export const potWorkflow: Workflow<Counted> = {
  name: 'pot',
  version: 1,
  label: t('Pot'),
  file: 'dwelling',
  seenBy: ['district', 'shis'],
  open: event('A pot was put out', z.strictObject(dwellingShape)),
  machine: createMachine({
    id: 'pot',
    context: { sum: 0, times: 0 },
    options: { maxIterations: 100 },
    initial: 'open',
    states: {
      open: { on: { receive: { actions: ['counted', 'tellReceived'] }, shut: 'shut' } },
      shut: { on: { reopen: 'open' } },
    },
  }),
  states: {
    open: { label: t('Open'), waitsFor: 'shis', open: true },
    shut: { label: t('Shut'), waitsFor: 'shis', open: true },
  },
  events: {
    receive: { ...event('Received', z.strictObject({ amount: amount() })), by: 'engine' },
    shut: event('Shut'),
    reopen: event('Reopened'),
  },
  guards: {},
  deadlines: {},
  updates: { counted: counts },
  effects: {
    tellReceived: () => ({ do: 'fact', fact: { kind: 'accepted', party: 'shis', stage: 'received' } }),
  },
  policy: {},
};

const until2021: Reason = {
  code: 'old',
  label: t('Old'),
  party: 'household',
  from: '2000-01-01',
  to: '2021-12-31',
};

/** Gives to a pot (both files are written), keeps for itself (one is), or only looks at a pot (which is read and not written). */
export const giverWorkflow: Workflow<Counted & { readonly looks: number }> = {
  name: 'giver',
  version: 1,
  label: t('Giver'),
  file: 'household',
  seenBy: ['district', 'shis'],
  open: event('Came', z.strictObject({ household: optional(householdData) })),
  machine: createMachine({
    id: 'giver',
    context: { sum: 0, times: 0, looks: 0 },
    options: { maxIterations: 100 },
    initial: 'here',
    states: {
      here: {
        on: {
          give: { actions: ['counted', 'send'] },
          keep: { actions: ['counted', 'tellKept'] },
          look: { guard: 'potIsOpen', actions: ['looked'] },
          leave: 'away',
        },
      },
      away: {},
    },
  }),
  states: {
    here: { label: t('Here'), waitsFor: 'shis', open: true },
    away: { label: t('Away'), open: false },
  },
  events: {
    give: event(
      'Gave',
      z.strictObject({ pot: pot(), amount: amount(), note: optional(note('Ord', 'Words')) }),
    ),
    keep: event('Kept', z.strictObject({ amount: amount() })),
    look: { ...event('Looked', z.strictObject({ dwelling: pot() })), known: ['dwelling'] },
    leave: event('Left', z.strictObject({ reason: reason('leave') })),
  },
  guards: {
    potIsOpen: {
      says: t('The pot must be open.'),
      needs: ['dwelling'],
      holds: ({ step }) => step.known.dwelling?.state === 'open',
    },
  },
  deadlines: {},
  updates: { counted: counts, looked: ({ context }) => ({ looks: context.looks + 1 }) },
  effects: {
    tellKept: () => ({ do: 'fact', fact: { kind: 'accepted', party: 'household', stage: 'kept' } }),
    send: ({ step }) => {
      const { pot: to, amount: given } = dataOf<{ pot: ProcessRef; amount: number }>(step);
      return { do: 'send', to, type: 'receive', data: { amount: given }, must: true };
    },
  },
  policy: {},
  reasons: { leave: [until2021] },
};

export const potsAndGivers: readonly Workflow[] = [potWorkflow, giverWorkflow];
