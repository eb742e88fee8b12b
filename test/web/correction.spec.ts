import { dayOf } from '../../src/domain/zone.js';
import { facilityFlat } from '../support/cast.js';
import { hidden } from './filling.js';
import { Letting } from './letting.js';
import type { Page, Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let shis: Visitor;
let farsta: Visitor;
/** A family in a flat: its signing told a wrong first day of the lease. */
let file = '';
let sign = 0;
beforeAll(async () => {
  world = await WebWorld.open();
  shis = await world.signedIn('shis.handlaggare');
  farsta = await world.signedIn('farsta.handlaggare');
  const letting = new Letting(world);
  const referral = await letting.queued();
  ({ file } = referral);
  await letting.farsta.event(file, 'assign', { handler: 'farsta.handlaggare' });
  const offer = await letting.offered(referral, await letting.flat(facilityFlat('4101', 3)));
  await letting.farsta.event(offer, 'accept');
  const today = dayOf(world.runtime.clock.now());
  await letting.shis.event(offer, 'sign', { signedOn: today, leaseStart: today, leaseEnd: '2031-01-31' });
  sign = await numberOf('sign');
  await shis.form(`/files/${file}/purpose`, { reason: 'matching' });
}, 60_000);
afterAll(() => world.close());

async function numberOf(type: string): Promise<number> {
  const { rows } = await world.owner.query<{ seq: number }>(
    `select seq from event where file_id = $1 and convert_from(canonical, 'UTF8')::jsonb->>'type' = $2
     order by seq desc limit 1`,
    [file, type],
  );
  return rows[0]?.seq ?? 0;
}
const pathOf = (seq: number): string => `/files/${file}/events/${seq}/correction`;
const mainOf = (text: string): string => /<main.*<\/main>/s.exec(text)?.[0] ?? '';

/** Everything that a form holds as it stands. */
function fieldsIn(text: string): Record<string, string> {
  const main = mainOf(text).replace(/<form[^>]*class="(?!form)[^"]*".*?<\/form>/gs, '');
  const inputs = [...main.matchAll(/<input ([^>]*)>/g)].map(([, one]) => one as string);
  const typed = inputs.filter((one) => !/type="radio"/.test(one) || /\bchecked\b/.test(one));
  const pairs = typed.map((one) => [/name="([^"]*)"/.exec(one)?.[1], /value="([^"]*)"/.exec(one)?.[1] ?? '']);
  const areas = [...main.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)].map(([, name, value]) => [
    name,
    value,
  ]);
  return Object.fromEntries([...pairs, ...areas].filter(([name]) => name)) as Record<string, string>;
}

async function sent(who: Visitor, seq: number, fields: Record<string, string>): Promise<Page> {
  const { text } = await who.get(pathOf(seq));
  return who.form(pathOf(seq), { ...fieldsIn(text), do: 'look', ...fields });
}

