import { PAD, type Placed, type PlacedBox, type PlacedWay, type Point } from './layout.js';
import { heightOf, insetOf, type Line, type Tone } from './picture.js';

/** Colours by the names of the pages' own tokens, with the light value for a picture that stands alone. */
const light = {
  paper: '#ffffff',
  'paper-2': '#f5f7f8',
  ink: '#16212b',
  'ink-2': '#43515d',
  'ink-3': '#586672',
  line: '#d7dee3',
  'line-2': '#76848f',
  'now-solid': '#1c6fae',
  soon: '#6b4500',
  'idle-bg': '#eaeef1',
};
const dark: typeof light = {
  paper: '#161d23',
  'paper-2': '#1c252c',
  ink: '#e9eef2',
  'ink-2': '#b4c0ca',
  'ink-3': '#98a6b1',
  line: '#303c45',
  'line-2': '#75848f',
  'now-solid': '#5fa9de',
  soon: '#f3cb7c',
  'idle-bg': '#28323a',
};
const tokens = (values: typeof light): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Only a picture that is a document of its own sets the tokens; in a page it takes the page's. */
export const style = `svg:root{${tokens(light)}}@media(prefers-color-scheme:dark){svg:root{${tokens(dark)}}}`;

const ink = (name: keyof typeof light): string => `var(--${name},${light[name]})`;
const round = (value: number): string => String(Math.round(value * 10) / 10);

const SET: Readonly<Record<Tone, string>> = {
  title: `font-size="16" font-weight="600" fill="${ink('ink')}"`,
  code: `fill="${ink('ink-3')}"`,
  who: `fill="${ink('ink-2')}"`,
  term: `fill="${ink('ink-2')}"`,
  inside: `fill="${ink('ink-2')}"`,
  event: `font-weight="600" fill="${ink('ink')}"`,
  clock: `font-weight="600" fill="${ink('ink')}"`,
  guard: `fill="${ink('ink-2')}"`,
  gap: '',
};

/** Draws one placed region. */
export function drawRegion(placed: Placed): string {
  return [
    ...placed.boxes.filter(({ box }) => box.kind === 'group').map(drawBox),
    ...placed.ways.map(drawLine),
    ...placed.starts.map(
      ({ x, y }) => `<circle cx="${round(x)}" cy="${round(y)}" r="6" fill="${ink('ink')}"/>`,
    ),
    ...placed.boxes.filter(({ box }) => box.kind !== 'group').map(drawBox),
    ...placed.ways.map(drawLabel),
  ].join('\n');
}

/** Escapes text for XML. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function drawBox({ box, x, y, width, height }: PlacedBox): string {
  const nested = box.id.includes('.');
  const look = {
    open: `rx="5" fill="${ink('paper')}" stroke="${ink('line-2')}" stroke-width="1.5"`,
    closed: `rx="5" fill="${ink('idle-bg')}" stroke="${ink('line-2')}" stroke-width="1.5"`,
    passing: `rx="14" fill="${ink('paper')}" stroke="${ink('line-2')}" stroke-dasharray="4 3"`,
    group: `rx="5" fill="${ink('paper-2')}" stroke="${ink(nested ? 'line-2' : 'line')}"`,
  }[box.kind];
  const rect = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${look}/>`;
  return `${rect}\n${drawLines(box.lines, { x: x + PAD, y: y + PAD })}`;
}

function drawLines(lines: readonly Line[], at: Point): string {
  let y = at.y;
  return lines
    .map((line) => {
      const base = y + heightOf(line) - 5;
      y += heightOf(line);
      if (line.tone === 'gap') return '';
      return `${line.goesOn ? '' : drawMark(line, at.x, base)}<text x="${round(at.x + insetOf(line))}" y="${round(base)}" ${SET[line.tone]}>${escape(line.text)}</text>`;
    })
    .join('\n');
}

/** A clock before a term, a dash before what is taken without leaving. */
function drawMark({ tone }: Line, x: number, base: number): string {
  if (tone === 'inside')
    return `<path d="M${round(x + 2)} ${round(base - 4.5)}h8" stroke="${ink('line-2')}" stroke-width="1.5" fill="none"/>`;
  if (tone !== 'term' && tone !== 'clock') return '';
  const [cx, cy] = [round(x + 6), round(base - 5)];
  return `<path d="M${cx} ${cy}m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0m5.5 -3.2v3.2l2.4 1.6" stroke="${ink('soon')}" stroke-width="1.5" fill="none"/>`;
}

function drawLine({ points }: PlacedWay): string {
  const [first, ...rest] = points;
  const [before, last] = points.slice(-2);
  if (first === undefined || before === undefined || last === undefined) return '';
  const path = rest.map(({ x, y }) => `L${round(x)} ${round(y)}`).join('');
  const line = `<path d="M${round(first.x)} ${round(first.y)}${path}" fill="none" stroke="${ink('ink-3')}" stroke-width="1.5"/>`;
  return `${line}\n<path d="${head(before, last)}" fill="${ink('ink-3')}"/>`;
}

/** The head of an arrow that ends straight, along one of the axes. */
function head(before: Point, { x, y }: Point): string {
  const [dx, dy] = [Math.sign(round0(x - before.x)), Math.sign(round0(y - before.y))];
  const corner = (side: number) =>
    `${round(x - 9 * dx + side * 5 * dy)} ${round(y - 9 * dy + side * 5 * dx)}`;
  return `M${round(x)} ${round(y)}L${corner(1)}L${corner(-1)}z`;
}
const round0 = (value: number): number => (Math.abs(value) < 0.05 ? 0 : value);

function drawLabel({ way, label }: PlacedWay): string {
  if (label === null) return '';
  const { x, y, width, height } = label;
  const plate = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${ink('paper-2')}"/>`;
  return `${plate}\n${drawLines(way.lines, { x: x + 4, y: y + 1 })}`;
}
