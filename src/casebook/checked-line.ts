import type { Instant } from '../../workflows/definition.js';
import { words as engineWords } from '../engine/words.js';
import { CommandIds } from './command-id.js';
import { isLineRefusal, refuseLine, type LineRefusal } from './line-refusal.js';
import type { RawLine } from './lines.js';
import { readLine, type RegisterLine, type StepLine } from './read-line.js';
import { words } from './words.js';

/** A step with the id of its command; `unnamed` is the one it had in an edition that gave the line no `id` yet. */
export type NamedStep = StepLine & { readonly command: string; readonly unnamed?: string };

/** A line of which all is known that the book alone can tell. `book`: it only named the book. */
export interface CheckedLine {
  readonly number: number;
  readonly read: NamedStep | RegisterLine | LineRefusal | 'book';
}

/** Reads the lines of one book in their order: what each is, whether it comes in its turn, and its command's id. */
export class BookReader {
  private ids: CommandIds;
  private recorded: Instant = '';
  private begun = false;

  /** @param book its name, unless the first line gives another. @param now no line was recorded later. */
  constructor(
    book: string,
    private readonly now: Instant,
  ) {
    this.ids = new CommandIds(book);
  }

  check({ number, read }: RawLine): CheckedLine {
    const line = typeof read === 'string' ? readLine(read) : read;
    const first = !this.begun;
    this.begun = true;
    if (isLineRefusal(line) || line.kind === 'register') return { number, read: line };
    if (line.kind === 'step') return { number, read: this.inTurn(line) };
    if (!first) return { number, read: refuseLine('unknown-line', words.unknownLine) };
    this.ids = new CommandIds(line.book);
    return { number, read: 'book' };
  }

  /** A line that is refused here has no part in the order of those that follow. */
  private inTurn(line: StepLine): NamedStep | LineRefusal {
    const { at, recorded } = line;
    if (recorded > this.now) return refuseLine('occurred-in-future', words.future, 'recorded');
    if (at > recorded) return refuseLine('occurred-in-future', engineWords.future, 'at');
    if (recorded < this.recorded) return refuseLine('out-of-order', words.outOfOrder, 'recorded');
    this.recorded = recorded;
    return { ...line, ...this.ids.next(line) };
  }
}
