import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import type { Refusal } from '../../engine/refusals.js';
import { audienceOf, sourceOf } from '../../files/report-reader.js';
import { answer, type Answer } from '../../reports/index.js';
import type { Asked } from '../page.js';
import type { Wish } from './report-wish.js';

/** The name of a report in an address. */
export const NAME = z.object({ name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) });

/** Who asks, and in which language. */
export type Asks = Pick<Asked, 'runtime' | 'session' | 'language'>;

/** Asks a report in the reader's name. */
export function ask({ runtime, session }: Asks, name: string, parameters: Wish): Promise<Answer | Refusal> {
  const today = dayOf(runtime.clock.now());
  const reader = audienceOf(session.person as Person);
  return answer(sourceOf(runtime), name, { today, reader, parameters });
}
