import { newTool } from '../fixtures/workflows/errand/index.js';
import { Sweep } from '../../src/engine/sweep.js';
import type { TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';

/** The files of the story, by what they are. */
export interface Story {
  /** A household with an errand that borrowed a tool, bought one, had a helper, was postponed by two persons and finished. */
  readonly busy: string;
  /** A household whose errand nobody begins: its patience runs out. */
  readonly idle: string;
  /** The tool that was lent and given back. */
  readonly tool: string;
  /** The tool that was bought. */
  readonly bought: string;
  /** The tool that is lent out now, by `holder`. */
  readonly lent: string;
  readonly holder: string;
}

/** Lives through a small story in which everything that verification compares occurs. */
export async function story(e: TestEngine): Promise<Story> {
  const shis = e.person('the.keeper', 'shis');
  const open = async (what: string) =>
    (await e.do({ open: 'errand', data: { household, what, weight: 3, note: 'Ring på porten.' } })).file;
  const busy = await open('milk');
  const idle = await open('bread');
  const holder = await open('ladder');
  const tool = (await e.do({ open: 'tool', by: shis, data: newTool })).file;
  const lent = (await e.do({ open: 'tool', by: shis, data: { ...newTool, number: 'B 2' } })).file;
  const of = (file: string) => ({ file, process: 1 });
  e.clock.set('2021-03-03T10:00:00.120Z');
  for (const file of [busy, holder])
    await e.do({ ...of(file), event: 'begin', data: { note: 'Nu går vi.' } });
  await e.do({ ...of(busy), event: 'borrow', data: { tool: { ref: `${tool}/1` } } });
  await e.do({ ...of(holder), event: 'borrow', data: { tool: { ref: `${lent}/1` } } });
  await e.do({ ...of(busy), event: 'buy', data: {} });
  await e.do({ ...of(busy), event: 'split', data: {} });
  await e.do({ ...of(busy), event: 'split', data: {} });
  await e.do({ file: busy, process: 2, event: 'ready', data: {} });
  const child = { ref: 'child-2', name: 'Nya Testsson', born: '2021-03-02', gender: 'woman', adult: false };
  await e.do({ file: busy, event: 'memberJoins', data: { person: child, on: '2021-03-02' } });
  await e.do({ file: idle, event: 'assign', data: { handler: 'second.handler' } });
  await e.do({ ...of(busy), event: 'postpone', data: { until: '2021-05-01' } });
  await e.do({ ...of(busy), event: 'postpone', by: shis, data: { until: '2021-05-01' } });
  await e.do({ ...of(holder), event: 'postpone', data: { until: '2021-06-01' } });
  e.clock.set('2021-04-10T08:00:00.000Z');
  await new Sweep(e.engine).run();
  await e.do({ ...of(busy), event: 'finish', data: {}, occurredAt: '2021-04-09T12:00:00+02:00' });
  const { rows } = await e.ownerPool.query<{ id: string }>(
    `select file_id as id from process where parent = $1 and workflow = 'tool'`,
    [`${busy}/1`],
  );
  return { busy, idle, tool, lent, holder, bought: rows[0]?.id ?? '' };
}
