import type { Logger } from 'pino';
import { IdentityProvider } from './access/identity-provider.js';
import { SignIns } from './access/sign-ins.js';
import { demoPeople } from './demo-provider/people.js';
import { startDemoProvider, type DemoProvider } from './demo-provider/start.js';
import { ConfigError } from './platform/config.js';
import type { Runtime } from './runtime.js';

/** The way in, opened: what pages sign in by, and how to close it. */
export interface OpenedSignIn {
  readonly signIns: SignIns;
  close(): Promise<void>;
}

/**
 * Opens the way in: the configured provider, or in a demo without one a provider of its own. Null when there is none; then
 * nobody signs in, and only bearer tokens are good.
 * @param baseUrl the address that people reach the system at.
 * @throws ConfigError when the provider is a demo's and this is none.
 */
export async function openSignIn(
  runtime: Runtime,
  baseUrl: string,
  logger: Pick<Logger, 'warn'>,
): Promise<OpenedSignIn | null> {
  const { demo, oidc } = runtime.config;
  const own = demo && oidc === undefined ? await ownProvider(runtime, baseUrl) : null;
  const settings = own ?? oidc;
  if (settings === undefined) return null;
  const provider = new IdentityProvider({ ...settings, demo, baseUrl });
  await provider.configuration().catch((error: unknown) => {
    if (error instanceof ConfigError) throw error;
    logger.warn({ err: error }, 'the identity provider does not answer; it is asked again at each sign-in');
  });
  return {
    signIns: new SignIns(runtime.pool, runtime.sessions, provider, runtime.wall),
    close: async () => own?.stop(),
  };
}

const ownProvider = ({ directory, clock }: Runtime, baseUrl: string): Promise<DemoProvider> =>
  startDemoProvider(baseUrl, async () => demoPeople(await directory.snapshot(), clock.now()));
