import { newFile } from './readings.js';
import { said } from './swedish.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

const STAYED = `insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, district,
    household, channel, data)
  values ($1, 900, 0, 1, 'test', 'transitional', 'movedIn', $2, '2021-06-01', 'farsta', $1, 'facility', '{}')`;
const BOOKED = `insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, dwelling,
    channel, data)
  values ($1, 1, 0, 1, 'test', 'transitional', 'allocated', $2, $3, $1, 'agency', '{}')`;
const AUDITOR = 'socialforvaltningen.granskare';
const ANALYST = 'socialforvaltningen.analytiker';

let world: WebWorld;
/** Six families of Farsta that moved in, one in each month; the first has protected identity. */
const files: string[] = [];
beforeAll(async () => {
  world = await WebWorld.open();
  for (let month = 1; month <= 6; month++) {
    const file = await newFile(world);
    files.push(file);
    await world.owner.query(STAYED, [file, `2021-0${month}-15`]);
  }
  await world.owner.query(`update case_file set protected_until = 'infinity' where id = $1`, [files[0]]);
  await world.put('goal', { year: 2021, forms: ['transitional'], goal: 150 }, '2020-12-01T00:00:00Z');
  for (const [flat, day, recorded] of [
    ['f-1', '2021-03-01', '2021-03-01'],
    ['f-2', '2021-10-31', '2021-11-05'],
    ['f-3', '2021-11-01', '2021-11-01'],
  ])
    await world.owner.query(BOOKED, [flat, day, recorded]);
}, 90_000);
afterAll(() => world.close());

const CASES = '/reports/placements/cases?until=2021-12-08&row=transitional~facility&column=count';
const listed = async (visitor: Visitor, path = CASES): Promise<string[]> =>
  [...(await visitor.get(path)).text.matchAll(/href="\/files\/(\w+)"/g)].map(([, file]) => file as string);
const logged = async (login: string) =>
  (
    await world.owner.query(
      `select e.what, e.reason, (convert_from(canonical, 'UTF8')::jsonb) -> 'details' as details, e.refused
       from access_entry e where login = $1 order by at desc, stream desc, seq desc limit 1`,
      [login],
    )
  ).rows[0] as { what: string; reason: string | null; details: Record<string, unknown>; refused: boolean };

describe('the pages of the reports', () => {
  it('tell everybody what each report answers, and link to it', async () => {
    const analyst = await world.signedIn(ANALYST);
    const { text } = await analyst.get('/reports');
    expect(text).toContain('href="/reports/yearly-goal"');
    expect(text).toContain('Hur långt har årets mål nåtts');
    expect((await analyst.get('/')).text).toContain('href="/reports"');
    expect((await analyst.get('/reports/none-such')).status).toBe(404);
  });

  it('show a report to a day, as known on another, and two moments side by side', async () => {
    const analyst = await world.signedIn(ANALYST);
    const now = (await analyst.get('/reports/yearly-goal?until=2021-10-31')).text;
    expect(now).toContain('2 av 150 lägenheter är förmedlade');
    const then = await analyst.get('/reports/yearly-goal?until=2021-10-31&asKnownOn=2021-10-31');
    expect(then.text).toContain('1 av 150 lägenheter är förmedlade');
    const beside = await analyst.get(
      '/reports/yearly-goal?until=2021-10-31&asKnownOn=2021-10-31&compareUntil=2021-11-30&compareKnown=2021-12-08',
    );
    const table = beside.text.slice(beside.text.indexOf('id="compared"'));
    expect(table).toContain('<td class="r">3</td><td class="r">1</td><td class="r">−2</td>');
    expect((await analyst.get('/reports/yearly-goal?year=2020')).text).toContain(
      '0 lägenheter är förmedlade',
    );
  });

  it('keep what was typed wrongly, and say what to do about it', async () => {
    const analyst = await world.signedIn(ANALYST);
    const { status, text } = await analyst.get('/reports/yearly-goal?until=2021-02-30&compareUntil=x');
    expect(status).toBe(422);
    expect(text).toContain('value="2021-02-30"');
    expect(text).toContain('href="#compareUntil"');
    expect((await analyst.get('/reports/yearly-goal?until=2021-01-01&until=x')).status).toBe(400);
  });

  it('write each reading down', async () => {
    const analyst = await world.signedIn(ANALYST);
    await analyst.get('/reports/placements?until=2021-06-30&by=month');
    expect(await logged(ANALYST)).toMatchObject({
      what: 'report',
      details: { report: 'placements', format: 'page', parameters: { until: '2021-06-30', by: 'month' } },
    });
  });
});

