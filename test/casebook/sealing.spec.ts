import { verify } from '../../src/audit/verify.js';
import { createPool } from '../../src/platform/database.js';
import { DISTRICT, SHIS, flat, inOrder, line, placing, referral, registers, type Written } from './books.js';
import { exported, verified } from './checks.js';
import { pictureOf } from './picture.js';
import { bookWorld, type BookWorld } from './world.js';

let one: BookWorld, other: BookWorld;
beforeAll(async () => {
  [one, other] = await Promise.all([bookWorld(), bookWorld()]);
});
afterAll(() => Promise.all([one.close(), other.close()]));

const book = [
  ...registers,
  ...inOrder([
    flat('d-1', '2021-01-10'),
    ...referral('r-1', '2021-02-01'),
    ...placing('r-1', 'd-1', '2021-03'),
  ]),
];

describe('an entry that two persons seal in a casebook', () => {
  const seal = (at: string, by: string, of: string, more: Written = {}): Written =>
    line(at, by, { file: 'r-1', event: 'sealEntry', data: { of, reason: 'Fel familj' }, ...more });
  const note = (at: string, id: string, said: string): Written =>
    line(at, DISTRICT, { ...{ file: 'r-1', event: 'note', id }, data: { note: said } });
  const paper = Buffer.from('Ett intyg om någon annan');
  const attached = {
    ...{ name: 'Intyg', readers: 'own', media: 'text' },
    ...{ bytes: paper.length, content: paper.toString('base64') },
  };
  const before = [
    ...book,
    note('2021-07-01', 'l-note', 'Om en annan familj'),
    line('2021-07-01', DISTRICT, { ...{ file: 'r-1', event: 'attach', id: 'l-paper' }, data: attached }),
    line('2021-07-02', DISTRICT, {
      file: 'r-1',
      event: 'correct',
      data: {
        of: 'l-note',
        reason: 'Skrevs fel',
        replacement: { data: { note: 'Fortfarande om en annan' } },
      },
    }),
  ];
  const sealing = [
    seal('2021-07-03', DISTRICT, 'l-note'),
    seal('2021-07-04', DISTRICT, 'l-paper'),
    seal('2021-07-05', 'farsta.chef', 'l-note'),
    seal('2021-07-05', 'farsta.chef', 'l-paper'),
  ];
  const kept = async ({ runtime: { pool, engine } }: BookWorld): Promise<string> => {
    const { rows } = await pool.query<{ file: string; digest: string }>(
      'select file_id as file, digest from sealed',
    );
    const read = rows.map(({ file, digest }) => engine.keys.unsealKept(file, [digest]));
    return JSON.stringify((await Promise.all(read)).map((one) => [...one.values()]));
  };

  it('is gone with its corrections once the second says so, and not before; the chain holds', async () => {
    expect(await one.take([...before, ...sealing.slice(0, 2)])).toMatchObject({ refused: 0, refusals: {} });
    expect(await kept(one)).toContain('Fortfarande om en annan');
    const again = seal('2021-07-04', DISTRICT, 'l-note', { id: 'l-again' });
    expect(
      Object.values((await one.take([...before, ...sealing.slice(0, 2), again])).refusals),
    ).toMatchObject([{ code: 'same-person-twice' }]);
    expect(await one.take([...before, ...sealing])).toMatchObject({ taken: 2, refused: 0, refusals: {} });
    for (const gone of ['Om en annan familj', 'Fortfarande om en annan', paper.toString('base64'), 'Intyg'])
      expect(await kept(one)).not.toContain(gone);
    expect(await verified(one)).toEqual({ found: 0, findings: [] });
    expect(await one.take([...before, ...sealing])).toMatchObject({ taken: 0, refused: 0 });
  });

  it('is exported without its content, so that another database has the same sealed', async () => {
    const text = await exported(one);
    expect(text).not.toContain('om en annan');
    expect(await other.take(text)).toMatchObject({ refused: 0, refusals: {} });
    expect(await verified(other)).toEqual({ found: 0, findings: [] });
    const sealedIn = async ({ runtime }: BookWorld): Promise<number> =>
      (await runtime.pool.query(`select from event where position('"proposed"'::bytea in canonical) > 0`))
        .rowCount ?? 0;
    expect([await sealedIn(one), await sealedIn(other)]).toEqual([2, 2]);
    expect(await kept(other)).not.toContain('Spärrad');
    const [first, second] = [await pictureOf(one.runtime), await pictureOf(other.runtime)];
    for (const part of ['processes', 'deadlines', 'facts', 'holds'])
      expect(second[part]).toEqual(first[part]);
  });

  it('is found by verification when its content is put back, and a content that nobody sealed is missed', async () => {
    const owner = createPool(one.url, { max: 2 });
    const found = async (change: string, undo: string): Promise<string[]> => {
      await owner.query(change);
      const { findings } = await verify(owner, one.runtime.registry);
      await owner.query(undo);
      return findings.map(({ sentence }) => sentence.en);
    };
    const { rows } = await owner.query<{ file: string; seq: number; digest: string }>(
      `select e.file_id as file, e.seq, convert_from(e.canonical, 'UTF8')::jsonb -> 'data' -> 'note' ->> 'sealed' as digest
       from event e join event s on s.file_id = e.file_id and position('"type":"sealEntry"'::bytea in s.canonical) > 0
         and (convert_from(s.canonical, 'UTF8')::jsonb -> 'seals' ->> 'of')::int = e.seq
       where position('"type":"note"'::bytea in e.canonical) > 0`,
    );
    const { file, seq, digest } = rows[0] as (typeof rows)[number];
    const row = `digest = '${digest}'`;
    const put = `insert into sealed values ('${file}', '${digest}', ${seq}, 1, 'x')`;
    expect(await found(put, `delete from sealed where ${row}`)).toContain(
      'The content of an entry that two persons have sealed is still there.',
    );
    await owner.query('create table taken as select * from sealed where seq = 1');
    expect(
      await found(
        'delete from sealed where seq = 1',
        'insert into sealed select * from taken; drop table taken',
      ),
    ).toContain('A sealed value that the event names is missing, though the file’s key is there.');
    await owner.end();
  });

  it('stays when the first takes that back or the other declines it, and can be asked for anew', async () => {
    const keep = (at: string, by: string, id: string): Written =>
      line(at, by, {
        ...{ file: 'r-1', event: 'sealEntry', id },
        data: { of: 'l-more', reason: 'Hör hit ändå', keep: true },
      });
    const more = [
      note('2021-07-06', 'l-more', 'Ännu en anteckning'),
      seal('2021-07-07', DISTRICT, 'l-more'),
      keep('2021-07-08', DISTRICT, 'l-back'),
      seal('2021-07-09', DISTRICT, 'l-more', { id: 'l-anew' }),
      keep('2021-07-10', 'farsta.chef', 'l-no'),
    ];
    const all = [...before, ...sealing, ...more];
    expect(await one.take(all)).toMatchObject({ taken: 5, refused: 0, refusals: {} });
    expect(await kept(one)).toContain('Ännu en anteckning');
    const late = await one.take([...all, keep('2021-07-11', DISTRICT, 'l-late')]);
    expect(Object.values(late.refusals)).toMatchObject([{ code: 'not-possible-now' }]);
    expect(await verified(one)).toEqual({ found: 0, findings: [] });
    expect(await other.take(await exported(one))).toMatchObject({ refused: 0, refusals: {} });
    expect(await kept(other)).toContain('Ännu en anteckning');
    expect(await verified(other)).toEqual({ found: 0, findings: [] });
    const both = [
      seal('2021-07-12', DISTRICT, 'l-more', { id: 'l-third' }),
      seal('2021-07-13', 'farsta.chef', 'l-more', { id: 'l-gone' }),
    ];
    expect(await one.take([...all, ...both])).toMatchObject({ taken: 2, refused: 0 });
    expect(await kept(one)).not.toContain('Ännu en anteckning');
    expect(await verified(one)).toEqual({ found: 0, findings: [] });
  });

  it.each<[string, Written, string]>([
    ['by those of another organisation', seal('2021-07-14', SHIS, 'l-open'), 'not-permitted'],
    ['when it says who the family is', seal('2021-07-14', DISTRICT, 'l-open'), 'not-possible-now'],
    ['when it has no text', seal('2021-07-14', SHIS, 'l-move'), 'not-possible-now'],
    ['when it is sealed already', seal('2021-07-14', DISTRICT, 'l-note'), 'not-possible-now'],
    ['when no line is called so', seal('2021-07-14', DISTRICT, 'l-99'), 'unknown-name'],
  ])('cannot be sealed %s', async (_, written, code) => {
    const all = [...before, ...sealing, written].map((each) => {
      if (each['open'] === 'referral' && each['process'] === 'r-1') return { ...each, id: 'l-open' };
      return each['event'] === 'recordMoveIn' ? { ...each, id: 'l-move' } : each;
    });
    const told = await one.take(all);
    expect(Object.values(told.refusals).map((each) => each.code)).toEqual([code]);
  });
});
