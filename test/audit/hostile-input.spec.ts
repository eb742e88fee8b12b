import type { Command } from '../../src/engine/command.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';

describe('hostile input is refused in words, and leaves nothing', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let file: string;
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db);
    file = (await e.do({ open: 'errand', data: { household, what: 'milk', weight: 3 } })).file;
  });
  afterAll(async () => {
    await e.close();
    await db.drop();
  });

  const note = (data: unknown, more: object = {}): Command => {
    const { id, by, ...rest } = e.command({ event: 'note', file, data });
    return { id, by, ...rest, ...more };
  };
  const answered = async (command: Command): Promise<string> => {
    const before = await e.ownerPool.query('select count(*) from event');
    const answer = await e.engine.execute(command);
    const after = await e.ownerPool.query('select count(*) from event');
    if (!isRefusal(answer)) return 'done';
    expect(after.rows).toEqual(before.rows);
    for (const { sv, en } of answer.sentences) expect(sv && en).toBeTruthy();
    return answer.code;
  };

  it.each([
    ['half a character', '\ud800'],
    ['half a character in the middle', 'a\udc00b'],
    ['nothing but a line separator', '\u2028'],
    ['a list', ['x']],
    ['a mark of a sealed value', { sealed: 'x' }],
    ['far too much', 'å'.repeat(4001)],
  ])('a note that is %s', async (_, text) => {
    expect(await answered(note({ note: text }))).toBe('invalid-data');
  });

  it.each([
    ['a prototype', JSON.parse('{"__proto__":{"note":"x"}}')],
    ['a list', []],
    ['text', 'x'],
    ['a field too many', { note: 'x', more: 1 }],
  ])('data that is %s', async (_, data) => {
    expect(await answered(note(data))).toBe('invalid-data');
  });

  it.each(['\u0000', '__proto__', '😀', 'x'.repeat(4000)])(
    'takes a note of odd but whole characters',
    async (text) => {
      expect(await answered(note({ note: text }))).toBe('done');
    },
  );

  it.each([
    ['no characters', ''],
    ['a control character', 'a\u0000b'],
    ['half a character', '\ud800'],
    ['more than an index can hold', 'x'.repeat(5000)],
  ])('a key of %s', async (_, id) => {
    expect(await answered(note({ note: 'x' }, { id }))).toBe('invalid-data');
  });

  it.each(['2021-02-30T10:00:00Z', '2021-02-03', 'now', '+275760-09-13T00:00:00Z'])(
    'a moment that is none: %s',
    async (occurredAt) => {
      expect(await answered(note({ note: 'x' }, { occurredAt }))).toBe('invalid-data');
    },
  );

  it.each([
    ['9999-12-31T23:59:59Z', 'occurred-in-future'],
    ['2021-03-01T09:00:00.001Z', 'occurred-in-future'],
    ['0001-01-01T00:00:00Z', 'invalid-data'],
  ])('the moment %s', async (occurredAt, code) => {
    expect(await answered(note({ note: 'x' }, { occurredAt }))).toBe(code);
  });

  it.each(['nowhere', '', 'a\u0000b', '\ud800', '__proto__', `${'x'.repeat(9000)}`])(
    'the file %j',
    async (id) => {
      const { asked, ...rest } = note({ note: 'x' });
      expect(await answered({ ...rest, asked: { ...asked, file: id } as Command['asked'] })).toBe(
        'not-found',
      );
    },
  );

  it.each([1.5, -1, 0, 1e21, NaN])('the process %p', async (process) => {
    expect(await answered(e.command({ event: 'begin', file, process, data: {} }))).toBe('not-found');
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    '',
    'patience',
    'xstate.after.patience.errand.work.asked',
    '*',
  ])('the event %j', async (event) => {
    expect(await answered(e.command({ event, file, process: 1, data: {} }))).toBe('unknown-event');
  });

  it.each(['__proto__', 'constructor', 'errand@1', '', 'x\u0000'])('the workflow %j', async (open) => {
    const data = { household, what: 'milk', weight: 1 };
    expect(await answered(e.command({ open, data }))).toBe('unknown-workflow');
  });
});