describe('the cases behind a figure', () => {
  it('are those that the reader may see, by day, never a protected one; written down with the report', async () => {
    const auditor = await world.signedIn(AUDITOR);
    expect((await auditor.get('/reports/placements?until=2021-12-08')).text).toContain(
      'row=transitional%7Efacility&amp;column=count">6</a>',
    );
    expect(await listed(auditor)).toEqual(files.slice(1));
    expect(await logged(AUDITOR)).toMatchObject({
      what: 'list',
      details: { report: 'placements', parameters: { column: 'count', until: '2021-12-08' } },
    });
    expect(await listed(await world.signedIn('farsta.handlaggare'))).toEqual(files.slice(1));
    // A draft is the district's own, and another district's family is not theirs.
    expect(await listed(await world.signedIn('shis.chef'))).toEqual([]);
    expect(await listed(await world.signedIn('rinkeby.handlaggare'))).toEqual([]);
  });

  it('are not for the public, in list or link; that somebody tried is written down', async () => {
    const analyst = await world.signedIn(ANALYST);
    expect((await analyst.get('/reports/placements')).text).not.toContain('/cases?');
    expect((await analyst.get(CASES)).status).toBe(403);
    expect(await logged(ANALYST)).toMatchObject({ what: 'list', refused: true });
  });

  it('do not open where the figure is hidden for a protected family’s sake', async () => {
    const auditor = await world.signedIn(AUDITOR);
    const { text } = await auditor.get('/reports/placements?until=2021-12-08&by=month');
    expect(text).not.toContain('/cases?');
    for (const month of ['2021-01', '2021-02'])
      expect((await auditor.get(`${CASES.replace('row=', `by=month&row=${month}~`)}`)).status).toBe(403);
    const alone = await auditor.get(`${CASES}&asKnownOn=2021-01-01`.replace('2021-12-08', '2021-01-31'));
    expect(await listed(auditor, CASES.replace('2021-12-08', '2021-01-31'))).toEqual([]);
    expect(alone.text).not.toContain(files[0]);
  });

  it.each([
    'row=x&column=count',
    'row=transitional~facility&column=form',
    'row=&column=',
    'row=a~b~c~d&column=count',
  ])('are refused for %s', async (which) => {
    const auditor = await world.signedIn(AUDITOR);
    expect((await auditor.get(`/reports/placements/cases?until=2021-12-08&${which}`)).status).toBe(403);
  });
});

describe('a report as a file', () => {
  it('is given for a purpose, and written down with it and its number of rows', async () => {
    const analyst = await world.signedIn(ANALYST);
    const sent = { purpose: 'board', format: 'csv', until: '2021-10-31' };
    const got = await analyst.form('/reports/yearly-goal/export', sent);
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="yearly-goal-2021-10-31.csv"');
    expect(got.text).toContain('"transitional"');
    expect(await logged(ANALYST)).toMatchObject({
      what: 'report-export',
      reason: 'board',
      details: { report: 'yearly-goal', format: 'csv', rows: 4 },
    });
    const book = await analyst.form('/reports/yearly-goal/export', { ...sent, format: 'xlsx' });
    expect(book.text.slice(0, 2)).toBe('PK');
    expect((await analyst.form('/reports/yearly-goal/export', { ...sent, purpose: 'fun' })).status).toBe(400);
    const { purpose: _, ...none } = sent;
    const again = await analyst.form('/reports/yearly-goal/export', none);
    expect(again.status).toBe(422);
    expect(again.text).toContain('href="#purpose">Välj vad siffrorna ska användas till.');
    expect(again.text).toContain('name="until" value="2021-10-31"');
    expect(again.text).not.toMatch(/<option value="[a-z-]+" selected[^>]*>[^<]*(rapport|Svar till)/);
    expect((await analyst.bareForm('/reports/yearly-goal/export', sent)).status).toBe(403);
  });
});

describe('the pages, read', () => {
  it('are Swedish or English, whole', async () => {
    const visitor = await world.signedIn(AUDITOR);
    const read = async (path: string) => said((await visitor.get(path)).text);
    for (const path of ['/reports', '/reports/yearly-goal?until=2021-10-31&compareUntil=2021-06-30', CASES])
      expect(await read(path)).not.toMatch(/yearly-goal|transitional|district/);
    await visitor.get('/?lang=en');
    expect(await read('/reports/yearly-goal')).not.toMatch(/[åäö]/i);
  });
});
