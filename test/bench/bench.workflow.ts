import { createMachine } from 'xstate';
import { z } from 'zod';
import type { FileKind, Text, Workflow } from '../../workflows/definition.js';
import { field, note } from '../../workflows/fields.js';

const text = (word: string): Text => ({ sv: word, en: `${word}.` });
const step = z.strictObject({
  note: note('Anteckning', 'Note'),
  place: field(z.enum(['a', 'b']), { label: text('Plats') }),
});
const opening = z.strictObject({ note: note('Anteckning', 'Note') });
const by = [{ org: 'shis' as const }];

interface Context {
  readonly steps: number;
  readonly filler: string;
}

const machine = createMachine({
  id: 'bench',
  context: { steps: 0, filler: 'x'.repeat(300) },
  options: { maxIterations: 50 },
  initial: 'here',
  states: {
    here: {
      after: { leave: 'there' },
      on: { go: { target: 'there', guard: 'placeIsGiven', actions: ['count', 'tell'] } },
    },
    there: {
      after: { back: 'here' },
      on: { go: { target: 'here', guard: 'placeIsGiven', actions: ['count', 'tell'] } },
    },
  },
} as never);

const month = { amount: 1, unit: 'months' as const, source: 'bench' };

/** A workflow whose every step has a guard, a sealed note, a fact of its own, one deadline out and one in. */
export const bench: Workflow<Context> = {
  name: 'bench',
  version: 1,
  label: text('Mätning'),
  file: 'household',
  open: { label: text('Öppna'), told: text('Öppnad'), schema: opening, by },
  seenBy: ['shis'],
  machine,
  states: {
    here: { label: text('Här'), waitsFor: 'shis', open: true },
    there: { label: text('Där'), waitsFor: 'shis', open: true },
  },
  events: { go: { label: text('Gå'), told: text('Gick'), schema: step, by } },
  guards: {
    placeIsGiven: {
      says: text('Platsen är angiven'),
      needs: ['place'],
      holds: ({ step: s }) => s.data['place'] === 'a',
    },
  },
  deadlines: {
    leave: {
      label: text('Lämna'),
      rule: text('En månad'),
      fires: 'on',
      due: ({ since, calendar }) => calendar.add(since, month),
    },
    back: {
      label: text('Åter'),
      rule: text('En månad'),
      fires: 'past',
      due: ({ since, calendar }) => calendar.add(since, month),
    },
  },
  updates: { count: ({ context }) => ({ steps: context.steps + 1 }) },
  effects: { tell: () => ({ do: 'fact', fact: { kind: 'accepted', party: 'shis', stage: 'bench' } }) },
  policy: {},
};

/** A file without content of its own. */
export const benchFile: FileKind = {
  name: 'household',
  label: text('Hushåll'),
  record: z.object({}),
  events: {},
  apply: { open: () => ({ district: 'farsta' }) },
  responsible: () => 'farsta',
  assignee: () => null,
};
