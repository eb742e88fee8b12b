import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createServer } from './api/server.js';
import { ServerState } from './api/server-state.js';
import type { Config } from './platform/config.js';
import { loggingOptions } from './platform/logging.js';
import { Metrics, serveMetrics } from './platform/metrics.js';
import { startRuntime, type Runtime } from './runtime.js';
import { startWorkers, type Worker } from './workers.js';

/** A program that serves. */
export interface Served {
  /** The address it listens at. */
  readonly url: string;
  readonly metricsUrl: string;
  /** Resolves when it is migrated, loaded and at work; rejects with a sentence when it cannot start. */
  readonly ready: Promise<Runtime>;
  /** Takes no more, ends what is under way, and lets go of the database. */
  stop(): Promise<void>;
}

/**
 * Serves: listens at once (health says so), then migrates, loads the demo years on the first start of a demo, and sets
 * the sweep and the outbox to work. Rejects when the port is taken.
 */
export async function serve(config: Config): Promise<Served> {
  const state = new ServerState();
  const metrics = new Metrics();
  const app = await createServer(state, { config, metrics });
  await app.listen({ port: config.port, host: config.host });
  const exposed = await serveMetrics(metrics, config.metricsPort, config.host).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const { port } = app.getHttpServer().address() as AddressInfo;
  const work = begin(config, state, metrics);
  const stop = async (): Promise<void> => {
    state.phase = 'stopping';
    const begun = await work.catch(() => null);
    await begun?.workers?.stop();
    await app.close();
    await exposed.close();
    metrics.observe(null);
    await begun?.runtime.close();
  };
  let stopped: Promise<void> | undefined;
  return {
    url: `http://${hostIn(config.host)}:${port}`,
    metricsUrl: `http://${hostIn(config.host)}:${exposed.port}/metrics`,
    ready: work.then(({ runtime }) => runtime),
    stop: () => (stopped ??= stop()),
  };
}

interface Begun {
  readonly runtime: Runtime;
  /** Null when it was stopped before it came to work. */
  readonly workers: Worker | null;
}

async function begin(config: Config, state: ServerState, metrics: Metrics): Promise<Begun> {
  const runtime = await startRuntime(config);
  metrics.observe(observed(runtime));
  const wasStopped = state.phase === 'stopping';
  state.start(runtime);
  if (wasStopped) {
    state.phase = 'stopping';
    return { runtime, workers: null };
  }
  return { runtime, workers: startWorkers(runtime, metrics, pino(loggingOptions(config.logLevel))) };
}

function observed({ pool }: Runtime): Parameters<Metrics['observe']>[0] {
  return {
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    incidents: async () => {
      const { rows } = await pool.query<{ n: number }>(
        'select count(*)::int as n from incident where closed_at is null',
      );
      return rows[0]?.n ?? 0;
    },
  };
}

const hostIn = (host: string): string => (host.includes(':') ? `[${host}]` : host);
