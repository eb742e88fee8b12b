import { addDays } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { Letting } from './letting.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let admin: Visitor;
beforeAll(async () => {
  world = await WebWorld.open();
  admin = await world.signedIn('system.forvaltare');
}, 90_000);
afterAll(() => world.close());

const NEW = { login: 'farsta.ny', name: 'Nina Ny', organisation: 'farsta', role: 'caseworker' };
const row = async (name: string): Promise<string> => {
  const { text } = await admin.get('/people?of=farsta');
  return new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${name}.*?</tr>`, 's').exec(text)?.[0] ?? '';
};

describe('users and roles', () => {
  it('takes in somebody, who can sign in at once and do what the role does', async () => {
    const sent = await admin.form('/people', { ...NEW, mail: 'nina@example.org' });
    expect(sent.location).toMatch(/\/people\?of=farsta&done=added$/);
    expect((await admin.get(sent.location)).text).toContain('Registrerat.');
    expect(await row('Nina Ny')).toMatch(/farsta\.ny.*Handläggare.*tills vidare/s);
    expect((await world.log())[0]).toMatchObject({
      ...{ event: 'person-told', login: 'system.forvaltare', ref: 'farsta.ny farsta caseworker' },
    });
    const nina = await world.signedIn('farsta.ny');
    expect((await nina.get('/new/referral')).status).toBe(200);
    expect((await nina.get('/people')).status).toBe(403);
  });

  it('says that nothing changed when it stood so already', async () => {
    const { location } = await admin.form('/people', { ...NEW, mail: 'nina@example.org' });
    expect(location).toMatch(/done=unchanged$/);
  });

  it('changes a role, with all else as it stood, and lets somebody go after their last day', async () => {
    const { text } = await admin.form('/people', { edit: 'farsta.ny' });
    for (const kept of ['farsta.ny', 'Nina Ny', 'nina@example.org'])
      expect(text).toContain(`value="${kept}"`);
    expect(text).toMatch(/value="caseworker" selected/);
    await admin.form('/people', { ...NEW, role: 'manager' });
    expect(await row('Nina Ny')).toContain('Chef');
    const today = dayOf(world.runtime.clock.now());
    await admin.form('/people', { ...NEW, role: 'manager', to: today });
    expect(await row('Nina Ny')).toContain(`>${today}</time>`);
    const nina = await world.signedIn('farsta.ny');
    expect((await nina.get('/new/referral')).status).toBe(200);
    await new Letting(world).on(addDays(today, 1));
    expect(await row('Nina Ny')).toContain('Har slutat');
    expect((await nina.get('/new/referral')).status).toBe(401);
  });

  it('names every fault at once, beside its field, and keeps what was typed', async () => {
    const typed = {
      login: 'Farsta Ny',
      name: 'Nina',
      organisation: 'nowhere',
      role: 'boss',
      mail: 'x',
      to: '31/12',
    };
    const { status, text } = await admin.form('/people', typed);
    expect(status).toBe(422);
    for (const field of ['login', 'organisation', 'role', 'mail', 'to'])
      expect(text).toContain(`href="#${field}"`);
    for (const kept of ['Farsta Ny', 'Nina', '31/12']) expect(text).toContain(`value="${kept}"`);
    const gone = await admin.form('/people', { ...NEW, to: '2001-01-01' });
    expect([gone.status, gone.text.includes('href="#to"')]).toEqual([422, true]);
  });

  it.each(['farsta.handlaggare', 'shis.chef', 'socialforvaltningen.granskare'])(
    'is not for %s',
    async (login) => {
      const visitor = await world.signedIn(login);
      expect((await visitor.get('/people')).status).toBe(403);
      expect((await visitor.form('/people', NEW)).status).toBe(403);
    },
  );
});

describe('cover and further roles', () => {
  const today = () => dayOf(world.runtime.clock.now());
  const seenIn = (text: string): string => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
  /** Sends a form, looks at what it would mean, and has it done. */
  const confirmed = async (path: string, fields: Readonly<Record<string, string>>) => {
    const { text } = await admin.form(path, fields);
    return { means: text, ...(await admin.form(path, { ...fields, do: 'confirm', seen: seenIn(text) })) };
  };
  const rowWith = async (...parts: readonly string[]): Promise<string> => {
    const { text } = await admin.get('/cover');
    return text.match(/<tr[^>]*>.*?<\/tr>/gs)?.find((one) => parts.every((part) => one.includes(part))) ?? '';
  };
  const whichOf = (html: string): string => /name="which" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const nameOf = async (login: string): Promise<string> =>
    (await world.runtime.directory.snapshot()).people.get(login)?.at(-1)?.name ?? '';

  it('tells what cover means before it is registered; the substitute may act at once, and no longer once it ends', async () => {
    const cover = {
      substitute: 'farsta.handlaggare',
      covered: 'shis.chef',
      first: today(),
      last: addDays(today(), 9),
    };
    const looked = await admin.form('/cover', cover);
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('Inget är registrerat ännu.');
    expect(looked.text).toMatch(/arbetar på Farsta och får med detta läsa ärenden hos/);
    expect(looked.text).toContain('vikarierar för samma person');
    expect(await rowWith(await nameOf('farsta.handlaggare'))).toBe('');
    const { location } = await confirmed('/cover', cover);
    expect(location).toMatch(/\/cover\?done=covered$/);
    expect((await world.log())[0]).toMatchObject({
      ...{ event: 'cover-told', login: 'system.forvaltare' },
      ref: `farsta.handlaggare shis.chef ${cover.first} ${cover.last}`,
    });
    const substitute = await world.signedIn('farsta.handlaggare');
    const chosen = await substitute.form('/choose-role', { acting: 'shis|manager|shis.chef' });
    expect(chosen.status).toBe(303);
    expect((await substitute.get('/priorities')).status).toBe(200);
    const which = whichOf(await rowWith(await nameOf('farsta.handlaggare'), cover.last));
    expect((await admin.form('/cover/end', { which })).text).toContain('Upphör genast');
    const none = await admin.form('/cover/end', { which, do: 'end' });
    expect([none.status, none.text.includes('href="#last"')]).toEqual([422, true]);
    const ended = await admin.form('/cover/end', { which, do: 'end', last: 'now' });
    expect(ended.location).toMatch(/done=ended$/);
    expect((await world.log())[0]).toMatchObject({ event: 'cover-ended' });
    expect((await substitute.get('/priorities')).status).not.toBe(200);
    expect(await rowWith(await nameOf('farsta.handlaggare'), cover.last)).toBe('');
  });

  it('registers nothing on what was not seen, and lets what is to come be taken back', async () => {
    const cover = {
      ...{ substitute: 'farsta.handlaggare', covered: 'farsta.chef' },
      ...{ first: addDays(today(), 5), last: addDays(today(), 9) },
    };
    const blind = await admin.form('/cover', { ...cover, do: 'confirm', seen: 'x' });
    expect([blind.status, blind.text.includes('Inget är registrerat ännu.')]).toEqual([200, true]);
    expect((await admin.form('/cover', { ...cover, do: 'edit' })).text).toContain(`value="${cover.first}"`);
    expect((await confirmed('/cover', cover)).location).toMatch(/done=covered$/);
    const html = await rowWith('Kommande', cover.first);
    expect((await admin.form('/cover/end', { which: whichOf(html) })).text).toContain(
      'Det börjar aldrig gälla',
    );
    await admin.form('/cover/end', { which: whichOf(html), do: 'end', last: 'now' });
    expect(await rowWith('Kommande', cover.first)).toBe('');
  });

  it('gives a further role, with the organisation and the days that were told', async () => {
    const role = {
      ...{ login: 'farsta.handlaggare', organisation: 'skarholmen', role: 'caseworker' },
      ...{ from: today(), to: addDays(today(), 30) },
    };
    const { means, location } = await confirmed('/cover/roles', role);
    expect(means).toMatch(/får rollen Handläggare, Skärholmen, utöver Handläggare, Farsta/);
    expect(location).toMatch(/done=given$/);
    const visitor = await world.signedIn('farsta.handlaggare');
    const chosen = await visitor.form('/choose-role', { acting: 'skarholmen|caseworker' });
    expect(chosen.status).toBe(303);
    expect((await confirmed('/cover/roles', role)).location).toMatch(/done=unchanged$/);
    expect(await row('farsta.handlaggare')).toContain(', även Handläggare, Skärholmen');
    const which = whichOf(await rowWith('Handläggare, Skärholmen'));
    await admin.form('/cover/end', { which, do: 'end', last: 'now' });
    expect((await world.log())[0]).toMatchObject({ event: 'role-ended' });
  });

  it('says every fault at once beside its field, and keeps what was typed', async () => {
    const self = { substitute: 'farsta.chef', covered: 'farsta.chef', first: '2001-01-01', last: 'x' };
    const { status, text } = await admin.form('/cover', self);
    expect(status).toBe(422);
    for (const said of ['#covered', '#first', '#last', 'Ingen vikarierar för sig själv'])
      expect(text).toContain(said);
    for (const kept of ['farsta.chef', '2001-01-01']) expect(text).toContain(`value="${kept}"`);
    const own = { login: 'farsta.handlaggare', organisation: 'farsta', role: 'caseworker', from: today() };
    expect((await admin.form('/cover/roles', own)).text).toContain('har redan den rollen');
    const nobody = await admin.form('/cover/roles', { login: 'ingen', role: 'boss', from: '1/1' });
    for (const field of ['login', 'organisation', 'role', 'from'])
      expect(nobody.text).toContain(`href="#${field}"`);
  });

  it('tells of somebody who leaves before the cover ends, and takes none for somebody who is not there', async () => {
    const left = {
      substitute: 'farsta.ny',
      covered: 'farsta.chef',
      first: today(),
      last: addDays(today(), 1),
    };
    const gone = await admin.form('/cover', left);
    expect([gone.status, gone.text.includes('Nina Ny arbetar inte här den ')]).toEqual([422, true]);
    const leaves = addDays(today(), 3);
    await admin.form('/people', { ...NEW, to: leaves });
    const cover = {
      substitute: 'farsta.handlaggare',
      covered: 'farsta.ny',
      first: today(),
      last: addDays(today(), 9),
    };
    expect((await admin.form('/cover', cover)).text).toMatch(
      new RegExp(`Nina Ny slutar .*${leaves}.*Efter den dagen gäller detta inte`),
    );
  });

  it('leaves a system administrator, whichever way the last would go', async () => {
    const last = { name: 'Sys', organisation: 'socialforvaltningen', login: 'system.forvaltare' };
    const further = whichOf(await rowWith('Systemförvaltare', 'Socialförvaltningen'));
    expect((await admin.form('/cover/end', { which: further, do: 'end', last: 'now' })).location).toMatch(
      /ended$/,
    );
    const gone = await admin.form('/people', { ...last, role: 'analyst' });
    expect(gone.status).toBe(422);
    expect(gone.text).toContain('Då finns ingen systemförvaltare kvar.');
    const leaving = await admin.form('/people', {
      ...last,
      role: 'systemAdministrator',
      to: addDays(today(), 90),
    });
    expect([leaving.status, leaving.text.includes('href="#to"')]).toEqual([422, true]);
    const role = {
      ...{
        login: 'farsta.chef',
        organisation: 'socialforvaltningen',
        role: 'systemAdministrator',
        from: today(),
      },
    };
    expect((await confirmed('/cover/roles', role)).location).toMatch(/done=given$/);
    const leaves = await admin.form('/people', {
      ...last,
      role: 'systemAdministrator',
      to: addDays(today(), 90),
    });
    expect(leaves.location).toMatch(/done=added$/);
    const which = whichOf(await rowWith('Systemförvaltare', 'Socialförvaltningen'));
    const none = await admin.form('/cover/end', { which, do: 'end', last: 'today' });
    expect([none.status, none.text.includes('Då finns ingen systemförvaltare kvar.')]).toEqual([422, true]);
  });

  it('is for system administrators alone', async () => {
    const visitor = await world.signedIn('shis.chef');
    expect((await visitor.get('/cover')).status).toBe(403);
    for (const path of ['/cover', '/cover/roles']) expect((await visitor.form(path)).status).toBe(403);
    expect((await visitor.form('/cover/end', { which: 'x' })).status).toBe(403);
  });
});
