import type { AnyStateNode } from 'xstate';
import type { Workflow } from '../../workflows/definition.js';
import { arrowsFrom, below, type Arrow } from '../engine/check/arrows.js';
import { pathOf } from '../engine/check/graph.js';
import { readGuard } from '../engine/check/guard-expression.js';
import { kindNames } from '../register/kinds.js';
import { lengthsIn, saysOf, triggerLabel } from './sentences.js';
import { widthOf, wrap } from './text-width.js';
import { filled, words, type Language } from './words.js';

/** What a line of text is, and so how it is set. */
export type Tone = 'title' | 'code' | 'who' | 'term' | 'inside' | 'event' | 'clock' | 'guard' | 'gap';
export interface Line {
  readonly tone: Tone;
  readonly text: string;
  /** Goes on from the line above, and so has no mark of its own. */
  readonly goesOn?: true;
}

/** A state, or a state that holds others. */
export interface Box {
  readonly id: string;
  readonly kind: 'open' | 'closed' | 'passing' | 'group';
  readonly lines: readonly Line[];
  readonly boxes: readonly Box[];
  /** The child in which it begins. */
  readonly first?: string;
}

/** All arrows from one state to another, as one line with every label on it. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly Line[];
}

/** One region of a chart, or the whole chart when it has none. */
export interface Region {
  readonly box: Box;
  readonly ways: readonly Way[];
}

const LABEL_WIDTH = 190;
const BOX_WIDTH = 210;
const GUARD_LINES = 2;

/** What is drawn of a workflow, region by region, the primary one first. */
export function pictureOf(workflow: Workflow, language: Language): Region[] {
  const { root } = workflow.machine as { root: AnyStateNode };
  const tops = root.type === 'parallel' ? (Object.values(root.states) as AnyStateNode[]) : [root];
  const primary = tops.filter((top) => top.key === workflow.primary);
  return [...new Set([...primary, ...tops])].map((top) => ({
    box: boxOf(workflow, top, language),
    ways: waysOf(workflow, top, language),
  }));
}

function boxOf(workflow: Workflow, node: AnyStateNode, language: Language): Box {
  const children = Object.values(node.states) as AnyStateNode[];
  const inside = insideLines(workflow, node, language);
  const id = pathOf(node);
  if (children.length === 0) return leafBox(workflow, node, inside, language);
  const first = (node.initial.target as readonly AnyStateNode[])[0];
  return {
    id,
    kind: 'group',
    lines: id === '' ? inside : [...groupTitle(workflow, node, language), ...inside],
    boxes: children.map((child) => boxOf(workflow, child, language)),
    ...(first === undefined ? {} : { first: pathOf(first) }),
  };
}

function groupTitle(workflow: Workflow, node: AnyStateNode, language: Language): Line[] {
  const primary = node.key === workflow.primary ? ` · ${words.primary[language]}` : '';
  return [{ tone: 'title', text: `${node.key}${primary}` }];
}

function leafBox(workflow: Workflow, node: AnyStateNode, inside: readonly Line[], language: Language): Box {
  const spec = workflow.states[pathOf(node)];
  if (spec === undefined)
    return {
      id: pathOf(node),
      kind: 'passing',
      lines: [{ tone: 'code', text: node.key }, ...inside],
      boxes: [],
    };
  const label = wrap(spec.label[language], 16, BOX_WIDTH).map((text): Line => ({ tone: 'title', text }));
  const who = spec.waitsFor && `${words.waitsFor[language]} ${kindNames[spec.waitsFor][language]}`;
  const lines: Line[] = [
    ...label,
    { tone: 'code', text: node.key },
    ...(who === undefined ? [] : lined('who', who, BOX_WIDTH)),
    ...(spec.due === undefined ? [] : termLines('term', workflow, spec.due, language, BOX_WIDTH)),
    ...inside,
  ];
  return { id: pathOf(node), kind: spec.open ? 'open' : 'closed', lines, boxes: [] };
}

/** What a state takes without leaving: told in its box, not drawn. An arrow from a group into itself is told there too. */
function insideLines(workflow: Workflow, node: AnyStateNode, language: Language): Line[] {
  const own = arrowsFrom(node).filter((arrow) => staysInside(arrow));
  return own.flatMap((arrow) => {
    const label = triggerLabel(workflow, arrow, language);
    const to = arrow.to[0];
    if (to === undefined || to === node) return lined('inside', label, BOX_WIDTH);
    const [guard = ''] = readGuard(arrow.guard).names.map((name) => saysOf(workflow, name, language));
    return lined('inside', `${label || guard} →\u00a0${to.key}`, BOX_WIDTH);
  });
}

