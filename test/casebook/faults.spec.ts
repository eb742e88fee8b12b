import { flat, line, placing, referral, registers, household, DISTRICT, SHIS } from './books.js';
import { pictureOf } from './picture.js';
import { bookWorld, linesOf, type BookWorld } from './world.js';

let world: BookWorld;
beforeAll(async () => {
  world = await bookWorld();
  await world.take([...registers, flat('d-1', '2021-01-10'), ...referral('r-1', '2021-02-01')]);
});
afterAll(() => world.close());

/** What one line is told that follows a good book; nothing of it may be kept, and the line after it is taken or was. */
async function told(bad: string | object | readonly object[], book = 'test'): Promise<string | undefined> {
  const good = [...registers, flat('d-1', '2021-01-10'), ...referral('r-1', '2021-02-01')];
  const lines = Array.isArray(bad) ? (bad as object[]) : [bad];
  const written = lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  const before = await pictureOf(world.runtime);
  const answer = await world.take(`${linesOf(good)}${written}\n`, { book });
  expect(answer).toMatchObject({ refused: 1, repeated: good.length, taken: lines.length - 1 });
  if (lines.length === 1) expect(await pictureOf(world.runtime)).toEqual(before);
  const [[number, refusal] = ['', undefined]] = Object.entries(answer.refusals);
  expect(Number(number)).toBe(good.length + lines.length);
  for (const { sv, en } of refusal?.sentences ?? [])
    expect([sv, en].every((text) => text.length > 10)).toBe(true);
  return refusal?.code;
}
const contact = (more: object) => ({
  ...line('2021-02-02', SHIS, { process: 'r-1', event: 'recordContact' }),
  ...more,
});

