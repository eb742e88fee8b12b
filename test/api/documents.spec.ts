import { createHash } from 'node:crypto';
import { canonical } from '../../src/engine/canonical.js';
import { tenancyDocuments } from '../../workflows/tenancy/tenancy.documents.js';
import { documentPdf } from '../../src/files/document-pdf.js';
import { documentList, documentView, type DocumentView } from '../../src/files/document-shapes.js';
import { facilityFlat } from '../support/cast.js';
import { pdfOf } from '../support/pdf.js';
import { logged } from './readings.js';
import { Served, type Caller } from './served.js';
import { flat, referral } from './stories.js';

let api: Served;
let family = '';
const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

const HOW = 'Enskilt samtal med Łucja.\nHon ritade sitt rum.';

/** A family from the referral to a notice: each step that writes a paper is taken once. */
beforeAll(async () => {
  api = await Served.open();
  family = await referral(farsta());
  const dwelling = { ref: `${await flat(shis(), facilityFlat('2101', 3))}/1` };
  const steps: readonly (readonly [Caller, number, string, object?])[] = [
    [farsta(), 1, 'submit', { ground: 'consent', note: 'Mamman når man på kvällar' }],
    [shis(), 1, 'approve'],
    [shis(), 1, 'makeOffer', { dwelling }],
    [shis(), 2, 'accept'],
    [shis(), 2, 'sign', { signedOn: '2021-02-01', leaseStart: '2021-02-01', leaseEnd: '2023-01-31' }],
    [shis(), 3, 'recordMoveIn', { on: '2021-02-01' }],
    [farsta(), 3, 'recordFollowUp', followUp],
    [shis(), 3, 'giveNotice', { by: 'shis', reason: 'arrears', moveOut: '2021-05-31' }],
  ];
  for (const [by, process, type, data] of steps) {
    const got = await by.step(family, process, type, data);
    if (got.status !== 200) throw new Error(`${type}: ${got.text}`);
  }
}, 60_000);
afterAll(() => api.close());

const followUp = {
  on: '2021-02-01',
  kind: 'home-visit',
  ownSearch: true,
  children: [{ heard: true, how: HOW, effect: 'Byter skola' }],
};
const at = (document = '', file = family): string =>
  `/api/v1/files/${file}/documents${document && `/${document}`}`;
const named = async (by = farsta()): Promise<string[]> =>
  (await by.get(at())).body.documents.map((one: { document: string }) => one.document);
async function read(name: string, language = 'sv', by = farsta()): Promise<DocumentView> {
  const document = (await named(by)).find((one) => one.endsWith(`.${name}`)) ?? '';
  const got = await by.get(at(document), { 'accept-language': language });
  expect(documentView.strict().safeParse(got.body).error).toBeUndefined();
  return got.body as DocumentView;
}
const wordsOf = ({ pieces }: DocumentView): string =>
  pieces
    .flatMap((one) =>
      'rows' in one ? one.rows.map(({ label, value }) => `${label}: ${value}`) : Object.values(one),
    )
    .join('\n');

