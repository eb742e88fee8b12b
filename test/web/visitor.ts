import { ask, type Answered } from '../support/http.js';

/** What came back to a visitor. */
export interface Page extends Answered {
  /** Where it sends the browser; empty when it shows something. */
  readonly location: string;
}

type Sent = Readonly<Record<string, string>>;

/** Somebody with a cookie jar, who follows no redirect unless told to: what a browser does, step by step. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get(path: string, headers: Sent = {}): Promise<Page> {
    return this.send('GET', path, undefined, headers);
  }

  /** Sends a form as this visitor's page would: with its token, from here. */
  async form(path: string, fields: Sent = {}, headers: Sent = {}): Promise<Page> {
    return this.bareForm(path, { token: await this.token(), ...fields }, headers);
  }

  /** Sends a form as it is. */
  bareForm(path: string, fields: Sent, headers: Sent = {}): Promise<Page> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send('POST', path, new URLSearchParams(fields).toString(), { ...type, ...headers });
  }

  /** The token that the pages of this visitor's session carry. */
  async token(): Promise<string> {
    const { text } = await this.get('/choose-role');
    return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  /** Signs in as somebody; ends where the provider sends the browser back, or `stop` before that. */
  async signIn(login: string, to = '/'): Promise<Page> {
    return this.get(await this.callback(login, to));
  }

  /** Signs in at an address of the product's own, such as a page tells. */
  async signInAt(path: string, login: string): Promise<Page> {
    const choose = await this.follow(await this.get((await this.get(path)).location), '/choose/');
    return this.get(await this.follow(await this.bareForm(choose, { login }), '/auth/callback'));
  }

  /** Goes as far as the provider's answer, and gives the address that it sends the browser to. */
  async callback(login: string, to = '/', change: (url: URL) => void = () => undefined): Promise<string> {
    const begun = await this.get(`/auth/sign-in?to=${encodeURIComponent(to)}`);
    const authorize = new URL(begun.location);
    change(authorize);
    const choose = await this.follow(await this.get(authorize.href), '/choose/');
    if (choose.startsWith(this.url)) return choose;
    const resumed = await this.bareForm(choose, { login });
    return this.follow(resumed, '/auth/callback');
  }

  async send(method: string, path: string, body?: string, headers: Sent = {}): Promise<Page> {
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = new URL(path, this.url);
    const answer = await ask(url, {
      ...{ method, body },
      headers: { accept: 'text/html', ...(jar && { cookie: jar }), ...headers },
    });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    const location = answer.headers.get('location') ?? '';
    return { ...answer, location: location && new URL(location, url).href };
  }

  private keep(cookie: string): void {
    const [pair = '', ...rest] = cookie.split('; ');
    const [name = '', value = ''] = pair.split('=', 2);
    const isGone =
      value === '' || rest.some((one) => /^max-age=0$/i.test(one) || /^expires=.*1970/i.test(one));
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Follows redirects until one leads to an address with `part` in it, and gives that address. */
  private async follow(page: Page, part: string): Promise<string> {
    let at = page;
    for (let hops = 0; hops < 10; hops++) {
      if (at.location === '') throw new Error(`no way on: ${at.status} ${at.text.slice(0, 300)}`);
      if (at.location.includes(part) || at.location.includes('/auth/callback')) return at.location;
      at = await this.get(at.location);
    }
    throw new Error('going in circles');
  }
}