function staysInside({ from, to: [to] }: Arrow): boolean {
  return to === undefined || to === from || pathOf(to).startsWith(`${pathOf(from)}.`);
}

function waysOf(workflow: Workflow, top: AnyStateNode, language: Language): Way[] {
  const ways = new Map<string, { from: string; to: string; lines: Line[] }>();
  for (const arrow of below(top)
    .flatMap(arrowsFrom)
    .filter((one) => !staysInside(one))) {
    const [from, to] = [pathOf(arrow.from), pathOf(arrow.to[0] as AnyStateNode)];
    const way = ways.get(`${from} ${to}`) ?? { from, to, lines: [] };
    const gap: Line[] = way.lines.length === 0 ? [] : [{ tone: 'gap', text: '' }];
    way.lines.push(...gap, ...arrowLines(workflow, arrow, language));
    ways.set(`${from} ${to}`, way);
  }
  return [...ways.values()];
}

function arrowLines(workflow: Workflow, arrow: Arrow, language: Language): Line[] {
  const otherwise = arrow.guard === undefined && arrow.place > 0;
  const says = otherwise
    ? lined('guard', words.otherwise[language], LABEL_WIDTH)
    : guardLines(workflow, arrow, language);
  return [...arrowHead(workflow, arrow, language), ...says];
}

/** Nobody can be where a state is only passed through, so there it need not be said that it is left at once. */
function arrowHead(workflow: Workflow, arrow: Arrow, language: Language): Line[] {
  const { trigger, from } = arrow;
  if (trigger.kind === 'after') return termLines('clock', workflow, trigger.name, language, LABEL_WIDTH);
  if (trigger.kind === 'on') return lined('event', triggerLabel(workflow, arrow, language), LABEL_WIDTH);
  return workflow.states[pathOf(from)] === undefined
    ? []
    : lined('event', words.atOnce[language], LABEL_WIDTH);
}

function termLines(tone: Tone, workflow: Workflow, name: string, language: Language, most: number): Line[] {
  const lengths = lengthsIn(workflow, name, language);
  const label = workflow.deadlines[name]?.label[language] ?? name;
  return lined(tone, lengths === '' ? label : `${label}: ${lengths}`, most - 18);
}

/** The first sentence, short, and how many more there are; all of them stand in the table. */
function guardLines(workflow: Workflow, { guard }: Arrow, language: Language): Line[] {
  const [first, ...more] = readGuard(guard).names;
  if (first === undefined) return [];
  const [says = ''] = saysOf(workflow, first, language).split('. ');
  const rest = more.length === 0 ? '' : filled(words.andMore[language], { n: more.length });
  return [
    ...wrap(says, 14, LABEL_WIDTH, GUARD_LINES).map((text): Line => ({ tone: 'guard', text })),
    ...(rest === '' ? [] : [{ tone: 'guard' as const, text: rest }]),
  ];
}

function lined(tone: Tone, text: string, most: number): Line[] {
  return wrap(text, 14, most).map((line, i): Line => ({
    tone,
    text: line,
    ...(i > 0 ? { goesOn: true } : {}),
  }));
}

/** How wide and high lines of text are, in pixels. */
export function sizeOf(lines: readonly Line[]): { width: number; height: number } {
  return {
    width: Math.max(0, ...lines.map((line) => lineWidth(line))),
    height: lines.reduce((sum, line) => sum + heightOf(line), 0),
  };
}

/** The height of one line, in pixels. */
export const heightOf = ({ tone }: Line): number => HEIGHTS[tone] ?? 19;
const HEIGHTS: Partial<Record<Tone, number>> = { title: 22, gap: 5 };
/** How far a line stands in, for its mark. */
export const insetOf = ({ tone }: Line): number =>
  tone === 'term' || tone === 'clock' || tone === 'inside' ? 18 : 0;

function lineWidth(line: Line): number {
  const strong = line.tone === 'title' || line.tone === 'event' || line.tone === 'clock';
  return insetOf(line) + widthOf(line.text, line.tone === 'title' ? 16 : 14, strong);
}
