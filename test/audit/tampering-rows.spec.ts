import { living, type Tampered } from './tampered-story.js';

describe('tampering with a superuser’s SQL', () => {
  const { s, t, after, expectFound } = living();

  describe('the file’s row', () => {
    it.each([
      ['record', `jsonb_set(record, '{newlyArrived}', 'true')`],
      ['district', `'skarpnack'`],
      ['district', 'null'],
      ['assignee', `'somebody.else'`],
      ['kind', `'dwelling'`],
      ['version', 'version - 1'],
      ['opened_at', `opened_at - interval '1 day'`],
      ['recorded_at', `recorded_at + interval '1 millisecond'`],
    ])('%s = %s', (column, value) =>
      expectFound(
        (t) => t.sql(`update case_file set ${column} = ${value} where id = $1`, s.idle),
        () => [{ kind: 'record', file: s.idle }],
      ),
    );

    it('a version that promises more events', () =>
      expectFound(
        (t) => t.sql(`update case_file set version = version + 1 where id = $1`, s.idle),
        () => [{ kind: 'missing-event', file: s.idle, seq: 5 }],
      ));

    it('is deleted', () =>
      expectFound(
        (t) => t.sql(`delete from case_file where id = $1`, s.idle),
        () => [{ kind: 'orphan-row', file: s.idle }],
      ));
  });

  describe('a process’ row', () => {
    it.each([
      ['workflow', `'tool'`],
      ['version', '2'],
      ['definition', `'another'`],
      ['parent', `'elsewhere/1'`],
      ['parent', 'null'],
      ['children', `'["elsewhere/1"]'`],
      ['proposals', `'[{"type":"finish","by":"a","kind":"shis","seq":3,"same":""}]'`],
      ['state', `'dropped'`],
      ['states', `'{done}'`],
      ['stored', `jsonb_set(stored, '{entered}', '{"helping":"2020-01-01T00:00:00.000Z"}')`],
      ['is_open', 'not is_open'],
      ['waits_for', `'agency'`],
      ['opened_at', `opened_at - interval '1 microsecond'`],
      ['entered_at', `entered_at - interval '1 day'`],
      ['discloses', `'{"shis":"shared"}'`],
    ])('%s = %s', (column, value) =>
      expectFound(
        (t) => t.sql(`update process set ${column} = ${value} where file_id = $1 and number = 2`, s.busy),
        () => [{ kind: 'state', file: s.busy }],
      ),
    );

    it.each<[string, Tampered]>([
      [
        'a snapshot’s context',
        (t) =>
          t.sql(
            `update process set stored = jsonb_set(stored, '{context,bought}', '7') where file_id = $1 and number = 1`,
            s.busy,
          ),
      ],
      ['is deleted', (t) => t.sql(`delete from process where file_id = $1 and number = 3`, s.busy)],
      [
        'is added',
        (t) =>
          t.sql(
            `insert into process select file_id, 4, workflow, version, definition, parent, children, proposals, state,
             states, stored, is_open, waits_for, opened_at, entered_at from process where file_id = $1 and number = 3`,
            s.busy,
          ),
      ],
    ])('%s', (_, tampered) => expectFound(tampered, () => [{ kind: 'state', file: s.busy }]));
  });

  describe('a deadline', () => {
    const of = `where file_id = $1`;
    it.each<[string, string]>([
      ['moved by a day', `update deadline set due_on = due_on + 1 ${of}`],
      ['moved by a microsecond', `update deadline set due_at = due_at + interval '1 microsecond' ${of}`],
      ['renamed', `update deadline set name = 'patience' ${of}`],
      ['put in another state', `update deadline set state = 'work.asked' ${of}`],
      ['made to move', `update deadline set moves = true ${of}`],
      ['given to another process', `update deadline set process = 2 ${of}`],
      ['deleted', `delete from deadline ${of}`],
      [
        'added',
        `insert into deadline select file_id, process, 'xstate.after.patience.errand.work.asked', 'patience', 'work.asked',
         due_on, due_at, true, null from deadline ${of}`,
      ],
    ])('%s', (_, statement) =>
      expectFound(
        (t) => t.sql(statement, s.holder),
        () => [{ kind: 'deadline', file: s.holder }],
      ),
    );
  });

  describe('a fact', () => {
    const of = `where file_id = $1 and seq = 17 and ordinal = 0`;
    it.each<[string, string]>([
      ['process', '2'],
      ['workflow', `'helper'`],
      ['form', `'tool'`],
      ['kind', `'refused'`],
      ['occurred_on', 'occurred_on - 1'],
      ['recorded_at', `recorded_at - interval '1 day'`],
      ['voided_at', 'recorded_at'],
      ['district', `'skarpnack'`],
      ['household', `'another'`],
      ['dwelling', `'another'`],
      ['form_kind', `'trial'`],
      ['channel', `'agency'`],
      ['party', `'shis'`],
      ['stage', `'another'`],
      ['reason', `'size'`],
      ['data', `'{"more":1}'`],
      ['ordinal', '5'],
      ['seq', '16'],
    ])('%s = %s', (column, value) =>
      expectFound(
        (t) => t.sql(`update fact set ${column} = ${value} ${of}`, s.busy),
        () => [{ kind: 'fact', file: s.busy, seq: 17 }],
      ),
    );

    it('is deleted', () =>
      expectFound(
        (t) => t.sql(`delete from fact ${of}`, s.busy),
        () => [{ kind: 'fact', file: s.busy, seq: 17 }],
      ));

    it.each([16, 0, 99])('is added to event %i', (seq) =>
      expectFound(
        (t) =>
          t.sql(
            `insert into fact select file_id, $2, 7, process, workflow, form, kind, occurred_on, recorded_at, null, district,
             household, dwelling, form_kind, channel, party, stage, reason, data from fact ${of}`,
            s.busy,
            seq,
          ),
        () => [{ kind: 'fact', file: s.busy, seq }],
      ),
    );
  });

  describe('a hold', () => {
    it.each<[string, string]>([
      ['given to another', `update hold set ref = 'another/1' where file_id = $1`],
      ['of another process', `update hold set process = 2 where file_id = $1`],
      ['renamed', `update hold set name = 'offer' where file_id = $1`],
      ['deleted', `delete from hold where file_id = $1`],
      ['added', `insert into hold values ($1, 'offer', 'another/1', 1)`],
    ])('%s', (_, statement) =>
      expectFound(
        (t) => t.sql(statement, s.lent),
        () => [{ kind: 'hold', file: s.lent }],
      ),
    );
  });

  it.each(['event', 'process', 'deadline', 'fact', 'hold', 'sealed', 'file_key', 'outbox'])(
    'rows of a file that does not exist in %s',
    async (table) => {
      const rename = `update ${table} set file_id = 'nowhere' where ctid in
        (select min(ctid) from ${table} where file_id = any($1))`;
      const { findings } = await after(() => t.sql(rename, [s.lent, s.holder, s.idle]));
      expect(findings).toContainEqual(expect.objectContaining({ kind: 'orphan-row', file: 'nowhere' }));
    },
  );
});
