import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Answer } from '../answer.js';
import { paperOf, type Piece } from './paper.js';
import type { Language } from './shown.js';

const packages = createRequire(import.meta.url);
type Weight = 400 | 600;
const LEFT = 56;
const WIDTH = 595.28 - 2 * LEFT;
const INK = '#16233a';
const QUIET = '#55606f';
const SMALL = 9;
/** A table of more columns than these is set smaller. */
const MANY = 6;
const SMALLER = 8;
const page = { sv: 'Sida', en: 'Page' } as const;
const of = { sv: 'av', en: 'of' } as const;

/** An answer as tagged PDF/UA on A4: headings, paragraphs and tables marked for those who have it read aloud. */
export function toPdf(answer: Answer, language: Language): Promise<Buffer> {
  return new Paper(answer, language).made();
}

class Paper {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly title: string;
  private readonly pieces: readonly Piece[];

  constructor(
    answer: Answer,
    private readonly language: Language,
  ) {
    ({ title: this.title, pieces: this.pieces } = paperOf(answer, language));
    this.pdf = new PDFDocument({
      ...{ size: 'A4', margins: { top: 56, bottom: 64, left: LEFT, right: LEFT }, pdfVersion: '1.7' },
      ...{ subset: 'PDF/UA', tagged: true, displayTitle: true, bufferPages: true, font: null },
      lang: language === 'sv' ? 'sv-SE' : 'en-GB',
      info: {
        ...{ Title: this.title, Creator: 'Husrum', Producer: 'Husrum' },
        CreationDate: new Date(`${answer.basis.asKnownOn}T12:00:00Z`),
      },
    } as object);
    for (const weight of [400, 600] as const) this.pdf.registerFont(`w${weight}`, fontFile(weight));
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  made(): Promise<Buffer> {
    const parts: Buffer[] = [];
    const whole = new Promise<Buffer>((resolve, reject) => {
      this.pdf.on('data', (part: Buffer) => parts.push(part));
      this.pdf.on('end', () => resolve(Buffer.concat(parts)));
      this.pdf.on('error', reject);
    });
    this.block('H1', this.title, 22, 600, 0);
    for (const piece of this.pieces)
      if ('heading' in piece) this.block('H2', piece.heading, 14, 600, 16);
      else if ('text' in piece) this.block('P', piece.text, 11, 400, 5);
      else this.table(piece.table);
    this.root.end();
    this.feet();
    this.pdf.end();
    return whole;
  }

  private block(tag: 'H1' | 'H2' | 'P', text: string, size: number, weight: Weight, above: number): void {
    this.pdf.y += above;
    if (tag === 'H2') this.keepTogether(80);
    const part = this.pdf.struct(tag, {}, () => {
      this.pdf.fillColor(INK).fontSize(size).font(`w${weight}`);
      this.pdf.text(`${text} `, LEFT, this.pdf.y, { width: WIDTH, lineGap: 2 });
    });
    this.root.add(part);
    part.end();
  }

  private table(lines: readonly (readonly string[])[]): void {
    const table = this.pdf.struct('Table');
    this.root.add(table);
    this.pdf.y += 8;
    const size = (lines[0]?.length ?? 0) > MANY ? SMALLER : SMALL;
    const widths = widthsOf(lines, size);
    const right = figuresIn(lines);
    lines.forEach((line, at) => this.row(table, line, { widths, size, right, isHead: at === 0 }));
    table.end();
    this.pdf.x = LEFT;
    this.pdf.y += 6;
  }

  private row(
    table: PDFKit.PDFStructureElement,
    line: readonly string[],
    { widths, size, right, isHead }: Layout,
  ): void {
    const { pdf } = this;
    pdf.fontSize(size).font(isHead ? 'w600' : 'w400');
    const heights = line.map((cell, i) => pdf.heightOfString(`${cell} `, { width: (widths[i] ?? 40) - 6 }));
    const height = Math.max(...heights);
    this.keepTogether(Math.min(height + (isHead ? 30 : 4), 600));
    const top = pdf.y;
    const row = pdf.struct('TR');
    table.add(row);
    let x = LEFT;
    for (const [i, cell] of line.entries()) {
      const [at, width] = [x, (widths[i] ?? 40) - 6];
      const tag = isHead || i === 0 ? 'TH' : 'TD';
      const scope = tag === 'TH' ? ({ scope: isHead ? 'Column' : 'Row' } as object) : {};
      const part = pdf.struct(tag, scope, () => {
        pdf
          .fillColor(isHead ? QUIET : INK)
          .fontSize(size)
          .font(isHead ? 'w600' : 'w400');
        pdf.text(`${cell} `, at, top, { width, align: right[i] === true ? 'right' : 'left' });
      });
      row.add(part);
      part.end();
      x += widths[i] ?? 40;
    }
    row.end();
    if (pdf.y >= top) pdf.y = Math.max(pdf.y, top + height);
    this.rule();
  }

  private rule(): void {
    const { pdf } = this;
    pdf.markContent('Artifact', { type: 'Layout' } as never);
    pdf
      .moveTo(LEFT, pdf.y + 1)
      .lineTo(LEFT + WIDTH, pdf.y + 1)
      .lineWidth(0.4)
      .strokeColor('#c8ced6')
      .stroke();
    pdf.endMarkedContent();
    pdf.y += 4;
  }

  private keepTogether(height: number): void {
    const { page: sheet, y } = this.pdf;
    if (y + height > sheet.height - sheet.margins.bottom) this.pdf.addPage();
  }

  private feet(): void {
    const { count } = this.pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.pdf.switchToPage(at);
      const sheet = this.pdf.page;
      sheet.margins.bottom = 0;
      this.pdf.markContent('Artifact', { type: 'Pagination' } as never);
      this.pdf.fillColor(QUIET).fontSize(8).font('w400');
      const foot = `Husrum · ${this.title} · ${page[this.language]} ${at + 1} ${of[this.language]} ${count}`;
      this.pdf.text(foot, LEFT, sheet.height - 40, { width: WIDTH, lineBreak: false });
      this.pdf.endMarkedContent();
    }
  }
}

