import type { Pool } from 'pg';
import type { Engine } from '../engine/engine.js';
import type { Registry } from '../engine/registry.js';
import type { Vault } from '../engine/vault.js';
import type { RegisterDirectory } from './directory.js';
import { RegisterLookup } from './lookups.js';
import { SamePersons } from './same-persons.js';

/** Who is the same person in the households of a database; its values are read by the engine's keys. */
export const samePersonsOf = (pool: Pool, vault: Vault, engine: () => Pick<Engine, 'keys'>): SamePersons =>
  new SamePersons(
    pool,
    (word) => vault.term(word),
    (file, digests) => engine().keys.unseal(file, digests),
  );

/** What the look-ups of an engine are made of. */
interface LookupParts {
  readonly pool: Pool;
  readonly vault: Vault;
  readonly directory: RegisterDirectory;
  readonly registry: Registry;
}

/** The look-ups of an engine that is about to be made: it is asked for its keys later. */
export const lookupOf = (
  { pool, vault, directory, registry }: LookupParts,
  engine: () => Pick<Engine, 'keys'>,
): RegisterLookup =>
  new RegisterLookup(
    pool,
    (file, digests) => engine().keys.unseal(file, digests),
    directory,
    registry,
    samePersonsOf(pool, vault, engine),
  );
