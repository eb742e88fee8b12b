import fc from 'fast-check';
import type { Pool } from 'pg';
import {
  array,
  bool,
  bytea,
  Bytes,
  date,
  int,
  jsonb,
  rowOf,
  text,
  textArray,
  timestamptz,
} from '../../src/engine/binary.js';
import { createPool } from '../../src/platform/database.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.url, { max: 1 });
  await pool.query(
    `create table every (t text, i int, b boolean, y bytea, at timestamptz, d date, j jsonb, l text[])`,
  );
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const written = (row: fc.Arbitrary<string>) =>
  fc.record({
    t: fc.option(row),
    i: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    b: fc.option(fc.boolean()),
    y: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
    at: fc.option(
      fc
        .date({ min: new Date('1890-01-01'), max: new Date('2299-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString()),
    ),
    d: fc.option(
      fc
        .date({ min: new Date('1890-01-01'), max: new Date('2299-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
    ),
    j: fc.option(fc.dictionary(row, fc.oneof(row, fc.integer(), fc.boolean()))),
    l: fc.option(fc.array(row)),
  });
/** What PostgreSQL's text can hold. */
const words = fc.string({ unit: 'grapheme' }).filter((word) => !word.includes('\0') && word.isWellFormed());

describe('rows in PostgreSQL’s binary form', () => {
  it('are read by the database as they were written, whatever stands in them', async () => {
    const { rows } = await pool.query<{ oid: number }>(`select 'every'::regtype::oid as oid`);
    const type = rowOf(rows[0]?.oid ?? 0, [text, int, bool, bytea, timestamptz, date, jsonb, textArray]);
    await fc.assert(
      fc.asyncProperty(fc.array(written(words)), async (many) => {
        const to = new Bytes();
        array(
          to,
          type,
          many.map((one) => Object.values(one)),
        );
        to.end();
        const read = await pool.query(
          `select t, i, b, y, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
             d::text, j, l from unnest($1::every[])`,
          to.parameters(),
        );
        expect(read.rows).toEqual(many);
      }),
      { numRuns: 60 },
    );
  });

  it('know a day without end', async () => {
    const to = new Bytes();
    array(to, date, ['infinity', '2020-02-29']);
    to.end();
    const { rows } = await pool.query('select d::text from unnest($1::date[]) as d', to.parameters());
    expect(rows).toEqual([{ d: 'infinity' }, { d: '2020-02-29' }]);
  });
});
