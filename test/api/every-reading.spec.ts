import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groups } from '../../src/api/openapi/document.js';
import { facilityFlat, household } from '../support/cast.js';
import { logged } from './readings.js';
import { Served, type Caller, type Got } from './served.js';
import { referral } from './stories.js';

const operations = groups.flatMap((group) => group.operations);

let api: Served;
let [own, other] = ['', ''];
let [review, alert] = [0, 0];
/** Written when `sendProcessEvent` is called below, before it is read. */
let paper = '';
let attachment = '';
beforeAll(async () => {
  api = await Served.open();
  own = await referral(api.as('farsta.handlaggare'));
  other = await referral(api.as('skarholmen.handlaggare'), { district: 'skarholmen' });
  await api.as('farsta.chef').get(`/api/v1/files/${own}`);
  await api.as('shis.handlaggare').get(`/api/v1/files/${own}`);
  const third = await referral(api.as('farsta.handlaggare'));
  await api.as('skarholmen.handlaggare').post(file('/emergency', third), urgent);
  const { body } = await api.as('socialforvaltningen.granskare').get('/api/v1/reviews');
  review = body.reviews[0].id as number;
  alert = (await api.as('socialforvaltningen.granskare').get('/api/v1/alerts')).body.alerts[0].id as number;
}, 60_000);
afterAll(() => api.close());

const file = (more = '', id = own): string => `/api/v1/files/${id}${more}`;
const key = () => ({ 'idempotency-key': `every-${Math.random()}` });
const aFlat = { workflow: 'dwelling', data: facilityFlat('V 1', 2) };
const opening = { workflow: 'referral', data: { household: household() } };
const urgent = { reason: 'danger', note: 'Ambulansen är här' };

/** One good call of each operation. An operation without one fails the test below. */
const calls: Readonly<Record<string, (by: Caller, officer: Caller) => Promise<Got>>> = {
  listFiles: (by) => by.get('/api/v1/files'),
  searchFiles: (by) => by.post('/api/v1/files/search', { text: 'Testsson' }),
  readFile: (by) => by.get(file()),
  readTrail: (by) => by.get(file('/events')),
  listDocuments: (by) => by.get(file('/documents')),
  readDocument: (by) => by.get(file(`/documents/${paper}`, own)),
  addAttachment: async (by) => {
    const form = new FormData();
    form.set('readers', 'own');
    form.set('file', new File(['x'], 'x.txt'));
    const got = await by.send('POST', file('/attachments'), form);
    attachment = String(got.body.step.event).split(':')[1] ?? '';
    return got;
  },
  listAttachments: (by) => by.get(file('/attachments')),
  readAttachment: (by) => by.get(file(`/attachments/${attachment}`)),
  openFile: (by) => by.post('/api/v1/files', opening),
  openProcess: (by) => by.post(file('/processes'), { workflow: 'referral', data: {} }),
  sendFileEvent: (by) => by.post(file('/events'), { type: 'note', data: { note: 'x' } }, key()),
  sendProcessEvent: async (by) => {
    const got = await by.post(file('/processes/1/events'), { type: 'submit', data: { note: 'x' } }, key());
    paper = `${String(got.body.step.event).split(':')[1]}.disclosure`;
    return got;
  },
  correctEvent: (by) => by.post(file('/events/1/correction'), { note: 'x', reason: 'x' }, key()),
  readProposed: async () => {
    const flat = await api.as('shis.handlaggare').post('/api/v1/files', aFlat);
    return api.as('shis.handlaggare').get(`/api/v1/flats/${flat.body.id}/families`);
  },
  sealEntry: async (by) => {
    const got = await by.post(file('/events'), { type: 'note', data: { note: 'x' } }, key());
    const seq = String(got.body.step.event).split(':')[1];
    return by.post(file(`/events/${seq}/sealing`), { reason: 'x' }, key());
  },
  listWorkflows: (by) => by.get('/api/v1/workflows'),
  readWorkflow: (by) => by.get('/api/v1/workflows/referral'),
  readDiagram: (by) => by.get('/api/v1/workflows/referral/diagram.svg'),
  readReport: (by) => by.get('/api/v1/reports/yearly-goal?year=2021'),
  readReportChanges: (by) => by.get('/api/v1/reports/yearly-goal/changes?year=2021&asKnownOn=2021-01-31'),
  listOrganisations: (by) => by.get('/api/v1/organisations'),
  listDistricts: (by) => by.get('/api/v1/districts'),
  listPeople: (by) => by.get('/api/v1/people?kind=district'),
  listGoals: (by) => by.get('/api/v1/goals'),
  writeRegister: () =>
    api
      .as('system.forvaltare')
      .post('/api/v1/registers/goal', { data: { year: 2030, forms: ['transitional'], goal: 1 } }),
  listAccessReasons: (by) => by.get('/api/v1/access-reasons'),
  statePurpose: (by) => by.post(file('/purpose'), { reason: 'contact', note: 'Familjen ringde' }),
  openEmergency: (by) => by.post(file('/emergency', other), urgent),
  endEmergency: (by) => by.post(file('/emergency/end', other), {}),
  listAlerts: (_, officer) => officer.get('/api/v1/alerts'),
  readAlert: (_, officer) => officer.post(`/api/v1/alerts/${alert}/read`, {}),
  readAccessLog: (by) => by.get(`/api/v1/access-log?file=${own}`),
  listReaders: (by) => by.get(file('/readers')),
  readNamedSight: (_, officer) => officer.get('/api/v1/handlers/farsta.handlaggare/files?on=2021-02-01'),
  listReviews: (_, officer) => officer.get('/api/v1/reviews'),
  makeReviews: (_, officer) => officer.post('/api/v1/reviews', {}),
  giveOutcome: (_, officer) => officer.post(`/api/v1/reviews/${review}/outcome`, { outcome: 'justified' }),
  readReviewStatistics: (_, officer) => officer.get('/api/v1/reviews/statistics'),
  readCheckpoint: async (by) => {
    await api.runtime.checkpoints.make();
    return by.get('/api/v1/audit/checkpoint');
  },
  readProof: (by) => by.get(`/api/v1/audit/proof/${own}:1`),
  isLive: (by) => by.get('/health/live'),
  isReady: (by) => by.get('/health/ready'),
};

