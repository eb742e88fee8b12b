import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { AccessLog } from './access/access-log.js';
import { EmergencyAccess } from './access/emergency.js';
import { gate } from './access/gate.js';
import { GuardedReading } from './access/guarded-reading.js';
import { SecurityLog } from './access/security-log.js';
import { Sessions } from './access/sessions.js';
import { Tokens } from './access/tokens.js';
import { Checkpoints } from './audit/checkpoint.js';
import { Culling } from './audit/culling/culling.js';
import { Signer } from './audit/signer.js';
import { dayOf } from './domain/zone.js';
import { Engine } from './engine/engine.js';
import { loadWorkflows, projectWorkflows } from './engine/load-workflows.js';
import type { Clock } from './engine/ports.js';
import { Correcting } from './engine/history/correcting.js';
import { Sealing } from './engine/history/sealing.js';
import { Registry } from './engine/registry.js';
import { Sweep } from './engine/sweep.js';
import { Vault } from './engine/vault.js';
import { Calendars } from './notices/calendars.js';
import { Inbox } from './notices/inbox.js';
import { Preferences } from './notices/preferences.js';
import { ensureAppLogin, grantApp } from './platform/app-login.js';
import { systemClock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import {
  createDataSource,
  createPool,
  locateDatabase,
  migrate,
  type DatabaseHome,
} from './platform/database.js';
import { DemoClock } from './register/demo-clock.js';
import { loadSecrets } from './platform/secrets.js';
import { RegisterDirectory } from './register/directory.js';
import { registerEntities } from './register/entities.js';
import { birthdaysOf } from './register/coming-of-age.js';
import { lookupOf } from './register/lookup-of.js';
import { Policies } from './register/policies.js';
import { RegisterBook } from './register/register-book.js';

const POOL_SIZE = 12;

/** The program's parts, put together: what the server, the command line and the tests run on. */
export interface Runtime {
  readonly config: Config;
  readonly home: DatabaseHome;
  /** The application's connections: they may do what role `husrum_app` may. */
  readonly pool: Pool;
  readonly source: DataSource;
  /** People's reading of files, under the database's own row policies. */
  readonly guarded: GuardedReading;
  readonly registry: Registry;
  readonly engine: Engine;
  readonly correcting: Correcting;
  readonly sealing: Sealing;
  readonly sweep: Sweep;
  readonly clock: Clock;
  /** The machine's clock, also in the demo: sessions run out by it. */
  readonly wall: Clock;
  /** Only in the demo. */
  readonly demo: DemoClock | null;
  readonly directory: RegisterDirectory;
  readonly registers: RegisterBook;
  readonly policies: Policies;
  readonly tokens: Tokens;
  readonly accessLog: AccessLog;
  readonly emergency: EmergencyAccess;
  readonly checkpoints: Checkpoints;
  readonly culling: Culling;
  readonly sessions: Sessions;
  readonly securityLog: SecurityLog;
  readonly inbox: Inbox;
  readonly preferences: Preferences;
  readonly calendars: Calendars;
  close(): Promise<void>;
}

/**
 * Finds or starts the database, migrates it and puts the program together. Throws with a sentence that says what to do
 * when the configuration, a workflow or the database is at fault.
 */
export async function startRuntime(config: Config, clock?: Clock): Promise<Runtime> {
  const { workflows, kinds } = await loadWorkflows([projectWorkflows(), ...config.workflowFolders]);
  const secrets = await loadSecrets(config);
  const home = await locateDatabase(config);
  const appUrl = await migratedFor(home, secrets.masterKey);
  const pool = createPool(appUrl, { max: POOL_SIZE });
  const source = await createDataSource(appUrl, registerEntities).initialize();
  const demo = config.demo && clock === undefined ? await DemoClock.start(pool) : null;
  const wall = clock ?? systemClock;
  const time = demo ?? wall;
  const directory = new RegisterDirectory(pool);
  const registry = new Registry(workflows, kinds);
  const vault = new Vault(secrets.masterKey);
  const parts = { pool, vault, directory, registry };
  const { engine, culling } = await engineOf(parts, time);
  const policies = new Policies(pool, registry);
  await policies.load();
  const accessLog = new AccessLog({ pool, keys: engine.keys, vault, clock: time });
  const guarded = new GuardedReading(pool);
  return {
    config,
    home,
    pool,
    source,
    guarded,
    registry,
    engine,
    correcting: new Correcting(engine),
    sealing: new Sealing(engine),
    sweep: new Sweep(engine, (until) => directory.mergersDue(dayOf(until)), birthdaysOf(engine)),
    clock: time,
    wall,
    demo,
    directory,
    policies,
    registers: registersOf(source, vault, directory, { policies, registry }),
    tokens: new Tokens(pool, directory),
    accessLog,
    emergency: new EmergencyAccess(pool, accessLog),
    culling,
    checkpoints: new Checkpoints(pool, new Signer(secrets.signingKey), time),
    sessions: new Sessions(pool, directory, { wall, today: time }),
    securityLog: new SecurityLog(pool, wall),
    inbox: new Inbox({ pool, guarded, registry, directory, clock: time }),
    preferences: new Preferences(pool),
    calendars: new Calendars(pool, wall),
    close: () => close(source, pool, home),
  };
}

/** The engine, and the culling that keeps everybody from what is culled. */
async function engineOf(
  parts: Pick<Engine['ports'], 'pool' | 'vault' | 'registry'> & { readonly directory: RegisterDirectory },
  clock: Clock,
): Promise<Pick<Runtime, 'engine' | 'culling'>> {
  const culling = new Culling({ pool: parts.pool, clock, keys: () => engine.keys });
  const lookup = lookupOf(parts, () => engine);
  const engine: Engine = new Engine({ ...parts, clock, gate: culling.guarding(gate), lookup });
  await culling.load();
  return { engine, culling };
}

/** Migrates; the address that the program uses from here on is its own login's, made when none was given. */
async function migratedFor({ ownerUrl, appUrl }: DatabaseHome, masterKey: Uint8Array): Promise<string> {
  await migrate(ownerUrl);
  if (appUrl === undefined) return ensureAppLogin(ownerUrl, masterKey);
  await grantApp(ownerUrl, appUrl);
  return appUrl;
}

const registersOf = (
  source: DataSource,
  vault: Vault,
  directory: RegisterDirectory,
  { policies, registry }: { readonly policies: Policies; readonly registry: Registry },
): RegisterBook =>
  new RegisterBook(
    source.manager,
    (word) => vault.term(word),
    () => {
      directory.forget();
      return policies.load();
    },
    (workflow, name) => registry.policyUnit(workflow, name),
  );

async function close(source: DataSource, pool: Pool, home: DatabaseHome): Promise<void> {
  await source.destroy();
  await pool.end();
  await home.release();
}
