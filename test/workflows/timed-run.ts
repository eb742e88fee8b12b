import type { Day, Fact, Workflow } from '../../workflows/definition.js';
import { bind, type Chart } from '../../src/engine/chart.js';
import { addDays } from '../../src/domain/days.js';
import { deriveDeadlines, type Due } from '../../src/engine/deadlines.js';
import { midnight } from '../../src/domain/zone.js';
import { ChartRun, type At } from './chart-run.js';

/**
 * A process over the years: each step first delivers the deadlines that are due by its day, and afterwards those that have
 * come to lie in the past, as the engine does. `effects`, `facts` and `sent` are the step's own; `history` keeps every fact.
 */
export class TimedRun extends ChartRun {
  private readonly bound: Chart;
  private today: Day;
  readonly history: Fact[] = [];

  constructor(workflow: Workflow, data: object, at: At & { readonly on: Day }) {
    super(workflow, data, at);
    this.bound = bind(workflow);
    this.today = at.recorded ?? at.on;
    this.history.push(...this.facts);
    this.advance();
  }

  /** Lets time pass to a day's end. */
  until(day: Day): this {
    this.today = day;
    this.advance();
    return this;
  }

  override take(type: string, data: object = {}, at: At = {}): this {
    this.until(at.recorded ?? at.on ?? this.today);
    super.take(type, data, { on: this.today, ...at });
    this.history.push(...this.facts);
    this.advance();
    return this;
  }

  override refusal(type: string, data: object = {}, at: At = {}): string[] {
    this.until(at.recorded ?? at.on ?? this.today);
    return super.refusal(type, data, { on: this.today, ...at });
  }

  /** Every fact so far of one kind. */
  told<K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }>[] {
    return this.history.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
  }

  /** The day of each deadline that runs now, by name. */
  get dates(): Record<string, Day> {
    return Object.fromEntries(this.running().map(({ name, day }) => [name, day]));
  }

  /** Delivers what is due; the facts are kept, the step's own effects stay readable. */
  private advance(): void {
    const own = this.effects;
    for (let left = 50; left > 0; left -= 1) {
      const next = this.firstDue();
      if (next === undefined) {
        this.effects = own;
        return;
      }
      this.pass(next.name);
      this.history.push(...this.facts);
    }
    throw new Error(`the deadlines of ${this.workflow.name} do not come to an end`);
  }

  private firstDue(): Due | undefined {
    const now = midnight(addDays(this.today, 1));
    const due = this.running().filter(({ moves, at }) => moves && at < now);
    return due.sort((one, other) => (one.at < other.at ? -1 : 1))[0];
  }

  private running(): Due[] {
    return deriveDeadlines(this.bound, 1, this.stored);
  }
}
