import { flat, inOrder, line, person, placing, referral, registers, DISTRICT, SHIS } from './books.js';
import { pictureOf } from './picture.js';
import { story } from './story.js';
import { bookWorld, linesOf, type BookWorld } from './world.js';

let world: BookWorld;
beforeEach(async () => {
  world = await bookWorld();
});
afterEach(() => world.close());

interface Told {
  readonly type: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly importedAt?: string;
  readonly cause: { readonly kind: string };
}

const eventsOf = async (type: string): Promise<Told[]> => {
  const { rows } = await world.runtime.pool.query<{ body: Told }>(
    `select convert_from(canonical, 'UTF8')::jsonb as body from event order by recorded_at, file_id, seq`,
  );
  return rows.map(({ body }) => body).filter((body) => body.type === type);
};
const statesOf = async (workflow: string): Promise<string[]> => {
  const { rows } = await world.runtime.pool.query<{ state: string }>(
    'select state from process where workflow = $1 order by opened_at, file_id, number',
    [workflow],
  );
  return rows.map(({ state }) => state);
};
const small = [
  ...registers,
  ...inOrder([
    flat('d-1', '2021-01-10'),
    ...referral('r-1', '2021-02-01'),
    ...placing('r-1', 'd-1', '2021-03'),
  ]),
];

describe('a casebook', () => {
  it('is taken line by line, from the first referral to the keys', async () => {
    expect(await world.take(small)).toMatchObject({
      book: 'read',
      taken: small.length,
      repeated: 0,
      refused: 0,
    });
    expect(await statesOf('referral')).toEqual(['placed']);
    expect(await statesOf('tenancy')).toEqual(['active']);
    expect(await statesOf('dwelling')).toEqual(['occupied']);
  });

  it('changes nothing when it is imported again', async () => {
    const lines = story.length - 1;
    expect(await world.take(story)).toMatchObject({ taken: lines, refused: 0 });
    const before = await pictureOf(world.runtime);
    expect(await world.take(story)).toMatchObject({ taken: 0, repeated: lines, refused: 0 });
    expect(await pictureOf(world.runtime)).toEqual(before);
  });

  it('adds only what is new in a longer edition', async () => {
    await world.take(small);
    const longer = [
      ...small,
      line('2021-03-20', SHIS, { process: 'r-1/tenancy', event: 'recordArrears', data: { amount: 1200 } }),
      line('2021-03-21', DISTRICT, { file: 'r-1', event: 'note', data: { note: 'Ringde' } }),
      flat('d-2', '2021-03-22'),
    ];
    expect(await world.take(longer)).toMatchObject({ taken: 3, repeated: small.length, refused: 0 });
  });

  it('is another book under another name', async () => {
    await world.take([...registers, flat('d-1', '2021-01-10')]);
    expect(await world.take([flat('d-1', '2021-01-10')], { book: 'other' })).toMatchObject({ taken: 1 });
    expect(await world.take([{ book: 'other' }, flat('d-1', '2021-01-10')])).toMatchObject({ repeated: 1 });
    expect(await statesOf('dwelling')).toHaveLength(2);
  });

  it('may hold equal lines, each of which counts', async () => {
    const contact = line('2021-02-03', SHIS, { process: 'r-1', event: 'recordContact' });
    const book = [...registers, ...referral('r-1', '2021-02-01'), contact, contact];
    expect(await world.take(book)).toMatchObject({ refused: 0 });
    expect(await eventsOf('recordContact')).toHaveLength(2);
    expect(await world.take([...book, contact])).toMatchObject({ taken: 1, repeated: book.length });
  });

  it('keeps apart when something happened, was recorded and was imported', async () => {
    await world.take(story);
    expect(await eventsOf('memberJoins')).toMatchObject([
      {
        occurredAt: '2021-03-20T08:00:00.000Z',
        recordedAt: '2021-04-02T07:00:00.000Z',
        importedAt: expect.stringMatching(/^2023-06-01T12:00:/),
      },
    ]);
  });

  it('delivers deadlines in their place: each at its midnight, before the lines of that day', async () => {
    await world.take(story);
    expect(await eventsOf('draftExpires')).toMatchObject([
      {
        recordedAt: '2021-07-09T22:00:00.000Z',
        importedAt: expect.stringMatching(/^2023-06-01T12:00:/),
        cause: { kind: 'deadline' },
      },
    ]);
    expect(await eventsOf('leaseStarts')).toMatchObject([
      { recordedAt: '2021-02-14T23:00:00.000Z' },
      { recordedAt: '2021-02-14T23:00:00.000Z' },
      { recordedAt: '2021-03-14T23:00:00.000Z' },
      { recordedAt: '2021-03-14T23:00:00.000Z' },
    ]);
  });

  it('moves the files of a merged district on the day of the merger', async () => {
    await world.take(story);
    expect(await eventsOf('transferDistrict')).toMatchObject([{ recordedAt: '2021-06-30T22:00:00.000Z' }]);
    const { rows } = await world.runtime.pool.query('select distinct district from case_file order by 1');
    expect(rows).toEqual([{ district: 'bromma' }, { district: 'farsta' }, { district: null }]);
  });

  it('brings what falls due between its last two lines, though nothing else happens', async () => {
    const draft = referral('r-1', '2021-01-11')[0] as object;
    await world.take([...registers, draft, flat('d-1', '2021-07-09')]);
    expect(await statesOf('referral')).toEqual(['draft']);
    await world.take([...registers, draft, flat('d-1', '2021-07-09'), flat('d-2', '2021-07-10')]);
    expect(await statesOf('referral')).toEqual(['closed']);
  });

  it('takes people from the moment on at which they are registered', async () => {
    const late = { ...person('ny.handlaggare', 'shis', 'administrator'), at: '2021-02-01' };
    const book = [...registers, late, ...['2021-01-31', '2021-02-01'].map((day) => flat('d', day))];
    const told = await world.take(
      book.map((one) => ('open' in one ? { ...one, by: 'ny.handlaggare' } : one)),
    );
    expect(told).toMatchObject({ refused: 1, refusals: { [book.length - 1]: { code: 'unknown-person' } } });
  });

  it('may be cut anywhere, begin with a byte order mark and end its lines as Windows does', async () => {
    const text = `\uFEFF${linesOf(small).replaceAll('\n', '\r\n\r\n').trimEnd()}`;
    expect(await world.take(text)).toMatchObject({ taken: small.length, refused: 0 });
  });

  it('holds persons as they could be on the day of each line', async () => {
    const grown = { ref: 'g', name: 'Stor Testsson', born: '2003-02-02', gender: 'man', adult: false };
    const change = (adult: boolean) =>
      line('2021-02-03', DISTRICT, {
        ...{ file: 'r-1', event: 'updateHousehold' },
        data: { members: [{ ref: 'g', adult }] },
      });
    const joins = line('2021-02-01T18:00:00+01:00', DISTRICT, {
      ...{ file: 'r-1', event: 'memberJoins' },
      data: { person: grown, on: '2021-02-01' },
    });
    const lines = [joins, change(false), change(true)];
    const { refusals } = await world.take([...registers, ...referral('r-1', '2021-02-01'), ...lines]);
    expect(Object.values(refusals).map(({ fields }) => fields?.map(({ path }) => path))).toEqual([
      ['members.0.adult'],
    ]);
  });

  it('reports to one who watches how far it has come', async () => {
    let bytes = 0;
    await world.take(small, { progress: (read) => (bytes += read) });
    expect(bytes).toBe(Buffer.byteLength(linesOf(small)));
  });
});

