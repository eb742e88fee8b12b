import type { Workflow } from '../../workflows/definition.js';
import { place, type Placed } from './layout.js';
import { pictureOf } from './picture.js';
import { drawRegion, escape, style } from './svg.js';
import { filled, words, type Language } from './words.js';

export { chartTable } from './chart-table.js';
export type { Language } from './words.js';

const GAP = 24;
const PAGE = 1300;
const FONT =
  "'Source Sans 3','Source Sans Pro','Segoe UI',-apple-system,Roboto,'Noto Sans',Arial,'Liberation Sans',sans-serif";

/**
 * The statechart of a workflow as an SVG document: the same bytes for the same definition. It needs no script, no font and
 * no style from outside; standing alone it follows the reader's light or dark, in a page it takes the page's tokens.
 */
export async function diagram(workflow: Workflow, language: Language): Promise<string> {
  const regions = pictureOf(workflow, language);
  const placed: Placed[] = [];
  for (const region of regions) placed.push(await place(region));
  const { spots, width, height } = shelves(placed);
  const parts = placed.map((one, i) => `<g transform="translate(${spots[i]})">\n${drawRegion(one)}\n</g>`);
  const states = Object.keys(workflow.states).length;
  const ways = regions.reduce((sum, one) => sum + one.ways.length, 0);
  const id = `${workflow.name}-diagram`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${language}" font-family="${FONT}" font-size="14">
<title id="${id}-title">${escape(workflow.label[language])}</title>
<desc id="${id}-desc">${escape(filled(words.about[language], { states, ways }))}</desc>
<style>${style}</style>
<rect width="${width}" height="${height}" fill="var(--paper,#ffffff)"/>
${parts.join('\n')}
</svg>
`;
}

/** Regions side by side, from left to right, in shelves as wide as the widest of them or a page. */
function shelves(placed: readonly Placed[]): { spots: string[]; width: number; height: number } {
  const widest = Math.max(PAGE, ...placed.map(({ width }) => width + 2 * GAP)) - GAP;
  const spots: string[] = [];
  let [x, y, shelf, right] = [GAP, GAP, 0, 0];
  for (const { width, height } of placed) {
    if (x > GAP && x + width > widest) [x, y, shelf] = [GAP, y + shelf + GAP, 0];
    spots.push(`${Math.round(x)} ${Math.round(y)}`);
    [x, shelf] = [x + width + GAP, Math.max(shelf, height)];
    right = Math.max(right, x);
  }
  return { spots, width: Math.ceil(right), height: Math.ceil(y + shelf + GAP) };
}
