import { z } from 'zod';
import { field } from '../../workflows/fields.js';
import { login } from '../../workflows/files/parts.js';
import { correctData } from '../engine/history/correction.schemas.js';
import { sealEntryData } from '../engine/history/sealing.schemas.js';

/** A name given in the book, such as `r-17`. */
const given = () => z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u);
/** A name given in the book, or a process below it: `r-17/offer#2`. */
const path = () =>
  z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}(\/[a-z][a-z0-9-]{0,39}){0,4}(#[1-9]\d{0,3})?$/u);
const moment = () => z.iso.datetime({ offset: true });
const id = () => z.string().min(1).max(200);
/** In a book an event has no number yet: the `id` of its line stands for it. */
const ofLabel = { label: { sv: 'Radens id', en: 'Id of the line' } };
const data = () => z.record(z.string(), z.unknown());

const step = {
  at: moment(),
  recorded: moment().optional(),
  id: id().optional(),
  by: login(),
} as const;

/** The lines of a casebook by what they are. Each takes nothing that it does not name. */
export const lineSchemas = {
  book: z.strictObject({ book: z.string().trim().min(1).max(200) }),
  register: z.strictObject({
    register: z.string().max(40),
    at: z.union([moment(), z.iso.date()]),
    recorded: moment().optional(),
    by: login().optional(),
    data: data(),
  }),
  open: z.strictObject({
    ...step,
    process: given(),
    open: z.string().max(40),
    file: path().optional(),
    data: data().optional(),
  }),
  event: z.strictObject({ ...step, process: path(), event: z.string().max(80), data: data().optional() }),
  fileEvent: z.strictObject({
    ...step,
    file: path(),
    event: z.string().max(80),
    /** The name of the file's first process that the event opens for others, such as those who leave at a split. */
    opens: given().optional(),
    data: data().optional(),
  }),
  correction: z.strictObject({
    ...step,
    file: path(),
    event: z.literal('correct'),
    data: correctData.extend({ of: field(id(), ofLabel) }),
  }),
  sealing: z.strictObject({
    ...step,
    file: path(),
    event: z.literal('sealEntry'),
    data: sealEntryData.extend({ of: field(id(), ofLabel) }),
  }),
} as const;

export type LineKind = keyof typeof lineSchemas;

/** What a line is by the fields it has; undefined when that does not show. */
export function kindOf(line: object): LineKind | undefined {
  if (Object.hasOwn(line, 'book')) return 'book';
  if (Object.hasOwn(line, 'register')) return 'register';
  if (Object.hasOwn(line, 'open')) return 'open';
  if (!Object.hasOwn(line, 'event')) return undefined;
  if (Object.hasOwn(line, 'process')) return 'event';
  const { event } = line as { event?: unknown };
  return event === 'correct' ? 'correction' : event === 'sealEntry' ? 'sealing' : 'fileEvent';
}