describe('a line is refused with its number and nothing of it is kept', () => {
  it.each<[string, string | object, string]>([
    ['is no JSON', '{"at":"2021-02-02', 'not-json'],
    ['is JSON but no object', '[1,2]', 'not-json'],
    ['is a number that no machine can hold', contact({ data: '1e999' }), 'invalid-data'],
    ['is longer than 36 MiB', contact({ data: { note: 'x'.repeat(37_800_000) } }), 'too-long'],
    ['is nested a thousand deep', `{"at":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'not-sound'],
    ['is nested half a million deep', `{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`, 'not-sound'],
    ['holds a NUL', contact({ data: { note: 'a\0b' } }), 'not-sound'],
    [
      'holds half of a surrogate pair',
      '{"register":"person","at":"2021-01-01","data":{"name":"\\ud800"}}',
      'not-sound',
    ],
    ['holds an infinite number', '{"register":"goal","at":"2021-01-01","data":{"goal":1e999}}', 'not-sound'],
    ['says nothing of what it is', { at: '2021-02-02T09:00:00Z', by: SHIS, process: 'r-1' }, 'unknown-line'],
    ['names the book when it is not the first', { book: 'late' }, 'unknown-line'],
    ['has a field that no line has', contact({ extra: 1 }), 'invalid-data'],
    [
      'reaches for a prototype',
      '{"at":"2021-02-02T09:00:00Z","by":"x","process":"r-1","event":"submit","__proto__":{}}',
      'invalid-data',
    ],
    ['names an event that every object has', contact({ event: 'constructor' }), 'unknown-event'],
    ['has a moment without a zone', contact({ at: '2021-02-02T09:00:00' }), 'invalid-data'],
    ['has a day that is not there', contact({ at: '2021-02-30T09:00:00Z' }), 'invalid-data'],
    ['was recorded before the line above', contact({ at: '2021-01-31T09:00:00Z' }), 'out-of-order'],
    ['was recorded before it happened', contact({ recorded: '2021-02-01T15:00:00Z' }), 'occurred-in-future'],
    ['was recorded in the future', contact({ at: '2099-01-01T00:00:00Z' }), 'occurred-in-future'],
    [
      'happened before the file was opened',
      contact({ at: '2021-01-31T09:00:00Z', recorded: '2021-02-02T09:00:00Z' }),
      'occurred-before-opening',
    ],
    ['is by nobody', contact({ by: 'ingen' }), 'unknown-person'],
    ['is by one who may not', contact({ by: DISTRICT }), 'not-permitted'],
    ['is by one who may not know of the file', contact({ by: 'bromma.handlaggare' }), 'not-found'],
    ['names no process of the book', contact({ process: 'r-9' }), 'unknown-name'],
    ['names a child that is not there yet', contact({ process: 'r-1/offer' }), 'unknown-name'],
    ['names a second child where there is one', contact({ process: 'r-1/referral#2' }), 'unknown-name'],
    ['names a file by no name', contact({ process: undefined, file: '../etc' }), 'invalid-data'],
    [
      'points at no flat',
      contact({ event: 'makeOffer', data: { dwelling: { ref: 'd-9' } } }),
      'unknown-name',
    ],
    [
      'points at a family where a flat is meant',
      contact({ event: 'makeOffer', data: { dwelling: { ref: 'r-1' } } }),
      'unknown-reference',
    ],
    [
      'has data of the wrong kind',
      contact({ event: 'makeOffer', data: { dwelling: 'd-1' } }),
      'invalid-data',
    ],
    [
      'gives a reason that is not on the list',
      contact({ event: 'close', data: { reason: 'whim' } }),
      'unknown-reason',
    ],
    [
      'brings an event that the workflow does not have',
      contact({ event: 'correct', data: { of: 'l-9' } }),
      'unknown-event',
    ],
    [
      'brings an event that only the system sends',
      contact({ event: 'householdChanged', data: { event: 'note' } }),
      'not-permitted',
    ],
    ['comes in the wrong state', contact({ event: 'approve' }), 'not-possible-now'],
    ['does not meet what the step asks for', contact({ event: 'requestFromAgency' }), 'guard'],
    [
      'opens a workflow that is not there',
      contact({ event: undefined, process: 'x', open: 'villa' }),
      'unknown-workflow',
    ],
    [
      'opens what only the system opens',
      contact({
        event: undefined,
        process: 'x',
        open: 'offer',
        data: { dwelling: { ref: 'd-1' }, purpose: 'new' },
      }),
      'not-permitted',
    ],
    [
      'takes a name that is taken',
      contact({ event: undefined, process: 'd-1', open: 'dwelling', data: {} }),
      'name-taken',
    ],
    [
      'opens a file without what it is about',
      contact({ event: undefined, by: DISTRICT, process: 'x', open: 'referral' }),
      'invalid-data',
    ],
    [
      'is of a register that is not there',
      { register: 'secrets', at: '2021-01-01', data: {} },
      'unknown-reference',
    ],
    [
      'is of a register and faulty',
      { register: 'goal', at: '2021-01-01', data: { year: 'soon' } },
      'invalid-data',
    ],
  ])('that %s', async (_, bad, code) => expect(await told(bad)).toBe(code));

  it('that leans on a refused opening', async () => {
    const refusedOpening = line('2021-02-02', SHIS, {
      process: 'r-8',
      open: 'referral',
      data: { household: household() },
    });
    const answer = await world.take([refusedOpening, contact({ process: 'r-8' })], { book: 'leaning' });
    expect(answer.refusals).toMatchObject({ 1: { code: 'not-permitted' }, 2: { code: 'unknown-name' } });
  });

  it('that has the id of a line with other content, in a longer edition', async () => {
    const first = { ...contact({ at: '2021-02-04T09:00:00Z' }), id: 'l-1' };
    const good = [...registers, flat('d-1', '2021-01-10'), ...referral('r-1', '2021-02-01')];
    expect(await world.take([...good, first])).toMatchObject({ taken: 1 });
    expect(await world.take([...good, first])).toMatchObject({ taken: 0, refused: 0 });
    const changed = { ...first, data: { note: 'annat' } };
    expect((await world.take([...good, changed])).refusals).toMatchObject({
      [good.length + 1]: { code: 'key-reused' },
    });
  });

  it('that would be recorded before what is in its file already', async () => {
    const book = [...registers, flat('d-2', '2021-03-01')];
    const late = line('2021-03-20', SHIS, {
      process: 'd-2',
      event: 'takeOutOfService',
      data: { reason: 'damage' },
    });
    await world.take([...book, late], { book: 'late' });
    const between = line('2021-03-10', SHIS, { file: 'd-2', event: 'note', data: { note: 'Mitt emellan' } });
    expect((await world.take([...book, between], { book: 'late' })).refusals).toMatchObject({
      [book.length + 1]: { code: 'stale' },
    });
  });

  it('and the rest goes on, unless it is to stop there', async () => {
    const book = [
      flat('d-3', '2021-04-01'),
      'nonsense',
      ...placing('r-7', 'd-3', '2021-04'),
      flat('d-4', '2021-04-20'),
    ];
    const text = book.map((one) => `${JSON.stringify(one)}\n`).join('');
    expect(await world.take(text, { book: 'stop', stopOnError: true })).toMatchObject({
      book: 'stopped',
      taken: 1,
      refused: 1,
    });
    expect(await world.take(text, { book: 'stop' })).toMatchObject({
      book: 'read',
      taken: 1,
      repeated: 1,
      refused: 5,
    });
  });

  it('that is not text at all', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xc3, 0x28, 0x0a]);
    expect((await world.take(bytes)).refusals).toMatchObject({
      1: { code: 'not-json' },
      2: { code: 'not-json' },
    });
  });
});
