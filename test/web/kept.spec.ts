import { rowsOf } from './rows.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

const BOOKED = `insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, dwelling,
    channel, data)
  values ($1, 1, 0, 1, 'test', 'transitional', 'allocated', $2, $3, $1, 'agency', '{}')`;

let world: WebWorld;
beforeAll(async () => {
  world = await WebWorld.open();
  await world.put('goal', { year: 2021, forms: ['transitional'], goal: 150 }, '2020-12-01T00:00:00Z');
  await world.owner.query(BOOKED, ['f-1', '2021-03-01', '2021-03-01']);
}, 90_000);
afterAll(() => world.close());

const keep = async (visitor: Visitor): Promise<string> => {
  const kept = await visitor.form('/reports/goal-ledger/export', {
    ...{ until: '2021-10-31', purpose: 'analysis', format: 'kept' },
  });
  expect(kept.status).toBe(303);
  return new URL(kept.location).pathname;
};

const tableAt = (text: string, id: string): string => {
  const from = text.slice(text.indexOf(`id="${id}"`));
  return from.slice(0, from.indexOf('</table>'));
};

describe('a report kept from its page', () => {
  it('is shown as it was kept, says whether it holds, and lists what is otherwise as we know now', async () => {
    const officer = await world.signedIn('shis.handlaggare');
    expect((await officer.get('/reports/kept')).text).toContain('Ingen rapport är sparad');
    expect((await officer.get('/reports/goal-ledger')).text).toContain('Spara rapporten');
    const path = await keep(officer);
    expect(path).toMatch(/^\/reports\/kept\/goal-ledger-2021-10-31-[0-9a-f]{10}$/);
    const held = (await officer.get(path)).text;
    expect(held).toContain('Samma bytes');
    expect(held).toContain('Inget har registrerats eller rättats');
    await world.owner.query(BOOKED, ['f-2', '2021-05-01', '2021-11-02T12:00:00Z']);
    const later = (await officer.get(path)).text;
    expect(later).toContain('Samma bytes');
    expect(rowsOf(tableAt(later, 'now'))).toEqual(
      expect.arrayContaining([
        'Årsmålets saldo Genomgångsbostäder för barnfamiljer Förbrukade 1 2',
        'Årsmålets saldo Genomgångsbostäder för barnfamiljer Saldo 149 148',
        'Årsmålets saldo Totalt Saldo 149 148',
      ]),
    );
  });

  it('is in the list with who and when, and the keeping in the log with its purpose', async () => {
    const { text } = await (await world.signedIn('shis.chef')).get('/reports/kept');
    expect(rowsOf(text)).toEqual([
      expect.stringMatching(
        /^Årsmålets saldo Till och med 2021-10-31 shis\.handlaggare \d{4}-\d\d-\d\d kl\. \d\d\.\d\d goal-ledger-2021-10-31-/,
      ),
    ]);
    const { rows } = await world.owner.query(
      `select what, reason from access_entry where login = 'shis.handlaggare' and what = 'report-export'`,
    );
    expect(rows).toEqual([{ what: 'report-export', reason: 'analysis' }]);
  });

  it('is of the public what was kept for it, and of nobody what is not there', async () => {
    const analyst = await world.signedIn('socialforvaltningen.analytiker');
    expect((await analyst.get('/reports/kept')).text).toContain('Ingen rapport är sparad');
    const inside = await keep(await world.signedIn('shis.chef'));
    expect((await analyst.get(inside)).status).toBe(404);
    expect((await analyst.get('/reports/kept/none-such')).status).toBe(404);
    const own = await keep(analyst);
    expect(own).not.toBe(inside);
    expect((await analyst.get(own)).text).toContain('Samma bytes');
  });
});
