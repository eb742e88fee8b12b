import type { Logger } from 'pino';
import { workOutbox } from './engine/outbox.js';
import { checkChains } from './audit/links-check.js';
import { makeReviews } from './access/review/making.js';
import { sourceOf } from './files/report-reader.js';
import { makePacksDue } from './reports/index.js';
import { workMail } from './notices/mail-work.js';
import { smtpMailer, type Mailer } from './notices/mailer.js';
import type { Metrics } from './platform/metrics.js';
import type { Runtime } from './runtime.js';

const EVERY_MS = 5_000;
const EVERY_HOUR_MS = 3_600_000;

/** A job that runs again and again. */
export interface Worker {
  /** Runs no more; resolves when the run under way has ended. */
  stop(): Promise<void>;
}

/** Runs a job at once and then some time after each run has ended, so that no two runs overlap. Failures are handed on. */
export function repeat(job: () => Promise<void>, everyMs: number, failed: (error: unknown) => void): Worker {
  let stopped = false;
  let wake = (): void => undefined;
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await job().catch(failed);
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const ended = loop();
  return {
    stop: () => {
      stopped = true;
      wake();
      return ended;
    },
  };
}

/**
 * The jobs of a serving node: the sweep, the outbox and, where there is a server for it, mail every five seconds; every hour
 * what comes up for review, the monthly and tertial reports whose time has come, and the day's checkpoint when it has none.
 */
export function startWorkers(runtime: Runtime, metrics: Metrics, logger: Logger): Worker {
  const { sweep, pool, clock, engine, directory } = runtime;
  const { baseUrl } = runtime.config;
  const failing = (job: string) => (error: unknown) => {
    metrics.workFailures.inc({ job });
    logger.error({ err: error }, `${job} failed`);
  };
  const sweeping = async (): Promise<void> => {
    const done = metrics.sweeps.startTimer();
    await runtime.policies.load();
    await runtime.culling.load();
    const { files, reminders, transfers } = await sweep.run();
    done();
    for (const [what, count] of Object.entries({ files, reminders, transfers }))
      metrics.swept.inc({ what }, count);
  };
  const sending = async (): Promise<void> => {
    metrics.sent.inc(await workOutbox(pool, runtime.inbox, clock));
  };
  const reviewing = async (): Promise<void> => {
    await makeReviews({ pool, vault: engine.ports.vault, registers: directory }, clock.now());
  };
  const checking = async (): Promise<void> => {
    const made = await runtime.checkpoints.makeDaily();
    if (made !== null) await checkChains(pool, clock.now());
  };
  const packing = async (): Promise<void> => {
    await makePacksDue(sourceOf(runtime), clock.now());
  };
  const mailer = mailerOf(runtime);
  const mailing = (by: Mailer) => async (): Promise<void> => {
    metrics.mails.inc(await workMail({ ...runtime, baseUrl }, by));
  };
  const workers = [
    repeat(sweeping, EVERY_MS, failing('sweep')),
    repeat(sending, EVERY_MS, failing('outbox')),
    ...(mailer === null ? [] : [repeat(mailing(mailer), EVERY_MS, failing('mail'))]),
    repeat(reviewing, EVERY_HOUR_MS, failing('reviews')),
    repeat(packing, EVERY_HOUR_MS, failing('packs')),
    repeat(checking, EVERY_HOUR_MS, failing('checkpoint')),
  ];
  const stop = async (): Promise<void> => {
    await Promise.all(workers.map((one) => one.stop()));
    mailer?.close();
  };
  return { stop };
}

/** Null without a server for mail: then people are told in their inbox alone. */
function mailerOf({ config }: Runtime): Mailer | null {
  return config.smtpUrl === undefined ? null : smtpMailer(config.smtpUrl, config.mailFrom);
}
