import { createMachine } from 'xstate';
import { z } from 'zod';
import { checkDefinition, checkDefinitions, DefinitionError } from '../../src/engine/check/index.js';
import { field } from '../../workflows/fields.js';
import { finish, finishKind, goodDraft, goodKind, text, type Draft } from './good-definition.js';
import { cases, loan, spoilt, told } from './spoilt.js';

const label = { label: text('Fält', 'Field') };

describe('a definition without a fault', () => {
  it('has none', () => {
    expect(spoilt(() => undefined)).toEqual([]);
  });

  it('may write names as objects, types for TypeScript, and one word that is the same in both languages', () => {
    const faults = spoilt((d) => {
      d.chart.types = {};
      d.chart.schemas = undefined;
      loan(d).late.entry = { type: 'lent' };
      loan(d).late.on.giveBack = { target: 'closed', guard: { type: 'isUrgent' } };
      d.states['loan.late'].label = text('Status', 'Status');
    });
    expect(faults).toEqual([]);
  });

  it('may take text from other processes, which are sent coded data only', () => {
    const text = field(z.string(), label);
    expect(spoilt((d) => (d.events.bringBack.schema = z.strictObject({ text })))).toEqual([]);
  });

  it('has none beside others either', () => {
    const [workflow, kind] = [finish(goodDraft()), finishKind(goodKind())];
    expect(told(checkDefinitions([workflow], [kind]))).toEqual([]);
  });
});

describe('a workflow is refused that', () => {
  cases([
    ['has no version', (d) => (d.version = 0), 'index.ts: the version is no whole number from 1 on.'],
    [
      'cannot go on from its last version',
      (d) => (d.version = 2),
      'index.ts: version 2 has no upgrade from version 1.',
    ],
    [
      'goes on from itself',
      (d) => (d.upgrade = { 1: (old: unknown) => old }),
      'index.ts: there is an upgrade from version 1, which is not before 1.',
    ],
    [
      'has no label',
      (d) => (d.label = text('Nyckellån', '')),
      'index.ts: the label of the workflow is missing in English.',
    ],
    [
      'has an odd name',
      (d) => ((d.name = 'Key loan'), (d.chart.id = 'Key loan')),
      'index.ts: `Key loan` is no name; use letters, figures and hyphens.',
    ],
    ['lives in no file', (d) => (d.file = 'garage'), 'index.ts: `garage` is no kind of file.'],
    [
      'has an empty form',
      (d) => (d.form = ''),
      'index.ts: the form is empty; leave it out for a helper process.',
    ],
    [
      'is seen by nobody known',
      (d) => (d.seenBy = ['shis', 'district', 'police']),
      'index.ts: `seenBy` names `police`, which is no kind of organisation.',
    ],
  ]);

  it('is seen by nobody', () => {
    expect(spoilt((d) => (d.seenBy = []))).toContain('index.ts: nobody may see it; name them in `seenBy`.');
  });

  it('is too broken to be read, and the rest is told all the same', () => {
    const [whole, ...broken] = spoilt((d) => (delete d.policy, (d.version = 0)));
    expect(whole).toBe('index.ts: the version is no whole number from 1 on.');
    expect(broken.map((fault) => fault.split(':')[1])).toEqual([
      ' `deadlinesAreWhole` could not be checked',
      ' `policyIsDated` could not be checked',
    ]);
  });
});

