import type { Text } from '../../workflows/definition.js';
import { text } from '../../workflows/files/parts.js';
import type { Registry } from '../engine/registry.js';

/** The message that a term has run out, which the sweep gives for every workflow. */
export const OVERDUE = 'overdue';

const overdue = text('En tid har gått ut', 'A term has run out');
const somethingHappened = text('Något har hänt i ärendet', 'Something has happened in the case');

/** What a notice is made into words from. */
export interface NoticeAbout {
  readonly workflow: string;
  readonly version: number;
  readonly template: string;
  readonly key: string;
}

/** A notice in words: as its workflow says it; for a term that has run out, which one. Nothing of the family. */
export function noticeText(registry: Registry, { workflow, version, template, key }: NoticeAbout): Text {
  const chart = registry.pinned(workflow, version);
  const told = chart?.workflow.messages?.[template];
  if (told !== undefined) return told;
  if (template !== OVERDUE) return somethingHappened;
  const term = /^due\.(.+?)@/.exec(key)?.[1];
  const due = term === undefined ? undefined : chart?.leaves.get(term)?.spec?.due;
  const label = due === undefined ? undefined : chart?.workflow.deadlines[due]?.label;
  return label === undefined
    ? overdue
    : text(`${overdue.sv}: ${lowered(label.sv)}`, `${overdue.en}: ${lowered(label.en)}`);
}

const lowered = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) && !/^SHIS/.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label;

/** Every sort of message that there is, by its template, for whoever chooses among them. */
export function noticeKinds(registry: Registry): ReadonlyMap<string, Text> {
  const own = registry.all().flatMap(({ workflow }) => Object.entries(workflow.messages ?? {}));
  return new Map([[OVERDUE, overdue], ...own]);
}
