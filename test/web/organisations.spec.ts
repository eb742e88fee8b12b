import { addDays } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { Letting } from './letting.js';
import { newFile } from './readings.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let admin: Visitor;
let file = '';
beforeAll(async () => {
  world = await WebWorld.open();
  admin = await world.signedIn('system.forvaltare');
  file = await newFile(world);
}, 90_000);
afterAll(() => world.close());

const today = () => dayOf(world.runtime.clock.now());
const NEW = { code: 'soderort', kind: 'cityDistrict', name: 'Söderort' };
const row = async (name: string): Promise<string> => {
  const { text } = await admin.get('/organisations');
  return text.match(/<tr[^>]*>.*?<\/tr>/gs)?.find((one) => one.includes(name)) ?? '';
};
const seenIn = (text: string): string => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
const districtOf = async (): Promise<string> => {
  const { rows } = await world.owner.query('select district from case_file where id = $1', [file]);
  return (rows[0] as { district: string }).district;
};

/** What stands on a page, without its marks. */
const plain = (text: string): string => text.replaceAll(/<[^>]*>/g, '');

describe('organisations', () => {
  it('lists each with its days, its successor, its cases and its people', async () => {
    expect(await row('>Älvsjö<')).toMatch(/2020-06-30.*Hägersten-Älvsjö.*Har upphört/s);
    expect(await row('>Farsta<')).toMatch(/tills vidare.*Finns/s);
    expect(await row('SHIS Bostäder')).toContain('>SHIS<');
  });

  it('takes in a new one and a new name, and says when it stood so already', async () => {
    const sent = await admin.form('/organisations', { ...NEW, from: addDays(today(), 1) });
    expect(sent.location).toMatch(/\/organisations\?done=told$/);
    expect(await row('Söderort')).toContain('Kommande');
    expect((await world.log())[0]).toMatchObject({ event: 'organisation-told', login: 'system.forvaltare' });
    const again = await admin.form('/organisations', { ...NEW, from: addDays(today(), 1) });
    expect(again.location).toMatch(/done=unchanged$/);
    const { text } = await admin.form('/organisations', { edit: 'shis' });
    expect(text).toContain('value="SHIS Bostäder"');
    await admin.form('/organisations', { code: 'shis', kind: 'shis', name: 'SHIS' });
    expect((await admin.get('/organisations')).text).not.toContain('SHIS Bostäder');
  });

  it('does not let a district with cases end without a successor, nor anything else have days', async () => {
    const farsta = { code: 'farsta', kind: 'cityDistrict', name: 'Farsta', from: '2007-01-01' };
    const alone = await admin.form('/organisations', { ...farsta, to: addDays(today(), 3) });
    expect([alone.status, alone.text.includes('1 hushållsärende hör till stadsdelen')]).toEqual([422, true]);
    const wrong = { code: 'shis', kind: 'agency', name: '', from: 'x', successor: 'farsta' };
    const { status, text } = await admin.form('/organisations', wrong);
    expect(status).toBe(422);
    for (const field of ['kind', 'name', 'from', 'successor']) expect(text).toContain(`href="#${field}"`);
    const away = { ...farsta, to: '2006-01-01', successor: 'alvsjo' };
    const gone = await admin.form('/organisations', away);
    expect(plain(gone.text)).toContain('Älvsjö finns inte den 2006-01-02');
    expect(gone.text).toContain('value="2006-01-01"');
  });

  it('tells what the end of one means before it ends, and lets it stay after all', async () => {
    const end = {
      ...{ code: 'rinkeby-kista', kind: 'cityDistrict', name: 'Rinkeby-Kista' },
      from: '2007-01-01',
    };
    const to = addDays(today(), 30);
    const looked = await admin.form('/organisations', { ...end, to });
    expect(looked.text).toContain('har inga hushållsärenden, så inget flyttas');
    expect(looked.text).toContain('1 användare har sin tjänst på Rinkeby-Kista');
    expect(await row('Rinkeby-Kista')).not.toContain(to);
    const confirmed = { ...end, to, do: 'confirm', seen: seenIn(looked.text) };
    expect((await admin.form('/organisations', confirmed)).location).toMatch(/done=told$/);
    expect(await row('Rinkeby-Kista')).toContain(to);
    const stays = await admin.form('/organisations', end);
    expect(stays.text).toContain('Rinkeby-Kista upphör inte längre.');
    await admin.form('/organisations', { ...end, do: 'confirm', seen: seenIn(stays.text) });
    expect(await row('Rinkeby-Kista')).toContain('tills vidare');
  });

  it('merges districts: tells how many cases move and from which day, and moves them that day', async () => {
    const on = addDays(today(), 1);
    const merger = { olds: 'farsta', successor: 'soderort', on };
    const looked = await admin.form('/organisations/merge', merger);
    expect(looked.text).toMatch(
      new RegExp(`Farsta: 1 hushållsärende flyttas till Söderort den .*${on}.*varav 1 pågår`),
    );
    expect(looked.text).toMatch(/2 användare på Farsta följer inte med av sig själva/);
    const blind = await admin.form('/organisations/merge', { ...merger, do: 'confirm', seen: 'x' });
    expect([blind.status, blind.location]).toEqual([200, '']);
    const confirmed = { ...merger, do: 'confirm', seen: seenIn(looked.text) };
    expect((await admin.form('/organisations/merge', confirmed)).location).toMatch(/done=merged$/);
    expect((await world.log())[0]).toMatchObject({ event: 'districts-merged', ref: `farsta soderort ${on}` });
    expect(await row('>Farsta<')).toMatch(/Söderort/);
    const chained = { olds: 'soderort', successor: 'skarholmen', on };
    expect(plain((await admin.form('/organisations/merge', chained)).text)).toContain(
      `Farsta lämnar sina ärenden hit den ${on}. Ändra Farsta först`,
    );
    expect(await districtOf()).toBe('farsta');
    await new Letting(world).on(on);
    expect(await districtOf()).toBe('soderort');
    expect(await row('>Farsta<')).toContain('Har upphört');
    const left = (await admin.get('/people?of=farsta')).text;
    expect([left.includes('Farsta (har upphört)'), left.includes('farsta.handlaggare')]).toEqual([
      true,
      true,
    ]);
  });

  it('says every fault of a merger at once, and keeps what was chosen', async () => {
    const { status, text } = await admin.form('/organisations/merge', {
      ...{ olds: 'skarholmen', successor: 'skarholmen', on: '1/1' },
    });
    expect(status).toBe(422);
    for (const said of ['Efterträdaren är bland dem som upphör', 'href="#on"', 'value="1/1"'])
      expect(text).toContain(said);
    expect(text).toMatch(/value="skarholmen" checked/);
    const none = await admin.form('/organisations/merge', {});
    for (const field of ['olds', 'successor', 'on']) expect(none.text).toContain(`href="#${field}"`);
    const early = { olds: 'skarholmen', successor: 'hagersten-alvsjo', on: '2010-01-01' };
    expect(plain((await admin.form('/organisations/merge', early)).text)).toContain(
      'Hägersten-Älvsjö finns inte den 2010-01-01',
    );
  });

  it.each(['shis.chef', 'socialforvaltningen.granskare'])('is not for %s', async (login) => {
    const visitor = await world.signedIn(login);
    for (const path of ['/organisations', '/organisations/merge']) {
      expect((await visitor.get(path)).status).toBe(403);
      expect((await visitor.form(path)).status).toBe(403);
    }
  });
});
