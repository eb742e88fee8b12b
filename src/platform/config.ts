import { resolve } from 'node:path';
import { z } from 'zod';

const port = (preset: number) =>
  z
    .string()
    .default(String(preset))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'must be a port, 0 to 65535')
    .transform(Number);

const url = (...protocols: string[]) =>
  z.string().refine(
    (text) => {
      const protocol = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : '';
      return protocols.includes(protocol);
    },
    `must be an address that begins with ${protocols.map((name) => `${name}://`).join(' or ')}`,
  );

const postgresUrl = url('postgres', 'postgresql');
const key = z
  .string()
  .regex(/^([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)$/, 'must be 32 bytes, written as 64 hex digits or in Base64');

const environment = z.object({
  PORT: port(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: url('http', 'https').optional(),
  METRICS_PORT: port(9464),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  HUSRUM_DATA: z.string().default('.husrum'),
  HUSRUM_DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  HUSRUM_MASTER_KEY: key.optional(),
  HUSRUM_SIGNING_KEY: key.optional(),
  HUSRUM_WORKFLOWS: z.string().default(''),
  OIDC_ISSUER: url('http', 'https').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ACR: z.string().optional(),
  OIDC_LOGIN_CLAIM: z.string().optional(),
  RATE_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'must be a whole number of requests a minute')
    .default('600')
    .transform(Number),
  TRUSTED_PROXIES: z.string().default(''),
  SMTP_URL: url('smtp', 'smtps').optional(),
  SMTP_FROM: z.email('must be a mail address').optional(),
  ATTACHMENT_MB: z
    .string()
    .regex(/^([1-9]|1\d|2[0-5])$/, 'must be a whole number of megabytes, 1 to 25')
    .default('10')
    .transform(Number),
  CLAMD_URL: url('tcp').optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
});

type Environment = z.output<typeof environment>;

/** The OpenID Connect provider that people sign in at. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The way of signing in that is asked for and required (`acr`). */
  readonly acr?: string | undefined;
  /** The claim that names the login. */
  readonly loginClaim?: string | undefined;
}

/** The settings of one run, checked. Holds secrets: hand on the part that is needed, and log none of it. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address people reach the system at, without a slash at the end. */
  readonly baseUrl: string;
  readonly metricsPort: number;
  /** Undefined: the embedded server. */
  readonly database?: { readonly url: string; readonly ownerUrl?: string | undefined };
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  readonly demo: boolean;
  readonly masterKey?: string | undefined;
  readonly signingKey?: string | undefined;
  /** Absolute paths of further workflow folders (HUSRUM_WORKFLOWS, separated by commas). */
  readonly workflowFolders: readonly string[];
  readonly oidc?: OidcConfig;
  /** Requests that one session, token or stranger's address may make in a minute; sign-in a tenth of it. */
  readonly rateLimit: number;
  /** Addresses or networks of the proxies that may tell a caller's address. */
  readonly trustedProxies: readonly string[];
  readonly smtpUrl?: string | undefined;
  /** Whom mail says that it is from. */
  readonly mailFrom: string;
  /** The most that one attachment may hold, in bytes. */
  readonly attachmentBytes: number;
  /** The virus scanner (clamd) that attachments are sent through. */
  readonly clamdUrl?: string | undefined;
  readonly logLevel: Environment['LOG_LEVEL'];
}

/** What is wrong with the environment, all of it; names variables and never tells their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${told(faults)}`,
    );
  }
}

/**
 * Reads the settings from environment variables; an empty one counts as not set.
 * @throws ConfigError that tells all faults at once.
 */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  const faults = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []),
    ...combinations(set),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return toConfig(parsed.data);
}

function combinations(set: Record<string, string | undefined>): string[] {
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = oidc.some((name) => set[name]) ? oidc.filter((name) => !set[name]) : [];
  const keys = ['HUSRUM_MASTER_KEY', 'HUSRUM_SIGNING_KEY'].filter(
    (name) => set['DATABASE_URL'] && !set[name],
  );
  const isDemo = set['HUSRUM_DEMO'] ? set['HUSRUM_DEMO'] === '1' : !set['DATABASE_URL'];
  return [
    ...(!isDemo && set['OIDC_ISSUER']?.startsWith('http:')
      ? [
          'OIDC_ISSUER must begin with https:// where HUSRUM_DEMO is not 1: only a demo signs in over plain HTTP',
        ]
      : []),
    ...missing.map((name) => `${name} must be set, as sign-in over OIDC needs all of ${oidc.join(', ')}`),
    ...keys.map((name) => `${name} must be set when DATABASE_URL is: keys are kept outside that database`),
    ...(set['DATABASE_OWNER_URL'] && !set['DATABASE_URL']
      ? ['DATABASE_OWNER_URL is of use only together with DATABASE_URL']
      : []),
  ];
}

function toConfig(env: Environment): Config {
  const baseUrl = (env.BASE_URL ?? `http://${reachable(env.HOST)}:${env.PORT}`).replace(/\/+$/, '');
  return {
    port: env.PORT,
    host: env.HOST,
    baseUrl,
    metricsPort: env.METRICS_PORT,
    ...(env.DATABASE_URL && { database: { url: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL } }),
    dataDir: resolve(env.HUSRUM_DATA),
    demo: env.HUSRUM_DEMO ? env.HUSRUM_DEMO === '1' : !env.DATABASE_URL,
    masterKey: env.HUSRUM_MASTER_KEY,
    signingKey: env.HUSRUM_SIGNING_KEY,
    workflowFolders: list(env.HUSRUM_WORKFLOWS).map((path) => resolve(path)),
    ...oidc(env),
    rateLimit: env.RATE_LIMIT,
    trustedProxies: list(env.TRUSTED_PROXIES),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.SMTP_FROM ?? `husrum@${new URL(baseUrl).hostname}`,
    attachmentBytes: env.ATTACHMENT_MB * 1024 * 1024,
    clamdUrl: env.CLAMD_URL,
    logLevel: env.LOG_LEVEL,
  };
}

function oidc(env: Environment): Pick<Config, 'oidc'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return {};
  return { oidc: { issuer, clientId, clientSecret, acr: env.OIDC_ACR, loginClaim: env.OIDC_LOGIN_CLAIM } };
}

/** Where a browser on this machine finds a server that listens at every address. */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

/** What stands between commas. */
const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function told(faults: readonly string[]): string {
  return faults.map((fault) => `  - ${fault}`).join('\n');
}
