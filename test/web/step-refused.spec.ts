import { household } from '../support/cast.js';
import { fill, hidden } from './filling.js';
import { Letting } from './letting.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let farsta: Visitor;
let shis: Visitor;
let file = '';
beforeAll(async () => {
  world = await WebWorld.open();
  farsta = await world.signedIn('farsta.handlaggare');
  shis = await world.signedIn('shis.handlaggare');
  const letting = new Letting(world);
  ({ file } = await letting.queued());
  await letting.farsta.event(file, 'assign', { handler: 'farsta.handlaggare' });
  await shis.form(`/files/${file}/purpose`, { reason: 'matching' });
}, 60_000);
afterAll(() => world.close());

describe('a step that is refused', () => {
  it('says of whom it cannot be so, in the row where it was typed', async () => {
    const path = `/files/${file}/steps/file.updateHousehold`;
    const { text } = await farsta.get(path);
    const refs = [0, 1].map((n) => [`d.members.${n}.ref`, hidden(text, `d.members.${n}.ref`)]);
    const grown = { 'd.members.1.adult': 'yes', 'd.members.1.born': '2020-02-03' };
    const again = await fill(farsta, path, { ...Object.fromEntries(refs), ...grown });
    expect(again.status).toBe(422);
    expect(again.text).toMatch(/href="#d\.members\.1\.adult">[^<,]+, Är vuxen[^<]*Svara Nej, eller/);
  });

  it('leads to the step that mends it, to whoever may take that now', async () => {
    const path = `/files/${file}/steps/1.requestFromAgency`;
    const way = `href="/files/${file}/steps/1.searchOwnStock"`;
    const before = await shis.get(path);
    expect(before.text).toContain('ska vara genomsökta de senaste 14 dagarna');
    expect(before.text).toContain(way);
    expect((await farsta.get(path)).text).not.toContain(way);
    await fill(shis, `/files/${file}/steps/1.searchOwnStock`, {});
    expect((await shis.get(path)).text).not.toContain(way);
  });

  it('names as what mends it an event that there is', () => {
    const { registry } = world.runtime;
    const workflows = registry.all().map(({ workflow }) => workflow);
    const missing = workflows.flatMap(({ name, guards, events }) =>
      Object.values(guards).flatMap(({ mendedBy }) =>
        mendedBy === undefined || Object.hasOwn(events, mendedBy) ? [] : `${name} ${mendedBy}`,
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('a supplement', () => {
  it('begins with what the referral asks for already, and sends what is different', async () => {
    const letting = new Letting(world);
    const asked = { rooms: 3, rentMost: 9000, ties: ['farsta'] };
    const referral = await letting.farsta.open('referral', { household: household(), ...asked });
    await letting.farsta.event(referral, 'submit', { ground: 'consent' });
    await letting.shis.event(referral, 'requestSupplement', { what: 'Hyran' });
    await letting.farsta.event(referral.file, 'assign', { handler: 'farsta.handlaggare' });
    const path = `/files/${referral.file}/steps/1.supply`;
    const { text } = await farsta.get(path);
    expect(text).toMatch(/ifyllda med det som står i ärendet[^<]*står kvar[^]*name="d\.rooms"[^>]*value="3"/);
    const same = { 'd.rooms': '3', 'd.ties.0': 'farsta' };
    expect((await fill(farsta, path, { ...same, 'd.rentMost': '9500' })).status).toBe(303);
    const { rows } = await world.owner.query<{ data: object }>(
      `select convert_from(canonical, 'UTF8')::jsonb->'data' as data from event where file_id = $1
       and convert_from(canonical, 'UTF8')::jsonb->>'type' = 'supply'`,
      [referral.file],
    );
    expect(rows).toEqual([{ data: { rentMost: 9500 } }]);
  });
});
