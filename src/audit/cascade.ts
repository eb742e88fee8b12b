import type { Text } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import { canonical } from '../engine/canonical.js';
import type { EventBody, Process } from '../engine/model.js';
import type { Queued } from '../engine/run-step.js';
import { words } from './words.js';

/** An event of another file that goes with one of this file, to be looked up there. */
export interface Link {
  /** The event of this file that names it. */
  readonly file: string;
  readonly seq: number;
  /** `<file>:<seq>` of the other. */
  readonly other: string;
  readonly step: string;
  /** `caused`: the other came of this one. `cause`: this one came of the other. */
  readonly as: 'caused' | 'cause';
  /** What the other must be, as far as this file tells. */
  readonly expected?: Queued;
  /** This event's process, and on its opening its parent. */
  readonly process?: number;
  readonly parent?: string;
}

interface Waiting {
  readonly step: string;
  readonly rest: Queued[];
  readonly notNeeded: Map<string, number>;
}

/**
 * Follows one file's steps: what an event sets off in this file must come after it, in order, by the same step; what it
 * sets off in other files must be named in it. Sends that need not be taken may be told as not needed instead.
 */
export class Cascade {
  private readonly waiting = new Map<number, Waiting | 'unknown'>();

  constructor(private readonly file: string) {}

  /** An event was folded: remembers what it set off here, and tells the links to other files. `setOff` null: unknown. */
  began(
    body: EventBody,
    setOff: readonly Queued[] | null,
    process: Process | undefined,
  ): { readonly links: Link[]; readonly faults: Text[] } {
    const elsewhere = body.caused ?? [];
    const link = (other: string, expected?: Queued): Link => {
      const base = { file: this.file, seq: body.seq, other, step: body.step, as: 'caused' as const };
      return {
        ...base,
        ...(body.process === undefined ? {} : { process: body.process }),
        ...(expected && { expected }),
      };
    };
    if (setOff === null) {
      this.waiting.set(body.seq, 'unknown');
      return { links: elsewhere.map((other) => link(other)), faults: [] };
    }
    const notNeeded = counted(body.notNeeded ?? []);
    const here = setOff.filter((one) => one.file === this.file);
    const sent = setOff.filter((one) => one.file !== this.file);
    const children = new Set((process?.children ?? []).map((ref) => fileOf({ ref })));
    const { links, faults } = matched(elsewhere, sent, notNeeded, children, link);
    if (!noneNeeded(here, notNeeded)) this.waiting.set(body.seq, { step: body.step, rest: here, notNeeded });
    return { links, faults };
  }

  /** An event came of another one: checks that the other, if of this file, set it off; else gives the link. */
  arrived(body: EventBody): { readonly link: Link | null; readonly fault: Text | null } {
    const cause = body.cause.event;
    if (cause === undefined) return { link: null, fault: null };
    const seq = seqIn(this.file, cause);
    if (seq === null) return { link: causeLink(body, cause), fault: null };
    const waiting = this.waiting.get(seq);
    if (waiting === 'unknown') return { link: null, fault: null };
    const fits = waiting !== undefined && waiting.step === body.step && taken(waiting, body);
    if (waiting !== undefined && waiting.rest.length === 0) this.waiting.delete(seq);
    return { link: null, fault: fits ? null : words.causeSilent(cause) };
  }

  /** The events of which something that they set off in this file never came. */
  unfinished(): number[] {
    return [...this.waiting].flatMap(([seq, waiting]) => {
      if (waiting === 'unknown') return [];
      return noneNeeded(waiting.rest, waiting.notNeeded) ? [] : [seq];
    });
  }
}

function causeLink(body: EventBody, other: string): Link {
  const { file, seq, step, process, parent } = body;
  const own = { ...(process === undefined ? {} : { process }), ...(parent === undefined ? {} : { parent }) };
  return { file, seq, other, step, as: 'cause', ...own };
}

/** Pairs the events named as caused elsewhere, in order, with what was sent. */
function matched(
  caused: readonly string[],
  sent: Queued[],
  notNeeded: Map<string, number>,
  children: ReadonlySet<string>,
  link: (other: string, expected?: Queued) => Link,
): { links: Link[]; faults: Text[] } {
  const rest = [...sent];
  const links: Link[] = [];
  const faults: Text[] = [];
  for (const other of caused) {
    const file = fileOfEvent(other);
    while (rest[0] !== undefined && dropped(notNeeded, rest[0])) rest.shift();
    const next = rest[0]?.file === file ? rest.shift() : undefined;
    if (next === undefined && !children.has(file)) faults.push(words.sentElsewhere(other));
    links.push(link(other, next));
  }
  if (!noneNeeded(rest, notNeeded)) faults.push(words.notSent);
  return { links, faults };
}

/** Takes the next one that was set off, if it is this event; those before it must not have been needed. */
function taken(waiting: Waiting, body: EventBody): boolean {
  const { rest, notNeeded } = waiting;
  while (rest[0] !== undefined && !isEvent(rest[0], body))
    if (!dropped(notNeeded, rest.shift() as Queued)) return false;
  return rest.shift() !== undefined;
}

function isEvent(one: Queued, body: EventBody): boolean {
  const place =
    one.opens === undefined
      ? one.process === body.process
      : one.opens.workflow === body.workflow && one.opens.parent === body.parent;
  return place && one.type === body.type && canonical(one.data) === canonical(body.data);
}

/** Whether a send is one of those told as not needed; counts it off. */
function dropped(notNeeded: Map<string, number>, one: Queued): boolean {
  const key = `${one.process === null ? one.file : `${one.file}/${one.process}`} ${one.type}`;
  const count = notNeeded.get(key) ?? 0;
  if (one.must || count === 0) return false;
  notNeeded.set(key, count - 1);
  return true;
}

/** Whether every one of the sends is told as not needed. */
function noneNeeded(sends: readonly Queued[], notNeeded: ReadonlyMap<string, number>): boolean {
  const left = new Map(notNeeded);
  return sends.every((one) => dropped(left, one));
}

function counted(list: NonNullable<EventBody['notNeeded']>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { to, type } of list) counts.set(`${to} ${type}`, (counts.get(`${to} ${type}`) ?? 0) + 1);
  return counts;
}

/** The file of an event, from its id `<file>:<seq>`. */
export function fileOfEvent(id: string): string {
  return id.slice(0, id.lastIndexOf(':'));
}

/** The number of an event in a file, from its id; null when it is of another file. */
function seqIn(file: string, id: string): number | null {
  return fileOfEvent(id) === file ? Number(id.slice(file.length + 1)) : null;
}
