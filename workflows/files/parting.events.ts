import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { code, day, field, note, processRef } from '../fields.js';
import { householdType } from './household.whole.js';
import { DISTRICT, SHIS, choice, label, optional, text } from './parts.js';

const who = (sv: string, en: string) => field(code(), { ...label(sv, en), pick: { from: 'member' } });
const child = field(code(), { ...label('Barn', 'Child'), pick: { from: 'member', children: true } });
const other = field(processRef(), {
  ...label('Det andra ärendets nummer', 'The number of the other case'),
  hint: text(
    'Står överst i det andra ärendet. Det ärende du är i nu blir kvar.',
    'It stands at the top of the other case. The case that you are in now remains.',
  ),
  pick: { from: 'household' },
});

/** `splitHousehold`: who leaves to a case of their own, and which children live with both. `on` is the first day apart. */
export const splitHouseholdData = z.strictObject({
  leaving: field(
    z.array(who('Person', 'Person')).min(1).max(20),
    label('Vilka som får ett eget ärende', 'Who gets a case of their own'),
  ),
  shared: optional(
    field(z.array(child).max(20), {
      ...label('Barn som bor växelvis i båda hushållen', 'Children who live in both households'),
      hint: text(
        'De finns då i båda ärendena, som barn som bor hemma en del av tiden.',
        'They are then in both cases, as children at home part of the time.',
      ),
    }),
  ),
  type: householdType('Hushållstyp för dem som flyttar ut', 'Household type of those who leave'),
  opens: optional(
    choice(
      {
        referral: text('en remiss till SHIS, som utkast', 'a referral to SHIS, as a draft'),
        trial: text('en ansökan om försökslägenhet', 'an application for a trial flat'),
        training: text('en ansökan om träningslägenhet', 'an application for a training flat'),
        'housing-first': text('en ansökan om Bostad Först', 'an application for Housing First'),
      },
      {
        ...label('Vad det nya ärendet börjar med', 'What the new case begins with'),
        hint: text(
          'Lämna tomt när familjen är remitterad till SHIS: det nya ärendet får också en remiss.',
          'Leave empty when the family is referred to SHIS: the new case gets a referral as well.',
        ),
      },
    ),
  ),
  remains: optional(householdType('Hushållstyp för dem som är kvar', 'Household type of those who remain')),
  on: field(day(), label('Första dagen som två hushåll', 'First day as two households')),
  note: optional(note('Anteckning', 'Note')),
});
export type Split = z.infer<typeof splitHouseholdData>;

/** `mergeHousehold`: the persons of another case join this one, which remains. `on` is the first day together. */
export const mergeHouseholdData = z.strictObject({
  with: other,
  on: field(day(), label('Första dagen som ett hushåll', 'First day as one household')),
  type: optional(householdType('Hushållstyp därefter', 'Household type from then on')),
  note: optional(note('Anteckning', 'Note')),
});
export type Merge = z.infer<typeof mergeHouseholdData>;

/** `unmergeHousehold`: the two were merged by mistake. Each case is what it was; nobody has lived together. */
export const unmergeHouseholdData = z.strictObject({
  with: field(processRef(), {
    ...label('Vilket ärende som ska skiljas ut', 'Which case is to be taken out again'),
    pick: { from: 'household', merged: true },
  }),
  type: optional(householdType('Hushållstyp därefter', 'Household type from then on')),
  note: note('Varför', 'Why'),
});
export type Unmerge = z.infer<typeof unmergeHouseholdData>;

const into = z.strictObject({
  into: field(processRef(), label('Ärendet som är kvar', 'The case that remains')),
  on: field(day(), label('Första dagen som ett hushåll', 'First day as one household')),
});

/** A household that becomes two, or two that become one. */
export const partingEvents: Readonly<Record<string, EventSpec>> = {
  splitHousehold: {
    label: text('Dela hushållet', 'Split the household'),
    told: text(
      'Hushållet delades {on}: de som flyttade ut fick ett eget ärende.',
      'The household was split on {on}: those who left got a case of their own.',
    ),
    schema: splitHouseholdData,
    by: DISTRICT,
    known: ['carried', 'stays', 'household', 'openProcesses'],
    grave: true,
  },
  mergeHousehold: {
    label: text('Slå ihop med ett annat ärende', 'Merge with another case'),
    told: text(
      'Personerna i ett annat ärende kom till hushållet {on}: ärendena slogs ihop.',
      'The persons of another case joined the household on {on}: the cases were merged.',
    ),
    schema: mergeHouseholdData,
    by: [...DISTRICT, ...SHIS],
    known: ['carried', 'staysThere'],
    grave: true,
  },
  unmergeHousehold: {
    label: text('Ta isär sammanslagna ärenden', 'Undo a merger of cases'),
    told: text(
      'Sammanslagningen togs tillbaka: den var fel.',
      'The merger was taken back: it had been wrong.',
    ),
    schema: unmergeHouseholdData,
    by: [...DISTRICT, ...SHIS],
    grave: true,
  },
  merged: {
    label: text('Slogs ihop med ett annat ärende', 'Was merged into another case'),
    told: text(
      'Ärendet slogs ihop med ett annat {on} och fortsätter där.',
      'The case was merged into another on {on} and goes on there.',
    ),
    schema: into,
    by: 'engine',
    known: ['openProcesses'],
  },
  unmerged: {
    label: text('Skildes ut igen', 'Was taken out again'),
    told: text(
      'Sammanslagningen togs tillbaka: ärendet fortsätter här.',
      'The merger was taken back: the case goes on here.',
    ),
    schema: z.strictObject({ from: into.shape.into }),
    by: 'engine',
  },
  comesOfAge: {
    label: text('Ett barn fyllde 18 år', 'A child came of age'),
    told: text('Ett barn i hushållet fyllde 18 år.', 'A child of the household turned 18.'),
    schema: z.strictObject({ ref: who('Vem', 'Who') }),
    by: [{ org: 'system' }],
  },
};
