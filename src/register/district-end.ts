import type { EntityManager } from 'typeorm';
import { addDays } from '../domain/days.js';
import type { Refusal } from '../engine/refusals.js';
import { awaitedBy } from './districts.js';
import { fault } from './keeping.js';
import type { DistrictData } from './schemas.js';
import { DISTRICTS, grouped, type District } from './snapshot.js';
import { awaited, words } from './words.js';

const HAS_FILES = `
select exists (select from case_file where kind = 'household' and district = $1) as has`;

/** What stands in the way of the end of a district: cases that would be nobody’s, its own or those that others hand over to it. */
export async function endRefused(
  db: EntityManager,
  { code, to, successor }: Pick<DistrictData, 'code' | 'successor'> & { readonly to: string },
): Promise<Refusal | null> {
  const districts = grouped(await db.query<District[]>(DISTRICTS), (one) => one.code);
  const merger = awaitedBy(districts, code, addDays(to, 1));
  if (merger !== undefined) return fault('to', awaited(merger.name, merger.on));
  if (successor !== undefined) return null;
  const [row] = await db.query<{ has: boolean }[]>(HAS_FILES, [code]);
  return row?.has ? fault('successor', words.needsSuccessor) : null;
}
