import { isRefusal } from '../../src/engine/refusals.js';
import { sourceOf } from '../../src/files/report-reader.js';
import { answer } from '../../src/reports/index.js';
import { agencyFlat } from '../support/cast.js';
import { Letting } from './letting.js';
import { rowsOf } from './rows.js';
import { WebWorld } from './web-world.js';

const TOLD = `insert into fact (file_id, seq, ordinal, process, workflow, form, kind, reason, occurred_on, recorded_at, dwelling,
    channel, data)
  values ($1, $2, 0, 1, 'test', $3, $4, $5, $6::date, $6::date, $1, 'agency', '{}')`;

let world: WebWorld;
/** Three flats of the agency’s; the last is one that nobody at SHIS may see. */
let flats: readonly string[];
const told = async (
  flat: number,
  seq: number,
  [kind, reason]: readonly [string, string?],
  day: string,
  form: string,
) => world.owner.query(TOLD, [flats[flat], 900 + seq, form, kind, reason ?? null, day]);

beforeAll(async () => {
  world = await WebWorld.open();
  const agency = new Letting(world).as('formedlingen.handlaggare');
  const opened = [];
  for (const number of ['B 1', 'B 2', 'B 3'])
    opened.push(await agency.open('dwelling', agencyFlat(number, 3)));
  flats = opened.map(({ file }) => file);
  await world.owner.query(`update case_file set protected_until = 'infinity' where id = $1`, [flats[2]]);
  const goal = (data: object) => world.put('goal', { year: 2021, ...data }, '2020-12-01T00:00:00Z');
  await goal({ forms: ['transitional'], goal: 150, reference: 'KF 2020:1' });
  await world.put(
    'goal',
    { year: 2021, forms: ['transitional'], goal: 160, decidedOn: '2021-03-10', reference: 'KF 2021:9' },
    '2021-03-10T00:00:00Z',
  );
  await world.put(
    'goal',
    { year: 2021, forms: ['supported-housing', 'housing-first'], goal: 40 },
    '2020-12-01T00:00:00Z',
  );
  await told(0, 1, ['reserved'], '2021-02-01', 'transitional');
  await told(0, 2, ['released', 'refused'], '2021-03-02', 'transitional');
  await told(0, 3, ['reserved'], '2021-03-05', 'transitional');
  await told(0, 4, ['allocated'], '2021-03-20', 'housing-first');
  await told(1, 1, ['reserved'], '2021-03-12', 'transitional');
  await told(2, 1, ['allocated'], '2021-03-13', 'transitional');
}, 90_000);
afterAll(() => world.close());

const ledger = (text: string): string[] => {
  const from = text.slice(text.indexOf('id="ledger"'));
  return rowsOf(from.slice(0, from.indexOf('</table>')));
};

/** Each form's balance in the report; a dash where it has none. */
async function balances(until: string): Promise<readonly (readonly [unknown, unknown])[]> {
  const { runtime } = world;
  const asking = { today: '2021-12-08', reader: 'inside', parameters: { year: '2021', until } } as const;
  const made = await answer(sourceOf(runtime), 'goal-ledger', asking);
  if (isRefusal(made)) throw new Error(JSON.stringify(made));
  return made.rows.map(({ form, balance }) => [form, balance ?? '–']);
}

