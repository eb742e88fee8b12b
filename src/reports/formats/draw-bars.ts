import { INK, QUIET, type TaggedPdf } from '../../platform/tagged-pdf.js';
import type { Bar, Bars } from './bars.js';

const SIZE = 9;
const LINE = 17;
const THICK = 10;
/** Room for names, and for the number after the longest bar; the bars have the rest. */
const NAMES = 190;
const AFTER = 70;
const PLAIN = '#1f4e79';
const BED = '#e4e8ee';

/** Draws bars on a paper: what patterns tell apart is told by hatching, not by colour alone. */
export function drawBars(paper: TaggedPdf, { title, says, bars, key }: Bars): void {
  const { pdf } = paper;
  pdf.y += 8;
  paper.keepTogether(Math.min(60 + bars.length * LINE, 560));
  paper.figure(says, () => {
    paper.text(title, { size: SIZE + 1, weight: 600 }, paper.width, { at: [paper.left, pdf.y] });
    pdf.y += 3;
    if (key.length > 0) drawKey(paper, key);
    const most = Math.max(1, ...bars.map(({ value, against }) => Math.max(value, against ?? 0)));
    const unit = (paper.width - NAMES - AFTER) / most;
    for (const bar of bars) drawBar(paper, bar, unit);
  });
  pdf.y += 6;
}

function drawKey(paper: TaggedPdf, key: Bars['key']): void {
  const { pdf } = paper;
  for (const { pattern, label } of key) {
    const top = pdf.y;
    hatch(paper, { x: paper.left, y: top + 1, width: 22, pattern });
    paper.text(label, { size: SIZE, ink: QUIET }, paper.width - 34, { at: [paper.left + 30, top] });
    pdf.y = top + LINE - 3;
  }
  pdf.y += 8;
}

function drawBar(paper: TaggedPdf, { name, value, against, text, pattern }: Bar, unit: number): void {
  const { pdf } = paper;
  const setting = { size: SIZE };
  const height = Math.max(LINE, paper.heightOf(`${name} `, setting, NAMES - 10) + 4);
  const top = pdf.y;
  paper.text(name, setting, NAMES - 10, { at: [paper.left, top], align: 'left' });
  const [x, y] = [paper.left + NAMES, top + 1];
  const [bed, width] = [Math.max(0, against ?? 0) * unit, Math.max(0, value) * unit];
  if (bed > 0) pdf.rect(x, y, bed, THICK).fill(BED);
  if (width > 0) hatch(paper, { x, y, width, pattern });
  paper.text(text, { ...setting, weight: 600 }, AFTER - 8, { at: [x + Math.max(bed, width) + 6, top] });
  pdf.y = top + height;
}

/** A bar: plain, or hatched one way or the other. */
function hatch(
  { pdf }: TaggedPdf,
  {
    x,
    y,
    width,
    pattern,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly pattern: number },
): void {
  if (pattern === 0) {
    pdf.rect(x, y, width, THICK).fill(PLAIN);
    return;
  }
  pdf.save();
  pdf.rect(x, y, width, THICK).clip();
  const lean = pattern % 2 === 1 && pattern !== 5 ? THICK : -THICK;
  for (let at = x - THICK; at < x + width + THICK; at += 5) pdf.moveTo(at, y + THICK).lineTo(at + lean, y);
  pdf.lineWidth(1.4).strokeColor(PLAIN).stroke();
  pdf.restore();
  pdf.rect(x, y, width, THICK).lineWidth(0.8).strokeColor(INK).stroke();
}