describe('definitions beside each other are refused when', () => {
  const both = (change: (workflow: Draft, kind: Draft) => void) => {
    const [workflow, kind] = [goodDraft(), goodKind()];
    change(workflow, kind);
    return told(checkDefinitions([finish(workflow)], [finishKind(kind)]));
  };
  const changed = (by: unknown, schema: z.ZodObject) => (d: Draft) => {
    d.events.changed = { ...d.events.ring, by, schema };
    loan(d).late.on.changed = 'closed';
  };
  const list: readonly [string, (workflow: Draft, kind: Draft) => void, ...string[]][] = [
    [
      'a process is picked from a workflow that is not there',
      (d) =>
        (d.events.ring.schema = z.strictObject({
          a: field(z.literal('x'), { ...label, pick: { from: 'process', workflow: 'flat' } }),
        })),
      'key-loan.events.ts: `a` of `ring` picks a process of `flat`, a workflow that is not there.',
    ],
    [
      'a workflow lives in a kind of file that is not there',
      (d) => (d.file = 'dwelling'),
      'index.ts: it lives in a `dwelling` file, a kind that is not there.',
    ],
    [
      'a person may send what the file tells',
      changed([{ org: 'shis' }], z.strictObject({ event: field(z.literal('move'), label) })),
      'files/household.ts: `changed` of `key-loan` has to be by `engine`; the file tells it.',
    ],
    [
      'a workflow does not take what the file tells',
      changed('engine', z.strictObject({})),
      "files/household.ts: `changed` of `key-loan` does not take `{ event: 'move' }`, which the file tells.",
    ],
    [
      'a file tells an event of its own',
      (_, k) => (k.tells = 'move'),
      'files/household.ts: it tells `move`, which is an event of the file itself.',
    ],
    [
      'an event of the file is not applied',
      (_, k) => delete k.apply.move,
      'files/household.updates.ts: `move` does not say what it makes of the record.',
    ],
    [
      'the opening of the file is not applied',
      (_, k) => delete k.apply.open,
      'files/household.updates.ts: `open` does not say what it makes of the record.',
    ],
    [
      'what is applied is no event',
      (_, k) => (k.apply.stay = k.apply.move),
      'files/household.updates.ts: `stay` is applied, and is no event.',
    ],
    [
      'what is guarded is no event',
      (_, k) => (k.guards.stay = k.guards.move),
      'files/household.guards.ts: `stay` is guarded, and is no event.',
    ],
    [
      'a guard of the file needs what the event does not bring',
      (_, k) => (k.guards.move[0].needs = ['from']),
      'files/household.guards.ts: guard 1 of `move` needs `from`, which `move` does not bring.',
    ],
    [
      'the record takes free text',
      (_, k) => (k.record = z.strictObject({ a: field(z.string(), label) })),
      'files/household.data.ts: `a` of the record takes free text, which may name a person; mark it personal or give it a pattern.',
    ],
    [
      'an event of the file is not whole',
      (_, k) => (k.events.move.by = []),
      'files/household.events.ts: nobody may send `move`; name who may, or `engine`.',
    ],
    [
      'an event of the file is called as the opening',
      (_, k) => (k.events.open = k.events.move),
      'files/household.events.ts: `open` is the opening of the file; give the event another name.',
    ],
    [
      'the file has a list of reasons that nobody picks',
      (d, k) => (k.reasons = d.reasons),
      'files/household.reasons.ts: no field picks from the list `refuse`; delete it.',
    ],
    [
      'the file does not say whose it is',
      (_, k) => delete (k as { responsible?: unknown }).responsible,
      'files/household.ts: `responsible` is no function.',
    ],
  ];
  it.each(list.map((one) => [one[0], one] as const))('%s', (_, [, change, ...faults]) => {
    expect(both(change)).toEqual(faults);
  });

  it('two have the same name', () => {
    const twice = [finish(goodDraft()), finish(goodDraft())];
    expect(told(checkDefinitions(twice, [finishKind(goodKind()), finishKind(goodKind())]))).toEqual([
      'index.ts: there are two of this name.',
      'files/index.ts: there are two of this name.',
    ]);
  });
});

describe('the error at start', () => {
  it('tells every fault with its file', () => {
    const draft = goodDraft();
    draft.version = 0;
    draft.states['loan.late'].label = text('', 'Late');
    const error = new DefinitionError(checkDefinition(finish(draft)));
    expect(error.message).toBe(
      [
        '2 faults in the definitions:',
        '  key-loan (index.ts): the version is no whole number from 1 on.',
        '  key-loan (key-loan.states.ts): the label of `loan.late` is missing in Swedish.',
      ].join('\n'),
    );
  });

  it('is the only thing thrown by a chart that XState takes', () => {
    expect(() => checkDefinition({ ...finish(goodDraft()), machine: createMachine({}) })).not.toThrow();
  });
});
