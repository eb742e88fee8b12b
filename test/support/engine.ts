import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { OrgKind, Workflow } from '../../workflows/definition.js';
import { fileKinds } from '../../workflows/files/index.js';
import type { Asked, Command, Done } from '../../src/engine/command.js';
import { Engine } from '../../src/engine/engine.js';
import type { Person } from '../../src/engine/model.js';
import type { Gate, Lookup, LookupRequest } from '../../src/engine/ports.js';
import { isRefusal, type Refusal } from '../../src/engine/refusals.js';
import { Registry } from '../../src/engine/registry.js';
import { Vault } from '../../src/engine/vault.js';
import { createPool } from '../../src/platform/database.js';
import errand from '../fixtures/workflows/errand/index.js';
import helper from '../fixtures/workflows/helper/index.js';
import tool from '../fixtures/workflows/tool/index.js';
import type { TestDatabase } from './database.js';

/** The workflows that `testEngine` runs unless it is given others. */
export const smallWorkflows: readonly Workflow[] = [errand, helper, tool];

export interface TestEngineOptions {
  readonly workflows?: readonly Workflow[];
  /** Where the clock stands first, RFC 3339. */
  readonly now?: string;
  /** Instead of the gate that lets everybody do and see everything. */
  readonly gate?: Gate;
  /** Answers to look-ups, by name, before the stub's own. */
  readonly known?: Record<string, unknown>;
  /** Connections of the app's pool. */
  readonly connections?: number;
}

/** A whole command in few words: defaults are a new id, the first person, and now. */
export type Short = Asked & Partial<Omit<Command, 'asked'>>;

/** An engine on a database of its own, with the app's real privileges. */
export interface TestEngine {
  readonly engine: Engine;
  /** As the app: may only what the migrations let `husrum_app`. */
  readonly pool: Pool;
  /** As the owner of the tables, a superuser here. */
  readonly ownerPool: Pool;
  readonly registry: Registry;
  readonly vault: Vault;
  readonly clock: { set(now: string): void; now(): string };
  /** Look-ups answered by name; change it between steps. */
  readonly known: Record<string, unknown>;
  person(login: string, kind?: OrgKind, role?: string): Person;
  /** Takes a command and expects it to be done; throws with the sentences otherwise. */
  do(command: Short): Promise<Done>;
  /** Takes a command and expects a refusal. */
  refused(command: Short): Promise<Refusal>;
  command(short: Short): Command;
  /** Closes both pools; the database stays until it is dropped. */
  close(): Promise<void>;
}

const everybody: Gate = {
  mayAct: () => null,
  mayDecide: () => ({ ok: true as const, line: 'test' }),
  maySee: () => true,
};

/** The same for every test, so that a database can be opened again with it. */
export const testVault = (): Vault => new Vault(Buffer.alloc(32, 7));

/** Builds an engine for tests; stubs answer from simple code, nothing is random but command ids and sealing. */
export function testEngine(db: TestDatabase, options: TestEngineOptions = {}): TestEngine {
  let now = options.now ?? '2021-03-01T09:00:00.000Z';
  const clock = { now: () => now, set: (to: string) => void (now = new Date(to).toISOString()) };
  const pool = createPool(db.url, { max: options.connections ?? 8, options: '-c role=husrum_app' });
  const ownerPool = createPool(db.url, { max: 4 });
  const registry = new Registry(options.workflows ?? smallWorkflows, fileKinds);
  const vault = testVault();
  const known = { ...options.known };
  const engine = new Engine({
    pool,
    registry,
    vault,
    clock,
    gate: options.gate ?? everybody,
    lookup: stubLookup(known),
    directory: { exists: async () => true },
  });
  const command = (short: Short): Command => {
    const { id, by, occurredAt, recordedAt, importedAt, expectedVersion, ...asked } = short;
    const more = { occurredAt, recordedAt, importedAt, expectedVersion };
    const given = Object.fromEntries(Object.entries(more).filter(([, v]) => v !== undefined));
    return { id: id ?? randomUUID(), by: by ?? person('first.handler'), asked: asked as Asked, ...given };
  };
  const execute = (short: Short) => engine.execute(command(short));
  return {
    engine,
    pool,
    ownerPool,
    registry,
    vault,
    clock,
    known,
    person,
    command,
    do: async (short) => {
      const answer = await execute(short);
      if (isRefusal(answer)) throw new Error(`${answer.code}: ${told(answer)}`);
      return answer;
    },
    refused: async (short) => {
      const answer = await execute(short);
      if (!isRefusal(answer)) throw new Error(`it was done: ${JSON.stringify(answer)}`);
      return answer;
    },
    close: async () => void (await Promise.all([pool.end(), ownerPool.end()])),
  };
}

function told(refusal: Refusal): string {
  const fields = (refusal.fields ?? []).map((f) => `${f.path}: ${f.message.en}`);
  return [...refusal.sentences.map((s) => s.en), ...fields].join(' ');
}

function person(login: string, kind: OrgKind = 'district', role = 'handler'): Person {
  const organisation = kind === 'district' ? 'farsta' : kind;
  return { login, organisation, kind, role };
}

function stubLookup(known: Record<string, unknown>): Lookup {
  return {
    now: (request) => (request.name in known ? known[request.name] : answer(request)),
    read: async (request) => Promise.reject(new Error(`nobody answers the look-up ${request.name}`)),
  };
}

function answer({ name, record, referenced }: LookupRequest): unknown {
  if (name === 'handlers') return {};
  if (name === 'elsewhere') return false;
  if (name === 'household') return householdOf(record as HouseholdLike);
  if (name === 'proposal') return null;
  if (name === 'stays' || name === 'freeFacilityDwellings') return [];
  if (name !== 'dwelling') return undefined;
  if (referenced === null) return null;
  const { source, rooms, rent, company } = referenced.record as Record<string, unknown>;
  return {
    source: source ?? 'facility',
    rooms: rooms ?? 2,
    rent: rent ?? 7000,
    state: referenced.state,
    company: company ?? null,
  };
}

interface HouseholdLike {
  readonly members?: readonly { readonly adult: boolean; readonly to: string | null }[];
  readonly registeredSince?: string | null;
  readonly insecureHousing?: boolean;
}

function householdOf({ members = [], registeredSince = null, insecureHousing = false }: HouseholdLike) {
  const here = members.filter((one) => one.to === null);
  const adults = here.filter((one) => one.adult).length;
  const childrenUnder18AtHome = here.length - adults;
  return { adults, childrenUnder18AtHome, registeredSince, insecureHousing, rooms: 1 + here.length };
}
