import type { EventSpec } from '../../../workflows/definition.js';
import type { EventBody } from '../model.js';
import type { Registry } from '../registry.js';
import { historyEvents } from './history-events.js';

/** What an event's workflow, its kind of file or the engine itself says of it; undefined when that version is not here. */
export function specOf(
  registry: Registry,
  file: { readonly kind: 'household' | 'dwelling' } | null,
  body: Pick<EventBody, 'workflow' | 'version' | 'type'>,
): EventSpec | undefined {
  if (body.workflow === undefined)
    return file === null
      ? undefined
      : (registry.kind(file.kind).events[body.type] ?? historyEvents[body.type]);
  const workflow = registry.pinned(body.workflow, body.version ?? 0)?.workflow;
  return body.type === 'open' ? workflow?.open : workflow?.events[body.type];
}
