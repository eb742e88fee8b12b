import type { Day, Step } from '../definition.js';
import type { UpdateDwelling } from './dwelling.events.js';
import type { DwellingData, DwellingRecord } from './dwelling.data.js';
import { dataOf, inForce, withValue } from './parts.js';

/** The flat as it stood on a day: rent and daily cost by the dated lists, the rest as last written. */
export function dwellingOn(record: DwellingRecord, on: Day): DwellingData & { dailyCost: number | null } {
  const { rents, dailyCosts, assignee: _, ...data } = record;
  return {
    ...data,
    rent: inForce(rents, on) ?? data.rent,
    dailyCost: inForce(dailyCosts, on) ?? null,
  };
}

function opened(_: DwellingRecord, step: Step): DwellingRecord {
  const data = dataOf<DwellingData>(step);
  return {
    ...data,
    rents: [{ from: step.meta.day, value: data.rent }],
    dailyCosts: [{ from: step.meta.day, value: data.dailyCost ?? null }],
    assignee: null,
  };
}

function updated(record: DwellingRecord, step: Step): DwellingRecord {
  const { from, rent, dailyCost, ...rest } = dataOf<UpdateDwelling>(step);
  const rents = rent === undefined ? record.rents : withValue(record.rents, from, rent);
  const dailyCosts =
    dailyCost === undefined ? record.dailyCosts : withValue(record.dailyCosts, from, dailyCost);
  return {
    ...record,
    ...rest,
    rents,
    dailyCosts,
    rent: inForce(rents, step.meta.day) ?? record.rent,
    dailyCost: inForce(dailyCosts, step.meta.day) ?? null,
  };
}

/** How each event changes the record. */
export const applyDwelling: Readonly<Record<string, (record: DwellingRecord, step: Step) => DwellingRecord>> =
  {
    open: opened,
    updateDwelling: updated,
    assign: (record, step) => ({ ...record, assignee: dataOf<{ handler: string }>(step).handler }),
    note: (record) => record,
    attach: (record) => record,
  };
