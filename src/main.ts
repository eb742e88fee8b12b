import { Presets, SingleBar } from 'cli-progress';
import { demoPeople } from './demo-provider/people.js';
import { startDemo } from './demo-start.js';
import { readConfig } from './platform/config.js';
import type { Runtime } from './runtime.js';
import { serve, type Served } from './serve.js';

const LONGEST_GOODBYE_MS = 30_000;

/** Starts the server and tells the console how far it is and what to do next. Exit code 1 when it cannot start. */
async function main(): Promise<void> {
  const served = await serve(readConfig(), { loadDemo: startDemo, progress: bar() });
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (told) process.exit(1);
      told = true;
      void goodbye(served);
    });
  console.log(`Husrum startar / is starting: ${served.url}`);
  try {
    await tellNext(served, await served.ready);
  } catch (error) {
    await served.stop();
    throw error;
  }
}

/** A bar for the loading of the demo years, drawn when there is something to tell. */
function bar(): (share: number) => void {
  const format = 'Demoåren läses in / loading the demo years [{bar}] {percentage} %';
  const drawn = new SingleBar({ format, noTTYOutput: true, notTTYSchedule: 5_000 }, Presets.shades_classic);
  let begun = false;
  return (share) => {
    if (!begun) drawn.start(100, 0);
    begun = true;
    drawn.update(Math.floor(share * 100));
    if (share >= 1) drawn.stop();
  };
}

async function tellNext(
  { url, metricsUrl }: Served,
  { config, demo, directory, clock }: Runtime,
): Promise<void> {
  console.log(`Husrum svarar på / answers at ${url}  (API: ${url}/api, ${metricsUrl})`);
  const today = demo?.today() ?? null;
  if (today !== null) console.log(`Demo: i dag är / today is ${today}`);
  const users = demoPeople(await directory.snapshot(), clock.now()).filter(({ isExample }) => isExample);
  const [first] = users;
  if (first === undefined) {
    console.log('Ingen finns i registren / nobody is in the registers: npm run -s husrum -- import FILE');
    return;
  }
  if (config.demo && config.oidc === undefined) {
    console.log(`Logga in / sign in: ${url}  (välj bland / choose among)`);
    for (const { login, name, role, organisation } of users)
      console.log(`  ${name.padEnd(22)}${login.padEnd(38)}${role.sv}, ${organisation}`);
  }
  console.log(`Nyckel / token: npm run -s husrum -- token create --user ${first.login}`);
}

async function goodbye(served: Served): Promise<void> {
  setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
  await served.stop();
}

main().catch((error: unknown) => {
  const { code, message, port } = error as Error & { code?: string; port?: number };
  const taken = `Port ${port} är upptagen / is taken. Välj en annan / choose another: PORT=… npm start`;
  console.error(code === 'EADDRINUSE' ? taken : message);
  process.exitCode = 1;
});
