import type { AnyStateNode } from 'xstate';
import type { Workflow } from '../../workflows/definition.js';
import { arrowsFrom, below } from '../engine/check/arrows.js';
import { pathOf } from '../engine/check/graph.js';
import { place, type Placed } from './layout.js';
import { pictureOf, type Box, type Line, type Region, type Way } from './picture.js';
import { wrap } from './text-width.js';
import type { Language } from './words.js';

/** The primary region of a chart, placed from left to right: the names of its states, no more. */
export interface CasePicture extends Placed {
  /** For each arrow `<from> <to>` (dotted paths) the events that take it. */
  readonly events: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Type size of a state's name, and how wide its lines may be, in pixels. */
const SIZE = 14;
const NAME_WIDTH = 92;

const kept = new WeakMap<Workflow, Map<Language, Promise<CasePicture>>>();

/** The picture that a case's own way is drawn into; placed once for each workflow and language. */
export function casePicture(workflow: Workflow, language: Language): Promise<CasePicture> {
  const pictures = kept.get(workflow) ?? new Map<Language, Promise<CasePicture>>();
  kept.set(workflow, pictures);
  const made = pictures.get(language) ?? placed(workflow, language);
  pictures.set(language, made);
  return made;
}

async function placed(workflow: Workflow, language: Language): Promise<CasePicture> {
  const region = pictureOf(workflow, language)[0] as Region;
  const ways = region.ways.filter((way) => isDrawn(workflow, way)).map((way) => ({ ...way, lines: [] }));
  const plain = { box: plainBox(region.box), ways };
  return { ...(await place(plain, 'RIGHT')), events: eventsOf(workflow) };
}

const plainBox = (box: Box): Box => ({
  ...box,
  lines: box.kind === 'group' ? [] : nameOf(box),
  boxes: box.boxes.map(plainBox),
});

/** A state's name alone, in short lines: a case is as long as its chart is wide. */
function nameOf({ lines }: Box): Line[] {
  const name = lines.flatMap(({ tone, text }) => (tone === 'title' ? [text] : [])).join(' ');
  return wrap(name, SIZE, NAME_WIDTH).map((text) => ({ tone: 'event', text }));
}

/** Ways back from an ended state are told in words alone: they would cross all others. */
const isDrawn = ({ states }: Workflow, { from }: Way): boolean => states[from]?.open !== false;

function eventsOf(workflow: Workflow): Map<string, Set<string>> {
  const events = new Map<string, Set<string>>();
  for (const { from, to, trigger } of below(workflow.machine.root as AnyStateNode).flatMap(arrowsFrom)) {
    const key = `${pathOf(from)} ${to[0] === undefined ? '' : pathOf(to[0])}`;
    if (trigger.kind === 'on') events.set(key, (events.get(key) ?? new Set<string>()).add(trigger.name));
  }
  return events;
}
