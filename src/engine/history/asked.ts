import { dayOf, instantOf } from '../../domain/zone.js';
import type { EventSpec } from '../../../workflows/definition.js';
import { seenBy } from '../about.js';
import { ENGINE } from '../deciding.js';
import type { EventBody, FileState, Person } from '../model.js';
import { permitted } from '../permitted.js';
import { readJudged } from '../doubts.js';
import { EARLIEST } from '../prepare.js';
import { seen, type Preparing, type Target } from '../preparing.js';
import { readData } from '../read-data.js';
import { references } from '../references.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { fieldsOf } from '../schema-fields.js';
import { sealData, type Parted } from '../seal.js';
import type { Vault } from '../vault.js';
import { words } from '../words.js';
import { correctData, type CorrectData } from './correction.schemas.js';
import type { ReadHistories } from './cone.js';
import type { FileHistory } from './file-history.js';
import { specOf } from './spec-of.js';

/** Somebody wants an earlier event corrected. `of` in the data is its number. */
export interface CorrectionCommand {
  readonly id: string;
  readonly by: Person;
  readonly file: string;
  readonly data: unknown;
  readonly recordedAt?: string;
  readonly importedAt?: string;
  readonly expectedVersion?: number;
}

/** A correction made ready: allowed, its data valid and sealed. */
export interface AskedCorrection {
  readonly command: CorrectionCommand;
  readonly file: FileState;
  readonly history: FileHistory;
  /** The event that is corrected, as it is known now. */
  readonly event: EventBody;
  readonly how: 'replaced' | 'voided' | 'noted';
  /** The event that is to stand in its place, or by which a note lets its facts count; null when there is none. */
  readonly instead: EventBody | null;
  readonly data: Record<string, unknown>;
  readonly parted: Omit<Parted, 'coded'>;
  readonly newKey?: Buffer;
  readonly recordedAt: string;
  readonly request: string;
  readonly delegation?: string;
  readonly isWithin: boolean;
}

const KEY = /^[^\p{C}]{1,200}$/u;

/** Reads a correction: which event, whether it is theirs to correct, and what is to stand instead. */
export async function askedCorrection(
  p: Preparing,
  read: ReadHistories,
  command: CorrectionCommand,
): Promise<AskedCorrection | Refusal> {
  if (!KEY.test(command.id)) return refuse('invalid-data', words.badKey);
  const file = await seen(p, command, command.file);
  if (file === null) return refuse('not-found', words.notFound);
  const said = readData(correctData, command.data);
  if ('ok' in said) return said;
  const given = said.data as CorrectData;
  const how = howOf(given);
  if (typeof how !== 'string') return how;
  const history = (await read([file.id])).get(file.id);
  if (history == null) return refuse('not-found', words.notFound);
  const recordedAt = latest(command.recordedAt === undefined ? p.now() : instantOf(command.recordedAt), file);
  const found = correctable(p, command.by, { file, history, of: Number(given.of), recordedAt });
  if (isRefusal(found)) return found;
  const { event, spec } = found;
  if (event.opens !== undefined && how === 'voided') return refuse('not-possible-now', words.theOpening);
  const instead = await replaced({ ...p, command }, file, { event, spec }, given);
  if (isRefusal(instead)) return instead;
  return {
    ...(await sealed(p, file, found, given, instead)),
    ...found,
    command,
    file,
    history,
    how,
    recordedAt,
  };
}

function howOf({ void: isVoid, replacement, note }: CorrectData): AskedCorrection['how'] | Refusal {
  if (isVoid === true) {
    const one = replacement === undefined && note === undefined;
    return one ? 'voided' : refuse('invalid-data', words.oneWay);
  }
  if (note !== undefined) return 'noted';
  if (replacement?.data !== undefined || replacement?.occurredAt !== undefined) return 'replaced';
  return refuse('invalid-data', words.oneWay);
}

const latest = (moment: string, { recordedAt }: FileState): string =>
  moment > recordedAt ? moment : recordedAt;

/** What correcting an event needs: what it is, and by what right it is corrected. */
export interface Correctable {
  readonly event: EventBody;
  readonly spec: EventSpec;
  readonly isWithin: boolean;
  readonly delegation?: string;
}

/** The event that somebody may correct, by its number; else why it cannot be, or not by them. */
export function correctable(
  p: Pick<Preparing, 'registry' | 'gate'>,
  person: Person,
  asked: {
    readonly file: FileState;
    readonly history: FileHistory;
    readonly of: number;
    readonly recordedAt: string;
  },
): Correctable | Refusal {
  const { history, of, ...rest } = asked;
  const event = history.entries.find(({ body }) => body.seq === of)?.body;
  return event === undefined
    ? refuse('not-possible-now', words.gone)
    : mayBeCorrected(p, person, { ...rest, event });
}

