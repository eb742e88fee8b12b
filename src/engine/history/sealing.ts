import { dayOf } from '../../domain/zone.js';
import { commitHistory } from '../commit.js';
import type { Done } from '../command.js';
import { faultOf } from '../database-faults.js';
import type { Engine } from '../engine.js';
import { firstAnswer } from '../first-answer.js';
import type { EventBody, FileState } from '../model.js';
import type { FileWrite } from '../payload.js';
import { readData } from '../read-data.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { words } from '../words.js';
import { askedSealing, requestOf, type AskedSealing, type SealingCommand } from './asked-sealing.js';
import { historiesOf } from './read-histories.js';
import { sealEntryData } from './sealing.schemas.js';

/** A last look at a file in which something would be sealed; what it returns stands in the way. */
type Unfit = (file: FileState) => Refusal | null;

/**
 * Takes the content of an entry away that must not be read. The first person's command asks for it, the equal command of
 * another does it: the ciphertext is deleted, its hash stays in the event, and the chain holds. Until then the first may take
 * it back and another may decline it: the entry is kept.
 */
export class Sealing {
  constructor(private readonly engine: Engine) {}

  /** Takes a command once; the same again gives the first answer. `unfit` may have a last say before it is written. */
  async seal(command: SealingCommand, unfit: Unfit = () => null): Promise<Done | Refusal> {
    const answer = await this.engine.untilFirst(command.file, () => this.attempt(command, unfit));
    return answer === 'again' ? refuse('busy', words.busy) : answer;
  }

  /** What the command would do; nothing is written. */
  preview(command: SealingCommand): Promise<AskedSealing | Refusal> {
    const { pool, registry } = this.engine.ports;
    return askedSealing(this.engine.preparing(true), historiesOf(pool, registry), command);
  }

  private async attempt(command: SealingCommand, unfit: Unfit): Promise<Done | Refusal | 'again'> {
    const asked = await this.preview(command);
    const first = await this.first(command);
    if (first !== null || isRefusal(asked)) return first ?? (asked as Refusal);
    const { file, recordedAt } = asked;
    const { expectedVersion, importedAt } = command;
    if (expectedVersion !== undefined && expectedVersion !== file.version)
      return refuse('stale', words.stale);
    if (await this.engine.advance(file.id, recordedAt, importedAt)) return 'again';
    const no = unfit(file);
    if (no !== null) return no;
    const event = eventOf(asked, this.engine.ports.registry.kind(file.kind).responsible(file.record));
    return (await this.write(asked, event)) ? doneOf(event) : 'again';
  }

  /** The answer that the command got when it was first taken; null when it never was. */
  private async first({ file, id, data }: SealingCommand): Promise<Done | Refusal | null> {
    const { pool, vault } = this.engine.ports;
    const said = readData(sealEntryData, data);
    if ('ok' in said) return null;
    return firstAnswer(pool, { file, id, request: requestOf(vault, file, said.data) });
  }

  /** False when somebody else was first. */
  private async write(asked: AskedSealing, event: EventBody): Promise<boolean> {
    const { pool, registry } = this.engine.ports;
    const { file, first, digests } = asked;
    const write = writeOf(asked, event);
    const unsealed =
      first === undefined || asked.isKept ? [] : digests.map((digest) => [file.id, digest] as const);
    const change = { read: { [file.id]: file.version }, voided: [], gone: [], unsealed };
    try {
      await commitHistory(pool, registry, [write], change);
    } catch (error) {
      if (faultOf(error) === 'stale' || faultOf(error) === 'repeated') return false;
      throw error;
    } finally {
      this.engine.files.forget([file.id]);
    }
    this.engine.written(write);
    return true;
  }
}

function eventOf(asked: AskedSealing, district: string | null): EventBody {
  const { command, file, event, first, data, recordedAt, request, same, isWithin, isKept, delegation } =
    asked;
  const { by, importedAt, id } = command;
  const seq = file.version + 1;
  return {
    ...{ format: 1, file: file.id, seq, type: 'sealEntry', data, known: {} },
    ...(event.process === undefined ? {} : { process: event.process }),
    ...{ occurredAt: recordedAt, recordedAt },
    ...(importedAt === undefined ? {} : { importedAt }),
    ...{ by: by.login, organisation: by.organisation, orgKind: by.kind, role: by.role },
    ...(by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf }),
    ...(delegation === undefined ? {} : { delegation }),
    ...{ cause: { kind: 'person' }, step: `${file.id}:${seq}`, district, command: id, request },
    ...(first === undefined ? { proposal: same } : { proposed: first.seq }),
    seals: { of: event.seq, ...(isWithin ? { within: true } : {}), ...(isKept ? { ends: true } : {}) },
  };
}

function writeOf({ file, sealed, newKey, command, recordedAt }: AskedSealing, event: EventBody): FileWrite {
  const { login, kind, organisation, onBehalfOf } = command.by;
  const actor = { login: onBehalfOf === undefined ? login : '', kind, organisation, day: dayOf(recordedAt) };
  return {
    ...{ before: file, after: { ...file, version: event.seq, recordedAt }, events: [event] },
    ...{ facts: [], outbox: [], terms: [], actor },
    sealed: sealed.map((one) => ({ ...one, seq: event.seq })),
    ...(newKey === undefined ? {} : { key: newKey }),
  };
}

const doneOf = ({ file, seq, process, proposal }: EventBody): Done => ({
  ...{ ok: true, file, seq, process: process ?? null, repeated: false, proposed: proposal !== undefined },
});
