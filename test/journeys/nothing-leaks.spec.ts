import { beside } from './leaks-beside.js';
import { whenAsked } from './leaks-when-asked.js';
import { LeakWorld, NAMED, WORDS } from './leak-world.js';

let world: LeakWorld;
beforeAll(async () => {
  world = await LeakWorld.open();
}, 120_000);
afterAll(() => world.close(), 60_000);

const TOLD = new RegExp(WORDS.join('|'), 'i');

describe('nothing of a protected family', () => {
  it('is hidden from its named handlers, so that what is looked for is there', async () => {
    for (const [login, words] of [
      [NAMED[0], WORDS],
      [NAMED[1], ['Ixolite', 'Vexia', '191212121212', 'Qwyzzla']],
    ] as const) {
      const [file, trail] = await Promise.all(
        ['', '/events'].map((at) => world.call(login, `/api/v1/files/${world.family}${at}`)),
      );
      const told = `${file?.all}${trail?.all}`;
      expect([login, words.filter((word) => !told.includes(word))]).toEqual([login, []]);
    }
  });

  it.each([...whenAsked, ...beside])(
    'comes out in $what',
    async ({ told, speaks, numbered }) => {
      const texts = await told(world);
      expect(texts.some((text) => speaks.test(text))).toBe(true);
      expect(texts.filter((text) => text.trim() === '')).toEqual([]);
      const leaks = texts.filter((text) => TOLD.test(text) || (!numbered && text.includes(world.family)));
      expect(leaks.map((text) => text.slice(0, 2_000))).toEqual([]);
    },
    120_000,
  );
});
