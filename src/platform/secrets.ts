import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.js';

/** The two keys of an installation, 32 bytes each. Whoever loses the master key loses every sealed field. */
export interface Secrets {
  /** Seals the keys of the case files. */
  readonly masterKey: Buffer;
  /** Seed of the Ed25519 key that signs checkpoints. */
  readonly signingKey: Buffer;
}

const SIZE = 32;

/**
 * The keys from the configuration; those it lacks are made once and kept in the data folder, readable by its owner only.
 * @throws Error that names the file when a kept key is damaged.
 */
export async function loadSecrets(
  config: Pick<Config, 'dataDir' | 'masterKey' | 'signingKey'>,
): Promise<Secrets> {
  return {
    masterKey: decode(config.masterKey) ?? (await kept(config.dataDir, 'master.key')),
    signingKey: decode(config.signingKey) ?? (await kept(config.dataDir, 'signing.key')),
  };
}

function decode(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  return Buffer.from(text, text.length === 2 * SIZE ? 'hex' : 'base64');
}

async function kept(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch(() => make(folder, path));
  const key = decode(text.trim());
  if (key?.length === SIZE) return key;
  throw new Error(
    `${path} does not hold a key of ${SIZE} bytes. Restore it from a backup; without it data stays sealed.`,
  );
}

/** Written aside and linked into place: of two first starts at once both read the same key. */
async function make(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(SIZE).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}
