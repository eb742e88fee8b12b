import type { Instant } from '../../workflows/definition.js';
import { instantOf, midnight } from '../domain/zone.js';
import { readData } from '../engine/read-data.js';
import { words as engineWords } from '../engine/words.js';
import { isLineRefusal, refuseLine, type LineRefusal } from './line-refusal.js';
import { kindOf, lineSchemas } from './line.schemas.js';
import { isSound } from './sound.js';
import { words } from './words.js';

/** The first line, when it names the book. */
export interface BookLine {
  readonly kind: 'book';
  readonly book: string;
}

/** A line of a register. */
export interface RegisterLine {
  readonly kind: 'register';
  readonly register: string;
  readonly at: Instant;
  readonly recorded: Instant;
  readonly by?: string;
  readonly data: object;
}

/** What a line asks for, by the names of its book. */
export type AskedByName =
  | { readonly open: string; readonly process: string; readonly file?: string }
  | { readonly event: string; readonly process: string }
  | { readonly event: string; readonly file: string; readonly opens?: string };

/** A line that opens a process or brings an event. */
export interface StepLine {
  readonly kind: 'step';
  readonly at: Instant;
  readonly recorded: Instant;
  readonly by: string;
  readonly id?: string;
  readonly asked: AskedByName;
  readonly data: Readonly<Record<string, unknown>>;
  /** The whole line as written, which makes its command's id. */
  readonly written: object;
}

export type Line = BookLine | RegisterLine | StepLine;

/** Reads one line's text. Nothing is asked of the database yet. */
export function readLine(text: string): Line | LineRefusal {
  const written = parse(text);
  if (written === undefined) return refuseLine('not-json', words.notJson);
  if (!isSound(written)) return refuseLine('not-sound', words.notSound);
  const kind = kindOf(written);
  if (kind === undefined) return refuseLine('unknown-line', words.unknownLine);
  const read = readData(lineSchemas[kind], written);
  if (isLineRefusal(read)) return read;
  try {
    if (kind === 'book') return { kind, book: String(read.data['book']) };
    return kind === 'register' ? registerLine(read.data as never) : stepLine(read.data as never, written);
  } catch {
    return refuseLine('invalid-data', engineWords.noMoment, 'at');
  }
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Written = { readonly at: string; readonly recorded?: string; readonly by: string; readonly id?: string };
type WrittenRegister = Pick<RegisterLine, 'register' | 'data'> & Partial<Written> & { readonly at: string };

/** A register's line may hold from a day on: from when the day begins. */
function registerLine({ register, at, recorded, by, data }: WrittenRegister): RegisterLine {
  const from = at.includes('T') ? instantOf(at) : midnight(at);
  const more = by === undefined ? {} : { by };
  return { kind: 'register', register, at: from, recorded: instantOf(recorded ?? from), data, ...more };
}

function stepLine(read: Written & Record<string, unknown>, written: object): StepLine {
  const { at, recorded, by, id, data, ...asked } = read;
  return {
    kind: 'step',
    at: instantOf(at),
    recorded: instantOf(recorded ?? at),
    by,
    ...(id === undefined ? {} : { id }),
    asked: asked as AskedByName,
    data: (data ?? {}) as StepLine['data'],
    written,
  };
}
