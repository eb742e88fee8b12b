import type { ProcessRef, Text } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import type { Command } from './command.js';
import { numberOf } from './deciding.js';
import { seen, type Preparing, type Target } from './preparing.js';
import { refuse, type Refusal } from './refusals.js';
import { fieldsOf, valuesAt } from './schema-fields.js';
import { words } from './words.js';

/** What pointing at something asks: also who points. */
export type Referring = Preparing & { readonly command: Pick<Command, 'by' | 'recordedAt'> };

/** Codes and refs must point at something that is there on the day. All faults are told at once. */
export async function references(
  p: Referring,
  target: Target,
  data: object,
  day: string,
): Promise<Refusal | null> {
  const faults: { path: string; message: Text; code: 'unknown-reason' | 'unknown-reference' }[] = [];
  for (const { path, meta } of fieldsOf(target.spec.schema)) {
    const { pick } = meta;
    if (pick === undefined) continue;
    for (const { at, value } of valuesAt(data, path)) {
      if (await isThere(p, target, pick, value, day)) continue;
      const reason = pick.from === 'reason';
      faults.push({
        path: at.join('.'),
        message: reason ? words.unknownReason : words.unknownReference,
        code: reason ? 'unknown-reason' : 'unknown-reference',
      });
    }
  }
  const [first] = faults;
  if (first === undefined) return null;
  return refuse(first.code, first.message, {
    fields: faults.map(({ path, message }) => ({ path, message })),
  });
}

async function isHere(p: Referring, { file }: Target, ref: ProcessRef): Promise<boolean> {
  const here = fileOf(ref) === file ? await seen(p, p.command, file) : null;
  return here?.processes.some(({ number }) => number === numberOf(ref)) ?? false;
}

async function isThere(
  p: Referring,
  target: Target,
  pick: NonNullable<ReturnType<typeof fieldsOf>[number]['meta']['pick']>,
  value: unknown,
  day: string,
): Promise<boolean> {
  if (pick.from === 'reason')
    return (target.reasons?.[pick.list] ?? []).some(
      (r) => r.code === value && r.from <= day && (r.to === undefined || day <= r.to),
    );
  if (pick.from === 'member') return true;
  if (pick.from === 'household')
    return (await seen(p, p.command, fileOf(value as ProcessRef)))?.kind === 'household';
  if (pick.from === 'here') return isHere(p, target, value as ProcessRef);
  if (pick.from !== 'process') return p.directory.exists(pick, String(value), day);
  const ref = value as ProcessRef;
  const file = await seen(p, p.command, fileOf(ref));
  return (
    file?.processes.some((one) => one.number === numberOf(ref) && one.workflow === pick.workflow) ?? false
  );
}
