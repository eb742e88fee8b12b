import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { ConfigError } from '../platform/config.js';
import { FRESH_MINUTES, LONGEST_HOURS, type Identity } from './session.js';
import type { PendingSignIn } from './sign-ins-pending.js';

const TIMEOUT_SECONDS = 10;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** A logout token older than this is not taken. */
const LOGOUT_TOKEN_MINUTES = 5;

/** What is known of the provider before it is asked. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The way of signing in that an identity token must tell; any when undefined. */
  readonly acr?: string | undefined;
  /** The claim that names the login; default: `preferred_username`, and without it `sub`. */
  readonly loginClaim?: string | undefined;
  /** Whether the provider of the demo, and plain HTTP to this machine, will do. */
  readonly demo: boolean;
  /** The address of this system, without a slash at the end. */
  readonly baseUrl: string;
}

/** What a logout token told, once it was found good. `id` is its own, for it may be used once. */
export interface LogoutToken {
  readonly id: string;
  readonly expires: string;
  readonly sid?: string;
  readonly sub?: string;
}

/** A form for the provider: where it goes, and its fields. */
export interface EndSession {
  readonly to: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Why somebody did not get in. `away`: the provider did not answer. Goes into the security log; the page says no more than that it failed. */
export type SignInFault = 'away' | 'provider-refused' | 'not-from-provider' | 'acr' | 'no-login';

/** The OpenID Connect provider that people sign in at: authorization code with PKCE, state and nonce; issuer pinned. */
export class IdentityProvider {
  private found: Promise<oidc.Configuration> | null = null;
  private known: oidc.Configuration | null = null;
  private keys: ReturnType<typeof createRemoteJWKSet> | null = null;

  constructor(private readonly settings: ProviderSettings) {}

  /** The address that people reach this system at. */
  get baseUrl(): string {
    return this.settings.baseUrl;
  }

  /** Where the provider sends browsers back to. */
  get redirectUri(): string {
    return `${this.settings.baseUrl}/auth/callback`;
  }

  /**
   * Asks the provider who it is, once; after a failure anew at the next call.
   * @throws ConfigError when it is a demo's provider and this is no demo.
   */
  configuration(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = null;
      throw error;
    });
    return this.found;
  }

  /** A new sign-in, and where to send the browser for it. `fresh`: the provider has to ask anew who it is. */
  async begin(to: string, fresh = false): Promise<{ readonly pending: PendingSignIn; readonly url: string }> {
    const config = await this.configuration();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const verifier = oidc.randomPKCECodeVerifier();
    const { acr } = this.settings;
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile',
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      // With it the provider tells when it last asked.
      max_age: String(longestAge(fresh)),
      ...(fresh && { prompt: 'login' }),
      ...(acr === undefined ? {} : { acr_values: acr }),
    });
    return { pending: { state, nonce, verifier, to, fresh }, url: url.href };
  }

  /** Who came back from the provider, or why nobody did. @param search the query string of the browser's address. */
  async complete(search: string, pending: PendingSignIn): Promise<Identity | SignInFault> {
    const config = await this.configuration();
    const answer = await oidc
      .authorizationCodeGrant(config, new URL(`${this.redirectUri}${search}`), {
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.verifier,
        idTokenExpected: true,
        maxAge: longestAge(pending.fresh),
      })
      .catch(faultOf);
    if (typeof answer === 'string') return answer;
    const claims = answer.claims() as oidc.IDToken;
    if (this.settings.acr !== undefined && claims.acr !== this.settings.acr) return 'acr';
    const login = this.loginIn(claims);
    if (login === null) return 'no-login';
    const sid = typeof claims['sid'] === 'string' ? claims['sid'] : null;
    return {
      ...{ login, subject: claims.sub, sid, idToken: answer.id_token as string },
      authenticatedAt: new Date((claims.auth_time as number) * 1000).toISOString(),
    };
  }

  /**
   * The form that signs out there too; null when the provider has no such place. It is sent and not put into an address,
   * which is no place for who somebody is (OpenID Connect RP-Initiated Logout 1.0, 2: both are taken).
   */
  async endSession(idToken: string | null): Promise<EndSession | null> {
    const config = await this.configuration();
    const to = config.serverMetadata().end_session_endpoint;
    if (to === undefined) return null;
    const fields = {
      client_id: this.settings.clientId,
      post_logout_redirect_uri: `${this.settings.baseUrl}/auth/signed-out`,
      ...(idToken !== null && { id_token_hint: idToken }),
    };
    return { to, fields };
  }

  /** Where a form that signs out may end up, for the content security policy; null while the provider is unknown. */
  get signOutOrigin(): string | null {
    const endpoint = this.known?.serverMetadata().end_session_endpoint;
    return endpoint === undefined ? null : new URL(endpoint).origin;
  }

  /** Reads a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6). Null for whatever is not one of ours. */
  async logoutToken(text: string, now: Date): Promise<LogoutToken | null> {
    const metadata = (await this.configuration()).serverMetadata();
    this.keys ??= createRemoteJWKSet(new URL(metadata.jwks_uri as string));
    const read = await jwtVerify(text, this.keys, {
      issuer: metadata.issuer,
      audience: this.settings.clientId,
      algorithms: metadata.id_token_signing_alg_values_supported?.filter(isAsymmetric) ?? ['RS256'],
      maxTokenAge: `${LOGOUT_TOKEN_MINUTES}m`,
      requiredClaims: ['jti', 'events'],
      currentDate: now,
    }).catch(() => null);
    if (read === null) return null;
    const { jti, sub, sid, nonce, events } = read.payload;
    const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
    const named = { ...(typeof sid === 'string' && { sid }), ...(typeof sub === 'string' && { sub }) };
    if (!isLogout || nonce !== undefined || jti === undefined || Object.keys(named).length === 0) return null;
    return {
      id: jti,
      expires: new Date(now.getTime() + 2 * LOGOUT_TOKEN_MINUTES * 60_000).toISOString(),
      ...named,
    };
  }

  private async discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, demo } = this.settings;
    const config = await oidc.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      oidc.ClientSecretBasic(clientSecret),
      { timeout: TIMEOUT_SECONDS, execute: demo ? [oidc.allowInsecureRequests] : [] },
    );
    if (!demo && config.serverMetadata()['husrum_demo'] === true)
      throw new ConfigError(['OIDC_ISSUER is the provider of a demo, where everybody may be anybody']);
    this.known = config;
    return config;
  }

  private loginIn(claims: oidc.IDToken): string | null {
    const { loginClaim } = this.settings;
    const told = loginClaim === undefined ? (claims['preferred_username'] ?? claims.sub) : claims[loginClaim];
    return typeof told === 'string' && told !== '' ? told : null;
  }
}

/** Seconds since the provider last asked who somebody is, at most. */
const longestAge = (fresh: boolean): number => (fresh ? FRESH_MINUTES * 60 : LONGEST_HOURS * 3_600);

const isAsymmetric = (algorithm: string): boolean => /^(RS|PS|ES)\d|^EdDSA|^Ed25519/.test(algorithm);

/** What an answer that ends in no session came to; what is no fault of the sign-in is thrown. */
function faultOf(error: unknown): SignInFault {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError)
    return 'provider-refused';
  if (error instanceof oidc.ClientError)
    return error.code === undefined || AWAY.has(error.code) ? 'away' : 'not-from-provider';
  // What `fetch` throws when nobody answers.
  if (error instanceof TypeError) return 'away';
  throw error;
}

const AWAY: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);
