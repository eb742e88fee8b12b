import { z } from 'zod';
import type { OrgKind } from '../../workflows/definition.js';
import { field } from '../../workflows/fields.js';
import { text, type Draft } from './good-definition.js';
import { cases, spoilt } from './spoilt.js';

const label = { label: text('Fält', 'Field') };

describe('events are refused when', () => {
  const file = 'key-loan.events.ts';
  const schema = (shape: z.ZodRawShape) => (d: Draft) => (d.events.ring.schema = z.strictObject(shape));
  cases([
    [
      'a label is missing',
      (d) => delete d.events.ring.label,
      `${file}: the label of \`ring\` is missing in Swedish.`,
      `${file}: the label of \`ring\` is missing in English.`,
    ],
    [
      'the told sentence is not translated',
      (d) => (d.events.ring.told = text('It rang.', 'It rang.')),
      `${file}: the told sentence of \`ring\` is the same in Swedish and English; translate it.`,
    ],
    [
      'the told sentence names no field',
      (d) => (d.events.ring.told = text('Ringde {when}.', 'Rang {when}.')),
      `${file}: \`ring\` tells \`{when}\`, which is no field of its schema.`,
    ],
    [
      'the told sentence would show a code',
      (d) =>
        (d.events.refuse.told = text('Nej: {reason} till {who}.', 'No: {reason} to {who}.')) &&
        (d.events.refuse.schema = d.events.refuse.schema.extend({ who: field(z.literal('x'), label) })),
      `${file}: \`refuse\` tells \`{who}\`, whose value has no words; give it names or leave it out.`,
    ],
    [
      'it answers what nobody can ask',
      (d) => (d.events.ring.answers = 'knock'),
      `${file}: \`ring\` answers \`knock\`, which is no event of this workflow.`,
    ],
    [
      'nobody may send it',
      (d) => (d.events.ring.by = []),
      `${file}: nobody may send \`ring\`; name who may, or \`engine\`.`,
    ],
    [
      'nobody known may send it',
      (d) => (d.events.ring.by = [{ org: 'police', rank: 'chief' }]),
      `${file}: \`ring\` may be sent by \`police\`, which is no kind of organisation.`,
      `${file}: \`ring\` asks for the rank \`chief\`, which there is not.`,
      `${file}: \`police\` may send \`ring\` and may not see the process (\`seenBy\`).`,
    ],
    [
      'those may send it who may not see it',
      (d) => (d.events.ring.by = [{ org: 'agency' }]),
      `${file}: \`agency\` may send \`ring\` and may not see the process (\`seenBy\`).`,
    ],
    [
      'one of each kind is asked for and there is one kind',
      (d) => (d.events.ring.twoPersons = 'oneOfEach'),
      `${file}: \`ring\` takes one person of each kind, and names one kind only.`,
    ],
    [
      'the engine is asked for two persons',
      (d) => (d.events.bringBack.twoPersons = true),
      `${file}: \`bringBack\` is the engine's own; two persons can never agree on it.`,
    ],
    [
      'it looks up what nobody answers',
      (d) => (d.events.ring.known = ['weather']),
      `${file}: \`ring\` looks up \`weather\`, which nobody can answer.`,
    ],
    [
      'the schema is not strict',
      (d) => (d.events.ring.schema = z.object({})),
      `${file}: the schema of \`ring\` is not strict; use \`z.strictObject\`.`,
    ],
    [
      'an inner object is not strict',
      schema({ a: field(z.object({}), label) }),
      `${file}: the schema of \`ring\` at \`a\` is not strict; use \`z.strictObject\`.`,
    ],
    [
      'a field has no label',
      schema({ a: z.boolean() }),
      `${file}: \`a\` of \`ring\` has no label; register it with \`field\`.`,
    ],
    [
      'a field deep inside has no label',
      schema({ a: field(z.array(z.strictObject({ b: z.boolean() })), label) }),
      `${file}: \`a.b\` of \`ring\` has no label; register it with \`field\`.`,
    ],
    [
      'a field has a label in one language',
      schema({ a: field(z.boolean(), { label: text('A', '') }) }),
      `${file}: the label of \`a\` of \`ring\` is missing in English.`,
    ],
    [
      'free text is not personal',
      schema({ a: field(z.string().trim().max(9).optional(), label) }),
      `${file}: \`a\` of \`ring\` takes free text, which may name a person; mark it personal or give it a pattern.`,
    ],
    [
      'a pattern takes free text',
      schema({ a: field(z.string().regex(/^.*$/), label) }),
      `${file}: \`a\` of \`ring\` takes free text, which may name a person; mark it personal or give it a pattern.`,
    ],
    [
      'free text stands in a list',
      schema({ a: field(z.array(z.string()), label) }),
      `${file}: \`a\` of \`ring\` takes free text, which may name a person; mark it personal or give it a pattern.`,
    ],
    [
      'a field is not JSON',
      schema({ a: field(z.date(), label), b: field(z.record(z.string(), z.string()), label) }),
      `${file}: \`a\` of \`ring\` is a \`date\`, which is not JSON as it stands.`,
      `${file}: \`b\` of \`ring\` is a \`record\`, which is not JSON as it stands.`,
    ],
    [
      'what is not personal is found by keyed hash',
      schema({ a: field(z.boolean(), { ...label, find: 'whole' }) }),
      `${file}: \`a\` of \`ring\` is found by keyed hash and not personal; only what is sealed needs that.`,
    ],
    [
      'a reason is picked from no list',
      schema({ a: field(z.literal('x'), { ...label, pick: { from: 'reason', list: 'ring' } }) }),
      `${file}: \`a\` of \`ring\` picks from the reasons \`ring\`, a list that is not there.`,
    ],
    [
      'an organisation is picked from no kind',
      schema({
        a: field(z.literal('x'), { ...label, pick: { from: 'organisation', kind: 'police' as OrgKind } }),
      }),
      `${file}: \`a\` of \`ring\` picks from \`police\`, which is no kind of organisation.`,
    ],
    [
      'a person would be shown the codes of a short list',
      schema({ a: field(z.array(z.enum(['x', 'y'])).optional(), label) }),
      `${file}: \`a\` of \`ring\` does not name its value \`x\`; tell it in \`choices\`.`,
      `${file}: \`a\` of \`ring\` does not name its value \`y\`; tell it in \`choices\`.`,
    ],
    [
      'the names of a short list are not those of its values, or not in both languages',
      schema({ a: field(z.enum(['x']), { ...label, choices: { x: text('X', ''), z: text('Z', 'Z') } }) }),
      `${file}: the name of \`x\` in \`a\` of \`ring\` is missing in English.`,
      `${file}: \`a\` of \`ring\` names \`z\`, which it does not take.`,
    ],
  ]);

  it('but not when only other processes send it, which need no names', () => {
    const coded = z.strictObject({ a: field(z.enum(['x']), label) });
    expect(spoilt((d) => (d.events.bringBack.schema = coded))).toEqual([]);
  });

  it('the schema of the opening is no object', () => {
    const faults = spoilt((d) => (d.open.schema = z.string()));
    expect(faults).toContain(`${file}: the schema of the opening is no object; use \`z.strictObject\`.`);
  });
});
