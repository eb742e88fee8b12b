import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, createPool } from '../../src/platform/database.js';
import { acquirePostgres } from '../../src/platform/postgres/index.js';
import { measureBulk } from './bulk.js';
import { measureHistory } from './history.js';
import { measurePages } from './pages.js';
import { measureReports } from './reports.js';
import { measureReading } from './reading.js';
import { measureSize } from './size.js';
import { measureStep } from './step.js';
import type { Line } from './table.js';
import { table } from './table.js';

/** `npm run bench`: each figure as a ratio to a limit measured in the same run. Prints a table, writes bench-results.json. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'husrum-bench-'));
  const server = await acquirePostgres(folder);
  await migrate(server.url);
  const pool = createPool(server.url, { max: 16 });
  const lines: Line[] = [];
  const only = new Set(process.argv.slice(2));
  try {
    for (const [name, measure] of Object.entries({
      step: measureStep,
      bulk: measureBulk,
      history: measureHistory,
      size: measureSize,
      reading: measureReading,
      pages: measurePages,
      reports: measureReports,
    })) {
      if (only.size > 0 && !only.has(name)) continue;
      console.error(`measuring ${name} …`);
      lines.push(...(await measure(pool, server.url)));
    }
  } finally {
    await pool.end();
    await server.release();
    await rm(folder, { recursive: true, force: true });
  }
  console.log(table(lines));
  await writeFile('bench-results.json', `${JSON.stringify(lines, null, 2)}\n`);
  if (lines.some((line) => !line.holds)) process.exitCode = 1;
}

await main();