describe('the papers of a case', () => {
  it('are listed newest first, each by its event', async () => {
    const { body } = await farsta().get(at());
    expect(documentList.strict().safeParse(body).error).toBeUndefined();
    expect(body.documents.map((one: { label: string }) => one.label)).toEqual([
      ...['Uppsägning', 'Uppföljning', 'Bostadserbjudande'],
      'Uppgifter som lämnades ut till SHIS',
    ]);
    expect(await named(shis())).toEqual(await named());
  });

  it('offer the flat by its name, with rent and last day to answer', async () => {
    const offer = await read('offer');
    expect(offer).toMatchObject({ family: 'Familjen Testsson', writtenOn: '2021-02-01', isProtected: false });
    const said = wordsOf(offer);
    expect(said).toContain('Lägenhet: Tallåsen 2101');
    expect(said).toMatch(/Hyra i månaden: [\d\u00a0]+\u00a0kronor/);
    expect(said).toContain('Svara senast: 2021-02-08');
    expect(wordsOf(await read('offer', 'en'))).toContain('Answer by: 2021-02-08');
  });

  it('tell what was disclosed, and on which ground', async () => {
    const said = wordsOf(await read('disclosure'));
    expect(said).toContain('Med stöd av: familjens samtycke');
    expect(said).toContain('Mamman når man på kvällar');
  });

  it('keep the follow-up and the notice', async () => {
    expect(wordsOf(await read('follow-up'))).toMatch(
      /Hur: Hembesök\nFamiljen söker själv bostad: ja\nFemårsgränsen: 2026-02-01\nBarn 1\nHar fått komma till tals: ja\nHur: Enskilt samtal med Łucja/,
    );
    const notice = wordsOf(await read('notice'));
    expect(notice).toContain('Skäl: Hyresskuld');
    expect(notice).toContain('Sista dag i lägenheten: 2021-05-31');
  });

  it('keep the exit plan, and say so when its words are no longer kept', () => {
    const write = (plan: string | null) =>
      tenancyDocuments['exit-plan']?.write({
        context: { dwelling: null, limit: '2026-02-01' } as never,
        step: { data: { plan }, meta: { day: '2024-03-01' } } as never,
        said: (field) => ({ sv: field, en: field }),
        flat: () => 'Tallåsen 2101',
      });
    expect(JSON.stringify(write('Söker hos tre värdar'))).toContain('Söker hos tre värdar');
    expect(JSON.stringify(write(null))).toContain('Uppgiften finns inte kvar.');
  });

  it('say nothing in code', async () => {
    for (const language of ['sv', 'en'])
      for (const name of ['offer', 'disclosure', 'follow-up', 'notice'])
        expect(wordsOf(await read(name, language))).not.toMatch(/undefined|null|\bfalse\b|[a-z][A-Z]|\{|"/);
  });

  it('come out the same each time, by the mark that they carry, whoever reads them', async () => {
    const { sha256, ...rest } = await read('notice');
    expect(createHash('sha256').update(canonical(rest)).digest('hex')).toBe(sha256);
    expect((await read('notice', 'sv', shis())).sha256).toBe(sha256);
  });

  it('are told alike when they are not there and not the reader’s, and the attempt is logged', async () => {
    const [offer = ''] = (await named()).filter((one) => one.endsWith('.offer'));
    const none = await farsta().get(at('99.offer'));
    for (const got of [
      await farsta().get(at('1.offer')),
      await api.as('skarholmen.handlaggare').get(at(offer)),
      await api.as('formedlingen.handlaggare').get(at(offer)),
    ])
      expect([got.status, got.text]).toEqual([404, none.text]);
    const entries = await logged(api, () => farsta().get(at(offer)));
    expect(entries).toMatchObject([{ what: 'document', stream: family, details: { document: offer } }]);
  });

  it('are not there for SHIS once the family has withdrawn its consent', async () => {
    const id = await referral(farsta());
    await farsta().step(id, 1, 'submit', { ground: 'consent' });
    expect((await shis().get(at('2.disclosure', id))).status).toBe(200);
    await farsta().step(id, 1, 'withdrawConsent');
    expect((await shis().get(at('', id))).body).toEqual({ documents: [] });
    expect((await shis().get(at('2.disclosure', id))).status).toBe(404);
    expect((await farsta().get(at('2.disclosure', id))).status).toBe(200);
  });

  it('say that nothing goes out by itself when the family is protected', async () => {
    const id = await referral(farsta());
    const data = { kind: 'sekretessmarkering', handlers: ['farsta.handlaggare', 'shis.handlaggare'] };
    await farsta().step(id, null, 'setProtection', data);
    await farsta().step(id, 1, 'submit', { ground: 'statute' });
    const [document = ''] = (await farsta().get(at('', id))).body.documents.map(
      (one: { document: string }) => one.document,
    );
    const { body } = await farsta().get(at(document, id));
    expect(body).toMatchObject({ isProtected: true });
    expect((await pdfOf(await documentPdf(body as DocumentView, 'Ada, Farsta'))).text).toContain(
      'Inget skickas av sig självt',
    );
  });
});

describe('a paper as PDF', () => {
  it('is tagged, has its language and title, and can be read as text', async () => {
    const view = await read('follow-up');
    const bytes = await documentPdf(view, 'Ada, Farsta');
    const pdf = await pdfOf(bytes);
    expect(pdf).toMatchObject({ isMarked: true, language: 'sv-SE', title: 'Uppföljning', pages: 1 });
    expect(pdf.roles.join(' ')).toMatch(/^Document P P P H1 Table (TR TH TD )+H2 Table( TR TH TD)+$/);
    expect(pdf.text).toContain('Enskilt samtal med Łucja.');
    expect(pdf.text).toContain(view.sha256);
    expect((await documentPdf(view, 'Ada, Farsta')).equals(bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(60_000);
  });

  it('goes on to further pages, each with its foot', async () => {
    const view = await read('follow-up');
    const long = { ...view, pieces: [...view.pieces, { text: 'Söker bostad varje vecka. '.repeat(300) }] };
    const pdf = await pdfOf(await documentPdf(long, 'Ada, Farsta'));
    expect(pdf.pages).toBeGreaterThan(1);
    expect(pdf.text).toContain(`Sida ${pdf.pages} av ${pdf.pages}`);
  });
});
