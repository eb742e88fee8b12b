import { QUIET, TaggedPdf, type Setting } from '../platform/tagged-pdf.js';
import type { DocumentView } from './document-shapes.js';
import { documentWords } from './document-words.js';

type Tag = 'H1' | 'H2' | 'P';
type Row = { readonly label: string; readonly value: string };

const LABEL = 160;
const BODY = 11.5;
/** A cell higher than this may be broken over two pages. */
const MOST_TOGETHER = 300;

/** A paper that is sent or kept in a case, as tagged PDF. `from`: in whose name. */
export function documentPdf(view: DocumentView, from: string): Promise<Buffer> {
  return new Letter(view, from).made();
}

class Letter {
  private readonly paper: TaggedPdf;

  constructor(
    private readonly view: DocumentView,
    private readonly from: string,
  ) {
    const { label: title, language, writtenOn: day } = view;
    this.paper = new TaggedPdf({ title, language, day, margins: { top: 64, bottom: 72, side: 71 } });
  }

  /** Writes it all and gives the bytes. */
  made(): Promise<Buffer> {
    this.head();
    for (const piece of this.view.pieces)
      if ('heading' in piece) this.block('H2', piece.heading, { size: 14, weight: 600, above: 16 });
      else if ('text' in piece) this.block('P', piece.text, { above: 5 });
      else this.table(piece.rows);
    const say = documentWords[this.view.language];
    return this.paper.made((page, of) => [
      { line: `${say.mark} ${this.view.sha256}`, up: 46 },
      { line: say.page(page, of), up: 34 },
    ]);
  }

  private head(): void {
    const { label, file, family, writtenOn, isProtected, isImported, language } = this.view;
    const say = documentWords[language];
    const facts = [`${say.file} ${file}`, `${say.written} ${writtenOn}`];
    this.block('P', facts.join(' · '), { size: 10, ink: QUIET, above: 0 });
    this.block('P', `${say.from} ${this.from}`, { size: 10, ink: QUIET, above: 2 });
    if (family !== null) this.block('P', family, { above: 26 });
    this.block('H1', label, { size: 22, weight: 600, above: family === null ? 30 : 18 });
    if (isProtected) this.block('P', say.protected, { weight: 600, above: 8 });
    if (isImported) this.block('P', say.imported, { ink: QUIET, above: 8 });
  }

  /** `above`: free space above, in points. */
  private block(
    tag: Tag,
    text: string,
    { above, ...setting }: Partial<Setting> & { readonly above: number },
  ): void {
    this.paper.pdf.y += above;
    if (tag === 'H2') this.paper.keepTogether(60);
    this.paper.block(tag, text, { size: BODY, lineGap: 3, ...setting });
  }

  private table(rows: readonly Row[]): void {
    this.paper.pdf.y += 8;
    this.paper.table((table) => {
      for (const row of rows) this.row(table, row);
    });
    this.paper.pdf.y += 4;
  }

  private row(table: PDFKit.PDFStructureElement, { label, value }: Row): void {
    const { paper } = this;
    const { pdf, left } = paper;
    const across = paper.width - LABEL;
    const setting = { size: BODY, lineGap: 2 };
    paper.keepTogether(Math.min(paper.heightOf(value, setting, across), MOST_TOGETHER));
    const [top, before] = [pdf.y, pdf.bufferedPageRange().count];
    let below = top;
    paper.row(table, (row) => {
      paper.cell(row, 'Row', () =>
        paper.text(label, { ...setting, ink: QUIET }, LABEL - 12, { at: [left, top] }),
      );
      below = pdf.y;
      paper.cell(row, null, () => paper.text(value, setting, across, { at: [left + LABEL, top] }));
    });
    const isBroken = pdf.bufferedPageRange().count > before;
    pdf.y = (isBroken ? pdf.y : Math.max(pdf.y, below)) + 4;
  }
}
