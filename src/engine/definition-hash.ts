import { z } from 'zod';
import type { Workflow } from '../../workflows/definition.js';
import { canonical, sha256 } from './canonical.js';

/** A definition never changes once it is read. */
const known = new WeakMap<Workflow, string>();

/**
 * SHA-256 (base64url) of a definition: its chart, schemas, rules and policy, and the text of its functions. Stored with
 * every event, so that a review can tell by which rules a step was taken.
 */
export function definitionHash(workflow: Workflow): string {
  let hash = known.get(workflow);
  if (hash === undefined) {
    hash = sha256(canonical(plain({ ...workflow, machine: workflow.machine.config }, new Set())));
    known.set(workflow, hash);
  }
  return hash;
}

function plain(value: unknown, above: ReadonlySet<unknown>): unknown {
  if (typeof value === 'function') return plainFunction(value as Named, above);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (value instanceof z.ZodType)
    return JSON.parse(
      JSON.stringify(z.toJSONSchema(value, { unrepresentable: 'any', io: 'input' })),
    ) as unknown;
  if (above.has(value)) throw new Error('a definition must not contain itself');
  const below = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((v) => plain(v, below));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => [k, plain(v, below)]),
  );
}

type Named = ((...args: never[]) => unknown) & { readonly guards?: readonly unknown[] };

function plainFunction(value: Named, above: ReadonlySet<unknown>): unknown {
  return value.guards === undefined ? String(value) : { [value.name]: plain(value.guards, above) };
}