/** A taken step is told by its event; whatever else shows something of a case leaves one entry. */
const EXPECTED = { step: 0, nothing: 0, 'reads-file': 1, lists: 1, reports: 1, 'reads-log': 1, states: 1 };

describe('every operation', () => {
  it.each(operations)('$id leaves in the log of readings what it declares: $logs', async ({ id, logs }) => {
    const call = calls[id];
    if (call === undefined) throw new Error(`${id} is not called here`);
    let status = 0;
    const entries = await logged(api, async () => {
      const got = await call(api.as('farsta.handlaggare'), api.as('socialforvaltningen.granskare'));
      status = got.status;
    });
    expect([id, Math.floor(status / 100)]).toEqual([id, 2]);
    expect([id, entries.length]).toEqual([id, EXPECTED[logs]]);
    if (logs === 'reads-file') expect(entries[0]?.stream).toBe(own);
  });

  it('that logs nothing has been looked at: none of these shows a case', () => {
    const silent = operations.filter(({ logs }) => logs === 'nothing').map(({ id }) => id);
    expect(silent.sort()).toEqual(
      [
        ...['isLive', 'isReady', 'listAccessReasons', 'listDistricts', 'listGoals', 'listOrganisations'],
        ...['listPeople', 'listWorkflows', 'readCheckpoint', 'readDiagram', 'readWorkflow', 'writeRegister'],
        // These tell of no more than a number; what they write stands in tables of their own.
        ...['makeReviews', 'giveOutcome', 'readAlert'],
      ].sort(),
    );
  });

  it('on a file of its own number is logged, or takes a step, or states something', () => {
    const onFiles = operations.filter(({ path }) => path.startsWith('/api/v1/files'));
    expect(onFiles.filter(({ logs }) => logs === 'nothing').map(({ id }) => id)).toEqual([]);
  });

  it('reads files through few doors, and each of them logs', () => {
    const sources = ['src/api', 'src/files', 'src/web'].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(room, name)),
    );
    const having = (pattern: RegExp) =>
      sources.filter((name) => pattern.test(readFileSync(name, 'utf8'))).sort();
    expect(having(/files\.read\(/)).toEqual([
      'src/files/corrections.ts',
      'src/files/file-view.ts',
      'src/files/sealing.ts',
      'src/files/steps.ts',
    ]);
    // The copy of a form is of what its sender sees, and goes into the file that the step is logged for; of other cases
    // in which somebody of a household is no more is told than their numbers.
    expect(having(/import \{[^}]*\bfound\b[^}]*\} from '.*file-view\.js'/)).toEqual([
      'src/files/alike.ts',
      'src/files/form-copy.ts',
      'src/files/why.ts',
    ]);
    // Lists, which are logged whole, name families from what they read.
    expect(having(/\breadFiles\(/)).toEqual([]);
    expect(having(/\blogOfFile\(/)).toEqual([
      'src/api/access/access-log.controller.ts',
      'src/web/routes/access-log.routes.ts',
    ]);
    expect(having(/\bafterStep\(/)).toEqual(['src/files/file-view.ts', 'src/files/steps.ts']);
    const faces = having(/\bguarded\.|\blistQuery\(/).filter((name) => !name.startsWith('src/files/'));
    expect(faces).toEqual([]);
  });

  it('that may be refused as not there leaves one entry for the attempt', async () => {
    const by = api.as('hemlosa.handlaggare');
    const attempts: readonly (readonly [string, object?])[] = [
      [file()],
      [file('/events')],
      [file('/readers')],
      [`/api/v1/access-log?file=${own}`],
      [file('/purpose'), { reason: 'contact' }],
      [file('/processes/1/events'), { type: 'submit', data: {} }],
      [file('/processes'), { workflow: 'referral', data: {} }],
    ];
    for (const [path, body] of attempts) {
      const get = () => (body === undefined ? by.get(path) : by.post(path, body, key()));
      const entries = await logged(api, async () => expect((await get()).status).toBe(404));
      expect([path, entries.map((one) => [one.stream, one.refused])]).toEqual([path, [[own, true]]]);
      const none = path.replace(own, '00000000000');
      const nowhere = await logged(api, async () => {
        const got = body === undefined ? await by.get(none) : await by.post(none, body, key());
        expect(got.text).toBe((await get()).text);
      });
      expect(nowhere.map(({ stream }) => stream).sort()).toEqual([own, 'person:hemlosa.handlaggare'].sort());
    }
  });
});
