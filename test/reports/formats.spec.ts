import { inflateRawSync } from 'node:zlib';
import { formatted, toJson, type Answer } from '../../src/reports/index.js';
import { accepted, allocated, Book, movedIn, refused } from './book.js';

const day = '2021-05-03T10:00:00+02:00';

describe('the formats of a report', () => {
  let book: Book;
  let goal: Answer;
  let moved: Answer;
  let noes: Answer;
  beforeAll(async () => {
    book = await Book.open();
    await book.goal(2021, ['transitional'], 1, '2020-12-01');
    await book.write(
      allocated('d-1', day, 'transitional'),
      allocated('d-2', day, 'transitional'),
      allocated('d-3', day, '=HYPERLINK("http://x")'),
      movedIn('h-1', day),
      refused('d-4', day, ['shis', 'flat', 'own-stock'], { form: null }),
      accepted('d-5', day, ['shis', 'flat'], { form: null }),
    );
    const asked = { year: '2021', until: '2021-10-31' };
    goal = await book.ask('yearly-goal', asked, '2021-12-08');
    moved = await book.ask('placements', asked, '2021-12-08');
    noes = await book.ask('refusals', asked, '2021-12-08');
  });
  afterAll(() => book.close());

  it('JSON has the shape that others rely on, and what every answer prints', async () => {
    const json = JSON.parse(String(await formatted(moved, 'json'))) as Record<string, unknown>;
    expect(json).toEqual({
      report: 'placements',
      title: 'Hushåll som fått bostad',
      parameters: {
        year: 2021,
        until: '2021-10-31',
        asKnownOn: null,
        division: 'then',
        audience: 'inside',
        by: null,
        count: 'moved-in',
      },
      definition: expect.stringContaining('Hushåll vars boende började'),
      period: { from: '2021-01-01', until: '2021-10-31' },
      cutOff: '2021-10-31',
      basis: {
        asKnownOn: '2021-12-08',
        lastEvent: expect.stringMatching(/^[dh]-\d:1$/),
        lastRecordedAt: '2021-05-03T08:00:00.000Z',
        events: expect.any(Number),
      },
      population: 'Hushåll med ett ärende i Husrum.',
      division: 'then',
      policy: [expect.any(String)],
      notes: [],
      columns: [
        { name: 'form', label: 'Boendeform', unit: null },
        { name: 'channel', label: 'Genom', unit: null },
        { name: 'count', label: 'Hushåll', unit: 'hushåll' },
      ],
      rows: [
        { form: 'supported-housing', channel: 'agency', count: 0 },
        { form: 'transitional', channel: 'agency', count: 0 },
        { form: 'transitional', channel: 'facility', count: 1 },
        { form: 'housing-first', channel: 'agency', count: 0 },
      ],
      totals: { count: 1 },
    });
  });

  it('JSON speaks English when asked', () => {
    expect(toJson(moved, 'en')).toMatchObject({
      title: 'Placements',
      columns: [{ label: 'Housing form' }, { label: 'Channel' }, { label: 'Households', unit: 'households' }],
    });
  });

  it('the table is aligned, in words with their codes, and says what it means', async () => {
    const lines = String(await formatted(goal, 'table')).split('\n');
    expect(lines[0]).toBe('Årsmålet 2021');
    const row = lines.find((line) => line.includes('(transitional)'));
    expect(row).toMatch(
      /^Genomgångsbostäder för barnfamiljer \(transitional\) +1 +2 +-1 +200 % +– +– +0 +1$/,
    );
    const head = lines[2] as string;
    expect(row?.length).toBe(head.length);
    expect(lines).toContain('Till och med: 2021-10-31');
    expect(Math.max(...lines.slice(lines.indexOf('', 2)).map((line) => line.length))).toBeLessThanOrEqual(
      100,
    );
    expect(String(await formatted(goal, 'table', 'en'))).toContain('What is counted: Allocated: flats');
  });

  it('the table tells reasons as the workflows do, and sums', async () => {
    const table = String(await formatted(noes, 'table'));
    expect(table).toContain('Behovet täcks i egna anläggningar (own-stock)');
    expect(table).toMatch(/^Summa +1$/m);
  });

  it('CSV is what Swedish spreadsheets read: BOM, semicolons, all quoted, CRLF, every line as wide', async () => {
    const csv = String(await formatted(goal, 'csv'));
    expect(csv.startsWith('\uFEFF"Boendeform";"Boendeform, i klartext";"Mål (lägenheter)";')).toBe(true);
    const lines = csv.slice(1).trimEnd().split('\r\n');
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n');
    expect(new Set(lines.map((line) => line.split('";"').length)).size).toBe(1);
    expect(lines[2]).toBe(
      '"transitional";"Genomgångsbostäder för barnfamiljer";"1";"2";"-1";"200";"";"";"0";"1"',
    );
    expect(lines.some((line) => line.startsWith('"Till och med";"2021-10-31"'))).toBe(true);
  });

  it('CSV guards against formulas', async () => {
    expect(String(await formatted(goal, 'csv'))).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('XLSX has the numbers and the days as such, and the definitions on a sheet of their own', async () => {
    const bytes = await formatted(goal, 'xlsx');
    const files = unzipped(Buffer.from(bytes as Buffer));
    expect(files['xl/workbook.xml']).toContain('name="Siffror"');
    expect(files['xl/workbook.xml']).toContain('name="Definitioner"');
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toMatch(/<c r="E3"[^>]*><v>-1<\/v><\/c>/);
    expect(sheet).not.toContain('<f>');
    // 2021-10-31, as a spreadsheet counts days.
    expect(files['xl/worksheets/sheet2.xml']).toContain('<v>44500</v>');
    expect(files['xl/sharedStrings.xml']).toContain('=HYPERLINK');
    expect(files['xl/sharedStrings.xml']).toContain('Till och med');
  });
});

/** The files of a ZIP as text, by its central directory. */
function unzipped(zip: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const stored = zip.readUInt16LE(at + 10) === 0;
    files[zip.toString('utf8', at + 46, at + 46 + nameLength)] = (
      stored ? content : inflateRawSync(content)
    ).toString();
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
