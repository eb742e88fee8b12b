import { formatted } from '../../src/reports/index.js';
import { accepted, allocated, Book, refused } from './book.js';
import { pdfOf } from '../support/pdf.js';
import { flat, left, noon } from './flats.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
afterEach(async () => {
  await book.clear();
  await book.pool.query('truncate case_file, dialogue');
});
afterAll(() => book.close());

const lines = async (parameters: Record<string, unknown>): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await book.ask('council-answer', { year: '2021', ...parameters })).rows.map(({ line, count }) => [
      line,
      count,
    ]),
  );
const requested = (file: string, on = '2021-03-01') =>
  accepted(file, noon(on), ['shis', 'requested'], { process: 2 });
const went = (file: string, on: string, state: string, to: string, dwelling: string | null = null) =>
  left(file, noon(on), [state, to, '2021-03-01'], { process: 2, dwelling });

/** One request in each class on the last day of June. */
const requests = [
  requested('h-1'),
  requested('h-2'),
  went('h-2', '2021-03-05', 'sent', 'evaluating'),
  went('h-2', '2021-03-06', 'evaluating', 'sent'),
  requested('h-3'),
  went('h-3', '2021-03-05', 'sent', 'evaluating'),
  went('h-3', '2021-03-06', 'evaluating', 'sent'),
  went('h-3', '2021-05-30', 'sent', 'expired'),
  requested('h-4'),
  went('h-4', '2021-03-09', 'sent', 'cancelled'),
  requested('h-5'),
  went('h-5', '2021-03-05', 'sent', 'evaluating'),
  went('h-5', '2021-03-06', 'evaluating', 'fulfilled', 'd-5'),
  requested('h-6'),
  went('h-6', '2021-03-05', 'sent', 'evaluating'),
  went('h-6', '2021-03-06', 'evaluating', 'fulfilled', 'd-6'),
  allocated('d-6', noon('2021-04-01'), 'transitional'),
  requested('h-7'),
  went('h-7', '2021-03-05', 'sent', 'evaluating'),
  went('h-7', '2021-03-06', 'evaluating', 'fulfilled', 'd-7'),
  left('d-7', noon('2021-05-01'), ['service.inService', 'service.stopped', '2021-03-01']),
  requested('h-8', '2020-12-31'),
];

describe('the council answer', () => {
  it('splits what is left of the goal: each request in one class, and the rest was never requested', async () => {
    await book.goal(2021, ['transitional'], 10, '2020-12-01');
    await book.write(...requests);
    expect(await lines({ until: '2021-06-30' })).toEqual({
      ...{ goal: 10, allocated: 1, left: 9, never: 3 },
      ...{ open: 2, closed: 2, declined: 1, accepted: 1, signed: 1, free: 0 },
    });
    // In May the third was still open, and on 20 March the sixth not signed and the seventh still kept.
    expect(await lines({ until: '2021-05-29' })).toMatchObject({ open: 3, declined: 0, closed: 2 });
    expect(await lines({ until: '2021-03-20' })).toMatchObject({
      allocated: 0,
      left: 10,
      accepted: 3,
      signed: 0,
    });
    await book.goal(2021, ['transitional'], 3, '2021-02-01');
    expect(await lines({ until: '2021-06-30' })).toMatchObject({ left: 2, never: -4 });
  });

  it('counts a company’s no to the household as no decline by SHIS', async () => {
    await book.write(
      requested('h-1'),
      went('h-1', '2021-03-05', 'sent', 'evaluating'),
      went('h-1', '2021-03-06', 'evaluating', 'sent'),
      went('h-1', '2021-05-30', 'sent', 'expired'),
    );
    const { file, seq } = book.facts[2] as { file: string; seq: number };
    await book.pool.query(
      `insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, party, stage, reason, data)
       values ($1, $2, 1, 2, 'test', 'transitional', 'refused', '2021-03-06', '2021-03-06', 'company', 'tenant', 'debt', '{}')`,
      [file, seq],
    );
    expect(await lines({})).toMatchObject({ goal: null, left: null, never: null, declined: 0, closed: 1 });
  });

  it('brings the reports that it rests on, in every format', async () => {
    await book.goal(2021, ['transitional'], 10, '2020-12-01');
    await book.write(refused('d-1', noon('2021-03-01'), ['shis', 'flat', 'own-stock']));
    const made = await book.ask('council-answer', { year: '2021' });
    const names = ['yearly-goal', 'placements', 'refusals', 'forecast', 'vacancy', 'dialogue'];
    expect(made.parts.map(({ report }) => report)).toEqual(names);
    expect(made.parts[2]?.rows).toMatchObject([
      { party: 'shis', stage: 'flat', reason: 'own-stock', count: 1, base: 1 },
    ]);
    const json = JSON.parse(String(await formatted(made, 'json'))) as { parts: { report: string }[] };
    expect(json.parts.map(({ report }) => report)).toEqual(names);
    for (const format of ['table', 'csv'] as const)
      expect(String(await formatted(made, format))).toContain('Behovet täcks i egna anläggningar');
    expect(String(await formatted(made, 'xlsx')).slice(0, 2)).toBe('PK');
    const pdf = (await formatted(made, 'pdf')) as Buffer;
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const read = await pdfOf(pdf);
    expect(read).toMatchObject({ title: 'Svar på skrivelse 2021', language: 'sv-SE', isMarked: true });
    expect(new Set(read.roles)).toEqual(
      new Set(['Document', 'H1', 'H2', 'P', 'Figure', 'Table', 'TR', 'TH', 'TD']),
    );
    for (const one of ['Av vilka skäl avböjer SHIS', 'Behovet täcks i egna', 'Vad uppgifterna inte kan säga'])
      expect(read.text).toContain(one);
  });
});

