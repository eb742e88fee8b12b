import type { Day, Instant, OrgKind, ProcessRef, Text } from './basics.js';
import type { Lookups } from './lookups.js';

/** When, who and why of a step. On every event, deadlines and sends included. */
export interface Meta {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The day of `occurredAt`. */
  readonly day: Day;
  readonly by: string;
  readonly role: string;
  /** What kind of organisation they act for. */
  readonly orgKind: OrgKind;
  /** That organisation, its code. */
  readonly organisation: string;
  readonly onBehalfOf?: string;
  readonly cause: 'person' | 'deadline' | 'process';
}

/** A length of time with its unit and where the rule comes from; never a bare number. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'days' | 'workingDays' | 'months' | 'years';
  readonly source: string;
}

/** The only shape that a chart ever sees. `data` is the coded part; personal fields were sealed before. */
export interface Step<D = Readonly<Record<string, unknown>>> {
  readonly type: string;
  readonly data: D;
  readonly known: Partial<Lookups>;
  readonly policy: Readonly<Record<string, Duration | number>>;
  readonly meta: Meta;
  readonly self: ProcessRef;
  readonly parent?: ProcessRef;
}
/** XState's own first event carries the step as its input. */
export type ChartEvent = Step | { readonly type: 'xstate.init'; readonly input: Step };
export interface Seen<C> {
  readonly context: C;
  readonly step: Step;
}

/**
 * One fact, positive. `state`: answerable before the form is filled (from context, known, policy and meta).
 * `data`: needs the named fields; until then the answer is "yes, if".
 */
export interface Guard<C> {
  readonly says: Text;
  /** The sentence where it does not hold, if it can name what stands in the way. */
  tells?(seen: Seen<C>): Text;
  /** The event that makes it so: whoever is told that it is not, and may take that event now, is led there. */
  readonly mendedBy?: string;
  /** Where the rule is from, for those to whom it is shown. */
  readonly source?: Text;
  readonly needs: 'state' | readonly string[];
  holds(seen: Seen<C>): boolean;
}

export interface Calendar {
  add(from: Day, duration: Duration): Day;
  /** The same day, or the next working day if it is none. */
  workingDay(day: Day): Day;
}

/** The rule behind a name used in `after`, or in a state's `due`. Asked anew after every step; null = no deadline at present. */
export interface Deadline<C> {
  readonly label: Text;
  /** How the day is reckoned, for the one who keeps it; `{policy}` is told as the length in force: "{exitPlan} from …". */
  readonly rule: Text;
  /** `on`: fires at 00:00 of the due day. `past`: at 00:00 of the day after (the due day is the last good one). */
  readonly fires: 'on' | 'past';
  due(seen: {
    readonly context: C;
    readonly since: Day;
    readonly policy: Step['policy'];
    readonly calendar: Calendar;
  }): Day | null;
}
