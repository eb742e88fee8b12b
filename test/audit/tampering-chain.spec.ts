import { living, type Expected, type Tampered } from './tampered-story.js';

describe('tampering with a superuser’s SQL', () => {
  const { s, expectFound } = living();

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
});