describe('a correction of an event', () => {
  it('is offered on its line to those who took it, and to nobody else', async () => {
    const at = (who: Visitor) => who.get(`/files/${file}`);
    expect((await at(shis)).text).toContain(`href="${pathOf(sign)}"`);
    expect((await at(farsta)).text).not.toContain(`href="${pathOf(sign)}"`);
    const other = await farsta.get(pathOf(sign));
    expect([other.status, mainOf(other.text).includes('går inte att rätta')]).toEqual([403, true]);
    expect((await shis.get(pathOf(999))).status).toBe(422);
    const neighbour = await world.signedIn('skarholmen.handlaggare');
    expect((await neighbour.get(pathOf(sign))).status).toBe(404);
  });

  it('begins with what was said, and loses nothing typed when something is missing', async () => {
    const { status, text } = await shis.get(pathOf(sign));
    expect(status).toBe(200);
    expect(fieldsIn(text)).toMatchObject({ 'd.leaseEnd': '2031-01-31' });
    const again = await sent(shis, sign, { 'd.leaseEnd': '2031-02-30', way: 'replace' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Skäl till rättelsen: skriv varför.');
    expect(fieldsIn(again.text)).toMatchObject({ 'd.leaseEnd': '2031-02-30', way: 'replace' });
    const bad = await sent(shis, sign, { 'd.leaseEnd': '2031-02-30', way: 'replace', reason: 'Fel dag' });
    expect([bad.status, bad.text.includes('kontrollera år, månad och dag')]).toEqual([422, true]);
    const same = await sent(shis, sign, { way: 'replace', reason: 'Fel dag' });
    expect([same.status, same.text.includes('Inget är ändrat.')]).toEqual([422, true]);
    const none = await sent(shis, sign, { reason: 'Fel dag' });
    expect([none.status, none.text.includes('Vad är fel: välj ett svar.')]).toEqual([422, true]);
  });

  it('is shown before it is taken, taken once, and told in the log with what was before and after', async () => {
    const shown = await sent(shis, sign, { 'd.leaseEnd': '2031-03-31', way: 'replace', reason: 'Fel dag' });
    expect(shown.status).toBe(200);
    for (const told of ['Det här händer', 'Din rättelse', 'Fel dag', 'value="confirm"'])
      expect(mainOf(shown.text)).toContain(told);
    expect(await numberOf('correct')).toBe(0);
    const fields = { ...fieldsIn(shown.text), do: 'confirm', key: hidden(shown.text, 'key') };
    const [one, other] = [await shis.form(pathOf(sign), fields), await shis.form(pathOf(sign), fields)];
    const correction = await numberOf('correct');
    expect([one.status, one.location]).toEqual([303, expect.stringContaining(`?done=${correction}`)]);
    expect(other.location).toBe(one.location);
    const log = mainOf((await shis.get(`/files/${file}/events`)).text);
    expect(log).toMatch(/Rättad \d{4}-\d\d-\d\d/);
    expect(log).toContain(`href="/files/${file}/events/${correction}"`);
    expect(log).toContain('<del>2031-01-31</del> <ins>2031-03-31</ins>');
  });

  it('of somebody who saw an older case is not taken, and what happened since is shown', async () => {
    const { text } = await shis.get(pathOf(sign));
    const fields = { ...fieldsIn(text), way: 'note', note: 'Två nycklar', reason: 'Oklart', do: 'confirm' };
    await shis.form(`/files/${file}/steps/file.note`, { 'd.note': 'Ringde.', key: 'older-1', do: 'take' });
    const late = await shis.form(pathOf(sign), fields);
    expect([late.status, late.text.includes('Någon annan har ändrat ärendet')]).toEqual([409, true]);
    expect(fieldsIn(late.text)).toMatchObject({ way: 'note', note: 'Två nycklar', reason: 'Oklart' });
    const done = await shis.form(pathOf(sign), { ...fieldsIn(late.text), do: 'confirm' });
    expect(done.status).toBe(303);
  });

  it('says that an event never happened: it no longer stands, and cannot be corrected again', async () => {
    const note = await numberOf('note');
    const shown = await sent(shis, note, { way: 'void', reason: 'Fel familj' });
    expect(mainOf(shown.text)).toContain('Händelser som inte längre gäller');
    const fields = { ...fieldsIn(shown.text), do: 'confirm' };
    const [done, again] = [await shis.form(pathOf(note), fields), await shis.form(pathOf(note), fields)];
    expect([done.status, again.location]).toEqual([303, done.location]);
    const log = mainOf((await shis.get(`/files/${file}/events`)).text);
    expect(log).toContain('Gäller inte längre, rättad');
    expect(log).not.toContain(`href="${pathOf(note)}"`);
    expect((await shis.get(pathOf(note))).status).toBe(422);
  });
});

describe('the sealing of an entry', () => {
  const sealing = (seq: number): string => `/files/${file}/events/${seq}/sealing`;
  const sealedBy = async (who: Visitor, seq: number, reason: string, answer = ''): Promise<Page> =>
    who.form(sealing(seq), { ...fieldsIn((await who.get(sealing(seq))).text), reason, answer });
  let note = 0;
  let chief: Visitor;
  beforeAll(async () => {
    chief = await world.signedIn('farsta.chef');
    await chief.form('/choose-role', { acting: 'farsta|manager', to: '/' });
    await chief.form(`/files/${file}/purpose`, { reason: 'follow-up' });
    const said = { 'd.note': 'Lisa i en annan familj ringde', key: 'other-1', do: 'take' };
    await farsta.form(`/files/${file}/steps/file.note`, said);
    note = await numberOf('note');
  });

  it('is offered to those who wrote it, asks why, and loses nothing typed', async () => {
    expect((await farsta.get(`/files/${file}`)).text).toContain(`href="${sealing(note)}"`);
    expect((await shis.get(sealing(note))).status).toBe(404);
    const none = await sealedBy(farsta, note, ' ');
    expect([none.status, none.text.includes('Skäl: skriv varför uppgiften ska spärras.')]).toEqual([
      422,
      true,
    ]);
    const open = await farsta.get(sealing(1));
    expect([open.status, mainOf(open.text).includes('säger vilka familjen är')]).toEqual([422, true]);
    const stale = { ...fieldsIn((await farsta.get(sealing(note))).text), reason: 'Fel familj' };
    await farsta.form(`/files/${file}/steps/file.note`, { 'd.note': 'Ny.', key: 'other-2', do: 'take' });
    const late = await farsta.form(sealing(note), stale);
    expect([late.status, fieldsIn(late.text)['reason']]).toEqual([409, 'Fel familj']);
  });

  it('is asked for in vain when the first takes it back, or the other declines it and says why', async () => {
    const log = async (): Promise<string> => mainOf((await farsta.get(`/files/${file}/events`)).text);
    for (const who of [farsta, chief]) {
      expect((await sealedBy(farsta, note, 'Fel familj')).status).toBe(303);
      const none = await sealedBy(who, note, '', 'keep');
      expect([none.status, none.text.includes('varför uppgiften ska stå kvar')]).toEqual([422, true]);
      expect((await sealedBy(who, note, 'Den hör hit ändå', 'keep')).status).toBe(303);
      expect(await log()).toContain('Förslaget att spärra en uppgift lades ned.');
      expect(await log()).not.toContain('Ska spärras, väntar');
    }
    expect(await log()).toContain('Lisa i en annan familj');
  });

  it('takes two persons: the first asks, the second takes the content away, and the log tells both', async () => {
    const asked = await sealedBy(farsta, note, 'Fel familj');
    expect(asked.status).toBe(303);
    const waits = await farsta.get(`/files/${file}/events`);
    expect(waits.text).toContain('Ska spärras, väntar på en andra person sedan');
    expect(waits.text).toContain('Lisa i en annan familj');
    const twice = await farsta.get(sealing(note));
    expect([twice.status, mainOf(twice.text).includes('Du bad den')]).toEqual([200, true]);
    expect(mainOf(twice.text)).not.toContain('för gott</button>');
    const again = await sealedBy(farsta, note, 'En gång till');
    expect([again.status, mainOf(again.text).includes('Du har redan bett om')]).toEqual([422, true]);
    const form = await chief.get(sealing(note));
    expect([form.status, form.location]).toEqual([200, '']);
    expect(mainOf(form.text)).toContain('försvinner innehållet för gott');
    expect((await sealedBy(chief, note, 'Håller med')).status).toBe(303);
    const log = mainOf((await farsta.get(`/files/${file}/events`)).text);
    expect(log).toMatch(/Spärrad \d{4}-\d\d-\d\d/);
    expect(log).not.toContain('Lisa i en annan familj');
    expect((await chief.get(sealing(note))).status).toBe(422);
  });
});
