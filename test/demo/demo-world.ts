import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demo } from '../../demo/main.js';
import type { Imported } from '../../src/casebook/import.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { projectWorkflows } from '../../src/engine/load-workflows.js';
import { readConfig } from '../../src/platform/config.js';
import { answer, type Answer } from '../../src/reports/index.js';
import { startRuntime, type Runtime } from '../../src/runtime.js';
import { freshDatabase } from '../support/database.js';
import type { Loaded } from './loading.js';

const NOW = `${demo.today}T22:00:00.000Z`;
const KEY = Buffer.alloc(32, 9).toString('base64');

/** The demo years, loaded into a database of their own. */
export interface DemoWorld {
  readonly runtime: Runtime;
  /** The owner's address of the database. */
  readonly url: string;
  readonly imported: Imported;
  readonly refusals: Loaded['refusals'];
  rows<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** A report as of the demo's day. */
  report(name: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** The same book once more. */
  again(): Promise<Imported>;
  close(): Promise<void>;
}

export async function demoWorld(scale = 1): Promise<DemoWorld> {
  const database = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), 'husrum-demo-'));
  const keys = { HUSRUM_MASTER_KEY: KEY, HUSRUM_SIGNING_KEY: KEY };
  const settings = { DATABASE_URL: database.url, HUSRUM_DATA: data, LOG_LEVEL: 'silent', ...keys };
  const loaded = await load(settings, scale);
  const config = readConfig(settings);
  const runtime = await startRuntime(
    { ...config, workflowFolders: [projectWorkflows()] },
    { now: () => NOW },
  );
  return {
    runtime,
    url: database.url,
    ...loaded,
    rows: async (sql, values = []) => (await runtime.pool.query(sql, [...values])).rows,
    report: (name, parameters) => report(runtime, name, parameters),
    again: async () => (await load(settings, scale)).imported,
    async close() {
      await runtime.close();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function load(settings: Readonly<Record<string, string>>, scale: number): Promise<Loaded> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/test/demo/loading.js', String(scale)],
    {
      env: { ...process.env, ...settings },
      maxBuffer: 2 ** 26,
    },
  );
  return JSON.parse(stdout) as Loaded;
}

async function report(
  { pool, directory, registry }: Runtime,
  name: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const workflows = registry.all().map(({ workflow }) => workflow);
  const asking = { today: demo.today, reader: 'inside' as const, parameters };
  const given = await answer({ pool, registers: directory, workflows }, name, asking);
  if (isRefusal(given)) throw new Error(JSON.stringify(given.sentences));
  return given;
}