describe('the dialogue log', () => {
  it('tells what was noted of the period by then, with whom, and which report was sent', async () => {
    await book.pool.query(
      `insert into dialogue (day, kind, parties, note, report, until, recorded_at) values
       ('2020-12-31', 'meeting', '{shis}', null, null, null, '2021-01-01'),
       ('2021-02-05', 'statistics-sent', '{shis,stockholmshem}', null, 'monthly', '2021-01-31', '2021-02-05'),
       ('2021-03-01', 'meeting', '{shis}', 'Om målet, med Łucja', null, null, '2021-04-01')`,
    );
    const made = await book.ask('dialogue', { year: '2021' });
    const { rows, headline } = made;
    const { text: paper } = await pdfOf((await formatted(made, 'pdf')) as Buffer);
    for (const word of ['med Łucja', 'Månadsstatistik']) expect(paper).toContain(word);
    expect(paper).not.toContain('monthly');
    expect(rows).toEqual([
      {
        day: '2021-02-05',
        kind: 'statistics-sent',
        parties: 'shis, stockholmshem',
        report: 'monthly',
        until: '2021-01-31',
        note: null,
      },
      {
        day: '2021-03-01',
        kind: 'meeting',
        parties: 'shis',
        report: null,
        until: null,
        note: 'Om målet, med Łucja',
      },
    ]);
    expect(headline?.en).toBe('2 occasions are noted; statistics were sent on 1 of them.');
    const then = await book.ask('dialogue', { year: '2021', 'as-known-on': '2021-03-31' });
    expect(then.rows).toHaveLength(1);
  });
});

describe('the tertial report', () => {
  it('tells by company what was allocated, declined and rejected, from January to the end of the tertial', async () => {
    await flat(book, 'd-1', { source: 'agency', company: 'stockholmshem' });
    await flat(book, 'd-2', { source: 'agency', company: 'familjebostader' });
    await book.write(
      allocated('d-1', noon('2021-04-30'), 'transitional'),
      allocated('d-2', noon('2021-05-01'), 'transitional'),
      refused('d-2', noon('2021-01-01'), ['shis', 'flat', 'size']),
      refused('h-1', noon('2021-02-01'), ['company', 'tenant', 'debt'], { dwelling: 'd-1' }),
    );
    const told = async (tertial: string) => {
      const { rows, totals } = await book.ask('tertial', { year: '2021', tertial });
      return [...rows, totals].map(({ company = 'all', allocated: flats, declined, rejected }) =>
        [company, flats, declined, rejected].join(' '),
      );
    };
    expect(await told('1')).toEqual(['familjebostader 0 1 0', 'stockholmshem 1 0 1', 'all 1 1 1']);
    expect(await told('2')).toEqual(['familjebostader 1 1 0', 'stockholmshem 1 0 1', 'all 2 1 1']);
    await expect(book.ask('tertial', { year: '2021', tertial: '1', until: '2021-05-01' })).rejects.toThrow(
      'until',
    );
  });
});