describe('the page of the goal’s ledger', () => {
  it('tells each booking with the balance after it, and no flat that the reader may not see', async () => {
    const { text } = await (await world.signedIn('shis.handlaggare')).get('/goal?month=2021-03');
    expect(ledger(text)).toEqual([
      '2021-03-01 Ingående saldo: 0 förbrukade, 1 reserverade – – 189',
      '2021-03-02 Släppt tackade nej · Genomgångsbostäder för barnfamiljer Stockholmshem B 1 +1 190',
      '2021-03-05 Reserverad: erbjuden Genomgångsbostäder för barnfamiljer Stockholmshem B 1 −1 189',
      '2021-03-10 Mål satt KF 2021:9 – +10 199',
      '2021-03-12 Reserverad: erbjuden Genomgångsbostäder för barnfamiljer Stockholmshem B 2 −1 198',
      '2021-03-13 Förbrukad: kontrakt skrivet Genomgångsbostäder för barnfamiljer Syns inte för dig −1 197',
      '2021-03-20 Släppt Genomgångsbostäder för barnfamiljer Stockholmshem B 1 +1 198',
      '2021-03-20 Förbrukad: kontrakt skrivet Bostad Först Stockholmshem B 1 −1 197',
      '2021-03-31 Utgående saldo – – 197',
    ]);
    expect(text).toContain(`href="/files/${flats[0]}"`);
    expect(text).not.toContain(flats[2]);
  });

  it('ends where the report ends, for all forms, for one and for those with a goal together', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    for (const until of ['2021-02-28', '2021-03-31', '2021-04-30'])
      for (const [form, balance] of await balances(until)) {
        const query = new URLSearchParams({ month: until.slice(0, 7), form: String(form) }).toString();
        const last = ledger((await visitor.get(`/goal?${query}`)).text).at(-1) ?? '';
        expect([form, last.replace(/\. Inget bokfördes den här månaden\./, '')]).toEqual([
          form,
          `${until} Utgående saldo – – ${balance}`,
        ]);
      }
  });

  it('has the decisions with day and reference, and a way there from the report and the list of reports', async () => {
    const visitor = await world.signedIn('farsta.handlaggare');
    const { text } = await visitor.get('/goal?month=2021-03');
    expect(rowsOf(text.slice(text.indexOf('id="decisions"')))).toEqual([
      'Försöks- och träningslägenheter + Bostad Först 40 2020-12-01 – Gäller',
      'Genomgångsbostäder för barnfamiljer 150 2020-12-01 KF 2020:1 Ersatt',
      'Genomgångsbostäder för barnfamiljer 160 2021-03-10 KF 2021:9 Gäller',
    ]);
    expect((await visitor.get('/reports/goal-ledger?until=2021-03-31')).text).toContain(
      'href="/goal?month=2021-03"',
    );
    expect((await visitor.get('/reports')).text).toContain('href="/goal?month=');
  });

  it('goes by a decision that a system administrator records with its day; each version is kept', async () => {
    const path = '/goal/decisions';
    const admin = await world.signedIn('system.forvaltare');
    const wish = { year: '2021', forms: 'housing-first', goal: '50', decidedOn: '2021-11-29' };
    const told = async (more: object) => admin.form(path, { ...wish, reference: 'KF 2021:31', ...more });
    for (const [more, sentence] of [
      [{ year: '21' }, 'Skriv året med fyra siffror'],
      [{ forms: 'slott' }, 'Välj minst en boendeform.'],
      [{ goal: '-1' }, 'Skriv ett helt antal lägenheter'],
      [{ decidedOn: '2999-01-01' }, 'Skriv den dag då fullmäktige beslutade'],
      [{ reference: 'x'.repeat(101) }, 'Skriv beteckningen med högst 100 tecken.'],
    ] as const) {
      const { status, text } = await told(more);
      expect([status, text.includes(sentence)]).toEqual([422, true]);
      for (const value of Object.values(more))
        expect(text).toContain(`value="${value}"`.replace('value="slott"', ''));
    }
    const { location } = await told({});
    expect((await admin.get(location)).text).toContain('Målet är registrerat.');
    expect((await admin.get((await told({})).location)).text).toContain('Ingenting ändrades.');
    const after = await admin.get((await told({ goal: '60', decidedOn: '2021-12-06' })).location);
    const rows = rowsOf(after.text).filter((row) => row.startsWith('Bostad Först'));
    expect(rows).toEqual([
      'Bostad Först 50 2021-11-29 KF 2021:31 Ersatt',
      'Bostad Först 60 2021-12-06 KF 2021:31 Gäller',
    ]);
    const visitor = await world.signedIn('shis.handlaggare');
    const shown = ledger((await visitor.get('/goal?month=2021-11&form=housing-first')).text);
    expect(shown).toContainEqual(expect.stringMatching(/^2021-11-29 Mål satt KF 2021:31 – \+50/));
    for (const login of ['shis.chef', 'socialforvaltningen.analytiker', 'farsta.handlaggare'])
      expect([login, (await (await world.signedIn(login)).get(path)).status]).toEqual([login, 403]);
  });

  it('is not for those who work with no families, and logs whose flats it showed', async () => {
    const analyst = await world.signedIn('socialforvaltningen.analytiker');
    expect((await analyst.get('/goal')).status).toBe(403);
    expect((await analyst.get('/reports/goal-ledger')).text).not.toContain('href="/goal');
    await (await world.signedIn('shis.chef')).get('/goal?month=2021-03');
    const { rows } = await world.owner.query(
      `select files from access_entry where login = 'shis.chef' and what = 'list'`,
    );
    expect(rows).toEqual([{ files: [flats[0], flats[1]].sort() }]);
  });
});
