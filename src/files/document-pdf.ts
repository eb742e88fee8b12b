import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { DocumentView } from './document-shapes.js';
import { documentWords } from './document-words.js';

type Weight = 400 | 600;
type Tag = 'H1' | 'H2' | 'P';
type Row = { readonly label: string; readonly value: string };

const packages = createRequire(import.meta.url);
const SUBSETS = ['latin', 'latin-ext'] as const;
/** What the first of the two files of the font holds; the second holds the other Latin letters. */
const IN_LATIN =
  /[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2212]/;

const LEFT = 71;
const WIDTH = 595.28 - 2 * LEFT;
const LABEL = 160;
const BODY = 11.5;
/** A cell higher than this may be broken over two pages. */
const MOST_TOGETHER = 300;
const INK = '#16233a';
const QUIET = '#55606f';

/**
 * A paper as tagged PDF/UA: A4, its language, title, headings, paragraphs and tables marked for those who have it read
 * aloud, font embedded. The same paper gives the same bytes under the same libraries.
 */
export function documentPdf(view: DocumentView): Promise<Buffer> {
  const pdf = new Letter(view);
  return pdf.made();
}

class Letter {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;

  constructor(private readonly view: DocumentView) {
    const writtenAt = new Date(`${view.writtenOn}T12:00:00Z`);
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { top: 64, bottom: 72, left: LEFT, right: LEFT },
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      lang: view.language === 'sv' ? 'sv-SE' : 'en-GB',
      font: null,
      info: { Title: view.label, Creator: 'Husrum', Producer: 'Husrum', CreationDate: writtenAt },
    } as object);
    for (const weight of [400, 600] as const)
      for (const subset of SUBSETS) this.pdf.registerFont(`${subset}-${weight}`, fontFile(subset, weight));
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** Writes it all and gives the bytes. */
  made(): Promise<Buffer> {
    const parts: Buffer[] = [];
    const whole = new Promise<Buffer>((resolve, reject) => {
      this.pdf.on('data', (part: Buffer) => parts.push(part));
      this.pdf.on('end', () => resolve(Buffer.concat(parts)));
      this.pdf.on('error', reject);
    });
    this.head();
    for (const piece of this.view.pieces)
      if ('heading' in piece) this.block('H2', piece.heading, { size: 14, weight: 600, above: 16 });
      else if ('text' in piece) this.block('P', piece.text, { above: 5 });
      else this.table(piece.rows);
    this.root.end();
    this.feet();
    this.pdf.end();
    return whole;
  }

  private head(): void {
    const { label, file, family, writtenOn, isProtected, isImported, language } = this.view;
    const say = documentWords[language];
    const facts = [`${say.file} ${file}`, `${say.written} ${writtenOn}`];
    this.block('P', facts.join(' · '), { size: 10, ink: QUIET, above: 0 });
    if (family !== null) this.block('P', family, { above: 26 });
    this.block('H1', label, { size: 22, weight: 600, above: family === null ? 30 : 18 });
    if (isProtected) this.block('P', say.protected, { weight: 600, above: 8 });
    if (isImported) this.block('P', say.imported, { ink: QUIET, above: 8 });
  }

  private block(
    tag: Tag,
    text: string,
    { size = BODY, weight = 400 as Weight, ink = INK, above = 6 }: Setting = {},
  ): void {
    this.pdf.y += above;
    if (tag === 'H2') this.keepTogether(60);
    const part = this.pdf.struct(tag, {}, () => {
      this.pdf.fillColor(ink).fontSize(size);
      this.text(`${text} `, weight, { width: WIDTH, lineGap: 3 });
    });
    this.root.add(part);
    part.end();
  }

  private table(rows: readonly Row[]): void {
    const table = this.pdf.struct('Table');
    this.root.add(table);
    this.pdf.y += 8;
    for (const row of rows) this.row(table, row);
    table.end();
    this.pdf.x = LEFT;
    this.pdf.y += 4;
  }

  private row(table: PDFKit.PDFStructureElement, { label, value }: Row): void {
    const { pdf } = this;
    const across = { width: WIDTH - LABEL, lineGap: 2 };
    pdf.fontSize(BODY).font('latin-400');
    this.keepTogether(Math.min(pdf.heightOfString(value, across), MOST_TOGETHER));
    const [top, before] = [pdf.y, pdf.bufferedPageRange().count];
    const row = pdf.struct('TR');
    table.add(row);
    this.cell(row, 'TH', () => {
      pdf.fillColor(QUIET);
      this.text(`${label} `, 400, { width: LABEL - 12, lineGap: 2 }, [LEFT, top]);
    });
    const below = pdf.y;
    this.cell(row, 'TD', () => {
      pdf.fillColor(INK);
      this.text(`${value} `, 400, across, [LEFT + LABEL, top]);
    });
    row.end();
    const isBroken = pdf.bufferedPageRange().count > before;
    pdf.y = (isBroken ? pdf.y : Math.max(pdf.y, below)) + 4;
  }

  /** What is drawn is drawn when its element has its place in the tree. */
  private cell(row: PDFKit.PDFStructureElement, tag: 'TH' | 'TD', draw: () => void): void {
    const options = tag === 'TH' ? ({ scope: 'Row' } as object) : {};
    const cell = this.pdf.struct(tag, options, draw);
    row.add(cell);
    cell.end();
  }

  /** Text in runs, each in the file of the font that holds its letters. */
  private text(
    text: string,
    weight: Weight,
    options: PDFKit.Mixins.TextOptions,
    at?: readonly [x: number, y: number],
  ): void {
    const runs = runsIn(text);
    runs.forEach((run, n) => {
      const given = { ...options, continued: n < runs.length - 1 };
      this.pdf.font(`${run.subset}-${weight}`);
      if (n === 0 && at !== undefined) this.pdf.text(run.text, at[0], at[1], given);
      else this.pdf.text(run.text, given);
    });
  }

  private keepTogether(height: number): void {
    const { page, y } = this.pdf;
    if (y + height > page.height - page.margins.bottom) this.pdf.addPage();
  }

  /** The foot of each page: which it is, and the paper's mark. No part of what is read aloud. */
  private feet(): void {
    const say = documentWords[this.view.language];
    const { count } = this.pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.pdf.switchToPage(at);
      const { page } = this.pdf;
      page.margins.bottom = 0;
      this.pdf.markContent('Artifact', { type: 'Pagination' } as never);
      this.pdf.fillColor(QUIET).fontSize(8).font('latin-400');
      const foot = `${say.mark} ${this.view.sha256}`;
      this.pdf.text(foot, LEFT, page.height - 46, { width: WIDTH, lineBreak: false });
      this.pdf.text(say.page(at + 1, count), LEFT, page.height - 34, { width: WIDTH, lineBreak: false });
      this.pdf.endMarkedContent();
    }
  }
}

interface Setting {
  readonly size?: number;
  readonly weight?: Weight;
  readonly ink?: string;
  /** Free space above, in points. */
  readonly above?: number;
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