/** An event that is known, when somebody may correct it; else why it cannot be, or not by them. */
export function mayBeCorrected(
  p: Pick<Preparing, 'registry' | 'gate'>,
  person: Person,
  asked: { readonly file: FileState; readonly event: EventBody; readonly recordedAt: string },
): Correctable | Refusal {
  const { file, event, recordedAt } = asked;
  const process = file.processes.find(({ number }) => number === event.process);
  if (process !== undefined && !seenBy(p.registry, process).includes(person.kind))
    return refuse('not-found', words.notFound);
  const spec = specOf(p.registry, file, event);
  const no = notAStep(event) ?? (spec === undefined ? refuse('quarantined', words.quarantined) : null);
  if (no !== null || spec === undefined) return no as Refusal;
  const { within, decision } = spec;
  const isWithin = typeof within === 'function' ? within(event.data) : within === true;
  const isOfOthers = person.kind !== event.orgKind;
  // What stays within is not there for others.
  if (isWithin && isOfOthers && person.kind !== 'administration') return refuse('not-found', words.notFound);
  const denied = permitted(p, person, spec, file, { occurredAt: event.occurredAt, recordedAt });
  if (denied !== null) return denied;
  if (isOfOthers) return refuse('not-permitted', words.otherHands);
  if (decision === undefined) return { event, spec, isWithin };
  const decided = p.gate.mayDecide(person, decision, dayOf(event.occurredAt));
  return isRefusal(decided) ? decided : { event, spec, isWithin, delegation: decided.line };
}

/** What a person did is corrected; what followed from it follows. */
function notAStep({ cause, by }: EventBody): Refusal | null {
  if (cause.kind === 'deadline' || by === ENGINE.login) return refuse('not-possible-now', words.ofTheEngine);
  return cause.kind === 'process' ? refuse('not-possible-now', words.noOrigin) : null;
}

type Found = { readonly event: EventBody; readonly spec: EventSpec };
type Given = { readonly plain: Record<string, unknown> | null; readonly occurredAt: string } | null;

/** What is to stand in the event's place, in plain values; null when nothing is. */
async function replaced(
  p: Preparing & { readonly command: CorrectionCommand },
  file: FileState,
  { event, spec }: Found,
  { replacement, note }: CorrectData,
): Promise<Given | Refusal> {
  if (replacement === undefined) return null;
  if (spec.twoPersons !== undefined) return refuse('not-possible-now', words.twoMustSay);
  if (event.known.carried != null) return refuse('not-possible-now', words.carriedOver);
  const occurredAt =
    replacement.occurredAt === undefined || note !== undefined
      ? event.occurredAt
      : instantOf(replacement.occurredAt);
  if (occurredAt < EARLIEST) return refuse('invalid-data', words.noMoment);
  if (occurredAt > event.recordedAt) return refuse('occurred-in-future', words.toldLater);
  if (replacement.data === undefined) return { plain: null, occurredAt };
  if (fieldsOf(spec.schema).some(({ meta }) => meta.apart === true))
    return refuse('not-possible-now', words.aPaper);
  const target = targetOf(p, file, { event, spec });
  const read = await readJudged(p.keys.unseal.bind(p.keys), target, replacement.data, occurredAt);
  if ('ok' in read) return below(read);
  const faults = await references(p, target, read.data, dayOf(occurredAt));
  return faults === null ? { plain: read.data, occurredAt } : below(faults);
}

/** What the data that replace others are read and judged by. */
function targetOf({ registry }: Preparing, { id, kind: name }: FileState, { event, spec }: Found): Target {
  const kind = registry.kind(name);
  const workflow = event.workflow && registry.pinned(event.workflow, event.version ?? 0)?.workflow;
  const reasons = workflow ? workflow.reasons : kind.reasons;
  return { file: id, newFile: false, spec, reasons, doubts: kind.doubts?.[event.type], record: null };
}

/** Faults of the data that replace others stand below the correction's own. */
function below(refusal: Refusal): Refusal {
  const fields = refusal.fields?.map(({ path, message }) => ({ path: `replacement.data.${path}`, message }));
  return fields === undefined ? refusal : { ...refusal, fields };
}

async function sealed(
  p: Preparing,
  file: FileState,
  { event, spec }: Found,
  given: CorrectData,
  instead: Given,
) {
  const { key, wrapped } = await p.keys.forSealing(file.id, false);
  const { replacement, ...own } = given;
  const said = sealData(correctData, own, key, p.vault);
  const other = instead?.plain ? sealData(spec.schema, instead.plain, key, p.vault) : noData;
  const standing = instead && {
    ...event,
    occurredAt: instead.occurredAt,
    data: instead.plain === null ? event.data : other.coded,
  };
  // What stays as it was is sealed with the event that said it.
  const data = instead?.plain ? { data: other.coded } : {};
  const replaced = { replacement: { occurredAt: standing?.occurredAt, ...data } };
  return {
    data: { ...said.coded, ...(replacement === undefined ? {} : replaced) },
    instead: standing,
    parted: {
      sealed: [...said.sealed, ...other.sealed],
      terms: other.terms,
      fresh: new Map([...said.fresh, ...other.fresh]),
    },
    ...(wrapped === undefined ? {} : { newKey: wrapped }),
    request: requestOf(p.vault, file.id, given),
  };
}

const noData: Parted = { coded: {}, sealed: [], terms: [], fresh: new Map() };

/** Tells whether the same command came with the same content. */
export function requestOf(vault: Vault, file: string, given: object): string {
  return vault.mac({ file, correct: given });
}
