import writeXlsxFile from 'write-excel-file/node';
import { SHEET_LIMITS } from '../../../src/platform/sheets/rows.js';
import { readPasted, readSheet, type Sheet } from '../../../src/platform/sheets/sheet.js';
import { sheetFaultWords } from '../../../src/platform/sheets/sheet.words.js';
import { zipOf } from '../../support/zips.js';

const cellsOf = (sheet: Sheet): unknown => ('rows' in sheet ? sheet.rows.map(({ cells }) => cells) : sheet);
const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding);

/** A workbook of one sheet, as XML; more parts may be given. */
const workbook = (sheet: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets>
      <x:sheet name="Dold" sheetId="1" state="hidden" r:id="r2"/><x:sheet name="Blad" sheetId="2" r:id="r1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="r1" Type="x/worksheet" Target="worksheets/any.xml"/>
      <Relationship Id="r2" Type="x/worksheet" Target="worksheets/hidden.xml"/></Relationships>`,
    'xl/worksheets/any.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/worksheets/hidden.xml': `<worksheet><sheetData><row><c t="inlineStr"><is><t>dold</t></is></c></row></sheetData></worksheet>`,
    ...more,
  });

describe('a workbook', () => {
  it('is read as its cells show: texts, numbers, yes and no, days', async () => {
    const rows = [
      [{ value: 'Boende' }, { value: 'Åäö & <Ö>' }],
      [null, null],
      [
        { value: 0.1 + 0.2 },
        { value: true },
        { value: new Date(Date.UTC(2021, 3, 30)), format: 'yyyy-mm-dd' },
      ],
    ];
    const content = await writeXlsxFile([{ data: rows, sheet: 'Blad' }]).toBuffer();
    expect(await readSheet(content)).toEqual({
      rows: [
        { row: 1, cells: ['Boende', 'Åäö & <Ö>'] },
        { row: 3, cells: ['0.3', 'true', '2021-04-30'] },
      ],
    });
  });

  it('is read from its first sheet that is not hidden, with the parts where they are said to be', async () => {
    const sheet =
      '<row r="4"><c r="B4" t="inlineStr"><is><r><t>två </t></r><r><t>delar</t></r></is></c></row>';
    expect(await readSheet(workbook(sheet))).toEqual({ rows: [{ row: 4, cells: ['', 'två delar'] }] });
  });

  it('tells days of 1900 and of 1904, and leaves a number that is none', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const refers = (isFrom1904: string): Record<string, string> => ({
      'xl/styles.xml': styles,
      'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${isFrom1904}"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/any.xml"/>
        <Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>`,
    });
    const sheet =
      '<row><c s="1"><v>59</v></c><c s="1"><v>44316.5</v></c><c s="1"><v>-3</v></c><c><v>44316</v></c></row>';
    expect(cellsOf(await readSheet(workbook(sheet, refers('0'))))).toEqual([
      ['1900-02-28', '2021-04-30', '-3', '44316'],
    ]);
    expect(cellsOf(await readSheet(workbook('<row><c s="1"><v>42854</v></c></row>', refers('1'))))).toEqual([
      ['2021-04-30'],
    ]);
  });

  it('costs no more than what stands in it, however far a cell lies', async () => {
    const far =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"/></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>';
    expect(await readSheet(workbook(far))).toEqual({
      rows: [
        { row: 1, cells: ['1'] },
        { row: 1048576, cells: ['2'] },
      ],
    });
    expect(await readSheet(workbook('<row r="7"><c r="XFD7"><v>1</v></c></row>'))).toEqual({
      ...{ fault: 'too-many-columns', row: 7 },
    });
  });

  it('is not unpacked beyond its limit, nor read beyond its rows', async () => {
    const content = await writeXlsxFile([
      { data: Array.from({ length: 500 }, () => [{ value: 'a'.repeat(300) }]) },
    ]).toBuffer();
    expect(content.length).toBeLessThan(20_000);
    expect(await readSheet(content, { ...SHEET_LIMITS, unpacked: 10_000 })).toEqual({ fault: 'too-large' });
    expect(await readSheet(content, { ...SHEET_LIMITS, rows: 499 })).toEqual({ fault: 'too-many-rows' });
    expect(await readSheet(content, { ...SHEET_LIMITS, rows: 500 })).toHaveProperty('rows.499.row', 500);
  });

  it.each([
    ['cut off', workbook('<row/>').subarray(0, 400), 'damaged'],
    ['not closed', workbook('<row><c>'), 'damaged'],
    [
      'with entities of its own',
      workbook('<row/>', { '_rels/.rels': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'damaged',
    ],
    ['with a cell that stands nowhere', workbook('<row><c r="17"><v>1</v></c></row>'), 'damaged'],
    ['without a sheet', zipOf({ 'word/document.xml': '<a/>' }), 'no-sheet'],
    ['of the older kind', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-format'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'no-sheet'],
    ['without rows', workbook('<row r="1"><c r="A1"/></row>'), 'empty'],
    ['with no bytes', Buffer.of(), 'empty'],
  ])('that is %s is told as such', async (_, content, fault) => {
    const read = await readSheet(content);
    expect(read).toEqual({ fault });
    if ('fault' in read) expect(sheetFaultWords(read).sv).toMatch(/^\S.+\.$/);
  });
});

describe('a text of cells', () => {
  it.each([
    ['UTF-8', bytes('Läge;Ålder\nÖst;3,5')],
    ['UTF-8 with its mark', bytes('\ufeffLäge;Ålder\r\nÖst;3,5\r\n')],
    ['windows-1252', bytes('Läge;Ålder\r\nÖst;3,5\r\n', 'latin1')],
    ['UTF-16, as Excel saves text', bytes('\ufeffLäge\tÅlder\r\nÖst\t3,5', 'utf16le')],
    ['UTF-8 with commas', bytes('Läge,Ålder\nÖst,"3,5"')],
  ])('is read in %s', async (_, content) => {
    expect(cellsOf(await readSheet(content))).toEqual([
      ['Läge', 'Ålder'],
      ['Öst', '3,5'],
    ]);
  });

  it('tells its separator itself, and counts that line as a spreadsheet does', async () => {
    expect(await readPasted('sep=,\r\na,b')).toEqual({ rows: [{ row: 2, cells: ['a', 'b'] }] });
  });

  it('keeps quotation marks, separators and new lines in a cell', async () => {
    expect(cellsOf(await readPasted('"a;b";"c""d"\n"e\nf";5" rör'))).toEqual([
      ['a;b', 'c"d'],
      ['e\nf', '5" rör'],
    ]);
  });

  it('tells the row of a quotation mark that is never closed', async () => {
    expect(await readPasted('a;b\n"c;d\ne;f')).toEqual({ fault: 'open-quote', row: 2 });
  });

  it('has no more rows and columns than its limits', async () => {
    expect(await readPasted('a\nb\nc', { ...SHEET_LIMITS, rows: 2 })).toEqual({ fault: 'too-many-rows' });
    expect(await readPasted('a;b\na;b;c', { ...SHEET_LIMITS, columns: 2 })).toEqual({
      ...{ fault: 'too-many-columns', row: 2 },
    });
  });
});
