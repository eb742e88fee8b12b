import type { Person } from '../engine/model.js';
import { acts } from '../register/roles.js';

/** Collects conditions and their values. `values`: those of a query that has parts, each with its own conditions. */
export class Where {
  private readonly all: string[] = [];

  constructor(readonly values: unknown[] = []) {}

  value(one: unknown): string {
    return `$${this.values.push(one)}`;
  }

  add(condition: string | null): this {
    if (condition !== null) this.all.push(`(${condition})`);
    return this;
  }

  toString(): string {
    return this.all.length === 0 ? 'true' : this.all.join(' and ');
  }
}

/** Whether a person may know of process `p`; the database's own policy says the same again. */
export const seen = (where: Where, p: string, { kind }: Person): string =>
  kind === 'administration' ? 'true' : `${where.value(kind)} = any(${p}.seen_by)`;

/** The gate's rule as a condition on `case_file f`, so that its indexes serve; null for those who see no file at all. */
export function visibleTo(where: Where, person: Person): string | null {
  const { kind, role, organisation, login } = person;
  if (kind === 'administration') return role === 'auditor' ? 'true' : null;
  if (!acts(role)) return null;
  const process = `exists (select from process s where s.file_id = f.id and ${seen(where, 's', person)})`;
  if (kind !== 'district' && kind !== 'housingUnit') return process;
  const own = `f.kind = 'household' and (f.district = ${where.value(organisation)}
    or (f.handlers <> '{}' and f.handlers @> array[${where.value(login)}]))`;
  return `(${own}) or (f.kind = 'dwelling' and ${process})`;
}
