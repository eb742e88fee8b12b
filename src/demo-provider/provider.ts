import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { DEMO_ACR } from './acr.js';
import type { Begin } from './messages.js';
import { signOutPage } from './sign-out.page.js';
import { inPage } from './in-page.js';

const HOUR = 3_600;
/** Its keys are made at once, unlike those of RSA. */
const SIGNING = 'ES256';

/**
 * An OpenID Connect provider with one client. Whoever signs in is believed, which is why it is only for the demo: its
 * discovery document says so (`husrum_demo`), and no other installation takes it.
 */
export async function demoProvider(
  issuer: string,
  { baseUrl, clientId, clientSecret }: Begin,
): Promise<Provider> {
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        id_token_signed_response_alg: SIGNING,
        redirect_uris: [`${baseUrl}/auth/callback`],
        post_logout_redirect_uris: [`${baseUrl}/auth/signed-out`],
        backchannel_logout_uri: `${baseUrl}/auth/backchannel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    discovery: { husrum_demo: true },
    acrValues: [DEMO_ACR],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    ttl: { Session: 10 * HOUR, Interaction: HOUR, Grant: 10 * HOUR, IdToken: HOUR, AccessToken: HOUR },
    interactions: { url: (_, { uid }) => `/choose/${uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => inPage(ctx, (language) => signOutPage(form, language)),
      },
    },
    // The library calls no address of this machine; the one client of this provider has no other.
    fetch: (url, options) => fetch(url, { ...options, ...{ dispatcher: undefined } }),
    findAccount: (_, login) => ({
      accountId: login,
      claims: () => ({ sub: login, preferred_username: login }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId as string,
        accountId: oidc.session?.accountId as string,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(SIGNING, { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: SIGNING, kid: 'demo' };
}
