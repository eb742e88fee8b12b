import { loadWorkflows } from '../../src/engine/load-workflows.js';
import { html, prose } from '../../src/api/page/html.js';
import { apiPage, startingPage, type PageOf } from '../../src/api/page/page.js';
import { problems } from '../../src/api/problems.js';
import { Served } from './served.js';

let api: Served;
let base: Omit<PageOf, 'language'>;
beforeAll(async () => {
  api = await Served.open();
  base = { ...(await loadWorkflows()), baseUrl: 'http://husrum.example', demoDay: null, login: null };
}, 60_000);
afterAll(() => api.close());

const page = (more: Partial<PageOf> = {}): string => apiPage({ ...base, language: 'sv', ...more });

describe('the page of the API', () => {
  it('needs no script, no inline style and nothing from elsewhere', () => {
    for (const text of [page(), page({ language: 'en' }), startingPage('sv')]) {
      expect(text).not.toMatch(/<script|\sstyle="|\son\w+="|javascript:/);
      const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address as string);
      expect(loaded.filter((address) => !/^[/#]/.test(address))).toEqual([]);
    }
  });

  it('leads to no place that it does not have, and names each place once', () => {
    for (const language of ['sv', 'en'] as const) {
      const text = page({ language });
      const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id as string);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string);
      expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
      for (const code of Object.keys(problems)) expect(ids).toContain(`problem-${code}`);
    }
  });

  it('tells every call and every event in the language asked for', async () => {
    const sv = await api.nobody.get('/api');
    expect(sv.headers.get('content-language')).toBe('sv');
    expect(sv.text).toContain('Ta inte emot remissen');
    const en = await api.nobody.get('/api?lang=en');
    expect(en.headers.get('content-language')).toBe('en');
    expect(en.text).toContain('<html lang="en">');
    expect(en.text).toContain('Send the referral to SHIS');
    expect((await api.nobody.get('/api', { 'accept-language': 'en' })).text).toBe(en.text);
    expect((await api.nobody.get('/api?lang=xx')).status).toBe(400);
  });

  it('shows the demo’s day and how much of it is loaded', () => {
    expect(page({ demoDay: '2021-12-08' })).toContain('<time datetime="2021-12-08">');
    expect(page({ loaded: 0.427 })).toContain('42 %');
    expect(page({ login: 'farsta.handlaggare' })).toContain('--user farsta.handlaggare');
  });

  it('comes with its style and its fonts, and no other files', async () => {
    const css = await api.nobody.get('/api/page.css');
    expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    const fonts = [...css.text.matchAll(/url\('([^']+)'\)/g)].map(([, address]) => address as string);
    expect(fonts.length).toBe(2);
    for (const font of fonts) {
      const got = await api.nobody.get(font);
      expect([font, got.status, got.headers.get('content-type')]).toEqual([font, 200, 'font/woff2']);
    }
    for (const name of ['OFL.txt', '..%2Ftokens.css', '%2e%2e%2fpage.js', 'x'])
      for (const place of ['assets', 'api/fonts'])
        expect([name, (await api.nobody.get(`/${place}/${name}`)).status]).toEqual([name, 404]);
  });
});

describe('markup', () => {
  it('escapes whatever is put in', () => {
    const nasty = `"'<b>&`;
    expect(html`<p title="${nasty}">${nasty}${[html`<i>${nasty}</i>`]}${null}${false}${0}</p>`.text).toBe(
      '<p title="&#34;&#39;&#60;b&#62;&#38;">&#34;&#39;&#60;b&#62;&#38;<i>&#34;&#39;&#60;b&#62;&#38;</i>0</p>',
    );
    expect(html`${prose('a `b<` c')}`.text).toBe('a <code>b&#60;</code> c');
  });
});
