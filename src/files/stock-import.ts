import type { Day } from '../../workflows/definition.js';
import { dwellingOn, type DwellingData } from '../../workflows/files/dwelling.js';
import { dayOf } from '../domain/zone.js';
import { canonical, sha256 } from '../engine/canonical.js';
import type { Asked } from '../engine/command.js';
import type { Person } from '../engine/model.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import { readFlats } from './flats.queries.js';
import { placeOf, type StockRow } from './stock-sheet.js';

/** What may be said anew of a flat that is in stock. */
const CHANGEABLE = ['rent', 'dailyCost', 'rooms', 'area', 'floor', 'lift', 'access', 'pets'] as const;
type Changeable = (typeof CHANGEABLE)[number];

/** One thing that a sheet says otherwise than the stock: both values, undefined where nothing was known. */
export interface Change {
  readonly field: Changeable;
  readonly was: DwellingData[Changeable];
  readonly is: DwellingData[Changeable];
}

/** What a row of a sheet would do: a new flat, changes to one in stock, or nothing. */
export interface StockPlan {
  readonly row: number;
  readonly flat: DwellingData;
  /** The file of the flat, when it is in stock. */
  readonly file: string | null;
  readonly changes: readonly Change[];
}

/** What the flats of a sheet would change in the stock of facilities, as it is today. Nothing is written. */
export async function stockPlans(
  { guarded, clock }: Runtime,
  person: Person,
  rows: readonly StockRow[],
): Promise<StockPlan[]> {
  const now = clock.now();
  const today = dayOf(now);
  const stock = await guarded.as(person, now, (db) => readFlats(db, null));
  const own = stock.filter(({ record }) => record.source === 'facility');
  const known = new Map(
    own.map(({ file, record }) => [placeOf(record), { file, flat: dwellingOn(record, today) }]),
  );
  return rows.map(({ row, flat }) => {
    const there = known.get(placeOf(flat));
    return {
      row,
      flat,
      file: there?.file ?? null,
      changes: there === undefined ? [] : changesIn(flat, there.flat),
    };
  });
}

/** An empty cell says nothing: what is known stays. */
function changesIn(flat: DwellingData, known: DwellingData): Change[] {
  return CHANGEABLE.flatMap((field) => {
    const [was, is] = [known[field], flat[field]];
    return is === undefined || is === null || is === was ? [] : [{ field, was, is }];
  });
}

/** What a row does to the stock. */
export const isNew = ({ file }: StockPlan): boolean => file === null;
export const isChanged = ({ file, changes }: StockPlan): boolean => file !== null && changes.length > 0;

/** Takes the steps of a sheet, each through the engine in the person's name; a row that is refused stops no other. */
export async function takeStock(
  { engine, clock }: Runtime,
  person: Person,
  plans: readonly StockPlan[],
): Promise<{
  readonly taken: number;
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal }[];
}> {
  const today = dayOf(clock.now());
  const refused: { row: number; refusal: Refusal }[] = [];
  let taken = 0;
  for (const plan of plans.filter((one) => isNew(one) || isChanged(one))) {
    const asked = askedBy(plan, today);
    // The same sheet sent twice on a day gives the same commands, so nothing happens twice.
    const id = `stock:${sha256(canonical([today, person.login, asked as object]))}`;
    const answer = await engine.execute({ id, by: person, asked });
    if (isRefusal(answer)) refused.push({ row: plan.row, refusal: answer });
    else taken += 1;
  }
  return { taken, refused };
}

function askedBy({ file, flat, changes }: StockPlan, from: Day): Asked {
  if (file === null) return { open: 'dwelling', data: flat };
  const said = Object.fromEntries(changes.map(({ field, is }) => [field, is]));
  return { event: 'updateDwelling', file, data: { from, ...said } };
}
