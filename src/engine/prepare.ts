import type { EventSpec, FileKind } from '../../workflows/definition.js';
import { dayOf, instantOf } from '../domain/zone.js';
import { carry } from './carry.js';
import type { Carried, Command, Prepared } from './command.js';
import { newFileId } from './file-id.js';
import type { FileState } from './model.js';
import { permitted } from './permitted.js';
import { seen, type Preparing, type Target } from './preparing.js';
import { readJudged } from './doubts.js';
import { references } from './references.js';
import { refuse, type Refusal } from './refusals.js';
import { restsBecause } from './rests.js';
import { hasPersonal, sealData } from './seal.js';
import { words } from './words.js';

/** What a command's id may be: it stands in an index for ever. */
const KEY = /^[^\p{C}]{1,200}$/u;

/** Reads a command: whose file, by which schema; checks its data, and seals what is personal. Nothing is decided yet. */
export async function prepare(p: Preparing, command: Command): Promise<Prepared | Refusal> {
  if (!KEY.test(command.id)) return refuse('invalid-data', words.badKey);
  const moment = moments(p, command);
  if ('ok' in moment) return moment;
  const target = await targetOf(p, command, moment);
  if ('ok' in target) return target;
  const unseal = p.unseal?.bind(p) ?? p.keys.unseal.bind(p.keys);
  const read = await readJudged(unseal, target, command.asked.data, moment.occurredAt);
  if ('ok' in read) return read;
  const faults = await references({ ...p, command }, target, read.data, dayOf(moment.occurredAt));
  if (faults !== null) return faults;
  const { what, process } = askedOf(command);
  const place = { file: target.file, process };
  const carried = await carriedBy(p, command, target, read.data, moment);
  if (carried !== undefined && 'ok' in carried) return carried;
  const parted = await sealed(p, target, read.data);
  return {
    id: command.id,
    by: command.by,
    ...place,
    ...what,
    newFile: target.newFile,
    ...moment,
    ...(command.importedAt === undefined ? {} : { importedAt: command.importedAt }),
    ...(command.expectedVersion === undefined ? {} : { expectedVersion: command.expectedVersion }),
    request: p.vault.mac({ ...place, ...what, data: read.data, occurredAt: command.occurredAt ?? null }),
    same: target.spec.twoPersons === undefined ? '' : p.vault.mac({ same: read.data }),
    ...parted,
    ...(carried && { carried, fresh: new Map([...parted.fresh, ...carried.fresh]) }),
  };
}

function askedOf({ asked }: Command) {
  return 'event' in asked
    ? { what: { type: asked.event, opens: null }, process: asked.process ?? null }
    : { what: { type: 'open', opens: asked.open }, process: null };
}

/** What an event of a file takes from one file into another. Whoever commands it must have been able to take the step in both. */
async function carriedBy(
  p: Preparing,
  command: Command,
  { file: id, spec, carries }: Target,
  data: Record<string, unknown>,
  moment: Moment,
): Promise<Carried | Refusal | undefined> {
  const file = carries === undefined ? null : await p.file(id);
  if (carries === undefined || file === null) return undefined;
  const other = async (named: string): Promise<FileState | Refusal> => {
    const there = await seen(p, command, named);
    if (there === null) return refuse('not-found', words.notFound);
    const rests = restsBecause(p.registry, there);
    return permitted(p, command.by, spec, there, moment) ?? (rests && refuse('guard', rests)) ?? there;
  };
  const carriage = {
    vault: p.vault,
    other,
    key: (of: string, isNew: boolean) => p.keys.forSealing(of, isNew),
    unseal: p.unseal?.bind(p) ?? p.keys.unseal.bind(p.keys),
  };
  return carry(carriage, carries, command, file, data);
}

/** Nothing in these files happened earlier: the form is as old as this. */
export const EARLIEST = '1990-01-01T00:00:00.000Z';

type Moment = Pick<Prepared, 'occurredAt' | 'recordedAt'>;

function moments(p: Preparing, command: Command): Moment | Refusal {
  const recordedAt = command.recordedAt === undefined ? p.now() : instantOf(command.recordedAt);
  if (command.occurredAt === undefined) return { occurredAt: recordedAt, recordedAt };
  try {
    const occurredAt = instantOf(command.occurredAt);
    if (occurredAt < EARLIEST) throw new RangeError('before anything here');
    return occurredAt > recordedAt ? refuse('occurred-in-future', words.future) : { occurredAt, recordedAt };
  } catch {
    return refuse('invalid-data', words.noMoment, {
      fields: [{ path: 'occurredAt', message: words.noMoment }],
    });
  }
}

async function targetOf(p: Preparing, command: Command, moment: Moment): Promise<Target | Refusal> {
  const { asked } = command;
  if ('open' in asked) return openingTarget(p, command, asked);
  const file = await seen(p, command, asked.file);
  if (file === null) return refuse('not-found', words.notFound);
  const base = { file: file.id, newFile: false };
  if (asked.process === undefined) {
    const kind = p.registry.kind(file.kind);
    const spec = own(kind.events, asked.event);
    if (spec === undefined) return refuse('unknown-event', words.unknownEvent);
    const carries = kind.carries?.[asked.event];
    const known = { reasons: kind.reasons, carries, doubts: kind.doubts?.[asked.event], record: file.record };
    return permitted(p, command.by, spec, file, moment) ?? { ...base, spec, ...known };
  }
  const process = file.processes.find((one) => one.number === asked.process);
  if (process === undefined) return refuse('not-found', words.notFound);
  const workflow = p.registry.pinned(process.workflow, process.version)?.workflow;
  if (workflow === undefined) return refuse('quarantined', words.quarantined);
  const spec = own(workflow.events, asked.event);
  if (spec === undefined) return refuse('unknown-event', words.unknownEvent);
  const known = { reasons: workflow.reasons, record: null };
  return permitted(p, command.by, spec, file, moment) ?? { ...base, spec, ...known };
}

async function openingTarget(
  p: Preparing,
  command: Command,
  asked: { readonly open: string; readonly file?: string },
): Promise<Target | Refusal> {
  const workflow = p.registry.newest(asked.open)?.workflow;
  if (workflow === undefined) return refuse('unknown-workflow', words.unknownWorkflow);
  const { doubts } = p.registry.kind(workflow.file);
  const opening = {
    ...{ spec: workflow.open, reasons: workflow.reasons },
    ...{ doubts: doubts?.['open'], record: null },
  };
  if (asked.file === undefined) {
    const id = newFileId(p.vault.mac({ command: command.id, by: command.by.login }));
    return { ...opening, file: id, newFile: true };
  }
  const file = await seen(p, command, asked.file);
  return file === null ? refuse('not-found', words.notFound) : { ...opening, file: file.id, newFile: false };
}

function own(events: FileKind['events'], name: string): EventSpec | undefined {
  return Object.hasOwn(events, name) ? events[name] : undefined;
}

async function sealed(p: Preparing, target: Target, data: Record<string, unknown>) {
  const none = { data, sealed: [], terms: [], fresh: new Map<string, unknown>() };
  if (!hasPersonal(target.spec.schema)) return none;
  const { key, wrapped } = await p.keys.forSealing(target.file, target.newFile);
  const { coded, sealed, terms, fresh } = sealData(target.spec.schema, data, key, p.vault);
  return {
    data: coded,
    sealed,
    terms,
    fresh,
    ...(wrapped === undefined || sealed.length === 0 ? {} : { newKey: wrapped }),
  };
}
