import { verify } from '../../src/audit/verify.js';
import { createPool } from '../../src/platform/database.js';
import { facilityFlat } from '../support/cast.js';
import { Clamd, EICAR } from '../support/clamd.js';
import { word, zipOf } from '../support/zips.js';
import { logged } from './readings.js';
import { Served, type Caller, type Got } from './served.js';
import { flat, referral } from './stories.js';

let api: Served;
let clamd: Clamd;
let family = '';
const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

beforeAll(async () => {
  clamd = await Clamd.listen();
  api = await Served.open({ CLAMD_URL: clamd.url, ATTACHMENT_MB: '2' });
  family = await referral(farsta());
  await farsta().step(family, 1, 'submit', { ground: 'consent' });
}, 60_000);
afterAll(async () => {
  await api.close();
  await clamd.close();
});

const at = (more: string | number = '', file = family): string =>
  `/api/v1/files/${file}/attachments${more === '' ? '' : `/${more}`}`;

function attach(
  by: Caller,
  content: Buffer | string,
  fields: Record<string, string> = {},
  file = family,
): Promise<Got> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ readers: 'shared', ...fields })) form.set(name, value);
  form.set(
    'file',
    new File([new Uint8Array(Buffer.from(content as string))], 'C:\\hem\\Hyresavtal Testsson.exe', {
      type: 'text/html',
    }),
  );
  return by.send('POST', at('', file), form);
}
const numberOf = ({ body }: Got): number => Number(String(body.step.event).split(':')[1]);
const listed = async (by: Caller) => (await by.get(at())).body.attachments as Record<string, unknown>[];

