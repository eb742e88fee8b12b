import type { Instant } from '../../workflows/definition.js';
import { Batch } from '../engine/batch.js';
import type { Command, Done } from '../engine/command.js';
import { ENGINE } from '../engine/deciding.js';
import type { Engine } from '../engine/engine.js';
import { firstAnswer } from '../engine/first-answer.js';
import type { Person } from '../engine/model.js';
import { prepare } from '../engine/prepare.js';
import { isRefusal, refuse } from '../engine/refusals.js';
import type { RegisterBook } from '../register/register-book.js';
import { Asking, isOfHistory } from './asking.js';
import { BookHistory } from './book-history.js';
import { BookReader, type CheckedLine, type NamedStep } from './checked-line.js';
import { EarlierAnswers, openedFile } from './earlier.js';
import { ImportMoments } from './import-moments.js';
import { isLineRefusal, refuseLine, type LineRefusal } from './line-refusal.js';
import { readLines, type RawLine } from './lines.js';
import { Midnights, type MidnightPorts } from './midnights.js';
import { BookNames } from './names.js';
import type { RegisterLine } from './read-line.js';
import { Ordinals } from './ordinals.js';
import { words } from './words.js';

/** What an import runs on. */
export interface ImportPorts extends Omit<MidnightPorts, 'pool'> {
  readonly engine: Engine;
  readonly registers: Pick<RegisterBook, 'put'>;
  /** Who a login is at a moment. */
  person(login: string, at: Instant): Promise<Person | null>;
}

/** How a book is to be imported. */
export interface ImportOptions {
  /** The book's name, unless its first line gives another. */
  readonly book: string;
  /** No line was recorded later. */
  readonly now: Instant;
  readonly stopOnError?: boolean;
  /** Told of each line that is not taken, in no strict order. */
  readonly refused?: (line: number, refusal: LineRefusal) => void;
  readonly progress?: (bytes: number) => void;
}

/** How many lines were taken, were there from an earlier run, or were refused. */
export interface Imported {
  readonly book: 'read' | 'stopped';
  readonly taken: number;
  readonly repeated: number;
  readonly refused: number;
  /** When the last line was recorded; null when no line brought a step. */
  readonly recorded: Instant | null;
}

/** Lines that are looked up together among those of earlier runs. */
const AT_ONCE = 200;
/** Or fewer, where they are long. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Takes a casebook line by line through the engine. Faulty lines are refused, each with its number and reason, and the
 * rest goes on; the same book again changes nothing, and a longer edition adds what is new.
 */
export async function importCasebook(
  ports: ImportPorts,
  source: AsyncIterable<Uint8Array | string>,
  options: ImportOptions,
): Promise<Imported> {
  return new Import(ports, options).run(source);
}

class Import {
  private readonly reader: BookReader;
  private readonly names = new BookNames();
  private readonly batch: Batch;
  private readonly asking: Asking;
  private readonly history: BookHistory;
  private readonly earlier: EarlierAnswers;
  private readonly midnights: Midnights;
  private readonly lines = new WeakMap<Command, { readonly number: number; readonly step: NamedStep }>();
  private readonly importedAt: () => Instant;
  private readonly ordinals = new Ordinals();
  private readonly counts = { taken: 0, repeated: 0, refused: 0 };
  private recorded: Instant | null = null;

  constructor(
    private readonly ports: ImportPorts,
    private readonly options: ImportOptions,
  ) {
    const { pool } = ports.engine.ports;
    this.reader = new BookReader(options.book, options.now);
    this.batch = new Batch(ports.engine, ({ files }, { recordedAt = '' }) =>
      files.some(({ base }) => base !== null && base.recordedAt > recordedAt)
        ? refuse('stale', words.fileIsLater)
        : null,
    );
    this.asking = new Asking(this.names, (id) => this.batch.file(id), ports.engine.ports.vault);
    this.history = new BookHistory(ports.engine, this.batch);
    this.earlier = new EarlierAnswers(pool);
    const moments = new ImportMoments(ports.engine.ports.clock);
    this.importedAt = () => moments.next();
    this.midnights = new Midnights({ ...ports, pool }, this.batch, this.importedAt);
  }

  async run(source: AsyncIterable<Uint8Array | string>): Promise<Imported> {
    for await (const some of together(readLines(source, this.options.progress))) {
      const lines = some.map((raw) => this.reader.check(raw));
      await this.earlier.expect(this.asking.sought(lines));
      for (const line of lines) {
        await this.take(line);
        if (this.mustStop()) return this.finish('stopped');
      }
    }
    return this.finish('read');
  }

  private async finish(book: Imported['book']): Promise<Imported> {
    await this.batch.flush();
    this.heedRetaken();
    return { book, ...this.counts, recorded: this.recorded };
  }

