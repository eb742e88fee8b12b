import type { Day, Deadline, Instant, Stored } from '../../workflows/definition.js';
import { swedishCalendar } from '../domain/calendar.js';
import { addDays } from '../domain/days.js';
import { midnight } from '../domain/zone.js';
import type { Chart } from './chart.js';
import { leafOfTimer, nameOfTimer } from './chart-leaves.js';
import { policyOn } from './policy.js';

/** One row of the table of deadlines: derived from the stored snapshot alone, so it can always be derived again. */
export interface Due {
  readonly process: number;
  /** XState's timer id for a deadline that moves; `due.<leaf>` for one that only reminds. Unique in the process. */
  readonly key: string;
  readonly name: string;
  /** The state in which the term runs, its dotted path. */
  readonly state: string;
  readonly day: Day;
  /** When it fires: 00:00 in Stockholm of the due day, or of the day after when the due day is the last good one. */
  readonly at: Instant;
  readonly moves: boolean;
}

/** Every deadline of one process, from its stored snapshot and nothing else. Policy: the row in force when the term began. */
export function deriveDeadlines(chart: Chart, process: number, stored: Stored): Due[] {
  return Object.entries(stored.since)
    .map(([key, since]) => derive(chart, stored, since, rowFor(chart, process, key)))
    .filter((row) => row !== null);
}

function rowFor(chart: Chart, process: number, key: string): Omit<Due, 'day' | 'at'> {
  const leaf = key.startsWith('due.') ? key.slice('due.'.length) : undefined;
  if (leaf === undefined)
    return {
      process,
      key,
      name: nameOfTimer(key),
      moves: true,
      state: leafOfTimer(chart.workflow.name, key),
    };
  return { process, key, name: chart.leaves.get(leaf)?.spec?.due ?? '', moves: false, state: leaf };
}

/** Whether two derivations say the same of one deadline. */
export function sameDue(one: Due, other: Due): boolean {
  return one.day === other.day && one.at === other.at && one.name === other.name && one.state === other.state;
}

function derive(chart: Chart, stored: Stored, since: Day, row: Omit<Due, 'day' | 'at'>): Due | null {
  const rule = chart.workflow.deadlines[row.name] as Deadline<object>;
  const policy = policyOn(chart.workflow, since);
  const day = rule.due({ context: stored.context, since, policy, calendar: swedishCalendar });
  return day === null ? null : { ...row, day, at: midnight(rule.fires === 'on' ? day : addDays(day, 1)) };
}