describe('an attachment', () => {
  it('is kept as it was sent, and fetched as what its content is', async () => {
    const content = zipOf(word);
    const got = await attach(farsta(), content, { description: 'Undertecknat' });
    expect(got.status).toBe(201);
    const [line] = await listed(farsta());
    expect(line).toMatchObject({
      ...{ attachment: numberOf(got), name: 'Hyresavtal Testsson.exe', description: 'Undertecknat' },
      ...{ media: 'docx', label: 'Word', bytes: content.length, isOwn: false, by: 'farsta.handlaggare' },
    });
    const fetched = await fetch(`${api.url}${at(numberOf(got))}`, {
      headers: { authorization: `Bearer ${api.token('farsta.handlaggare')}` },
    });
    expect(Buffer.from(await fetched.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      'content-type': expect.stringContaining('wordprocessingml.document'),
      'content-disposition': `attachment; filename="bilaga-${family}-${numberOf(got)}.docx"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  it('stands sealed beside its event, which holds nothing of it but digests, kind and size', async () => {
    const seq = numberOf(await attach(farsta(), 'Qwyzzla bor på Testgatan', { name: 'Intyg' }));
    const { rows } = await api.runtime.pool.query<{ text: string; sealed: number }>(
      `select convert_from(canonical, 'UTF8') as text,
         (select count(*)::int from sealed s where s.file_id = e.file_id and s.seq = e.seq
            and position(convert_to('Qwyzzla', 'UTF8') in ciphertext) = 0) as sealed
       from event e where file_id = $1 and seq = $2`,
      [family, seq],
    );
    expect(rows[0]?.text).not.toMatch(/Qwyzzla|Intyg/);
    expect(rows[0]?.text).toContain('"bytes":25,"content":{"sealed":"');
    expect(rows[0]?.sealed).toBe(2);
    const trail = await farsta().get(`/api/v1/files/${family}/events?limit=200`);
    const event = trail.body.events.find((one: { seq: number }) => one.seq === seq);
    expect(event).toMatchObject({ told: 'En handling bifogades (Ren text).', data: { name: 'Intyg' } });
    expect(event.data).not.toHaveProperty('content');
  });

  it('is logged when it is listed and when it is fetched', async () => {
    const seq = numberOf(await attach(farsta(), 'x'));
    const entries = await logged(api, async () => {
      await farsta().get(at());
      await farsta().get(at(seq));
    });
    expect(entries.map(({ what, details }) => [what, details])).toEqual([
      ['documents', undefined],
      ['attachment', { event: `${family}:${seq}` }],
    ]);
  });

  it('that is taken twice under one key is there once', async () => {
    const form = () => {
      const made = new FormData();
      made.set('readers', 'own');
      made.set('file', new File(['samma'], 'a.txt'));
      return made;
    };
    const key = { 'idempotency-key': 'attach-once' };
    const [one, two] = [
      await farsta().send('POST', at(), form(), key),
      await farsta().send('POST', at(), form(), key),
    ];
    expect([numberOf(two), two.body.step.repeated]).toEqual([numberOf(one), true]);
  });
});

describe('an attachment that bears out a refusal', () => {
  it('belongs to the offer, and is told with what was said; what is no process of the case is refused', async () => {
    const home = await flat(shis(), facilityFlat('U 1', 3));
    await shis().step(family, 1, 'approve', {});
    const offer = { dwelling: { ref: `${home}/1` } };
    expect((await shis().step(family, 1, 'makeOffer', offer)).status).toBe(200);
    await shis().step(family, 2, 'refuse', { reason: 'school' });
    const got = await attach(shis(), 'Från rektorn', { name: 'Intyg', about: '2' });
    expect(got.status).toBe(201);
    const [line] = await listed(farsta());
    const { about } = line as { about: { event: number } };
    expect(about).toMatchObject({ process: 2, label: 'Familjen tackade nej: Skola eller förskola.' });
    const { body } = await farsta().get(`/api/v1/files/${family}/events?limit=200`);
    const told = (body.events as { seq: number; type: string }[]).find(({ seq }) => seq === about.event);
    expect(told?.type).toBe('refuse');
    const none = await attach(shis(), 'x', { about: '99' });
    expect([none.status, none.body.fields]).toMatchObject([422, [{ path: 'about' }]]);
  });
});

describe('who may read an attachment', () => {
  it('SHIS when the family was disclosed to it, and not what stays with the district', async () => {
    const own = numberOf(await attach(farsta(), 'Bara vi', { readers: 'own' }));
    const shared = numberOf(await attach(farsta(), 'Också SHIS'));
    const numbers = (await listed(shis())).map(({ attachment }) => attachment);
    expect([numbers.includes(own), numbers.includes(shared)]).toEqual([false, true]);
    expect((await shis().get(at(own))).status).toBe(404);
    expect((await shis().get(at(shared))).text).toBe('Också SHIS');
    expect((await api.as('socialforvaltningen.granskare').get(at(own))).text).toBe('Bara vi');
  });

  it('not another district, and not who knows of a request alone', async () => {
    const seq = numberOf(await attach(farsta(), 'x'));
    for (const login of ['skarholmen.handlaggare', 'formedlingen.handlaggare', 'stockholmshem.uthyrare'])
      expect([login, (await api.as(login).get(at(seq))).status]).toEqual([login, 404]);
    expect((await attach(api.as('skarholmen.handlaggare'), 'x')).status).toBe(404);
    expect((await attach(api.as('socialforvaltningen.granskare'), 'x')).status).toBe(403);
    expect((await attach(api.nobody, 'x')).status).toBe(401);
  });

  it('of a protected family its named handlers alone', async () => {
    const file = await referral(farsta());
    const seq = numberOf(await attach(farsta(), 'x', {}, file));
    await farsta().step(file, null, 'setProtection', { kind: 'sekretessmarkering' });
    expect((await farsta().get(at(seq, file))).status).toBe(200);
    expect((await api.as('farsta.chef').get(at(seq, file))).status).toBe(404);
  });

  it('of a flat those who see the flat', async () => {
    const file = await flat(shis(), facilityFlat('2201', 2));
    const seq = numberOf(await attach(shis(), 'Planritning', {}, file));
    expect((await farsta().get(at(seq, file))).text).toBe('Planritning');
  });
});

describe('what is not taken', () => {
  const fields = ({ status, body }: Got) => [status, body.code, body.fields];

  it.each<[string, Buffer | string, RegExp]>([
    ['larger than the limit, which is named', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), /större än 2 MB/],
    ['of another kind, whatever it is called', Buffer.from('7f454c46', 'hex'), /Spara den som PDF/],
    ['empty', '', /inte är tom/],
    ['infected', `${EICAR}`, /skadlig kod/],
  ])('a file that is %s', async (_, content, says) => {
    const before = await api.events();
    expect(fields(await attach(farsta(), content))).toEqual([
      ...[422, 'invalid-data', [{ path: expect.any(String), message: expect.stringMatching(says) }]],
    ]);
    expect(await api.events()).toBe(before);
  });

  it('takes a file of exactly the limit', async () => {
    expect((await attach(farsta(), Buffer.alloc(2 * 1024 * 1024, 'a'))).status).toBe(201);
  });

  it.each(['stream: size limit exceeded. ERROR', 'nonsense', ''])(
    'a file of which the scanner does not say that it is clean: %p',
    async (instead) => {
      clamd.instead = instead;
      const got = await attach(farsta(), 'x');
      clamd.instead = null;
      expect([got.status, got.body.detail]).toEqual([
        503,
        expect.stringContaining('Virusskyddet svarar inte'),
      ]);
    },
  );

  it('a form without a file, with other fields, or that is no form', async () => {
    const form = new FormData();
    form.set('readers', 'own');
    expect((await farsta().send('POST', at(), form)).status).toBe(400);
    expect((await attach(farsta(), 'x', { other: 'y' })).status).toBe(400);
    expect((await attach(farsta(), 'x', { readers: 'everybody' })).status).toBe(400);
    expect((await farsta().post(at(), { file: 'x' })).status).toBe(415);
    expect((await farsta().send('POST', `/api/v1/files/${family}/events`, form)).status).toBe(415);
    expect((await farsta().send('POST', at(), 'x', { 'content-type': 'multipart/form-data' })).status).toBe(
      400,
    );
  });

  it('content that comes as a plain step is looked at in the same way', async () => {
    const data = (content: string, more: object = {}) => ({
      ...{ name: 'x', readers: 'own', media: 'text', bytes: content.length },
      content: Buffer.from(content).toString('base64'),
      ...more,
    });
    const step = (given: object) => farsta().step(family, null, 'attach', given);
    const scanned = clamd.scanned;
    expect((await step(data('Hej'))).status).toBe(200);
    expect(clamd.scanned).toBe(scanned + 1);
    expect((await step(data(EICAR))).body.code).toBe('invalid-data');
    for (const wrong of [{ media: 'pdf' }, { bytes: 4 }, { content: 'SGVq!' }])
      expect((await step(data('Hej', wrong))).body.code).toBe('invalid-data');
  });
});

describe('the evidence', () => {
  it('verifies, and tells of a content that was changed or is gone', async () => {
    const owner = createPool(api.runtime.home.ownerUrl, { max: 1 });
    const { vault } = api.runtime.engine.ports;
    const check = () => verify(owner, api.runtime.registry, { vault });
    expect(await check()).toMatchObject({ ok: true });
    const small = numberOf(await attach(farsta(), 'kort'));
    const large = numberOf(await attach(farsta(), Buffer.alloc(200_000, 'b')));
    await owner.query('create table kept as table sealed');
    for (const [sql, seq] of [
      [
        'update sealed set ciphertext = set_byte(ciphertext, 20, 1 # get_byte(ciphertext, 20)) where file_id = $1 and seq = $2',
        large,
      ],
      ['delete from sealed where file_id = $1 and seq = $2', small],
    ] as const) {
      await owner.query(sql, [family, seq]);
      const { findings } = await check();
      expect(findings.map(({ kind, file, seq: of }) => [kind, file, of])).toContainEqual([
        'sealed',
        family,
        seq,
      ]);
      await owner.query('delete from sealed; insert into sealed table kept');
    }
    await owner.end();
    for (const sql of ['update sealed set seq = 1', 'delete from sealed'])
      await expect(api.runtime.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
