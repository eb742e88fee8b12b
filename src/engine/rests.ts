import type { Text } from '../../workflows/definition.js';
import type { FileState } from './model.js';
import type { Registry } from './registry.js';

/** Why nothing can be done in a file any longer; null while something can. */
export function restsBecause(
  registry: Registry,
  { kind, record }: Pick<FileState, 'kind' | 'record'>,
): Text | null {
  return registry.kind(kind).rests?.(record) ?? null;
}
