import type { EventBody } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';
import type { Vault } from '../engine/vault.js';
import { Cascade } from './cascade.js';
import { ChainWalk } from './chain.js';
import { compareDeadlines, compareFile, compareHolds, compareProcesses } from './compare.js';
import { FactCheck } from './facts.js';
import type { Findings } from './findings.js';
import type { Folded } from '../engine/history/file-fold.js';
import { FileHistory, type Entry } from '../engine/history/file-history.js';
import type { Links } from './links.js';
import { MessageCheck } from './messages.js';
import type { Reading } from './reading.js';
import { SealedCheck } from './sealed.js';
import type { EventRow, FileRow } from './tables.js';
import { words } from './words.js';

/** What the check of one file needs. */
export interface Checking {
  readonly registry: Registry;
  readonly reading: Reading;
  readonly links: Links;
  readonly findings: Findings;
  readonly vault: Vault | undefined;
  /** The files that two persons have culled. */
  readonly culled: ReadonlySet<string>;
  /** Told after each event. */
  readonly progress: () => void;
}

/** Verifies one file: walks its chain, folds its events again, and compares everything that is derived from them. */
export async function checkFile(
  checking: Checking,
  row: FileRow,
): Promise<{ events: number; facts: number }> {
  const check = await FileCheck.of(checking, row);
  let events = 0;
  for (;;) {
    const event = await checking.reading.event.nextOf(row.file_id);
    if (event === undefined) break;
    await check.event(event);
    checking.progress();
    events++;
  }
  return { events, facts: await check.end() };
}

class FileCheck {
  private readonly chain: ChainWalk;
  private readonly history: FileHistory;
  private readonly cascade: Cascade;
  private readonly facts: FactCheck;

  private constructor(
    private readonly checking: Checking,
    private readonly row: FileRow,
    private readonly messages: MessageCheck,
    private readonly sealed: SealedCheck | null,
  ) {
    const { registry, reading, findings } = checking;
    this.chain = new ChainWalk(row.file_id, findings);
    this.history = new FileHistory(registry);
    this.cascade = new Cascade(row.file_id);
    this.facts = new FactCheck(row.file_id, reading.fact, findings);
  }

  static async of(checking: Checking, row: FileRow): Promise<FileCheck> {
    const { reading, findings, vault, culled } = checking;
    const { sealed, file_key: keys } = reading;
    const file = row.file_id;
    const messages = new MessageCheck(file, await reading.outbox.allOf(file), findings);
    const check =
      sealed === null || keys === null
        ? null
        : new SealedCheck(
            ...[file, sealed, await keys.allOf(file), findings, vault, reading.large, culled.has(file)],
          );
    return new FileCheck(checking, row, messages, check);
  }

  async event(row: EventRow): Promise<void> {
    const body = this.chain.take(row);
    await this.sealed?.take(row.seq, body);
    const folded = body === null ? null : this.history.take(body);
    const isOfHistory = body?.corrects !== undefined || body?.seals !== undefined;
    const known = folded !== null && (folded.setOff !== null || isOfHistory);
    await this.facts.take(row.seq, known ? folded.facts : null);
    this.messages.take(row.seq, known ? folded.messages : null);
    if (body === null || folded === null) return;
    this.facts.void(folded.voided);
    this.definition(body);
    if (folded.fault !== null) this.fault(body, folded.fault);
    if (folded.retold.length > 0) this.retold(body, this.history.entries);
    await this.follow(body, folded.setOff);
  }

  /** Compares what is stored now with where the fold ended; how many facts there were. */
  async end(): Promise<number> {
    const { registry, reading, findings } = this.checking;
    const { row } = this;
    const { state, unknown } = this.history;
    const file = row.file_id;
    const processes = await reading.process.allOf(file);
    const deadlines = await reading.deadline.allOf(file);
    const holds = await reading.hold.allOf(file);
    this.chain.end(row);
    await this.sealed?.end(this.history.sealings);
    await this.facts.end();
    this.messages.end(registry, state);
    for (const seq of this.cascade.unfinished())
      findings.add('missing-event', { file, seq }, words.notSetOff);
    if (state === null && unknown.size === 0) findings.add('record', { file }, words.noEvents);
    if (state !== null) {
      compareFile(registry, state, row, findings);
      compareProcesses(registry, state, processes, unknown, findings);
      compareDeadlines(state, deadlines, unknown, findings);
      compareHolds(registry, state, holds, findings);
    }
    return this.facts.count;
  }

  private fault(body: EventBody, { kind, because }: NonNullable<Folded['fault']>): void {
    const { file, seq, process } = body;
    const place = { file, seq, ...(process === undefined ? {} : { process }) };
    const sentence =
      kind === 'unknown-version' ? words.unknownVersion(because.en) : words.impossible(because);
    this.checking.findings.add(kind, place, sentence);
  }

  /** In a history told anew, too, everything that a step sets off in this file comes after it. */
  private retold({ file, seq }: EventBody, entries: readonly Entry[]): void {
    const cascade = new Cascade(file);
    const faults = entries.flatMap(({ body, folded }) => {
      const arrived = cascade.arrived(body).fault;
      const process = this.history.state?.processes.find((one) => one.number === body.process);
      const began = cascade.began(body, folded.setOff, process).faults;
      return arrived === null ? began : [...began, arrived];
    });
    if (cascade.unfinished().length > 0) faults.push(words.notSetOff);
    for (const sentence of faults) this.checking.findings.add('cause', { file, seq }, sentence);
  }

  /** Follows what the event came of and what it set off, here and in other files. */
  private async follow(body: EventBody, setOff: Parameters<Cascade['began']>[1]): Promise<void> {
    const { findings, links } = this.checking;
    const place = { file: body.file, seq: body.seq };
    const arrived = this.cascade.arrived(body);
    const process = this.history.state?.processes.find((one) => one.number === body.process);
    const began = this.cascade.began(body, setOff, process);
    for (const sentence of began.faults) findings.add('cause', place, sentence);
    if (arrived.fault !== null) findings.add('cause', place, arrived.fault);
    if (arrived.link !== null || began.links.length > 0)
      await links.add(arrived.link === null ? began.links : [...began.links, arrived.link]);
  }

  private definition({ workflow, version = 0, definition }: EventBody): void {
    if (workflow === undefined) return;
    const runs = this.checking.registry.pinned(workflow, version);
    if (runs !== undefined && runs.hash !== definition)
      this.checking.findings.note('definition', `${workflow} ${version}`, words.otherDefinition);
  }
}