  private async take({ number, read }: CheckedLine): Promise<void> {
    if (read === 'book') return;
    if (isLineRefusal(read)) return this.refuse(number, read);
    if (read.kind === 'register') return this.register(number, read);
    await this.midnights.reach(read.recorded);
    this.recorded = read.recorded;
    const step = await this.asTaken(read);
    if (read.id !== undefined) this.history.name(read.id, step.command);
    const answer = await this.step(number, step);
    if (isLineRefusal(answer)) this.refuse(number, answer);
    else this.done(step, answer);
    this.heedRetaken();
  }

  private async register(number: number, line: RegisterLine): Promise<void> {
    const { at, recorded: recordedAt, by = ENGINE.login } = line;
    const answer = await this.ports.registers.put(line.register, line.data, {
      ...{ at, by, recordedAt },
      ordinal: this.ordinals.next(line),
    });
    if (isRefusal(answer)) this.refuse(number, answer);
    else this.counts[answer.changed ? 'taken' : 'repeated']++;
  }

  /** A line that was given its `id` later on is the one that an earlier edition brought without. */
  private async asTaken(step: NamedStep): Promise<NamedStep> {
    const { id: _id, unnamed, ...line } = step;
    if (unnamed === undefined) return step;
    const bare = { ...line, command: unnamed };
    const found = await this.asking.inFile(bare);
    if (isLineRefusal(found)) return step;
    const isThere = (await this.earlier.of({ file: found.file, id: unnamed })) !== undefined;
    return isThere ? bare : step;
  }

  private async step(number: number, step: NamedStep): Promise<Done | LineRefusal> {
    const found = await this.asking.inFile(step);
    if (isLineRefusal(found)) return found;
    const { asked, file } = found;
    const { id: given, command: id, by: login, at, recorded } = step;
    const first = await this.earlier.of({ file, id });
    if (first !== undefined && given === undefined) return first;
    const by = await this.ports.person(login, recorded);
    if (by === null) return refuseLine('unknown-person', words.unknownPerson, 'by');
    const times = { occurredAt: at, recordedAt: recorded, importedAt: this.importedAt() };
    const command = { id, by, asked, ...times };
    if (isOfHistory(step.asked) && 'event' in asked)
      return this.history.take(asked.event, { id, by, file, data: asked.data, ...times });
    if (first !== undefined) return this.again(command, file);
    this.lines.set(command, { number, step });
    return this.batch.take(command);
  }

  /** A line with an id of its own that was taken before: the same answer, unless its content was changed since. */
  private async again(command: Command, file: string): Promise<Done | LineRefusal> {
    const { engine } = this.ports;
    const by = 'open' in command.asked ? command.by : ENGINE;
    const preparing = engine.preparingWith((id) => this.batch.file(id));
    const prepared = await prepare(preparing, { ...command, by });
    if (isRefusal(prepared)) return prepared;
    const { id, request } = prepared;
    return (await firstAnswer(engine.ports.pool, { file, id, request })) ?? this.batch.take(command);
  }

  private done(step: NamedStep, answer: Done): void {
    this.counts[answer.repeated ? 'repeated' : 'taken']++;
    this.give(step, answer);
  }

  private give({ asked, command, by }: NamedStep, { file, process }: Done): void {
    if ('open' in asked) this.names.give(asked.process, { file, process: process as number });
    else if ('opens' in asked && asked.opens !== undefined) {
      const { vault } = this.ports.engine.ports;
      this.names.give(asked.opens, { file: openedFile(vault, command, by), process: 1 });
    }
  }

  private refuse(number: number, refusal: LineRefusal): void {
    this.counts.refused++;
    this.options.refused?.(number, refusal);
  }

  /** Lines that had been counted as taken, until somebody else turned out to have been in one of their files. */
  private heedRetaken(): void {
    for (const { command, answer } of this.batch.retaken.splice(0)) {
      const line = this.lines.get(command);
      if (line === undefined) continue;
      if (answer.ok) this.give(line.step, answer);
      else {
        this.counts.taken--;
        this.refuse(line.number, answer);
        const { asked } = line.step;
        if ('open' in asked) this.names.takeBack(asked.process);
        else if ('opens' in asked && asked.opens !== undefined) this.names.takeBack(asked.opens);
      }
    }
  }

  private mustStop(): boolean {
    return this.options.stopOnError === true && this.counts.refused > 0;
  }
}

async function* together(lines: AsyncIterable<RawLine>): AsyncGenerator<RawLine[]> {
  let some: RawLine[] = [];
  let characters = 0;
  for await (const line of lines) {
    some.push(line);
    characters += typeof line.read === 'string' ? line.read.length : 0;
    if (some.length < AT_ONCE && characters < MOST_CHARACTERS) continue;
    yield some;
    some = [];
    characters = 0;
  }
  if (some.length > 0) yield some;
}