interface Layout {
  readonly widths: readonly number[];
  readonly size: number;
  /** Columns of figures stand to the right. */
  readonly right: readonly boolean[];
  readonly isHead: boolean;
}

const FIGURE = /^(−?\d[\d\s.,]*|–|<5|\.\.|)$/;

function figuresIn([head = [], ...body]: readonly (readonly string[])[]): boolean[] {
  return head.map((_, i) => i > 0 && body.every((line) => FIGURE.test(line[i] ?? '')));
}

/** Each column as wide as its longest word; what is left over goes to those with more to say. */
function widthsOf(lines: readonly (readonly string[])[], size: number): number[] {
  const count = Math.max(...lines.map((line) => line.length));
  const wants = Array.from({ length: count }, (_, i) => {
    const cells = lines.map((line) => line[i] ?? '');
    const least = Math.max(5, ...cells.flatMap((cell) => cell.split(/[ -]/).map(({ length }) => length + 2)));
    return {
      least,
      more: Math.max(1, Math.min(60, ...[Math.max(...cells.map(({ length }) => length))]) - least),
    };
  });
  const [least, more] = [sumOf(wants.map((one) => one.least)), sumOf(wants.map((one) => one.more))];
  const over = Math.max(0, WIDTH / (size / 2) - least);
  const shares = wants.map((one) => one.least + (over * one.more) / more);
  return shares.map((one) => (one / sumOf(shares)) * WIDTH);
}

const sumOf = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const files = new Map<Weight, Buffer>();

function fontFile(weight: Weight): Buffer {
  const path = `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`;
  const known = files.get(weight) ?? readFileSync(packages.resolve(path));
  files.set(weight, known);
  return known;
}
