import type { Day } from '../../workflows/definition.js';
import { addMonths, dayNumber } from '../domain/days.js';
import { limitDay, usedDays } from '../domain/five-year-clock.js';
import type { Process } from '../engine/model.js';
import { policyOn } from '../engine/policy.js';
import type { Registry } from '../engine/registry.js';
import type { Duration } from '../../workflows/definition.js';

/** The household's five years as they stand. Days are inclusive; lengths in days. */
export interface ClockView {
  readonly start: Day;
  readonly earlier: readonly { readonly from: Day; readonly to: Day | null }[];
  /** Lived before this stay, on the five years. */
  readonly usedBefore: number;
  /** Lived so far, all stays. */
  readonly used: number;
  /** All days of the five years. */
  readonly whole: number;
  /** Planning to move out begins, the last half year begins, the last permitted day. */
  readonly plan: Day;
  readonly final: Day;
  readonly limit: Day;
  /** Until the last permitted day; negative once it has passed. */
  readonly left: number;
  readonly exceptionUntil: Day | null;
}

interface Stay {
  readonly start: Day | null;
  readonly earlier: ClockView['earlier'];
  readonly exceptionUntil: Day | null;
}

/** The five-year clock of a transitional tenancy on a day; null for a process that has none, or before it runs. */
export function clockOf(registry: Registry, process: Process, day: Day): ClockView | null {
  const workflow = registry.pinned(process.workflow, process.version)?.workflow;
  const { start = null, earlier = [], exceptionUntil = null } = process.stored.context as Partial<Stay>;
  if (workflow === undefined || start === null) return null;
  const { longestStay, planningLead, finalLead } = policyOn(workflow, day) as Record<
    string,
    Duration | undefined
  >;
  if (longestStay === undefined) return null;
  const years = longestStay.amount;
  const own = limitDay({ start, earlier, years });
  const limit = exceptionUntil !== null && exceptionUntil > own ? exceptionUntil : own;
  const before = usedDays(start, earlier);
  const lived = Math.max(0, dayNumber(day) - dayNumber(start) + 1);
  return {
    start,
    earlier,
    usedBefore: before,
    used: before + lived,
    whole: before + dayNumber(own) - dayNumber(start) + 1,
    plan: addMonths(limit, -(planningLead?.amount ?? 24)),
    final: addMonths(limit, -(finalLead?.amount ?? 6)),
    limit,
    left: dayNumber(limit) - dayNumber(day),
    exceptionUntil,
  };
}
