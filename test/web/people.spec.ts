import { addDays } from '../../src/domain/days.js';
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
    const today = world.runtime.clock.now().slice(0, 10);
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
