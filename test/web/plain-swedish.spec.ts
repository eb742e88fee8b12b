import type { z } from 'zod';
import { fieldsOf } from '../../src/engine/schema-fields.js';
import { facilityFlat, household } from '../support/cast.js';
import { fill, hidden } from './filling.js';
import { Letting } from './letting.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let letting: Letting;
beforeAll(async () => {
  world = await WebWorld.open();
  letting = new Letting(world);
}, 60_000);
afterAll(() => world.close());

/** Codes that are Swedish words as well. */
const SWEDISH = new Set(['man', 'part', 'system', 'text', 'trial']);

/** Every name and code that the workflows go by: none of them is a word for a reader. */
function codes(): string[] {
  const { registry } = world.runtime;
  const specs = registry.all().flatMap(({ workflow }) => [workflow.open, ...Object.values(workflow.events)]);
  const kinds = registry.allKinds();
  const all = [
    ...registry
      .all()
      .flatMap(({ workflow }) => [
        ...Object.keys({ ...workflow.events, ...workflow.guards, ...workflow.deadlines }),
        ...Object.keys(workflow.states).map((path) => path.split('.').at(-1) ?? ''),
        ...Object.values(workflow.reasons ?? {}).flatMap((list) => list.map(({ code }) => code)),
      ]),
    ...kinds.flatMap(({ events }) => Object.keys(events)),
    ...[...specs, ...kinds.flatMap(({ events }) => Object.values(events))].flatMap(({ schema }) =>
      fieldsOf(schema as z.ZodObject).flatMap(({ meta }) => Object.keys(meta.choices ?? {})),
    ),
    ...['household', 'dwelling', 'referral', 'tenancy', 'caseworker', 'administrator', 'tallasen'],
    ...['undefined', 'null', 'NaN', 'allowed'],
  ];
  return [...new Set(all)].filter((one) => one.length > 2 && !SWEDISH.has(one));
}

/** What of a page a reader reads: its sheet, without markup and without the sign-in names that stand in for people here. */
const readable = (text: string): string =>
  (/<main.*<\/main>/s.exec(text)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .replace(/[a-z]+\.(handlaggare|kollega|chef|uthyrare)/g, ' ');

async function found(who: Visitor, path: string, words: readonly string[]): Promise<string[]> {
  const { text, status } = await who.get(path);
  const said = readable(text);
  const raw = words.filter((one) =>
    new RegExp(`(?<![\\p{L}\\d./-])${one}(?![\\p{L}\\d./-])`, 'u').test(said),
  );
  const camel = said.match(/(?<![\p{L}\d])[a-z]+[A-Z]\w*/gu) ?? [];
  return [...(status < 400 ? [] : [String(status)]), ...raw, ...camel].map((one) => `${path}: ${one}`);
}

/** The pages of a case, its log, and the form of every step that its page leads to. */
async function pagesOf(who: Visitor, file: string): Promise<string[]> {
  const { text } = await who.get(`/files/${file}`);
  const steps = [...text.matchAll(/href="(\/files\/[0-9a-z]{11}\/steps\/[^"]+)"/g)].map(
    ([, path]) => path as string,
  );
  return [`/files/${file}`, `/files/${file}/events`, ...new Set(steps)];
}

describe('a Swedish page of a case', () => {
  it('holds no code, no name of an event and no English word, in any state and for each role', async () => {
    const flat = await letting.flat(facilityFlat('1', 4));
    const draft = await letting.farsta.open('referral', { household: household() });
    const offered = await letting.queued();
    await letting.offered(offered, flat);
    const queued = await letting.queued();
    const withdrawn = await letting.queued();
    await letting.farsta.event(withdrawn, 'withdraw', { reason: 'own-housing' });
    const stay = await letting.housed('2', '2031-01-01');
    const free = await letting.flat(facilityFlat('3', 2));
    const files = [draft, queued, offered, withdrawn, stay, flat, free].map(({ file }) => file);
    const words = codes();
    const roles = ['farsta.handlaggare', 'shis.handlaggare', 'shis.chef', 'socialforvaltningen.granskare'];
    const faults: string[] = [];
    let read = 0;
    for (const login of roles) {
      const who = await world.signedIn(login);
      for (const file of files) {
        await who.form(`/files/${file}/purpose`, {
          reason: login.startsWith('shis') ? 'matching' : 'audit',
        });
        if ((await who.get(`/files/${file}`)).status !== 200) continue;
        for (const path of await pagesOf(who, file)) {
          faults.push(...(await found(who, path, words)));
          read += 1;
        }
      }
    }
    const farsta = await world.signedIn('farsta.handlaggare');
    for (const path of ['/new/referral', '/drafts']) faults.push(...(await found(farsta, path, words)));
    expect(read).toBeGreaterThan(100);
    expect([...new Set(faults)]).toEqual([]);
  }, 120_000);
});

describe('a step that hands a case on', () => {
  it('shows who answers for a case after it is moved to another district, and that it is out of sight then', async () => {
    const farsta = await world.signedIn('farsta.handlaggare');
    const neighbour = await world.signedIn('skarholmen.handlaggare');
    const { file } = await letting.queued();
    await farsta.form(`/files/${file}/purpose`, { reason: 'matching' });
    const path = `/files/${file}/steps/file.transferDistrict`;
    const { text, status } = await fill(farsta, path, { 'd.to': 'skarholmen' });
    expect(status).toBe(200);
    expect(text).toMatch(/Stadsdel<\/th><td>Farsta<\/td><td class="then">Skärholmen/);
    expect(text).toContain('Efter steget ser du inte ärendet längre.');
    expect((await neighbour.get(`/files/${file}`)).status).toBe(404);
    const carried = { key: hidden(text, 'key'), version: hidden(text, 'version'), 'd.to': 'skarholmen' };
    expect((await farsta.form(path, { ...carried, do: 'confirm' })).text).toContain('inte längre ditt');
    expect((await farsta.get(`/files/${file}`)).status).toBe(404);
  });
});
