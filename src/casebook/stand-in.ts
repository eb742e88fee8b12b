import type { EventBody } from '../engine/model.js';
import { unmark } from '../engine/seal.js';

/** What an export says where two persons had the content of an entry taken away: fit to be taken, and to be sealed again. */
const STAND_IN = 'Spärrad';

/** The data of a sealed entry, each value that is gone with a stand-in; a document with a text that says as much. */
export function standInFor(
  { type, data }: Pick<EventBody, 'type' | 'data'>,
  read: (digest: string) => unknown,
): Record<string, unknown> {
  const said = unmark(data, (digest) => read(digest) ?? STAND_IN) as Record<string, unknown>;
  if (type !== 'attach') return said;
  const content = Buffer.from(STAND_IN);
  return { ...said, media: 'text', bytes: content.length, content: content.toString('base64') };
}
