import type { z } from 'zod';
import type { Field, Sealed } from '../../workflows/definition.js';
import { comesOfAgeOn, ofAgeWord } from '../domain/household.js';
import { houseOf } from '../domain/address.js';
import { fieldsOf, replaceAt, valuesAt } from './schema-fields.js';
import type { SealedValue, Vault } from './vault.js';

/** A word by which a file is found, as its keyed hash; `within`: by those alone within whose organisations it stays. */
export interface Term {
  readonly word: Buffer;
  readonly within: boolean;
}

/** Data with its personal values taken out, and what was taken. */
export interface Parted {
  readonly coded: Record<string, unknown>;
  readonly sealed: readonly SealedValue[];
  /** By what the file can be found. */
  readonly terms: readonly Term[];
  /** The plain values by digest. */
  readonly fresh: ReadonlyMap<string, unknown>;
}

/** Whether a schema has any personal field, so that its data needs the file's key. */
export function hasPersonal(schema: z.ZodType): boolean {
  return fieldsOf(schema).some((f) => f.meta.personal === true);
}

/** Seals every personal value of valid data and leaves a mark `{sealed: digest}` in its place. */
export function sealData(
  schema: z.ZodType,
  data: Record<string, unknown>,
  key: Uint8Array,
  vault: Vault,
): Parted {
  let coded: unknown = data;
  const sealed: SealedValue[] = [];
  const terms: Term[] = [];
  const fresh = new Map<string, unknown>();
  for (const { path, meta } of fieldsOf(schema)) {
    if (meta.personal !== true) continue;
    for (const { at, value } of valuesAt(data, path)) {
      const one = vault.seal(key, value);
      sealed.push(one);
      fresh.set(one.digest, value);
      coded = replaceAt(coded, at, { sealed: one.digest } satisfies Sealed);
      const words = meta.find === undefined ? [] : searchWords(meta.find, String(value));
      terms.push(...words.map((word) => ({ word: vault.term(word), within: meta.within === true })));
    }
  }
  return { coded: coded as Record<string, unknown>, sealed, terms, fresh };
}

/** The words by which a value is found: itself, each whole word of it, or, marked as such, the house of an address and the day of coming of age. */
export function searchWords(find: NonNullable<Field['find']>, value: string): string[] {
  if (find === 'birthday') return [ofAgeWord(comesOfAgeOn(value))];
  if (find === 'address') return houseOf(value) === '' ? [] : [`address ${houseOf(value)}`];
  if (find === 'whole') return [value.replace(/[\s-]/g, '')];
  return value.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 0);
}

/** Every digest marked as sealed anywhere in a JSON value. */
export function digestsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSealed(value)) return [value.sealed];
  return Object.values(value).flatMap(digestsIn);
}

/** The JSON value with every mark replaced by what `read` gives for its digest. */
export function unmark(value: unknown, read: (digest: string) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return read(value.sealed);
  if (Array.isArray(value)) return value.map((v) => unmark(v, read));
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unmark(v, read)]));
}

function isSealed(value: object): value is Sealed {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === 'sealed' && typeof (value as Sealed).sealed === 'string';
}
