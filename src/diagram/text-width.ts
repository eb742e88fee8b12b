/** Widths in thousandths of the type size, near those of Arial: what a reader has instead of Source Sans 3 is rarely wider. */
const NARROW = 270;
const SLIM = 350;
const MIDDLE = 570;
const CAPITAL = 700;
const WIDE = 860;
const STRONG = 1.08;

/** How wide a line of text will be, in pixels, whatever sans-serif type it is set in; rather too wide than too narrow. */
export function widthOf(text: string, size: number, strong = false): number {
  const thousandths = [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
  return Math.ceil((thousandths * size * (strong ? STRONG : 1)) / 1000);
}

function letterWidth(letter: string): number {
  if (/[ijlI.,:;'’|!·]/.test(letter)) return NARROW;
  if (/[ftr()[\]{}/\\\- "”]/.test(letter)) return SLIM;
  if (/[mwMW@%—…→]/.test(letter)) return WIDE;
  return /[A-ZÅÄÖÉ]/.test(letter) ? CAPITAL : MIDDLE;
}

/** Breaks a text at spaces into lines no wider than `most` pixels; a longer word stands alone. At most `lines`, the last cut with an ellipsis. */
export function wrap(text: string, size: number, most: number, lines = Infinity): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const line = broken.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`, size) <= most)
      broken[broken.length - 1] = `${line} ${word}`;
    else broken.push(word);
  }
  if (broken.length <= lines) return broken;
  const last = broken[lines - 1] as string;
  return [...broken.slice(0, lines - 1), `${last.replace(/[,.;:]$/, '')} …`];
}
