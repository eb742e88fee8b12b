import type { Text } from '../../workflows/definition.js';
import type { Reader } from '../access/access-entry.js';
import { proofOf, type Proof } from '../audit/proof.js';
import type { EventBody } from '../engine/model.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import { openedFor, type Opened } from './file-view.js';
import { hidingFrom } from './hidden.js';
import { mayRead } from './trail.js';

const words = {
  noProof: {
    sv: 'Ingen kontrollpunkt omfattar händelsen än. Den görs en gång om dygnet; försök igen i morgon.',
    en: 'No checkpoint covers the event yet. One is made every day; try again tomorrow.',
  },
  others: {
    sv: 'Beviset skulle visa händelser som du inte får läsa. Be en granskare ta fram det.',
    en: 'The proof would show events that you may not read. Ask an auditor to make it.',
  },
} as const satisfies Record<string, Text>;

/** The proof of one event, for those who may read all that it shows: the event, and those after it up to the checkpoint. */
export async function provenFor(
  runtime: Runtime,
  { id, seq }: { readonly id: string; readonly seq: number },
  reader: Reader,
): Promise<({ readonly ok: true; readonly opened: Opened } & Proof) | Refusal> {
  const opened = await openedFor(runtime, id, reader, 'proof', { event: `${id}:${seq}` });
  if (isRefusal(opened)) return opened;
  const proof = await proofOf(runtime.pool, id, seq);
  if (proof === null) return refuse('not-found', words.noProof);
  const texts = [proof.event, ...proof.after];
  const hiding = await hidingFrom(runtime, reader.person, texts);
  const isTheirs = (text: string): boolean =>
    mayRead(runtime.registry, opened, JSON.parse(text) as EventBody) && !hiding.names(text);
  return texts.every(isTheirs) ? { ok: true, opened, ...proof } : refuse('not-permitted', words.others);
}
