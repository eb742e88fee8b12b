import { exportCasebook } from '../../src/casebook/export.js';
import { DISTRICT, line, referral, registers } from './books.js';
import { bookWorld, type BookWorld } from './world.js';

let [one, other]: BookWorld[] = [];
beforeAll(async () => {
  [one, other] = await Promise.all([bookWorld(), bookWorld()]);
}, 60_000);
afterAll(() => Promise.all([one?.close(), other?.close()]));

const attach = (at: string, content: string, more: object = {}) =>
  line(at, DISTRICT, {
    file: 'r-1',
    event: 'attach',
    data: {
      ...{ name: 'Intyg', readers: 'own', media: 'text', bytes: Buffer.byteLength(content) },
      content: Buffer.from(content).toString('base64'),
      ...more,
    },
  });

it('attachments go with a casebook and come back by it, large ones too', async () => {
  const large = 'å'.repeat(1_500_000);
  const book = [
    ...[...registers, ...referral('r-1', '2021-02-01')],
    ...[
      attach('2021-02-02', 'Hej'),
      attach('2021-02-03', large),
      attach('2021-02-04', 'Nej', { media: 'pdf' }),
    ],
  ];
  const told = await one?.take(book);
  expect([told?.refused, Object.values(told?.refusals ?? {}).map(({ code }) => code)]).toEqual([
    ...[1, ['invalid-data']],
  ]);
  let text = '';
  const { pool, engine, registry } = (one as BookWorld).runtime;
  for await (const part of exportCasebook({ pool, keys: engine.keys, registry })) text += part;
  expect(await other?.take(text)).toMatchObject({ refused: 0 });
  const { rows } = await (other as BookWorld).runtime.pool.query<{
    file: string;
    seq: number;
    body: { data: { content: { sealed: string } } };
  }>(
    `select file_id as file, seq, convert_from(canonical, 'UTF8')::jsonb as body from event
     where convert_from(canonical, 'UTF8')::jsonb ->> 'type' = 'attach' order by seq`,
  );
  const plain = await Promise.all(
    rows.map(async ({ file, body }) => {
      const digest = body.data.content.sealed;
      const read = (await (other as BookWorld).runtime.engine.keys.unseal(file, [digest])).get(digest);
      return Buffer.from(String(read), 'base64').toString();
    }),
  );
  expect(plain.map((one) => [one.length, one.slice(0, 3)])).toEqual([
    ...[
      [3, 'Hej'],
      [1_500_000, 'ååå'],
    ],
  ]);
}, 60_000);
