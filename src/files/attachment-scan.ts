import type { Text } from '../../workflows/definition.js';
import type { Asked } from '../engine/command.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import { isCleanBy } from '../platform/clamd.js';
import type { Runtime } from '../runtime.js';

const words = {
  infected: {
    sv: 'Virusskyddet hittade skadlig kod i filen. Den har inte sparats. Be avsändaren om en ren fil.',
    en: 'The virus scanner found malicious code in the file. It has not been kept. Ask the sender for a clean one.',
  },
  noScanner: {
    sv: 'Virusskyddet svarar inte, så filen går inte att ta emot nu. Försök igen om en stund.',
    en: 'The virus scanner does not answer, so the file cannot be taken now. Try again in a moment.',
  },
} as const satisfies Record<string, Text>;

/** Why an attachment must not be taken: the virus scanner found something, or cannot be asked. Null for every other step. */
export async function unsafeIn({ config }: Pick<Runtime, 'config'>, asked: Asked): Promise<Refusal | null> {
  const { clamdUrl } = config;
  const { content } = (asked.data ?? {}) as { readonly content?: unknown };
  const isAttachment = 'event' in asked && asked.event === 'attach' && asked.process === undefined;
  if (clamdUrl === undefined || !isAttachment || typeof content !== 'string') return null;
  try {
    if (await isCleanBy(clamdUrl, Buffer.from(content, 'base64'))) return null;
  } catch {
    return refuse('busy', words.noScanner);
  }
  const fields = [{ path: 'content', message: words.infected }];
  return refuse('invalid-data', words.infected, { fields });
}
