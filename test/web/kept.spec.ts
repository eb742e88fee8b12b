import { dayOf } from '../../src/domain/zone.js';
import { sourceOf } from '../../src/files/report-reader.js';
import { makePacksDue, packsUntil } from '../../src/reports/index.js';
import { unbroken } from './filling.js';
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
    const known = '/reports/goal-ledger?until=2021-10-31&asKnownOn=2021-10-31';
    expect((await officer.get(known)).text).toContain(
      'href="/reports/goal-ledger/changes?until=2021-10-31&amp;asKnownOn=2021-10-31"',
    );
    const since = await officer.get(known.replace('ledger?', 'ledger/changes?'));
    expect(rowsOf(tableAt(since.text, 'figures'))).toEqual(
      expect.arrayContaining(['Årsmålets saldo Totalt Saldo 149 148']),
    );
    const noDay = await officer.get('/reports/goal-ledger/changes?until=2021-10-31');
    expect(noDay.location).toContain('/reports/goal-ledger?until=2021-10-31');
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

describe('the statistics of a period', () => {
  const pack = (): string => packsUntil(dayOf(world.runtime.clock.now()))[0]?.code ?? '';
  const chief = async (): Promise<Visitor> => {
    const visitor = await world.signedIn('shis.chef');
    await visitor.form('/choose-role', { acting: 'shis|manager', to: '/' });
    return visitor;
  };

  it('are made and kept by one press, also by those who do not write the dialogue log', async () => {
    const officer = await world.signedIn('shis.handlaggare');
    const { text } = await officer.get('/reports/kept');
    expect([text.includes('Gör periodens statistik'), text.includes('Skickas till')]).toEqual([true, false]);
    const made = await officer.form('/reports/packs', { pack: pack(), do: 'make' });
    expect([made.status, new URL(made.location).pathname]).toEqual([
      303,
      expect.stringMatching(/^\/reports\/kept\/monthly-\d{4}-\d\d-\d\d-[0-9a-f]{10}$/),
    ]);
    const kept = await officer.get(new URL(made.location).pathname);
    expect(kept.text).toContain('Ingen har antecknat att rapporten har skickats.');
    const wrong = await officer.form('/reports/packs', { pack: 'monthly-1999-01', do: 'make' });
    expect([wrong.status, wrong.text.includes('Period: välj en.')]).toEqual([422, true]);
    expect(
      (await officer.form(`${new URL(made.location).pathname}/sent`, { 'party.shis': 'yes' })).status,
    ).toBe(403);
  });

  it('are noted as sent by the same press, and stand in the dialogue log with the way to what was sent', async () => {
    const manager = await chief();
    const none = await manager.form('/reports/packs', { pack: pack(), do: 'send' });
    expect([none.status, none.text.includes('Välj minst en organisation.')]).toEqual([422, true]);
    expect(none.text).toContain(`<option value="${pack()}" selected>`);
    const to = { 'party.socialforvaltningen': 'yes', 'party.farsta': 'yes' };
    const sent = await manager.form('/reports/packs', { pack: pack(), do: 'send', ...to });
    const path = new URL(sent.location).pathname;
    const today = dayOf(world.runtime.clock.now());
    expect(rowsOf(tableAt((await manager.get(path)).text, 'sent'))).toEqual([
      expect.stringMatching(new RegExp(`^${today} .*Socialförvaltningen`)),
    ]);
    expect((await manager.get('/dialogue')).text).toContain(`href="${path}"`);
    const later = await manager.form(`${path}/sent`, { 'party.shis': 'yes' });
    expect(new URL(later.location).pathname).toBe(path);
    expect(rowsOf(tableAt((await manager.get(path)).text, 'sent'))).toHaveLength(2);
    expect((await manager.get(`${path}?sent=nobody`)).text).toContain('Välj minst en organisation.');
  });

  it('are made by themselves once, however many nodes there are', async () => {
    const source = sourceOf(world.runtime);
    const at = '2021-11-10T09:00:00.000Z';
    expect(await makePacksDue(source, '2021-02-01T09:00:00.000Z')).toBe(0);
    const both = await Promise.all([makePacksDue(source, at), makePacksDue(source, at)]);
    const after = await makePacksDue(source, at);
    expect(both.reduce((sum, one) => sum + one, 0) + after).toBe(4);
    expect(await makePacksDue(source, at)).toBe(0);
    const { rows } = await world.owner.query<{ told: string }>(
      `select report || ' ' || (parameters->>'until') || ' ' || (parameters->>'audience') as told
       from kept_report where made_by = 'husrum' order by 1`,
    );
    expect(rows.map(({ told }) => told)).toEqual([
      ...['monthly 2021-10-31 inside', 'monthly 2021-10-31 public'],
      ...['tertial 2021-08-31 inside', 'tertial 2021-08-31 public'],
    ]);
    const list = await (await world.signedIn('shis.handlaggare')).get('/reports/kept');
    expect(list.text).toContain('Husrum, enligt schema');
  });
});

describe('the dialogue log', () => {
  it('is written by those who keep it; what is wrong is told and nothing typed is lost', async () => {
    expect((await (await world.signedIn('shis.handlaggare')).get('/dialogue')).status).toBe(403);
    const analyst = await world.signedIn('socialforvaltningen.analytiker');
    const note = 'Avstämning om årsmålet med <SHIS>';
    const wrong = await analyst.form('/dialogue', { date: 'i går', kind: '', note, 'party.shis': 'yes' });
    expect(wrong.status).toBe(422);
    for (const told of [
      'Dag: skriv dagen som ÅÅÅÅ-MM-DD.',
      'Slag: välj vad det var.',
      '&lt;SHIS>',
      'value="i går"',
    ])
      expect(unbroken(wrong.text)).toContain(told);
    expect(wrong.text).toMatch(/id="party-shis"[^>]*checked/);
    const ahead = { date: '2199-01-01', kind: 'meeting', note, 'party.shis': 'yes' };
    expect((await analyst.form('/dialogue', ahead)).text).toContain('Dagen har inte varit ännu.');
    const nothing = { date: '2021-03-01', kind: 'statistics-sent', note: '', 'party.shis': 'yes' };
    expect((await analyst.form('/dialogue', nothing)).text).toContain('Rapport: välj den som skickades.');
    const done = await analyst.form('/dialogue', { ...ahead, date: '2021-03-01' });
    expect([done.status, done.location]).toEqual([303, expect.stringContaining('/dialogue?done=added')]);
    const { text } = await analyst.get('/dialogue?done=added');
    expect(rowsOf(text)).toContainEqual(expect.stringMatching(/^2021-03-01 Möte .*Avstämning om årsmålet/));
    const report = await analyst.get('/reports/dialogue?until=2021-12-31');
    expect(report.text).toContain('Avstämning om årsmålet');
  });
});
