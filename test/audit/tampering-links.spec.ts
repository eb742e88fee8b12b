import { living, type Expected, type Tampered } from './tampered-story.js';

describe('tampering with a superuser’s SQL', () => {
  const { s, expectFound } = living();

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
});
