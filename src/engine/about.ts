import type { FileAbout } from './ports.js';
import type { Registry } from './registry.js';

/** Whose a file is, from its record. */
export function about(
  registry: Registry,
  file: { readonly id: string; readonly kind: 'household' | 'dwelling'; readonly record: object },
): FileAbout {
  const kind = registry.kind(file.kind);
  return {
    id: file.id,
    kind: file.kind,
    responsible: kind.responsible(file.record),
    assignee: kind.assignee(file.record),
  };
}
