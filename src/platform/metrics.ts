import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the gauges ask when they are read. */
export interface Observed {
  /** Connections: all there are, those at rest, and calls that wait for one. */
  pool(): { readonly total: number; readonly idle: number; readonly waiting: number };
  /** Incidents that are open. */
  incidents(): Promise<number>;
}

/** Everything that is measured. Labels are codes and route patterns; nothing of a case is among them. */
export class Metrics {
  readonly registry = new Registry();
  private observed: Observed | null = null;

  readonly steps = new Counter({
    name: 'husrum_steps_total',
    help: 'Steps asked for, by how they were answered (taken, proposed, repeated, foreseen, or the refusal code)',
    labelNames: ['answer'],
    registers: [this.registry],
  });
  readonly http = new Histogram({
    name: 'husrum_http_seconds',
    help: 'Time to answer a request, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  readonly sweeps = new Histogram({
    name: 'husrum_sweep_seconds',
    help: 'Time of one sweep',
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300],
    registers: [this.registry],
  });
  readonly swept = new Counter({
    name: 'husrum_swept_total',
    help: 'What sweeps did: files whose deadlines were delivered, reminders, transfers',
    labelNames: ['what'],
    registers: [this.registry],
  });
  readonly sent = new Counter({
    name: 'husrum_outbox_sent_total',
    help: 'Messages handed over',
    registers: [this.registry],
  });
  readonly mails = new Counter({
    name: 'husrum_mail_sent_total',
    help: 'Mails that told people of something new',
    registers: [this.registry],
  });
  readonly workFailures = new Counter({
    name: 'husrum_work_failures_total',
    help: 'Runs of a background job that failed',
    labelNames: ['job'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('husrum_pool_connections', 'Connections to the database', () => this.observed?.pool().total);
    this.gauge('husrum_pool_idle', 'Connections at rest', () => this.observed?.pool().idle);
    this.gauge(
      'husrum_pool_waiting',
      'Calls that wait for a connection',
      () => this.observed?.pool().waiting,
    );
    this.gauge('husrum_incidents_open', 'Incidents that are open', () => this.observed?.incidents());
  }

  /** What the gauges read from now on. */
  observe(observed: Observed | null): void {
    this.observed = observed;
  }

  private gauge(
    name: string,
    help: string,
    read: () => number | undefined | Promise<number | undefined>,
  ): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await Promise.resolve(read()).catch(() => undefined);
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }
}

/** Serves `GET /metrics` for Prometheus on a port of its own, so that it need not be reachable where the pages are. */
export async function serveMetrics(metrics: Metrics, port: number, host: string): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.registry
      .metrics()
      .then((text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text))
      .catch(() => response.writeHead(500).end());
  });
  await listening(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A server of metrics that runs. */
export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
