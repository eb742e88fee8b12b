import { pino } from 'pino';
import { createServer, listen } from './api/server.js';
import { ServerState } from './api/server-state.js';
import type { Config } from './platform/config.js';
import { loggingOptions } from './platform/logging.js';
import { Metrics, serveMetrics } from './platform/metrics.js';
import { startRuntime, type Runtime } from './runtime.js';
import { openSignIn, type OpenedSignIn } from './sign-in.js';
import { addPages } from './web/mount.js';
import type { Site } from './web/site.js';
import { startWorkers, type Worker } from './workers.js';

/** How the loading of the demo years is watched and broken off. */
export interface Loading {
  /** Told now and then: the share that is loaded, 0 to 1. */
  progress(share: number): void;
  /** Aborted when the program is told to stop: what is loaded by then stays, and the next start goes on. */
  readonly signal: AbortSignal;
}

/** Loads the demo years, or what is missing of them, and moves the demo to its own today. */
export type LoadDemo = (runtime: Runtime, loading: Loading) => Promise<void>;

/** What serving may be given beside its configuration. */
export interface ServeOptions {
  readonly loadDemo?: LoadDemo;
  readonly progress?: Loading['progress'];
}

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
 * Serves: listens at once (health says how far it has come), then migrates, loads the demo years on the first start of a
 * demo, and sets the sweep and the outbox to work. Rejects when a port is taken.
 */
export async function serve(config: Config, options: ServeOptions = {}): Promise<Served> {
  const state = new ServerState();
  const metrics = new Metrics();
  const site: Site = { state, signIns: null };
  const app = await createServer(state, {
    config,
    metrics,
    addPages: (fastify, limits) => addPages(fastify, limits, site),
  });
  const port = await listen(app, config.port, config.host);
  const exposed = await serveMetrics(metrics, config.metricsPort, config.host).catch(
    async (error: unknown) => {
      await app.close();
      throw error;
    },
  );
  const url = `http://${inUrl(config.host)}:${port}`;
  // Where any free port was asked for, nobody could know the address before.
  const baseUrl = config.port === 0 ? url : config.baseUrl;
  const start = new Start({ ...config, baseUrl }, site, state, metrics, options);
  const work = start.run();
  work.catch(() => undefined);
  const stop = async (): Promise<void> => {
    start.stop();
    await work.catch(() => undefined);
    await start.workers?.stop();
    await start.signIn?.close();
    await app.close();
    await exposed.close();
    await start.runtime?.close();
  };
  let stopped: Promise<void> | undefined;
  return {
    url,
    metricsUrl: `http://${inUrl(config.host)}:${exposed.port}/metrics`,
    ready: work,
    stop: () => (stopped ??= stop()),
  };
}

/** The way from listening to work, which may be told to stop at any point. */
class Start {
  runtime: Runtime | null = null;
  workers: Worker | null = null;
  signIn: OpenedSignIn | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly config: Config,
    private readonly site: Site,
    private readonly state: ServerState,
    private readonly metrics: Metrics,
    private readonly options: ServeOptions,
  ) {}

  stop(): void {
    this.stopping.abort();
    this.state.phase = 'stopping';
  }

  async run(): Promise<Runtime> {
    const runtime = (this.runtime = await startRuntime(this.config));
    this.metrics.observe(observed(runtime));
    const logger = pino(loggingOptions(this.config.logLevel));
    this.signIn = await openSignIn(runtime, this.config.baseUrl, logger);
    this.site.signIns = this.signIn?.signIns ?? null;
    this.state.start(runtime);
    await this.load(runtime);
    if (this.stopping.signal.aborted) this.state.phase = 'stopping';
    else {
      this.state.phase = 'serving';
      this.workers = startWorkers(runtime, this.metrics, logger);
    }
    return runtime;
  }

  /** Nothing is swept meanwhile: until the demo has its own day, the clock shows the real one. */
  private async load(runtime: Runtime): Promise<void> {
    const { loadDemo, progress } = this.options;
    if (loadDemo === undefined || this.stopping.signal.aborted || !(await isNewDemo(runtime))) return;
    this.state.phase = 'loading';
    const { signal } = this.stopping;
    const loading: Loading = {
      signal,
      progress: (share) => {
        this.state.loaded = share;
        progress?.(share);
      },
    };
    await loadDemo(runtime, loading).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

const BEGUN = 'demo-begun';

/** Whether the demo years are to be loaded: into a database without cases, or where an earlier start was broken off. */
async function isNewDemo({ demo, pool }: Runtime): Promise<boolean> {
  if (demo === null || demo.today() !== null) return false;
  const { rows } = await pool.query<{ begun: boolean; empty: boolean }>(
    `select exists (select from setting where name = $1) as begun, not exists (select from case_file) as empty`,
    [BEGUN],
  );
  if (!rows[0]?.begun && !rows[0]?.empty) return false;
  await pool.query(`insert into setting (name, value) values ($1, 'true') on conflict do nothing`, [BEGUN]);
  return true;
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

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
