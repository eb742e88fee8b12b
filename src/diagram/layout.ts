import elk, { type ELK, type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { sizeOf, type Box, type Region, type Way } from './picture.js';

/** Room inside a box, round its text. */
export const PAD = 12;
const START = 14;

/** Placed boxes and ways, in pixels from the region's top left corner. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly starts: readonly Point[];
  readonly ways: readonly PlacedWay[];
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface PlacedBox extends Point {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
}
export interface PlacedWay {
  readonly way: Way;
  readonly points: readonly Point[];
  /** The label's top left corner and size; null when it has none. */
  readonly label: (Point & { readonly width: number; readonly height: number }) | null;
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
};

/** From left to right there is no label between two layers: they stand closer. */
const close = {
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
};

/** Places a region. The same region is always placed the same way. */
export async function place(region: Region, direction: 'DOWN' | 'RIGHT' = 'DOWN'): Promise<Placed> {
  const root = { ...node(region.box), edges: [...starts(region.box), ...region.ways.map(edge)] };
  const spacing = direction === 'RIGHT' ? close : {};
  root.layoutOptions = { ...options, ...spacing, 'elk.direction': direction, ...root.layoutOptions };
  const done = await layouter().layout(root);
  const boxes: PlacedBox[] = [];
  const dots: Point[] = [];
  const corners = new Map<string, Point>();
  collect(done, { x: 0, y: 0 }, region.box, boxes, dots, corners);
  const ways = (done.edges ?? []).map((one) => placedWay(one as Routed, region, corners));
  return { width: done.width ?? 0, height: done.height ?? 0, boxes, starts: dots, ways };
}

const layouter = (): ELK => new (elk as unknown as { default: new () => ELK }).default();
type Routed = ElkExtendedEdge & { container?: string };

function node(box: Box): ElkNode {
  const text = sizeOf(box.lines);
  const id = `box:${box.id}`;
  if (box.boxes.length === 0)
    return { id, width: Math.max(96, text.width + 2 * PAD), height: text.height + 2 * PAD };
  const top = box.lines.length === 0 ? 2 * PAD : text.height + 3 * PAD;
  return {
    id,
    layoutOptions: {
      'elk.padding': `[top=${top},left=${2 * PAD},bottom=${2 * PAD},right=${2 * PAD}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${text.width + 2 * PAD},${top})`,
    },
    children: [...(box.first === undefined ? [] : [dot(box)]), ...box.boxes.map(node)],
  };
}

const dot = (box: Box): ElkNode => ({ id: `start:${box.id}`, width: START, height: START });

function starts(box: Box): ElkExtendedEdge[] {
  const own =
    box.first === undefined
      ? []
      : [{ id: `first:${box.id}`, sources: [`start:${box.id}`], targets: [`box:${box.first}`] }];
  return [...own, ...box.boxes.flatMap(starts)];
}

function edge(way: Way, index: number): ElkExtendedEdge {
  const { width, height } = sizeOf(way.lines);
  const label =
    way.lines.length === 0
      ? []
      : [
          {
            id: `label:${index}`,
            text: '-',
            width: width + 8,
            height: height + 4,
            layoutOptions: { 'elk.edgeLabels.inline': 'true' },
          },
        ];
  return { id: `way:${index}`, sources: [`box:${way.from}`], targets: [`box:${way.to}`], labels: label };
}

function collect(
  at: ElkNode,
  from: Point,
  box: Box,
  boxes: PlacedBox[],
  dots: Point[],
  corners: Map<string, Point>,
): void {
  const corner = { x: from.x + (at.x ?? 0), y: from.y + (at.y ?? 0) };
  corners.set(at.id, corner);
  boxes.push({ box, ...corner, width: at.width ?? 0, height: at.height ?? 0 });
  for (const child of at.children ?? []) {
    const inner = box.boxes.find((one) => `box:${one.id}` === child.id);
    if (inner !== undefined) collect(child, corner, inner, boxes, dots, corners);
    else dots.push({ x: corner.x + (child.x ?? 0) + START / 2, y: corner.y + (child.y ?? 0) + START / 2 });
  }
}

function placedWay(one: Routed, region: Region, corners: ReadonlyMap<string, Point>): PlacedWay {
  const from = corners.get(one.container ?? '') ?? { x: 0, y: 0 };
  const move = ({ x, y }: Point): Point => ({ x: x + from.x, y: y + from.y });
  const section = one.sections?.[0];
  const points =
    section === undefined
      ? []
      : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(move);
  const label = one.labels?.[0];
  const [kind, index] = one.id.split(':');
  const way = kind === 'way' ? (region.ways[Number(index)] as Way) : { from: '', to: '', lines: [] };
  const { x = 0, y = 0, width = 0, height = 0 } = label ?? {};
  return { way, points, label: label === undefined ? null : { ...move({ x, y }), width, height } };
}
