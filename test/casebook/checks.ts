import { verify } from '../../src/audit/verify.js';
import { exportCasebook } from '../../src/casebook/export.js';
import { createPool } from '../../src/platform/database.js';
import type { BookWorld } from './world.js';

/** Everything that a database holds, as a casebook. */
export const exported = async ({ runtime: { pool, engine, registry } }: BookWorld): Promise<string> => {
  let text = '';
  for await (const part of exportCasebook({ pool, keys: engine.keys, registry })) text += part;
  return text;
};
/** What verification says of a database. */
export const verified = async ({ url, runtime }: BookWorld): Promise<unknown> => {
  const owner = createPool(url, { max: 2 });
  const { found, findings } = await verify(owner, runtime.registry);
  await owner.end();
  return { found, findings };
};
