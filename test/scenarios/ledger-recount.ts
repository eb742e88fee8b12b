import type { Pool } from 'pg';
import { addDays } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import type { EventBody } from '../../src/engine/model.js';

/** What the ledger tells of one form on a day. */
interface Sides {
  readonly goal: number;
  readonly consumed: number;
  readonly reserved: number;
  readonly balance: number;
}

/** One step of a flat that touches the goal: when it happened (a lease: when it was signed), was registered, and for what. */
interface Step {
  readonly type: 'reserve' | 'release' | 'let';
  readonly on: string;
  readonly recorded: string;
  readonly form: string | null;
}

/** A goal that the council set: how many flats of a form each year, from a day of it on. */
export interface GoalSet {
  readonly form: string;
  readonly goal: number;
  /** Month and day; before the year where it is left out. */
  readonly from?: string;
}

/** The steps of each flat of the agency's that is in its file, out of the events' canonical bytes and of nothing else. */
export async function flatsIn(pool: Pool): Promise<readonly (readonly Step[])[]> {
  const { rows } = await pool.query<{ body: EventBody }>(
    `select convert_from(canonical, 'UTF8')::jsonb as body from event order by file_id, seq`,
  );
  const flats = new Map<string, Step[]>();
  for (const { body } of rows) {
    const { file, type, occurredAt, recordedAt } = body;
    const { source, signedOn, form = null } = body.data as Partial<Record<string, string>>;
    if (body.opens === 'dwelling' && source === 'agency') flats.set(file, []);
    if (type === 'reserve' || type === 'release' || type === 'let')
      flats.get(file)?.push({ type, form, on: signedOn ?? dayOf(occurredAt), recorded: dayOf(recordedAt) });
  }
  return [...flats.values()];
}

/** Each day on which something of a flat happened or was registered, and the day after. */
export const daysOf = (flats: readonly (readonly Step[])[]): string[] =>
  [
    ...new Set(
      flats.flat().flatMap(({ on, recorded }) => [on, addDays(on, 1), recorded, addDays(recorded, 1)]),
    ),
  ].sort();

/** What each form's ledger must say on a day, as known on another: flat by flat, the last that was told by then. */
export function recounted(
  flats: readonly (readonly Step[])[],
  goals: readonly GoalSet[],
  day: string,
  knownOn: string,
): Readonly<Record<string, Sides>> {
  const year = day.slice(0, 4);
  const used = flats.map((steps) => usedBy(steps, day, knownOn));
  const forms = [...new Set(goals.map(({ form }) => form))];
  const sides = forms.map((form): [string, Sides] => {
    const set = goals.findLast((one) => one.form === form && `${year}-${one.from ?? '01-01'}` <= day);
    const own = used.filter((one) => one?.form === form);
    const consumed = own.filter((one) => one?.signed?.slice(0, 4) === year).length;
    const reserved = own.filter((one) => one?.signed === null).length;
    const goal = set?.goal ?? 0;
    return [form, { goal, consumed, reserved, balance: goal - consumed - reserved }];
  });
  return Object.fromEntries(sides);
}

/** For what a flat is used up or held by a day; null where for nothing. What comes after its first lease touches the goal no more. */
function usedBy(
  steps: readonly Step[],
  day: string,
  knownOn: string,
): { readonly form: string | null; readonly signed: string | null } | null {
  const lease = steps.findIndex(({ type }) => type === 'let');
  const until = lease < 0 ? steps : steps.slice(0, lease + 1);
  const known = until.filter(({ on, recorded }) => on <= day && recorded <= knownOn);
  const first = known.find(({ type }) => type === 'let');
  if (first !== undefined) return { form: first.form, signed: first.on };
  let last: Step | undefined;
  for (const step of known) if (last === undefined || step.on >= last.on) last = step;
  return last?.type === 'reserve' ? { form: last.form, signed: null } : null;
}
