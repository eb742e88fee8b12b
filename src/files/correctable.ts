import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../domain/zone.js';
import { correctable } from '../engine/history/asked.js';
import { historiesOf } from '../engine/history/read-histories.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { fieldsOf } from '../engine/schema-fields.js';
import { digestsIn, unmark } from '../engine/seal.js';
import { words } from '../engine/words.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { TrailEvent } from './event-shapes.js';
import type { Opened } from './file-view.js';
import { hidingFrom } from './hidden.js';
import { eventSchema } from './json-schema.js';
import { masked } from './mask.js';
import { asTold } from './trail.js';

/** How an event can be corrected: told otherwise, taken away, or with a note beside it. */
export type CorrectionWay = 'replace' | 'void' | 'note';

/** An event that a person may correct, as it is known now. */
export interface CorrectableEvent {
  readonly ok: true;
  readonly event: TrailEvent;
  readonly ways: readonly CorrectionWay[];
  /** Its data whole, with the schema that they are asked by; null where they are not to be replaced, or not all to be seen. */
  readonly data: { readonly schema: object; readonly plain: Readonly<Record<string, unknown>> } | null;
}

/** Finds the event that a person wants to correct; a refusal when it is not there for them, or not to be corrected. */
export async function correctableFor(
  runtime: Runtime,
  opened: Opened,
  of: number,
  language: Language,
): Promise<CorrectableEvent | Refusal> {
  const { registry, pool, engine, clock } = runtime;
  const { file, person, sight } = opened;
  const history = (await historiesOf(pool, registry)([file.id])).get(file.id);
  if (history == null) return refuse('not-found', words.notFound);
  const found = correctable(engine.ports, person, { file, history, of, recordedAt: clock.now() });
  if (isRefusal(found)) return found;
  const { event: body, spec } = found;
  const [event] = await asTold(runtime, opened, [body], language);
  if (event === undefined) return refuse('not-found', words.notFound);
  const isOneVoice = spec.twoPersons === undefined && body.known.carried == null;
  const hasPaper = fieldsOf(spec.schema).some(({ meta }) => meta.apart === true);
  const isAllSeen = isDeepStrictEqual(masked(spec.schema, body.data, sight.record), body.data);
  const plain = isOneVoice && !hasPaper && isAllSeen ? await wholeOf(runtime, opened, body.data) : null;
  const { reasons } =
    body.workflow === undefined
      ? registry.kind(file.kind)
      : { ...registry.pinned(body.workflow, body.version ?? 0)?.workflow };
  const schema = eventSchema(spec, { language, reasons, day: dayOf(body.occurredAt) });
  return {
    ok: true,
    event,
    ways: [...(isOneVoice ? (['replace'] as const) : []), ...(body.opens ? [] : (['void'] as const)), 'note'],
    data: plain === null ? null : { schema, plain },
  };
}

/** Data in plain values; null when some are not kept any more or name a case that the person may not see. */
async function wholeOf(
  runtime: Runtime,
  { person, file }: Opened,
  data: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown> | null> {
  const digests = digestsIn(data);
  const kept = await runtime.engine.keys.unsealKept(file.id, digests);
  const hiding = await hidingFrom(runtime, person, [JSON.stringify(data)]);
  if (digests.some((one) => kept.get(one) == null) || !isDeepStrictEqual(hiding.from(data), data))
    return null;
  return unmark(data, (digest) => kept.get(digest) ?? null) as Record<string, unknown>;
}
