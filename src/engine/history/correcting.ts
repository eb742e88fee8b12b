import { dayOf } from '../../domain/zone.js';
import { commitHistory, type HistoryChange } from '../commit.js';
import type { Done } from '../command.js';
import { faultOf } from '../database-faults.js';
import type { Engine } from '../engine.js';
import { firstAnswer } from '../first-answer.js';
import type { FileWrite } from '../payload.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { words } from '../words.js';
import { readData } from '../read-data.js';
import { askedCorrection, requestOf, type AskedCorrection, type CorrectionCommand } from './asked.js';
import { correctionPlan, type CorrectedFile, type CorrectionPlan } from './correction-plan.js';
import { correctData } from './correction.schemas.js';
import { historiesOf } from './read-histories.js';

/** A last look at a correction that would be taken; what it returns stands in the way. */
type Unfit = (plan: CorrectionPlan) => Refusal | null;

/** Corrects what was told wrong: thinks it through, shows what it would change, and writes it. */
export class Correcting {
  constructor(private readonly engine: Engine) {}

  /** Takes a correction once; the same command again gives the first answer. `unfit` may have a last say before it is written. */
  async correct(command: CorrectionCommand, unfit: Unfit = () => null): Promise<Done | Refusal> {
    const answer = await this.engine.untilFirst(command.file, () => this.attempt(command, unfit));
    return answer === 'again' ? refuse('busy', words.busy) : answer;
  }

  /** What a correction would change, in every file; nothing is written. */
  async preview(command: CorrectionCommand): Promise<CorrectionPlan | Refusal> {
    const asked = await this.asked(command);
    return isRefusal(asked) ? asked : correctionPlan(this.engine.ports, this.read(), asked);
  }

  private async attempt(command: CorrectionCommand, unfit: Unfit): Promise<Done | Refusal | 'again'> {
    const asked = await this.asked(command);
    const first = await this.first(command);
    if (first !== null || isRefusal(asked)) return first ?? (asked as Refusal);
    const { expectedVersion } = command;
    if (expectedVersion !== undefined && expectedVersion !== asked.file.version)
      return refuse('stale', words.stale);
    if (await this.advanced(asked)) return 'again';
    const plan = await correctionPlan(this.engine.ports, this.read(), asked);
    // Whoever sent the same command meanwhile may have been first: what it asks for is then so already.
    if (isRefusal(plan)) return (await this.first(command)) ?? plan;
    const no = unfit(plan);
    if (no !== null) return no;
    return (await this.write(plan)) ? doneOf(plan) : 'again';
  }

  /** The answer that the command got when it was first taken; null when it never was. */
  private async first({ file, id, data }: CorrectionCommand): Promise<Done | Refusal | null> {
    const { pool, vault } = this.engine.ports;
    const said = readData(correctData, data);
    if ('ok' in said) return null;
    return firstAnswer(pool, { file, id, request: requestOf(vault, file, said.data) });
  }

  private read() {
    return historiesOf(this.engine.ports.pool, this.engine.ports.registry);
  }

  private asked(command: CorrectionCommand): Promise<AskedCorrection | Refusal> {
    return askedCorrection(this.engine.preparing(true), this.read(), command);
  }

  /** What has fallen due in the file is delivered before, by itself: it is no part of what the correction tells. */
  private async advanced({ file, command, recordedAt }: AskedCorrection): Promise<boolean> {
    const isDue = file.deadlines.some(({ moves, at }) => moves && at <= recordedAt);
    return isDue && this.engine.advance(file.id, recordedAt, command.importedAt);
  }

  /** False when somebody else was first. */
  private async write(plan: CorrectionPlan): Promise<boolean> {
    const { pool, registry } = this.engine.ports;
    const writes = plan.files.map((file, n) => writeOf(file, n === 0 ? plan.asked : null));
    try {
      await commitHistory(pool, registry, writes, changeOf(plan));
    } catch (error) {
      if (faultOf(error) === 'stale' || faultOf(error) === 'repeated') return false;
      throw error;
    } finally {
      this.engine.files.forget(writes.map(({ after }) => after.id));
    }
    for (const write of writes) this.engine.written(write);
    return true;
  }
}

function writeOf({ before, after, event, facts }: CorrectedFile, asked: AskedCorrection | null): FileWrite {
  const base = { before, after, events: [event], facts, outbox: [] };
  if (asked === null) return { ...base, sealed: [], terms: [] };
  const { parted, newKey, command, recordedAt } = asked;
  const { login, kind, organisation, onBehalfOf } = command.by;
  const day = dayOf(recordedAt);
  return {
    ...base,
    sealed: parted.sealed.map((one) => ({ ...one, seq: event.seq })),
    terms: parted.terms,
    actor: { login: onBehalfOf === undefined ? login : '', kind, organisation, day },
    ...(newKey === undefined ? {} : { key: newKey }),
  };
}

function changeOf({ files, read }: CorrectionPlan): HistoryChange {
  const each = <T>(rows: (file: CorrectedFile, id: string) => readonly T[]) =>
    files.flatMap((file) => rows(file, file.before.id));
  return {
    read,
    voided: each(({ voided }, id) =>
      voided.map(({ seq, ordinal, voidedAt }) => [id, seq, ordinal, voidedAt] as const),
    ),
    gone: each(({ before }, id) => before.processes.map(({ number }) => [id, number] as const)),
    unsealed: [],
  };
}

function doneOf({ files }: CorrectionPlan): Done {
  const { file, seq, process } = (files[0] as CorrectedFile).event;
  return { ok: true, file, seq, process: process ?? null, repeated: false, proposed: false };
}
