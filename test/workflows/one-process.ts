import { z } from 'zod';
import type { Day, Effect, Fact, Lookups, Meta, Step, Stored, Workflow } from '../../workflows/definition.js';
import { bind, mayTake, open, take, type Chart } from '../../src/engine/chart.js';
import { deriveDeadlines, type Due } from '../../src/engine/deadlines.js';
import { policyOn } from '../../src/engine/policy.js';
import { addDays } from '../../src/domain/days.js';
import { dayOf, midnight } from '../../src/domain/zone.js';

/** What a test may say of a step beside its data: the day it happened, the day it was recorded, what was looked up. */
export interface Told {
  readonly on?: Day;
  readonly recorded?: Day;
  readonly known?: Partial<Lookups>;
  readonly cause?: Meta['cause'];
}

/**
 * One process of one workflow, without files, database or other processes: what its chart does, and what it sends. Each
 * step first delivers the deadlines that are due on its day, and afterwards those that have come to lie in the past.
 */
export class OneProcess {
  private readonly chart: Chart;
  private stored: Stored;
  private today: Day;
  /** Everything that the last step set off; the deadlines before and after it are not among them. */
  effects: readonly Effect[];
  /** Every fact so far. */
  readonly facts: Fact[] = [];

  constructor(
    private readonly workflow: Workflow,
    data: object,
    told: Told & { readonly on: Day },
  ) {
    this.chart = bind(workflow);
    this.today = told.recorded ?? told.on;
    const taken = open(this.chart, this.step('open', this.read(workflow.open.schema, data), told));
    this.stored = taken.stored;
    this.effects = taken.effects;
    this.keep(taken.effects);
    this.advance();
  }

  /** What is remembered. */
  context<C>(): C {
    return this.stored.context as C;
  }

  /** The leaves as they are shown, the primary first. */
  get states(): string[] {
    const leaves = Object.keys(this.stored.entered).map((path) => this.chart.leaves.get(path));
    return leaves
      .sort((a, b) => Number(b?.primary) - Number(a?.primary))
      .map((leaf) => leaf?.shown.replace(/^(.*)\.running\./, '$1.') ?? '?');
  }

  get state(): string | undefined {
    return this.states[0];
  }

  /** The shown leaf of a region, by itself. */
  in(region: string): string | undefined {
    return this.states.find((state) => state.startsWith(`${region}.`))?.slice(region.length + 1);
  }

  /** The dates that run now, by deadline name; `''` when it runs and has no date. */
  get dates(): Record<string, Day> {
    return Object.fromEntries(this.due().map(({ name, day }) => [name, day]));
  }

  /** Lets time pass to the morning of a day. */
  until(day: Day): this {
    this.today = day;
    this.advance();
    return this;
  }

  /** The answer to an event, before the form is filled (no data) or after. */
  answer(type: string, data?: object, told: Told = {}) {
    const spec = this.workflow.events[type];
    if (spec === undefined) throw new Error(`${this.workflow.name} has no event ${type}`);
    const coded = data === undefined ? {} : this.read(spec.schema, data);
    return mayTake(this.chart, this.stored, this.step(type, coded, told), data !== undefined);
  }

  /** The Swedish sentences that stand in the way; `['not-possible-now']` when it cannot happen in this state at all. */
  refuses(type: string, data: object = {}, told: Told = {}): readonly string[] {
    if (told.on !== undefined) this.until(told.recorded ?? told.on);
    const { kind, sentences } = this.answer(type, data, told);
    return kind === 'not-possible-now' ? [kind] : sentences.map(({ sv }) => sv);
  }

  /** Takes an event; throws with the sentences if it is refused. */
  take(type: string, data: object = {}, told: Told = {}): this {
    const no = this.refuses(type, data, told);
    if (no.length > 0) throw new Error(`${this.state} refuses ${type}: ${no.join(' ')}`);
    const coded = this.read(this.workflow.events[type]?.schema as z.ZodObject, data);
    this.deliver(this.step(type, coded, told));
    const own = this.effects;
    this.advance();
    this.effects = own;
    return this;
  }

  /** What the last step sent to others: `type` and data. */
  get sent() {
    return this.effects.flatMap((e) =>
      e.do === 'send' ? [{ to: e.to, type: e.type, data: e.data, must: e.must }] : [],
    );
  }

  /** The facts so far of one kind. */
  told<K extends Fact['kind']>(kind: K) {
    return this.facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
  }

  private read(schema: z.ZodObject, data: object): Record<string, unknown> {
    return schema.parse(data) as Record<string, unknown>;
  }

  private step(type: string, data: Record<string, unknown>, told: Told): Step {
    const day = told.on ?? this.today;
    const noon = (on: Day) => `${on}T11:00:00.000Z`;
    const meta: Meta = {
      occurredAt: noon(day),
      recordedAt: noon(told.recorded ?? day),
      day,
      by: 'someone',
      role: 'handler',
      cause: told.cause ?? 'person',
    };
    const policy = policyOn(this.workflow, day);
    return { type, data, known: told.known ?? {}, policy, meta, self: SELF, parent: PARENT };
  }

  private advance(): void {
    const now = midnight(addDays(this.today, 1));
    for (let left = 50; left > 0; left -= 1) {
      const next = this.due()
        .filter((due) => due.moves && due.at < now)
        .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      if (next === undefined) return;
      const told: Told = { on: dayOf(next.at), cause: 'deadline' };
      const step = this.step(next.name, {}, told);
      this.deliver({ ...step, meta: { ...step.meta, occurredAt: next.at, recordedAt: next.at } }, next.key);
    }
    throw new Error(`the deadlines of ${this.workflow.name} do not come to an end`);
  }

  private deliver(step: Step, timer: string = step.type): void {
    const taken = take(this.chart, this.stored, step, timer);
    this.stored = taken.stored;
    this.effects = taken.effects;
    this.keep(taken.effects);
  }

  private due(): Due[] {
    return deriveDeadlines(this.chart, 1, this.stored);
  }

  private keep(effects: readonly Effect[]): void {
    for (const effect of effects) if (effect.do === 'fact') this.facts.push(effect.fact);
  }
}

/** The process under test, and the one that started it. */
export const SELF = { ref: 'file-1/1' };
export const PARENT = { ref: 'file-1/2' };
