import type { Duration, PolicyRow, Reason, Text, Workflow } from '../../../workflows/definition.js';
import { isDay } from '../../domain/days.js';
import { placesIn } from '../places.js';
import type { Found } from './fault.js';
import { reasonListsOf } from './schemas.js';
import { isWord, sentence, word } from './texts.js';

const UNITS: readonly string[] = Object.keys({
  days: 0,
  workingDays: 0,
  months: 0,
  years: 0,
} satisfies Record<Duration['unit'], 0>);
const PARTIES: readonly string[] = Object.keys({
  household: 0,
  shis: 0,
  agency: 0,
  company: 0,
  district: 0,
} satisfies Record<Reason['party'], 0>);

/** Policy values are dated rows, oldest first, each with its source. */
export function* policyIsDated({ policy }: Workflow): Generator<Found> {
  for (const [name, rows] of Object.entries(policy)) {
    if (rows.length === 0) yield ['policy', `\`${name}\` has no row.`];
    for (const [i, row] of rows.entries()) {
      yield* policyRow(`\`${name}\` from ${row.from}`, row);
      const before = rows[i - 1];
      if (before !== undefined && before.from >= row.from)
        yield [
          'policy',
          `the row of \`${name}\` from ${row.from} stands after that from ${before.from}; oldest first, one a day.`,
        ];
    }
  }
}

function* policyRow(what: string, { from, value, source }: PolicyRow): Generator<Found> {
  if (!isDay(from)) yield ['policy', `${what} does not begin on a day.`];
  if (!isWord(source)) yield ['policy', `${what} has no source.`];
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) yield ['policy', `${what} is no number.`];
    return;
  }
  if (!UNITS.includes(value.unit))
    yield ['policy', `${what} is counted in \`${String(value.unit)}\`, which is no unit.`];
  if (!Number.isInteger(value.amount) || value.amount < 0)
    yield ['policy', `${what} is no whole number of ${value.unit}.`];
  if (!isWord(value.source)) yield ['policy', `the length in ${what} has no source.`];
}

/** Deadlines say what they are called, by what rule, and when they fire. */
export function* deadlinesAreWhole({ deadlines, policy }: Workflow): Generator<Found> {
  for (const [name, { label, rule, fires, due }] of Object.entries(deadlines)) {
    yield* sentence('deadlines', `the label of \`${name}\``, label);
    yield* sentence('deadlines', `the rule of \`${name}\``, rule);
    yield* lengthsAreThere(name, rule, policy);
    if (fires !== 'on' && fires !== 'past')
      yield ['deadlines', `\`${name}\` has to fire \`on\` its day or \`past\` it.`];
    if (typeof due !== 'function') yield ['deadlines', `\`${name}\` does not say when it is due.`];
  }
}

/** A rule that names a length tells it in both languages, and it is a policy of the workflow. */
function* lengthsAreThere(name: string, rule: Text, policy: Workflow['policy']): Generator<Found> {
  const [sv, en] = [new Set(placesIn(rule.sv)), new Set(placesIn(rule.en))];
  for (const one of new Set([...sv, ...en])) {
    if (!Object.hasOwn(policy, one))
      yield ['deadlines', `the rule of \`${name}\` tells \`{${one}}\`, which is no policy.`];
    if (!sv.has(one) || !en.has(one))
      yield ['deadlines', `the rule of \`${name}\` tells \`{${one}}\` in one language only.`];
  }
}

/** Each list of reasons is picked from somewhere, has one in force, and never two of a code on one day. */
export function* reasonsAreListed({
  reasons = {},
  open,
  events,
}: Pick<Workflow, 'reasons' | 'events'> & { open?: Workflow['open'] }): Generator<Found> {
  const picked = reasonListsOf([...(open === undefined ? [] : [open]), ...Object.values(events)]);
  for (const [list, rows] of Object.entries(reasons)) {
    if (!picked.has(list)) yield ['reasons', `no field picks from the list \`${list}\`; delete it.`];
    if (!rows.some(({ to }) => to === undefined))
      yield ['reasons', `the list \`${list}\` has no reason that is still in force.`];
    for (const [i, row] of rows.entries()) {
      yield* reason(`\`${row.code}\` in \`${list}\``, row);
      if (rows.slice(0, i).some((other) => other.code === row.code && overlap(other, row)))
        yield ['reasons', `\`${row.code}\` stands twice in \`${list}\` for the same days.`];
    }
  }
}

function* reason(what: string, { code, label, party, from, to }: Reason): Generator<Found> {
  if (!/^[\w-]{1,40}$/.test(code)) yield ['reasons', `${what} is no code; use letters, figures and hyphens.`];
  yield* word('reasons', `the label of ${what}`, label);
  if (!PARTIES.includes(party))
    yield ['reasons', `${what} belongs to \`${String(party)}\`, which is no party.`];
  if (!isDay(from) || (to !== undefined && (!isDay(to) || to < from)))
    yield ['reasons', `${what} does not hold from a day to the same or a later one.`];
}

const overlap = (one: Reason, other: Reason): boolean =>
  (other.to === undefined || one.from <= other.to) && (one.to === undefined || other.from <= one.to);
