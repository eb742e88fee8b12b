import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { languageOf } from '../platform/language.js';
import { assets } from '../web/assets.js';
import { DEMO_ACR } from './acr.js';
import { choosePage } from './choose.page.js';
import { pageHeaders } from './in-page.js';
import type { Begin } from './messages.js';
import type { DemoPerson } from './people.js';
import { demoProvider } from './provider.js';

const END_SESSION = '/session/end';

type People = () => Promise<readonly DemoPerson[]>;

/** Answers every request to the provider: the choice of a person, the files of its pages, and the protocol. */
export async function handler(issuer: string, begin: Begin, people: People): Promise<RequestListener> {
  const provider = await demoProvider(issuer, begin);
  const protocol = provider.callback();
  return (request, response) => {
    const asset = assets.find(({ path }) => path === request.url);
    if (asset !== undefined) {
      response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000' });
      response.end(asset.body);
    } else if (request.url?.startsWith('/choose/'))
      void choose(provider, people, request, response).catch(() => lost(response, begin.baseUrl));
    else if (request.method === 'POST' && request.url === END_SESSION)
      void asGet(request).then(() => protocol(request, response));
    else void protocol(request, response);
  };
}

/**
 * A form that signs out, read as the address that it stands for: the library takes POST there only with cookies that need
 * TLS. Nothing of it comes into an address of the browser's.
 */
async function asGet(request: IncomingMessage): Promise<void> {
  request.url = `${END_SESSION}?${await text(request)}`;
  request.method = 'GET';
}

async function choose(
  provider: Provider,
  people: People,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  const known = await people();
  if (request.method === 'POST') {
    const login = new URLSearchParams(await text(request)).get('login');
    const chosen = known.find((one) => one.login === login);
    if (chosen !== undefined)
      return provider.interactionFinished(request, response, {
        login: { accountId: chosen.login, acr: DEMO_ACR },
      });
  }
  response.writeHead(200, pageHeaders);
  response.end(choosePage(known, languageOf(request.headers['accept-language'])));
}

/** A sign-in that is no longer there: begin again. */
function lost(response: ServerResponse, baseUrl: string): void {
  response.writeHead(303, { location: `${baseUrl}/` });
  response.end();
}
