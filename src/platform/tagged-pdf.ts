import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Language } from './language.js';

export type Weight = 400 | 600;
type Place = readonly [x: number, y: number];

export const INK = '#16233a';
export const QUIET = '#55606f';

const packages = createRequire(import.meta.url);
const SUBSETS = ['latin', 'latin-ext'] as const;
/** What the first of the two files of the font holds; the second holds the other Latin letters. */
const IN_LATIN =
  /[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2212]/;
const A4_WIDTH = 595.28;

/** What a paper says of itself, and its margins in points. */
interface About {
  readonly title: string;
  readonly language: Language;
  /** The day that it is written of: the same paper has the same bytes whenever it is made. */
  readonly day: string;
  readonly margins: { readonly top: number; readonly bottom: number; readonly side: number };
}

/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly weight?: Weight;
  readonly ink?: string;
  readonly lineGap?: number;
}

/**
 * A paper as tagged PDF/UA: A4, its language, title, headings, paragraphs and tables marked for those who have it read
 * aloud, font embedded. The same paper gives the same bytes under the same libraries.
 */
export class TaggedPdf {
  readonly pdf: PDFKit.PDFDocument;
  readonly left: number;
  readonly width: number;
  private readonly root: PDFKit.PDFStructureElement;

  constructor({ title, language, day, margins: { top, bottom, side } }: About) {
    [this.left, this.width] = [side, A4_WIDTH - 2 * side];
    this.pdf = new PDFDocument({
      ...{ size: 'A4', margins: { top, bottom, left: side, right: side }, pdfVersion: '1.7' },
      ...{ subset: 'PDF/UA', tagged: true, displayTitle: true, bufferPages: true, font: null },
      lang: language === 'sv' ? 'sv-SE' : 'en-GB',
      info: {
        ...{ Title: title, Creator: 'Husrum', Producer: 'Husrum' },
        CreationDate: new Date(`${day}T12:00:00Z`),
      },
    } as object);
    for (const weight of [400, 600] as const)
      for (const subset of SUBSETS) this.pdf.registerFont(`${subset}-${weight}`, fontFile(subset, weight));
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** A heading or a paragraph across the paper. */
  block(tag: 'H1' | 'H2' | 'P', text: string, setting: Setting): void {
    const part = this.pdf.struct(tag, {}, () => this.text(text, setting, this.width));
    this.root.add(part);
    part.end();
  }

  /** A table; `rows` writes its rows. */
  table(rows: (table: PDFKit.PDFStructureElement) => void): void {
    const table = this.pdf.struct('Table');
    this.root.add(table);
    rows(table);
    table.end();
    this.pdf.x = this.left;
  }

  /** A row of a table; `cells` writes its cells. */
  row(table: PDFKit.PDFStructureElement, cells: (row: PDFKit.PDFStructureElement) => void): void {
    const row = this.pdf.struct('TR');
    table.add(row);
    cells(row);
    row.end();
  }

  /** A cell, with what it heads if it does. What is drawn is drawn when its element has its place in the tree. */
  cell(row: PDFKit.PDFStructureElement, heads: 'Row' | 'Column' | null, draw: () => void): void {
    const scope = heads === null ? {} : ({ scope: heads } as object);
    const cell = this.pdf.struct(heads === null ? 'TD' : 'TH', scope, draw);
    row.add(cell);
    cell.end();
  }

  /** A picture; `says` is what is read aloud in its place. What is drawn moves the place on the paper by itself. */
  figure(says: string, draw: () => void): void {
    const figure = this.pdf.struct('Figure', { alt: says }, draw);
    this.root.add(figure);
    figure.end();
    this.pdf.x = this.left;
  }

  /** Text in runs, each in the file of the font that holds its letters. */
  text(
    text: string,
    { size, weight = 400, ink = INK, lineGap = 0 }: Setting,
    width: number,
    { at, align }: { readonly at?: Place; readonly align?: 'left' | 'right' } = {},
  ): void {
    this.pdf.fillColor(ink).fontSize(size);
    const runs = runsIn(`${text} `);
    runs.forEach((run, n) => {
      const continued = n < runs.length - 1;
      const given = { width, lineGap, continued, ...(align !== undefined && { align }) };
      this.pdf.font(`${run.subset}-${weight}`);
      if (n === 0 && at !== undefined) this.pdf.text(run.text, at[0], at[1], given);
      else this.pdf.text(run.text, given);
    });
  }

  /** How high a text will be. */
  heightOf(text: string, { size, weight = 400, lineGap = 0 }: Setting, width: number): number {
    this.pdf.fontSize(size).font(`latin-${weight}`);
    return this.pdf.heightOfString(text, { width, lineGap });
  }

  /** A line across the paper that is not read aloud. */
  rule(): void {
    const { pdf, left, width } = this;
    pdf.markContent('Artifact', { type: 'Layout' } as never);
    pdf
      .moveTo(left, pdf.y + 1)
      .lineTo(left + width, pdf.y + 1)
      .lineWidth(0.4)
      .strokeColor('#c8ced6')
      .stroke();
    pdf.endMarkedContent();
    pdf.y += 4;
  }

  /** Goes on to the next page where so much no longer has room. */
  keepTogether(height: number): void {
    const { page, y } = this.pdf;
    if (y + height > page.height - page.margins.bottom) this.pdf.addPage();
  }

  /** Ends the paper and gives its bytes. `foot`: the lines at the foot of each page, no part of what is read aloud. */
  made(
    foot: (page: number, of: number) => readonly { readonly line: string; readonly up: number }[],
  ): Promise<Buffer> {
    const parts: Buffer[] = [];
    const whole = new Promise<Buffer>((resolve, reject) => {
      this.pdf.on('data', (part: Buffer) => parts.push(part));
      this.pdf.on('end', () => resolve(Buffer.concat(parts)));
      this.pdf.on('error', reject);
    });
    this.root.end();
    const { count } = this.pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.pdf.switchToPage(at);
      const { page } = this.pdf;
      page.margins.bottom = 0;
      this.pdf.markContent('Artifact', { type: 'Pagination' } as never);
      this.pdf.fillColor(QUIET).fontSize(8).font('latin-400');
      for (const { line, up } of foot(at + 1, count))
        this.pdf.text(line, this.left, page.height - up, { width: this.width, lineBreak: false });
      this.pdf.endMarkedContent();
    }
    this.pdf.end();
    return whole;
  }
}

function runsIn(text: string): { readonly subset: (typeof SUBSETS)[number]; readonly text: string }[] {
  const runs: { subset: (typeof SUBSETS)[number]; text: string }[] = [];
  for (const letter of text) {
    const subset = IN_LATIN.test(letter) ? 'latin' : 'latin-ext';
    const last = runs.at(-1);
    if (last?.subset === subset) last.text += letter;
    else runs.push({ subset, text: letter });
  }
  return runs;
}

const files = new Map<string, Buffer>();

function fontFile(subset: string, weight: Weight): Buffer {
  const path = `@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff`;
  const known = files.get(path) ?? readFileSync(packages.resolve(path));
  files.set(path, known);
  return known;
}
