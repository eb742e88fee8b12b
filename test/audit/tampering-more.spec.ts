import { living } from './tampered-story.js';

describe('tampering with a superuser’s SQL', () => {
  const { s, expectFound } = living();

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
});
