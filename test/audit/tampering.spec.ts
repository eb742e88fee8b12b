import type { FindingKind } from '../../src/audit/findings.js';
import { verify, type VerifyResult } from '../../src/audit/verify.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { story, type Story } from './story.js';
import { Tampering } from './tampering.js';

interface Found {
  readonly kind: FindingKind;
  readonly file: string;
  readonly seq?: number;
}
type Tampered = (t: Tampering, s: Story) => Promise<unknown>;
type Expected = (s: Story) => readonly Found[];

describe('tampering with a superuser’s SQL', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let s: Story;
  let t: Tampering;
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db);
    s = await story(e);
    t = new Tampering(e.ownerPool);
    await t.save();
  });
  afterEach(() => t.restore());
  afterAll(async () => {
    await e.close();
    await db.drop();
  });

  async function after(tampered: Tampered): Promise<VerifyResult> {
    await tampered(t, s);
    return verify(e.ownerPool, e.registry, { vault: e.vault });
  }

  /** Every expected finding is there, and nothing is said of files that are neither. */
  async function expectFound(tampered: Tampered, expected: Expected): Promise<void> {
    const { ok, findings } = await after(tampered);
    const told = findings.map(({ kind, file, seq }) => ({
      kind,
      file,
      ...(seq === undefined ? {} : { seq }),
    }));
    expect(ok).toBe(false);
    for (const one of expected(s)) expect(told).toContainEqual(one);
    const named = new Set(expected(s).map((one) => one.file));
    expect(told.filter((one) => !named.has(one.file))).toEqual([]);
    for (const { sentence } of findings) expect(sentence.sv && sentence.en).toBeTruthy();
  }

  describe('the chain', () => {
    it.each<[string, Tampered, Expected]>([
      [
        'a changed byte of an event',
        (t) =>
          t.sql(
            `update event set canonical = set_byte(canonical, 200, 88) where file_id = $1 and seq = 5`,
            s.busy,
          ),
        () => [{ kind: 'hash', file: s.busy, seq: 5 }],
      ],
      [
        'a changed event whose own hash was made to fit',
        async (t) => {
          const sha = `sha256((select hash from event p where p.file_id = e.file_id and p.seq = e.seq - 1) || canonical)`;
          await t.rewrite(s.busy, 5, (body) => (body.by = 'somebody.else'));
          await t.sql(`update event e set hash = ${sha} where file_id = $1 and seq = 5`, s.busy);
        },
        () => [{ kind: 'hash', file: s.busy, seq: 6 }],
      ],
      [
        'a changed hash',
        (t) => t.sql(`update event set hash = sha256(hash) where file_id = $1 and seq = 3`, s.idle),
        () => [
          { kind: 'hash', file: s.idle, seq: 3 },
          { kind: 'hash', file: s.idle, seq: 4 },
        ],
      ],
      [
        'a changed head',
        (t) => t.sql(`update case_file set head = sha256(head) where id = $1`, s.idle),
        () => [{ kind: 'hash', file: s.idle }],
      ],
      [
        'a deleted event in the middle',
        (t) => t.sql(`delete from event where file_id = $1 and seq = 9`, s.busy),
        () => [{ kind: 'missing-event', file: s.busy, seq: 9 }],
      ],
      [
        'a deleted first event',
        (t) => t.sql(`delete from event where file_id = $1 and seq = 1`, s.idle),
        () => [{ kind: 'missing-event', file: s.idle, seq: 1 }],
      ],
      [
        'a deleted last event',
        (t) => t.sql(`delete from event where file_id = $1 and seq = 4`, s.idle),
        () => [
          { kind: 'missing-event', file: s.idle, seq: 4 },
          { kind: 'hash', file: s.idle },
        ],
      ],
      [
        'a deleted last event with head and version made to fit',
        async (t) => {
          await t.sql(`delete from event where file_id = $1 and seq = 4`, s.idle);
          await t.chain(s.idle);
        },
        () => [
          { kind: 'record', file: s.idle },
          { kind: 'fact', file: s.idle, seq: 4 },
          { kind: 'message', file: s.idle, seq: 4 },
        ],
      ],
      [
        'two swapped events',
        async (t) => {
          const swap = (a: number, b: number) =>
            t.sql(`update event set seq = $3 where file_id = $1 and seq = $2`, s.busy, a, b);
          await swap(5, 99);
          await swap(4, 5);
          await swap(99, 4);
        },
        () => [
          { kind: 'reordered', file: s.busy, seq: 4 },
          { kind: 'reordered', file: s.busy, seq: 5 },
          { kind: 'hash', file: s.busy, seq: 4 },
          { kind: 'cause', file: s.bought, seq: 1 },
        ],
      ],
      [
        'two swapped events with the chain made to fit',
        async (t) => {
          const swap = (a: number, b: number) =>
            t.sql(`update event set seq = $3 where file_id = $1 and seq = $2`, s.busy, a, b);
          await swap(3, 99);
          await swap(4, 3);
          await swap(99, 4);
          await t.chain(s.busy);
        },
        () => [
          { kind: 'reordered', file: s.busy, seq: 3 },
          { kind: 'reordered', file: s.busy, seq: 4 },
          { kind: 'cause', file: s.tool, seq: 2 },
          { kind: 'cause', file: s.bought, seq: 1 },
        ],
      ],
      [
        'an event outside the numbers',
        (t) =>
          t.sql(
            `insert into event select file_id, 0, null, null, recorded_at, canonical, hash from event
             where file_id = $1 and seq = 1`,
            s.idle,
          ),
        () => [{ kind: 'reordered', file: s.idle, seq: 0 }],
      ],
      [
        'bytes that are no longer canonical, with the chain made to fit',
        async (t) => {
          await t.sql(
            `update event set canonical = canonical || ' '::bytea where file_id = $1 and seq = 2`,
            s.idle,
          );
          await t.chain(s.idle);
        },
        () => [{ kind: 'bytes', file: s.idle, seq: 2 }],
      ],
      [
        'bytes that are no event, with the chain made to fit',
        async (t) => {
          await t.sql(`update event set canonical = '{"seq":2}' where file_id = $1 and seq = 2`, s.idle);
          await t.chain(s.idle);
        },
        () => [{ kind: 'bytes', file: s.idle, seq: 2 }],
      ],
      [
        'bytes that are no UTF-8, with the chain made to fit',
        async (t) => {
          await t.sql(
            `update event set canonical = set_byte(canonical, 200, 255) where file_id = $1 and seq = 2`,
            s.idle,
          );
          await t.chain(s.idle);
        },
        () => [{ kind: 'bytes', file: s.idle, seq: 2 }],
      ],
    ])('%s', (_, tampered, expected) => expectFound(tampered, expected));
  });

  describe('the columns beside an event', () => {
    it.each([
      ['recorded_at', `recorded_at + interval '1 microsecond'`],
      ['command', `'another'`],
      ['command', `null`],
      ['request', `'another'`],
    ])('%s = %s', (column, value) =>
      expectFound(
        (t) => t.sql(`update event set ${column} = ${value} where file_id = $1 and seq = 2`, s.idle),
        () => [{ kind: 'column', file: s.idle, seq: 2 }],
      ),
    );

    it('an event moved into another file', () =>
      expectFound(
        async (t) => {
          await t.sql(
            `insert into event select $2, 5, 'moved', request, recorded_at, canonical, hash from event
             where file_id = $1 and seq = 2`,
            s.busy,
            s.idle,
          );
          await t.chain(s.idle);
        },
        () => [{ kind: 'column', file: s.idle, seq: 5 }],
      ));
  });

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

  describe('a message', () => {
    it.each<[string, string]>([
      ['to others', `update outbox set whom = 'agency' where file_id = $1 and key = '17.0'`],
      ['by another template', `update outbox set template = 'another' where file_id = $1 and key = '17.0'`],
      ['of another process', `update outbox set process = 2 where file_id = $1 and key = '17.0'`],
      ['deleted', `delete from outbox where file_id = $1 and key = '17.0'`],
      [
        'added',
        `insert into outbox select file_id, '17.1', process, whom, template, created_at, 0, next_try, null from outbox
         where file_id = $1`,
      ],
    ])('%s', (_, statement) =>
      expectFound(
        (t) => t.sql(statement, s.busy),
        () => [{ kind: 'message', file: s.busy, seq: 17 }],
      ),
    );

    it('is a reminder of a state without a term', () =>
      expectFound(
        (t) =>
          t.sql(`update outbox set key = 'due.work.done@1@2021-03-23T23:00' where file_id = $1`, s.holder),
        () => [{ kind: 'message', file: s.holder }],
      ));
  });

  describe('sealed values', () => {
    const one = `where file_id = $1 and seq = 2`;
    it.each<[string, string, number]>([
      ['a changed ciphertext', `update sealed set ciphertext = set_byte(ciphertext, 20, 0) ${one}`, 2],
      [
        'a ciphertext exchanged for another of the file',
        `update sealed set ciphertext = (select ciphertext from sealed where file_id = $1 and seq = 1 limit 1) ${one}`,
        2,
      ],
      ['a deleted ciphertext', `delete from sealed ${one}`, 2],
      ['a ciphertext given to another event', `update sealed set seq = 3 ${one}`, 3],
      ['a ciphertext of a key that is not there', `update sealed set key_number = 2 ${one}`, 2],
      ['an added ciphertext', `insert into sealed values ($1, 'another', 3, 1, 'x')`, 3],
    ])('%s', (_, statement, seq) =>
      expectFound(
        (t) => t.sql(statement, s.holder),
        () => [{ kind: 'sealed', file: s.holder, seq }],
      ),
    );

    it('a file’s key exchanged for another’s', () =>
      expectFound(
        (t) =>
          t.sql(
            `update file_key set wrapped = (select wrapped from file_key where file_id = $2) where file_id = $1`,
            s.holder,
            s.idle,
          ),
        () => [{ kind: 'sealed', file: s.holder, seq: 2 }],
      ));

    it('a key that the master key does not open', () =>
      expectFound(
        (t) => t.sql(`update file_key set wrapped = set_byte(wrapped, 15, 0) where file_id = $1`, s.holder),
        () => [{ kind: 'sealed', file: s.holder }],
      ));

    it('another’s ciphertext, with digest, event and chain made to fit', () =>
      expectFound(
        async (t) => {
          const mark = (await t.event(s.idle, 1)).data as { note: { sealed: string } };
          await t.sql(
            `update sealed set (digest, ciphertext) = (select digest, ciphertext from sealed where file_id = $2 and digest = $3)
             ${one}`,
            s.holder,
            s.idle,
            mark.note.sealed,
          );
          await t.rewriteChained(s.holder, 2, (body) => (body.data = { note: mark.note }));
        },
        () => [{ kind: 'sealed', file: s.holder, seq: 2 }],
      ));
  });

  describe('events that were made up or rewritten, with the chain made to fit', () => {
    it.each<[string, Tampered, Expected]>([
      [
        'a step that was possible',
        (t) =>
          t.forge(s.idle, 1, (body) => {
            delete body.opens;
            Object.assign(body, { type: 'drop', data: { reason: 'rain' }, known: {} });
            Object.assign(body, {
              recordedAt: '2021-04-10T08:00:00.000Z',
              occurredAt: '2021-04-10T08:00:00.000Z',
            });
          }),
        () => [
          { kind: 'state', file: s.idle },
          { kind: 'fact', file: s.idle, seq: 5 },
        ],
      ],
      [
        'a step that was not possible',
        (t) =>
          t.forge(s.idle, 1, (body) => {
            delete body.opens;
            Object.assign(body, { type: 'split', data: {}, known: {} });
            Object.assign(body, { recordedAt: '2021-04-10T08:00:00.000Z' });
          }),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 5 }],
      ],
      [
        'a step that only another process can send',
        (t) =>
          t.forge(s.lent, 1, (body) => {
            delete body.opens;
            Object.assign(body, { type: 'giveBack', data: {}, recordedAt: '2021-04-10T08:00:00.000Z' });
          }),
        () => [{ kind: 'impossible-event', file: s.lent, seq: 3 }],
      ],
      [
        'a delivery that nobody sent',
        (t) =>
          t.forge(s.lent, 2, (body) => {
            Object.assign(body, {
              type: 'giveBack',
              data: {},
              cause: { kind: 'process', event: `${s.holder}:4` },
            });
            Object.assign(body, { step: `${s.holder}:4` });
            delete body.command;
          }),
        () => [
          { kind: 'cause', file: s.lent, seq: 3 },
          { kind: 'state', file: s.lent },
        ],
      ],
      [
        'a guard’s look-up',
        (t) =>
          t.rewriteChained(s.holder, 2, ({ known }) => ((known?.household as { adults: number }).adults = 0)),
        () => [{ kind: 'impossible-event', file: s.holder, seq: 2 }],
      ],
      [
        'how many processes were open',
        (t) => t.rewriteChained(s.idle, 1, (body) => (body.known = { openProcesses: { errand: 1 } })),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 1 }],
      ],
      [
        'the district on the day',
        (t) => t.rewriteChained(s.idle, 3, (body) => (body.district = 'skarpnack')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 3 }],
      ],
      [
        'when a deadline passed',
        (t) => t.rewriteChained(s.idle, 4, (body) => (body.occurredAt = '2021-03-12T23:00:00.000Z')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 4 }],
      ],
      [
        'a moment before the opening',
        (t) => t.rewriteChained(s.idle, 2, (body) => (body.occurredAt = '2021-02-01T09:00:00.000Z')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 2 }],
      ],
      [
        'a moment after the recording',
        (t) => t.rewriteChained(s.idle, 2, (body) => (body.occurredAt = '2021-03-04T09:00:00.000Z')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 2 }],
      ],
      [
        'a recording before the one it follows',
        (t) =>
          t.rewriteChained(s.busy, 10, (body) => {
            body.recordedAt = body.occurredAt = '2021-03-01T09:00:00.000Z';
          }),
        () => [{ kind: 'impossible-event', file: s.busy, seq: 10 }],
      ],
      [
        'who confirmed as the second person',
        (t) => t.rewriteChained(s.busy, 14, (body) => (body.by = 'first.handler')),
        () => [{ kind: 'impossible-event', file: s.busy, seq: 14 }],
      ],
      [
        'from which organisation the second person came',
        (t) => t.rewriteChained(s.busy, 14, (body) => (body.orgKind = 'district')),
        () => [{ kind: 'impossible-event', file: s.busy, seq: 14 }],
      ],
      [
        'what was said: a step’s data',
        (t) => t.rewriteChained(s.busy, 14, (body) => (body.data = { until: '2021-12-01' })),
        () => [{ kind: 'state', file: s.busy }],
      ],
      [
        'an unknown field',
        (t) => t.rewriteChained(s.idle, 2, (body) => (body['more'] = 'something')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 2 }],
      ],
    ])('%s', (_, tampered, expected) => expectFound(tampered, expected));
  });

  describe('what one file’s step did in another', () => {
    it.each<[string, Tampered, Expected]>([
      [
        'a delivery deleted, and everything in its file made to fit',
        async (t) => {
          await t.sql(`delete from event where file_id = $1 and seq = 3`, s.tool);
          await t.sql(`delete from fact where file_id = $1 and seq = 3`, s.tool);
          await t.chain(s.tool);
          await t.sql(`insert into hold values ($1, 'borrower', $2, 1)`, s.tool, `${s.busy}/1`);
          await t.sql(
            `update process p set (state, states, waits_for, entered_at, stored) = (select state, states, waits_for, entered_at,
               jsonb_set(jsonb_set(stored, '{context,borrower,ref}', $3), '{context,household,ref}', $3)
               from process where file_id = $2 and number = 1) where file_id = $1`,
            s.tool,
            s.lent,
            JSON.stringify(`${s.busy}/1`),
          );
          await t.sql(`update case_file set recorded_at = '2021-03-03T10:00:00.12Z' where id = $1`, s.tool);
        },
        () => [{ kind: 'cause', file: s.busy, seq: 17 }],
      ],
      [
        'a delivery deleted in the middle, and its file numbered anew',
        async (t) => {
          await t.sql(`delete from event where file_id = $1 and seq = 2`, s.tool);
          await t.renumber(s.tool);
          await t.chain(s.tool);
        },
        () => [
          { kind: 'cause', file: s.busy, seq: 3 },
          { kind: 'impossible-event', file: s.tool, seq: 2 },
        ],
      ],
      [
        'a delivery within the file deleted, and the file numbered anew',
        async (t) => {
          await t.sql(`delete from event where file_id = $1 and seq = 3`, s.idle);
          await t.renumber(s.idle);
          await t.chain(s.idle);
        },
        () => [
          { kind: 'missing-event', file: s.idle, seq: 2 },
          { kind: 'state', file: s.idle },
        ],
      ],
      [
        'the sender no longer names what it caused',
        (t) => t.rewriteChained(s.holder, 3, (body) => delete body.caused),
        () => [
          { kind: 'cause', file: s.holder, seq: 3 },
          { kind: 'cause', file: s.lent, seq: 2 },
        ],
      ],
      [
        'the sender names more than it caused',
        (t) => t.rewriteChained(s.holder, 3, (body) => (body.caused = [`${s.lent}:2`, `${s.tool}:1`])),
        () => [{ kind: 'cause', file: s.holder, seq: 3 }],
      ],
      [
        'a send that must be taken is told as not needed',
        (t) =>
          t.rewriteChained(s.holder, 3, (body) => {
            delete body.caused;
            body.notNeeded = [{ to: `${s.lent}/1`, type: 'lend', code: 'guard' }];
          }),
        () => [
          { kind: 'cause', file: s.holder, seq: 3 },
          { kind: 'cause', file: s.lent, seq: 2 },
        ],
      ],
      [
        'a delivery given another cause',
        (t) =>
          t.rewriteChained(s.lent, 2, (body) => (body.cause = { kind: 'process', event: `${s.busy}:3` })),
        () => [
          { kind: 'cause', file: s.lent, seq: 2 },
          { kind: 'cause', file: s.holder, seq: 3 },
        ],
      ],
      [
        'a process given another parent',
        (t) => t.rewriteChained(s.busy, 6, (body) => (body.parent = `${s.busy}/9`)),
        () => [{ kind: 'cause', file: s.busy, seq: 6 }],
      ],
      [
        'a file that went without a trace',
        async (t) => {
          for (const table of ['event', 'process', 'fact', 'hold'])
            await t.sql(`delete from ${table} where file_id = $1`, s.lent);
          await t.sql(`delete from case_file where id = $1`, s.lent);
        },
        () => [{ kind: 'cause', file: s.holder, seq: 3 }],
      ],
    ])('%s', (_, tampered, expected) => expectFound(tampered, expected));
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
