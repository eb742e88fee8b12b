import { ConfigError, readConfig } from './platform/config.js';
import { serve } from './serve.js';

const LONGEST_GOODBYE_MS = 30_000;

/** Starts the server and tells the console what to do next. Exit code 1 when it cannot start. */
async function main(): Promise<void> {
  const config = readConfig();
  const served = await serve(config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void goodbye(served.stop));
  console.log(`Husrum svarar på / answers at ${served.url}`);
  await served.ready;
}

async function goodbye(stop: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
  await stop();
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
