import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Metrics } from '../../src/platform/metrics.js';
import { readConfig, type Config } from '../../src/platform/config.js';
import { serve, type LoadDemo, type Served } from '../../src/serve.js';
import { repeat } from '../../src/workers.js';
import { dropped } from './served.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'husrum-serve-'));
});
afterEach(async () => {
  await dropped(database);
  await rm(folder, { recursive: true, force: true });
});

const key = Buffer.alloc(32, 7).toString('base64');
const config = (more: Record<string, string> = {}): Config =>
  readConfig({
    ...{ DATABASE_URL: database.url, HUSRUM_MASTER_KEY: key, HUSRUM_SIGNING_KEY: key, HUSRUM_DATA: folder },
    ...{
      PORT: '0',
      METRICS_PORT: '0',
      LOG_LEVEL: 'silent',
      HUSRUM_DEMO: '0',
    },
    ...more,
  });

async function get(served: Served, path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${served.url}${path}`);
  const text = await answer.text();
  return {
    status: answer.status,
    body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : { text },
  };
}

describe('serving', () => {
  it('answers from the first second, and is ready once migrated', async () => {
    const served = await serve(config());
    try {
      const early = await Promise.all(
        ['/health/live', '/health/ready', '/api/v1/files', '/api', '/api/openapi.json'].map((path) =>
          get(served, path),
        ),
      );
      expect(early.map(({ status }) => status)).toEqual([200, 503, 503, 503, 503]);
      expect(early[1]?.body).toEqual({ status: 'not-ready', phase: 'starting' });
      expect(early[2]?.body['code']).toBe('starting');
      expect(early[3]?.body['text']).toContain('Husrum startar');
      await served.ready;
      expect(await get(served, '/health/ready')).toEqual({
        status: 200,
        body: { status: 'ready', phase: 'serving' },
      });
      expect((await get(served, '/api/v1/files')).status).toBe(401);
      expect((await get(served, '/')).body['text']).toContain('Bostad för familjer utan hem');
    } finally {
      await served.stop();
    }
    await expect(fetch(served.url)).rejects.toThrow();
  });

  it('tells what it does in numbers, and nothing of a case', async () => {
    const served = await serve(config());
    try {
      await served.ready;
      await get(served, '/api/v1/files/abcdefghjkm?q=hemlig');
      const sweeps = async (): Promise<string> => (await fetch(served.metricsUrl)).text();
      const text = await sweeps();
      for (const name of [
        'husrum_steps_total',
        'husrum_sweep_seconds',
        'husrum_outbox_sent_total',
        'husrum_incidents_open 0',
        'husrum_pool_connections',
        'husrum_pool_waiting 0',
        'process_cpu_seconds_total',
      ])
        expect(text).toContain(name);
      expect(text).toContain('route="/api/v1/files/:file",status="401"');
      expect(text).not.toMatch(/abcdefghjkm|hemlig/);
      expect((await fetch(served.metricsUrl.replace('/metrics', '/'))).status).toBe(404);
    } finally {
      await served.stop();
    }
  });

  it('cannot start on a port that is taken, nor with a database that is not there, and leaves nothing open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(serve(config({ PORT: String(port) }))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(serve(config({ METRICS_PORT: String(port) }))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => other.close(resolve));
    const nowhere = await serve(config({ DATABASE_URL: 'postgres://x:y@127.0.0.1:9/nothing' }));
    await expect(nowhere.ready).rejects.toThrow();
    expect((await get(nowhere, '/health/ready')).status).toBe(503);
    await nowhere.stop();
  });

  it('may be told to stop before it has begun', async () => {
    const served = await serve(config());
    await served.stop();
    await expect(fetch(served.url)).rejects.toThrow();
  });

  it('loads the demo years once, serves readers meanwhile, and then has the demo’s own day', async () => {
    let go = (): void => undefined;
    let loads = 0;
    const loadDemo: LoadDemo = async (runtime, { progress }) => {
      loads++;
      progress(0.25);
      await new Promise<void>((resolve) => (go = resolve));
      progress(1);
      await runtime.demo?.moveTo('2021-12-08');
    };
    const served = await serve(config({ HUSRUM_DEMO: '1' }), { loadDemo });
    while (loads === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await get(served, '/health/ready')).body).toEqual({
      status: 'ready',
      phase: 'loading',
      loaded: 0.25,
    });
    expect((await get(served, '/api')).body['text']).toContain('Demoåren läses in');
    go();
    const runtime = await served.ready;
    expect(runtime.clock.now()).toMatch(/^2021-12-0[78]T/);
    expect((await get(served, '/health/ready')).body).toEqual({ status: 'ready', phase: 'serving' });
    await served.stop();
    const again = await serve(config({ HUSRUM_DEMO: '1' }), { loadDemo });
    await again.ready;
    await again.stop();
    expect(loads).toBe(1);
  });
});

describe('a job that repeats', () => {
  it('never overlaps itself, goes on after a failure, and stops when its run has ended', async () => {
    let [running, most, runs, failures] = [0, 0, 0, 0];
    const job = async (): Promise<void> => {
      runs++;
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running--;
      if (runs === 2) throw new Error('once');
    };
    const worker = repeat(job, 1, () => failures++);
    while (runs < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    await worker.stop();
    const then = runs;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([most, running, failures, runs]).toEqual([1, 0, 1, then]);
  });
});

describe('the gauges', () => {
  it('say nothing while there is nothing to ask, or asking fails', async () => {
    const metrics = new Metrics();
    expect(await metrics.registry.metrics()).not.toMatch(/husrum_incidents_open \d/);
    metrics.observe({
      pool: () => ({ total: 3, idle: 1, waiting: 0 }),
      incidents: () => Promise.reject(new Error('away')),
    });
    expect(await metrics.registry.metrics()).toMatch(/husrum_pool_connections 3/);
  });
});
