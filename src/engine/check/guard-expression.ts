/** The guards that a chart names in one place, and what stands there that is no name. */
export interface GuardExpression {
  readonly names: readonly string[];
  /** What was written instead of a name or `and`, `or`, `not`. */
  readonly inline: readonly string[];
}

const COMBINED = new Set(['and', 'or', 'not']);
type Combined = { readonly name: string; readonly guards: readonly unknown[] };

/** Reads a guard as a chart writes it: a name, or XState's `and`, `or`, `not` over guards. */
export function readGuard(guard: unknown): GuardExpression {
  if (guard === undefined) return { names: [], inline: [] };
  const name = nameIn(guard);
  if (name !== undefined) return { names: [name], inline: [] };
  if (isCombined(guard)) {
    const parts = guard.guards.map(readGuard);
    return { names: parts.flatMap((p) => p.names), inline: parts.flatMap((p) => p.inline) };
  }
  return { names: [], inline: [tellInline(guard)] };
}

/** The name of a guard or action: as it stands, or as XState also takes it, `{ type: name }` without parameters. */
export function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'type') return undefined;
  const { type } = value as { type: unknown };
  return typeof type === 'string' ? type : undefined;
}

/** What is written where only a name may stand: "a function", "an object". */
export function tellInline(value: unknown): string {
  if (typeof value === 'function') {
    const type = (value as { type?: unknown }).type;
    return typeof type === 'string' ? `\`${type.replace('xstate.', '')}\`` : 'an inline function';
  }
  return typeof value === 'object' ? 'an object' : `\`${String(value)}\``;
}

/** Whether a guard is `and`, `or` or `not` over others. */
export function isCombined(guard: unknown): guard is Combined {
  return (
    typeof guard === 'function' &&
    COMBINED.has(guard.name) &&
    Array.isArray((guard as { guards?: unknown }).guards)
  );
}
