import { setTimeout } from 'node:timers/promises';
import type { Command } from '../../src/engine/command.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { killNodes, startNode, type NodeProcess, type Told } from './node-process.js';
import { potsAndGivers } from './pots.workflows.js';
import { acknowledgedLines, amiss, chance, givenAndKept, potsAndGiversIn, recorded } from './world.js';

const CLIENTS = 12;

describe('nodes as processes', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let pots: string[];
  let givers: string[];
  beforeEach(async () => {
    db = await freshDatabase();
    e = testEngine(db, { workflows: potsAndGivers });
    ({ pots, givers } = await potsAndGiversIn(e, 3, 5));
  });
  afterEach(async () => {
    await killNodes();
    await e.close();
    await db.drop();
  });

  const someCommands = (count: number, seed: number) =>
    givenAndKept(e, { pots, givers }, { count, seed, name: 'k' });

  it('two of them, with 64 clients, lose, double and halve no step, and answer one key once', async () => {
    const nodes = await Promise.all([startNode(db.url, 32), startNode(db.url, 32)]);
    const commands = someCommands(192, 64);
    const both = commands.slice(0, 40);
    nodes.forEach((node, which) => node.take([...commands.filter((_, n) => n % 2 === which), ...both]));
    await Promise.all(nodes.map((node) => node.finish()));
    const answers = nodes.flatMap((node) => node.answers);
    expect(answers).toHaveLength(commands.length + nodes.length * both.length);
    expect(await recorded(e.ownerPool, 'k-')).toEqual(acknowledgedLines(agreed(answers)));
    expect(await amiss(e)).toEqual([]);
  });

  it('killed sixteen times under load, keep each acknowledged step once when all is sent again', async () => {
    const [random, commands] = [chance(9), someCommands(360, 9)];
    const told: Told[] = [];
    let spare = startNode(db.url, CLIENTS);
    for (let kills = 0; kills < 16; kills++) {
      const node = await spare;
      spare = startNode(db.url, CLIENTS);
      node.take(withSomeAgain(commands, told, random));
      await node.told(6 + Math.floor(random() * 12));
      await setTimeout(random() * 12);
      await node.kill();
      told.push(...node.answers);
      agreed(told);
    }
    const last = await spare;
    last.take(commands);
    await last.finish();
    const all = agreed([...told, ...last.answers]);
    expect(all.size).toBe(commands.length);
    expect(await recorded(e.ownerPool, 'k-')).toEqual(acknowledgedLines(all));
    expect(await amiss(e)).toEqual([]);
  });
});

/** The commands that nobody answered yet, and between them a few that were. */
function withSomeAgain(commands: readonly Command[], told: readonly Told[], random: () => number): Command[] {
  const answered = new Set(told.map((one) => one.id));
  return commands.filter(({ id }) => !answered.has(id) || random() < 0.05);
}

/** The answers by command; throws when two to the same command differ, or one is a refusal. */
function agreed(answers: NodeProcess['answers']): Map<string, { file: string; seq: number }> {
  const found = new Map<string, { file: string; seq: number }>();
  for (const { id, file, seq, code } of answers) {
    if (file === undefined || seq === undefined) throw new Error(`${id} was refused: ${code}`);
    const earlier = found.get(id) ?? { file, seq };
    if (earlier.file !== file || earlier.seq !== seq) throw new Error(`${id} was answered in two ways`);
    found.set(id, earlier);
  }
  return found;
}