describe('two imports, or people at work meanwhile', () => {
  it('each line is answered by what is true when it is written', async () => {
    const first = [...registers, flat('d-1', '2021-01-10'), ...referral('r-1', '2021-02-01')];
    await world.take(first);
    const [file] = (
      await world.runtime.pool.query<{ id: string }>(`select id from case_file where kind = 'household'`)
    ).rows;
    const by = await world.runtime.directory.person(SHIS, '2021-02-02T08:00:00.000Z');
    const rival = {
      id: 'rival',
      by: by as NonNullable<typeof by>,
      asked: { event: 'close', file: file?.id ?? '', process: 1, data: { reason: 'duplicate' } },
      recordedAt: '2021-02-02T08:00:00.000Z',
    };
    let rivalled = false;
    const slow = async (login: string, at: string) => {
      if (!rivalled && at > '2021-02-03') rivalled = (await other.runtime.engine.execute(rival)).ok;
      return world.runtime.directory.person(login, at);
    };
    const other = await world.another();
    const told = await world.take(
      [
        ...first,
        line('2021-02-02T10:00:00+01:00', SHIS, { process: 'r-1', event: 'recordContact' }),
        line('2021-02-02T10:00:00+01:00', SHIS, {
          process: 'd-1',
          event: 'takeOutOfService',
          data: { reason: 'damage' },
        }),
        line('2021-02-03T10:00:00+01:00', SHIS, { file: 'd-1', event: 'note', data: { note: 'Vatten' } }),
      ],
      {},
      slow,
    );
    await other.close();
    expect(rivalled).toBe(true);
    expect(told).toMatchObject({ taken: 2, refused: 1 });
    expect(told.refusals[first.length + 1]).toMatchObject({ code: 'not-possible-now' });
    expect(await eventsOf('recordContact')).toEqual([]);
    expect(await eventsOf('note')).toHaveLength(1);
  });
});
