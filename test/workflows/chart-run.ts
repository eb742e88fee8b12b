import type {
  Day,
  Effect,
  Fact,
  Lookups,
  ProcessRef,
  Step,
  Stored,
  Workflow,
} from '../../workflows/definition.js';
import { bind, mayTake, open, take, type Chart } from '../../src/engine/chart.js';
import { deriveDeadlines, type Due } from '../../src/engine/deadlines.js';
import { policyOn } from '../../src/engine/policy.js';
import { dayOf, midnight } from '../../src/domain/zone.js';

/** When a step happened, when it was recorded if later, and what was looked up for it. */
export interface At {
  readonly on?: Day;
  readonly recorded?: Day;
  readonly known?: Partial<Lookups>;
  readonly cause?: Step['meta']['cause'];
}
const FIRST_DAY = '2021-02-01';
const noon = (day: Day) => `${day}T11:00:00.000Z`;

/** One process of a workflow, run by its chart alone: no file, no engine around it. Effects are kept, not done. */
export class ChartRun {
  private readonly chart: Chart;
  private day: Day = FIRST_DAY;
  stored: Stored;
  /** What the last step set off. */
  effects: readonly Effect[];

  constructor(
    readonly workflow: Workflow,
    data: object,
    at: At = {},
  ) {
    this.chart = bind(workflow);
    const taken = open(this.chart, this.step('open', workflow.open.schema.parse(data), at));
    this.stored = taken.stored;
    this.effects = taken.effects;
  }

  /** The states by the names that are shown: the primary first, the other regions' as `hold.paused`. */
  get states(): string[] {
    const leaves = Object.keys(this.stored.entered).flatMap((path) => this.chart.leaves.get(path) ?? []);
    return leaves.sort((one, other) => Number(other.primary) - Number(one.primary)).map(({ shown }) => shown);
  }
  get context(): Record<string, unknown> {
    return this.stored.context as Record<string, unknown>;
  }
  get facts(): Fact[] {
    return this.effects.flatMap((effect) => (effect.do === 'fact' ? [effect.fact] : []));
  }
  /** The last step's sends as `type`, and starts as `start <workflow>`, in order. */
  get sent(): string[] {
    return this.effects.flatMap((effect) =>
      effect.do === 'send' ? [effect.type] : effect.do === 'start' ? [`start ${effect.workflow}`] : [],
    );
  }

  /** Takes an event that must be possible; throws with the sentences when it is not. */
  take(type: string, data: object = {}, at: At = {}): this {
    const step = this.step(type, this.parsed(type, data), at);
    const answer = mayTake(this.chart, this.stored, step, true);
    if (answer.kind !== 'allowed')
      throw new Error(`${type}: ${answer.kind} ${answer.sentences.map((s) => s.en).join(' ')}`);
    return this.keep(take(this.chart, this.stored, step));
  }

  /** Why an event is not possible: the English sentences, or `not-possible-now`. Empty when it is possible. */
  refusal(type: string, data: object = {}, at: At = {}): string[] {
    const answer = mayTake(this.chart, this.stored, this.step(type, this.parsed(type, data), at), true);
    if (answer.kind === 'not-possible-now') return [answer.kind];
    return answer.sentences.map((sentence) => sentence.en);
  }

  /** Before the form is filled: the kind of answer. */
  asked(type: string, known: Partial<Lookups> = {}): string {
    return mayTake(this.chart, this.stored, this.step(type, {}, { known }), false).kind;
  }

  /** The deadline of a name that runs now. */
  due(name: string): Due | undefined {
    return deriveDeadlines(this.chart, 1, this.stored).find((due) => due.name === name);
  }

  /** Lets a moving deadline fire at its due moment. */
  pass(name: string): this {
    const due = this.due(name);
    if (due === undefined || !due.moves) throw new Error(`no moving deadline ${name}`);
    const at: At = { on: dayOf(due.at), cause: 'deadline' };
    const step = {
      ...this.step(name, {}, at),
      meta: { ...this.step(name, {}, at).meta, occurredAt: due.at },
    };
    return this.keep(take(this.chart, this.stored, step, due.key));
  }

  private keep({ stored, effects }: { stored: Stored; effects: readonly Effect[] }): this {
    this.stored = JSON.parse(JSON.stringify(stored)) as Stored;
    this.effects = effects;
    return this;
  }

  private parsed(type: string, data: object): Record<string, unknown> {
    const spec = this.workflow.events[type];
    if (spec === undefined) throw new Error(`${this.workflow.name} has no event ${type}`);
    return spec.schema.parse(data);
  }

  private step(type: string, data: Record<string, unknown>, at: At): Step {
    this.day = at.on ?? this.day;
    const occurredAt = at.cause === 'deadline' ? midnight(this.day) : noon(this.day);
    const recordedAt = noon(at.recorded ?? this.day);
    return {
      type,
      data,
      known: at.known ?? {},
      policy: policyOn(this.workflow, this.day),
      meta: {
        occurredAt,
        recordedAt,
        day: this.day,
        by: 'someone',
        role: 'handler',
        orgKind: 'shis',
        organisation: 'shis',
        cause: at.cause ?? 'person',
      },
      self: SELF,
      parent: PARENT,
    };
  }
}

/** The process under test, its parent, and two flats. */
export const SELF: ProcessRef = { ref: 'family/2' };
export const PARENT: ProcessRef = { ref: 'family/1' };
export const FLAT: ProcessRef = { ref: 'flat-a/1' };
export const OTHER_FLAT: ProcessRef = { ref: 'flat-b/1' };
