import { QUIET, TaggedPdf } from '../../platform/tagged-pdf.js';
import type { Answer } from '../answer.js';
import { drawBars } from './draw-bars.js';
import { paperOf, type Piece } from './paper.js';
import type { Language } from './shown.js';

const SMALL = 9;
/** A table of more columns than these is set smaller. */
const MANY = 6;
const SMALLER = 8;
/** Between two lines of a table; and how much of a table is kept together at most. */
const GAP = 4;
const MOST = 600;
const page = { sv: 'Sida', en: 'Page' } as const;
const of = { sv: 'av', en: 'of' } as const;

/** An answer as tagged PDF: headings, paragraphs, tables and pictures. */
export function toPdf(answer: Answer, language: Language): Promise<Buffer> {
  return new Paper(answer, language).made();
}

class Paper {
  private readonly paper: TaggedPdf;
  private readonly title: string;
  private readonly pieces: readonly Piece[];

  constructor(
    answer: Answer,
    private readonly language: Language,
  ) {
    ({ title: this.title, pieces: this.pieces } = paperOf(answer, language));
    this.paper = new TaggedPdf({
      ...{ title: this.title, language, day: answer.basis.asKnownOn },
      margins: { top: 56, bottom: 64, side: 56 },
    });
  }

  made(): Promise<Buffer> {
    this.paper.block('H1', this.title, { size: 22, weight: 600, lineGap: 2 });
    for (const piece of this.pieces)
      if ('heading' in piece) this.heading(piece.heading);
      else if ('text' in piece) this.paragraph(piece.text);
      else if ('figure' in piece) drawBars(this.paper, piece.figure);
      else this.table(piece.table);
    return this.paper.made((at, count) => [
      { line: `Husrum · ${this.title} · ${page[this.language]} ${at} ${of[this.language]} ${count}`, up: 40 },
    ]);
  }

  private heading(text: string): void {
    this.paper.pdf.y += 16;
    this.paper.keepTogether(80);
    this.paper.block('H2', text, { size: 14, weight: 600, lineGap: 2 });
  }

  private paragraph(text: string): void {
    this.paper.pdf.y += 5;
    this.paper.block('P', text, { size: 11, lineGap: 2 });
  }

  private table(lines: readonly (readonly string[])[]): void {
    this.paper.pdf.y += 8;
    const size = (lines[0]?.length ?? 0) > MANY ? SMALLER : SMALL;
    const layout = { widths: widthsOf(lines, size, this.paper.width), size, right: figuresIn(lines) };
    const heights = lines.map((line, at) => this.heightOf(line, { ...layout, isHead: at === 0 }));
    // A head stands with its first line, and the last line, which may be the sum, with the one before it.
    const isKept = (at: number): boolean => at === 0 || at === lines.length - 2;
    this.paper.table((table) =>
      lines.forEach((line, at) => {
        const height = heights[at] ?? 0;
        const next = isKept(at) ? (heights[at + 1] ?? 0) + GAP : 0;
        this.paper.keepTogether(Math.min(height + GAP + next, MOST));
        this.row(table, line, { ...layout, isHead: at === 0, height });
      }),
    );
    this.paper.pdf.y += 6;
  }

  private heightOf(line: readonly string[], { widths, ...layout }: Omit<Layout, 'right'>): number {
    const setting = settingOf(layout);
    return Math.max(...line.map((cell, i) => this.paper.heightOf(`${cell} `, setting, widthOf(widths[i]))));
  }

  private row(
    table: PDFKit.PDFStructureElement,
    line: readonly string[],
    { widths, right, height, ...layout }: Layout & { readonly height: number },
  ): void {
    const { paper } = this;
    const { pdf } = paper;
    const { isHead } = layout;
    const setting = settingOf(layout);
    const top = pdf.y;
    let x = paper.left;
    paper.row(table, (row) => {
      for (const [i, cell] of line.entries()) {
        const at = [x, top] as const;
        const align = right[i] === true ? 'right' : 'left';
        paper.cell(row, isHead ? 'Column' : i === 0 ? 'Row' : null, () =>
          paper.text(cell, setting, widthOf(widths[i]), { at, align }),
        );
        x += widths[i] ?? 40;
      }
    });
    if (pdf.y >= top) pdf.y = Math.max(pdf.y, top + height);
    paper.rule();
  }
}

const widthOf = (width = 40): number => width - 6;
const settingOf = ({ size, isHead }: Pick<Layout, 'size' | 'isHead'>) =>
  ({ size, weight: isHead ? 600 : 400, ...(isHead && { ink: QUIET }) }) as const;

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
function widthsOf(lines: readonly (readonly string[])[], size: number, width: number): number[] {
  const count = Math.max(...lines.map((line) => line.length));
  const wants = Array.from({ length: count }, (_, i) => {
    const cells = lines.map((line) => line[i] ?? '');
    const least = Math.max(
      5,
      ...cells.flatMap((cell) => cell.split(/ |-(?!\d)/).map(({ length }) => length + 2)),
    );
    return {
      least,
      more: Math.max(1, Math.min(60, ...[Math.max(...cells.map(({ length }) => length))]) - least),
    };
  });
  const [least, more] = [sumOf(wants.map((one) => one.least)), sumOf(wants.map((one) => one.more))];
  const over = Math.max(0, width / (size / 2) - least);
  const shares = wants.map((one) => one.least + (over * one.more) / more);
  return shares.map((one) => (one / sumOf(shares)) * width);
}

const sumOf = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
