import { createMachine } from 'xstate';
import { z } from 'zod';
import type {
  Deadline,
  Duration,
  EventSpec,
  ProcessRef,
  Text,
  Workflow,
} from '../../workflows/definition.js';
import { field, processRef } from '../../workflows/fields.js';
import { dwellingShape } from '../../workflows/files/dwelling.js';
import { householdData } from '../../workflows/files/household.js';
import { dataOf, optional } from '../../workflows/files/parts.js';

/* Alarms ring after some days and must be heard by a bell; what keeps one from ringing may not keep others. */

const t = (en: string): Text => ({ sv: en, en });
const event = (label: string, schema: z.ZodObject = z.strictObject({})): EventSpec => ({
  label: t(label),
  told: t(`${label}.`),
  schema,
  by: [{ org: 'district' }, { org: 'shis' }],
});
const days = (amount: number): Duration => ({ amount, unit: 'days', source: 'test' });

interface Alarm {
  readonly bell: ProcessRef | null;
  readonly waits: number;
  readonly cracked: boolean;
}
const inDays = (label: string, of: (alarm: Alarm) => number): Deadline<Alarm> => ({
  label: t(label),
  rule: t('So many days.'),
  fires: 'on',
  due: ({ context, since, calendar }) => calendar.add(since, days(of(context))),
});

/** Rings after `waits` days, if it is set; is to be looked at after two days, if it is watched. Cracked, it breaks when it should ring. */
export const alarmWorkflow: Workflow<Alarm> = {
  name: 'alarm',
  version: 1,
  label: t('Alarm'),
  file: 'household',
  seenBy: ['district', 'shis'],
  open: event(
    'Set',
    z.strictObject({
      household: optional(householdData),
      bell: optional(field(processRef(), { label: t('Bell'), pick: { from: 'process', workflow: 'bell' } })),
      waits: field(z.int().min(1).max(99), { label: t('Days') }),
      cracked: optional(field(z.boolean(), { label: t('Cracked') })),
    }),
  ),
  machine: createMachine({
    id: 'alarm',
    context: { bell: null, waits: 1, cracked: false },
    options: { maxIterations: 100 },
    entry: ['setUp'],
    initial: 'set',
    states: {
      set: {
        after: { rings: { target: 'rung', actions: ['strike', 'tellRung'] } },
        on: { stop: 'stopped', watch: 'watched' },
      },
      watched: { on: { rest: 'stopped', glance: { target: 'watched', reenter: true } } },
      rung: {},
      stopped: { on: { watch: 'watched' } },
    },
  }),
  states: {
    set: { label: t('Set'), waitsFor: 'shis', open: true },
    watched: { label: t('Watched'), waitsFor: 'shis', due: 'look', open: true },
    rung: { label: t('Rung'), open: false },
    stopped: { label: t('Stopped'), open: true, restsBecause: t('It was stopped.') },
  },
  events: {
    stop: event('Stopped'),
    watch: event('Watched'),
    rest: event('Let be'),
    glance: event('Looked at'),
  },
  guards: {},
  deadlines: { rings: inDays('It rings', ({ waits }) => waits), look: inDays('Look at it', () => 2) },
  updates: {
    setUp: ({ step }) => {
      const { bell, waits, cracked } = dataOf<{ bell?: ProcessRef; waits: number; cracked?: boolean }>(step);
      return { bell: bell ?? null, waits, cracked: cracked ?? false };
    },
  },
  effects: {
    tellRung: () => ({ do: 'notify', whom: 'shis', template: 'alarm-rung' }),
    strike: ({ context }) => {
      if (context.cracked) throw new RangeError('the alarm is cracked');
      return context.bell === null
        ? []
        : { do: 'send', to: context.bell, type: 'strike', data: {}, must: true };
    },
  },
  policy: {},
};

/** Hears alarms, unless it is muffled. */
export const bellWorkflow: Workflow<{ readonly struck: number }> = {
  name: 'bell',
  version: 1,
  label: t('Bell'),
  file: 'dwelling',
  seenBy: ['district', 'shis'],
  open: event('Hung up', z.strictObject(dwellingShape)),
  machine: createMachine({
    id: 'bell',
    context: { struck: 0 },
    options: { maxIterations: 100 },
    initial: 'free',
    states: {
      free: { on: { strike: { actions: ['struck'] }, muffle: 'muffled' } },
      muffled: { on: { free: 'free' } },
    },
  }),
  states: {
    free: { label: t('Free'), open: true, restsBecause: t('It hangs.') },
    muffled: { label: t('Muffled'), open: true, restsBecause: t('It is quiet.') },
  },
  events: { strike: { ...event('Struck'), by: 'engine' }, muffle: event('Muffled'), free: event('Freed') },
  guards: {},
  deadlines: {},
  updates: { struck: ({ context }) => ({ struck: context.struck + 1 }) },
  effects: {},
  policy: {},
};

export const alarmsAndBells: readonly Workflow[] = [alarmWorkflow, bellWorkflow];
