import { instantOf } from '../../domain/zone.js';
import type { EventBody, FileState } from '../model.js';
import { seen, type Preparing } from '../preparing.js';
import { readData } from '../read-data.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { fieldsOf, valuesAt } from '../schema-fields.js';
import { digestsIn, sealData, type Parted } from '../seal.js';
import type { Vault } from '../vault.js';
import { words } from '../words.js';
import { mayBeCorrected, type CorrectionCommand } from './asked.js';
import type { ReadHistories } from './cone.js';
import type { FileHistory } from './file-history.js';
import { sealEntryData, type SealEntryData } from './sealing.schemas.js';
import type { SealingOf } from './sealings.js';

/** Somebody wants the content of an earlier entry gone. `of` in the data is its number. */
export type SealingCommand = CorrectionCommand;

/** The sealing of an entry made ready: allowed, its reason sealed, and as far as another person has come with it. */
export interface AskedSealing {
  readonly command: SealingCommand;
  readonly file: FileState;
  readonly event: EventBody;
  /** Who asked for it before; undefined for the first of the two. */
  readonly first: SealingOf['first'] | undefined;
  /** What goes when the second of them says so. */
  readonly digests: readonly string[];
  readonly isWithin: boolean;
  /** It is taken back or declined. */
  readonly isKept: boolean;
  readonly delegation?: string;
  readonly data: Record<string, unknown>;
  readonly sealed: Parted['sealed'];
  readonly newKey?: Buffer;
  readonly recordedAt: string;
  readonly request: string;
  readonly same: string;
}

/** Reads the sealing of an entry: which, and whether it is theirs to seal. */
export async function askedSealing(
  p: Preparing,
  read: ReadHistories,
  command: SealingCommand,
): Promise<AskedSealing | Refusal> {
  const file = await seen(p, command, command.file);
  if (file === null) return refuse('not-found', words.notFound);
  const said = readData(sealEntryData, command.data);
  if ('ok' in said) return said;
  const given = said.data as SealEntryData;
  const history = (await read([file.id])).get(file.id);
  const event = history?.sealings.event(Number(given.of));
  if (history == null || event === undefined) return refuse('not-found', words.notFound);
  const now = command.recordedAt === undefined ? p.now() : instantOf(command.recordedAt);
  const recordedAt = now > file.recordedAt ? now : file.recordedAt;
  const isKept = given.keep === true;
  const found = (isKept ? keepable : sealable)(p, command.by, { file, history, event, recordedAt });
  if (isRefusal(found)) return found;
  const { key, wrapped } = await p.keys.forSealing(file.id, false);
  const { coded, sealed } = sealData(sealEntryData, given, key, p.vault);
  return {
    ...found,
    ...{ command, file, event, recordedAt, isKept, data: coded, sealed },
    ...(wrapped === undefined ? {} : { newKey: wrapped }),
    request: requestOf(p.vault, file.id, given),
    same: p.vault.mac({ file: file.id, sealed: event.seq }),
  };
}

type Sealable = Pick<AskedSealing, 'first' | 'digests' | 'isWithin' | 'delegation'>;

/** An entry of a file as its chain tells it. */
interface Entry {
  readonly file: FileState;
  readonly history: Pick<FileHistory, 'sealings'>;
  readonly event: EventBody;
  readonly recordedAt: string;
}

/** What would go with an entry, for somebody who may seal it; else why it cannot be, or not by them. */
export function sealable(
  p: Pick<Preparing, 'registry' | 'gate'>,
  person: CorrectionCommand['by'],
  asked: Entry,
): Sealable | Refusal {
  const { file, event } = asked;
  const { sealings } = asked.history;
  const found = mayBeCorrected(p, person, asked);
  if (isRefusal(found)) return found;
  const { spec, isWithin, delegation } = found;
  const digests = sealings.digests(event.seq);
  if (digests.length === 0) return refuse('not-possible-now', words.nothingToSeal);
  if (fieldsOf(spec.schema).some(({ meta, path }) => meta.find && valuesAt(event.data, path).length > 0))
    return refuse('not-possible-now', words.saysWhoTheyAre);
  const used = new Set(digestsIn([file.record, file.processes.map(({ stored }) => stored.context)]));
  if (digests.some((one) => used.has(one))) return refuse('not-possible-now', words.stillUsed);
  const before = sealings.of(event.seq);
  if (before?.sealed != null) return refuse('not-possible-now', words.sealedAlready);
  if (before?.first.by === person.login) return refuse('same-person-twice', words.secondAsked);
  return { first: before?.first, digests, isWithin, ...(delegation === undefined ? {} : { delegation }) };
}

/** That the sealing of an entry can be taken back or declined, by whoever may seal it; nothing goes. */
function keepable(
  p: Pick<Preparing, 'registry' | 'gate'>,
  person: CorrectionCommand['by'],
  asked: Entry,
): Sealable | Refusal {
  const found = mayBeCorrected(p, person, asked);
  if (isRefusal(found)) return found;
  const before = asked.history.sealings.of(asked.event.seq);
  if (before?.sealed != null) return refuse('not-possible-now', words.sealedAlready);
  if (before === undefined) return refuse('not-possible-now', words.nobodyAsked);
  const { isWithin, delegation } = found;
  return { first: before.first, digests: [], isWithin, ...(delegation === undefined ? {} : { delegation }) };
}

/** Tells whether the same command came with the same content. */
export function requestOf(vault: Vault, file: string, given: object): string {
  return vault.mac({ file, seal: given });
}
