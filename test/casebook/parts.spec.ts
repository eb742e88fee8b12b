import { mock } from 'node:test';
import { Batch } from '../../src/engine/batch.js';
import type { EventBody } from '../../src/engine/model.js';
import { CommandIds } from '../../src/casebook/command-id.js';
import { inOrderOfSteps } from '../../src/casebook/export-order.js';
import { importUnderWay, whileImporting } from '../../src/casebook/import-lock.js';
import { readLine, type StepLine } from '../../src/casebook/read-line.js';
import { LONGEST_LINE, readLines } from '../../src/casebook/lines.js';
import { BookNames } from '../../src/casebook/names.js';
import type { FileState, Process } from '../../src/engine/model.js';
import { bookWorld } from './world.js';

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}
const readAll = async (...texts: string[]) => {
  const lines = [];
  for await (const line of readLines(pieces(...texts))) lines.push(line);
  return lines;
};

describe('the lines of a book', () => {
  it('are counted from one, blank ones too', async () => {
    expect(await readAll('a\n\n', '\nb', 'c')).toEqual([
      { number: 1, read: 'a' },
      { number: 4, read: 'bc' },
    ]);
  });

  it('that are too long are told so, and the next is read', async () => {
    const lines = await readAll('x'.repeat(LONGEST_LINE), 'x\n', 'b\n', 'y'.repeat(LONGEST_LINE));
    expect(lines).toMatchObject([
      { number: 1, read: { code: 'too-long' } },
      { number: 2, read: 'b' },
      { number: 3, read: 'y'.repeat(LONGEST_LINE) },
    ]);
  });

  it('are none in an empty book', async () => expect(await readAll('', '\n \n')).toEqual([]));
});

describe('the id of a line’s command', () => {
  const line = (more: object): StepLine =>
    readLine(
      JSON.stringify({ at: '2021-02-02T09:00:00Z', by: 'x', process: 'r-1', event: 'submit', ...more }),
    ) as StepLine;
  const ids = (book: string, ...lines: StepLine[]) => {
    const names = new CommandIds(book);
    return lines.map((one) => names.next(one).command);
  };

  it('is the same for the same line, however its fields are ordered', () => {
    const [one] = ids('b', line({ data: { a: 1, b: 2 } }));
    expect(ids('b', line({ data: { b: 2, a: 1 } }))).toEqual([one]);
    expect(one).toMatch(/^[\w-]{43}$/);
  });

  it('tells books, lines, ids and equal lines apart', () => {
    const all = [
      ...ids('b', line({}), line({}), line({ data: {} }), line({ id: 'l-1' }), line({ id: 'l-1' })),
      ...ids('c', line({})),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('tells what a line with an id was called before it had one', () => {
    const names = new CommandIds('b');
    const [first, second] = [names.next(line({})), names.next(line({ id: 'l-1' }))];
    expect([first.command, second.unnamed]).toEqual(ids('b', line({}), line({})));
  });

  it('goes by its id where it has one', () => {
    expect(ids('b', line({ id: 'l-1' }))).toEqual(ids('b', line({ id: 'l-1', data: { note: 'changed' } })));
  });
});

describe('names of a book', () => {
  const process = (number: number, workflow: string, parent: string | null, children: string[] = []) =>
    ({ number, workflow, parent, children }) as unknown as Process;
  const files: Record<string, FileState> = {
    f1: {
      id: 'f1',
      processes: [
        process(1, 'referral', null, ['f2/1']),
        process(2, 'offer', 'f1/1'),
        process(3, 'tenancy', 'f1/1'),
        process(4, 'offer', 'f1/3'),
      ],
    } as unknown as FileState,
    f2: { id: 'f2', processes: [process(1, 'tool', 'f1/1')] } as unknown as FileState,
  };
  const names = new BookNames();
  names.give('r-1', { file: 'f1', process: 1 });
  const find = (path: string) => names.find(path, async (id) => files[id] ?? null);

  it.each([
    ['r-1', 'f1/1'],
    ['r-1/offer', 'f1/2'],
    ['r-1/offer#2', 'f1/4'],
    ['r-1/tenancy/offer#2', 'f1/4'],
    ['r-1/referral/tenancy/offer#2', 'f1/4'],
    ['r-1/tool', 'f2/1'],
  ])('%s is %s', async (path, ref) => {
    const place = await find(path);
    expect(`${place?.file}/${place?.process}`).toBe(ref);
  });

  it.each(['r-2', 'r-1/offer#3', 'r-1/tenancy/offer', 'r-1/tool#2', 'r-1/villa'])(
    '%s is nothing',
    async (path) => {
      expect(await find(path)).toBeNull();
    },
  );
});

describe('what was recorded at one moment', () => {
  const event = (file: string, seq: number, step: string, more: object = {}): EventBody =>
    ({ file, seq, step, data: {}, known: {}, ...more }) as EventBody;
  const order = (...events: EventBody[]) => inOrderOfSteps(events).map(({ file, seq }) => `${file}:${seq}`);

  it('keeps the order of every file, and each step whole', () => {
    const offer = [event('r', 2, 'r:2'), event('d', 2, 'r:2')];
    expect(order(event('d', 3, 'd:3'), ...offer, event('d', 1, 'd:1', { opens: 'dwelling' }))).toEqual([
      'd:1',
      'r:2',
      'd:2',
      'd:3',
    ]);
  });

  it('opens what is pointed at before it is pointed at', () => {
    const refs = event('a', 2, 'a:2', { data: { results: [{ dwelling: { ref: 'z/1' } }] } });
    const known = event('b', 2, 'b:2', { known: { free: [{ ref: 'z/1' }] } });
    expect(order(refs, known, event('z', 1, 'z:1', { opens: 'dwelling' }))).toEqual(['z:1', 'a:2', 'b:2']);
  });

  it('comes to an end even where two clocks made a circle', () => {
    const one = [event('a', 1, 's1'), event('b', 2, 's1')];
    const other = [event('b', 1, 's2'), event('a', 2, 's2')];
    expect(order(...one, ...other)).toHaveLength(4);
  });
});

describe('an import under way', () => {
  it('keeps a second one out, and tells those who sweep', async () => {
    const world = await bookWorld();
    const { pool } = world.runtime;
    expect(await importUnderWay(pool)).toBe(false);
    const inside = await whileImporting(pool, async () => [
      await importUnderWay(pool),
      await whileImporting(pool, async () => 'second'),
    ]);
    expect(inside).toEqual([true, null]);
    expect(await importUnderWay(pool)).toBe(false);
    await expect(whileImporting(pool, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await importUnderWay(pool)).toBe(false);
    await world.close();
  });

  it('does not hide a fault of the program', async () => {
    const world = await bookWorld();
    const { engine } = world.runtime;
    mock.method(engine.ports.registry, 'kind', () => {
      throw new TypeError('broken');
    });
    const by = { login: 'x', organisation: 'shis', kind: 'shis' as const, role: 'administrator' };
    const command = {
      id: 'c',
      by,
      asked: { open: 'dwelling', data: { source: 'facility', number: '1', rooms: 1, rent: 1 } },
    };
    await expect(new Batch(engine).take(command)).rejects.toThrow('broken');
    await world.close();
  });
});
