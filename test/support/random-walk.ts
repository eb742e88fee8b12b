import { dayOf } from '../../src/domain/zone.js';
import type { Answered } from '../../src/engine/answers.js';
import type { OrgKind } from '../../workflows/definition.js';
import type { FileState, Person } from '../../src/engine/model.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { Sweep } from '../../src/engine/sweep.js';
import { Chance } from './chance.js';
import type { TestEngine } from './engine.js';
import { randomData, type Fill } from './random-data.js';
import { Batch } from '../../src/engine/batch.js';

/** How a random walk opens files: by workflow, the data to open with. */
export interface Opening {
  readonly workflow: string;
  data(chance: Chance): object;
}

/**
 * Lets people do `steps` random things with random files: what the engine says may be allowed, with random data, at random
 * times, read from the cache or afresh, alone or in batches. Returns how many were done, by event.
 */
export async function randomWalk(
  e: TestEngine,
  openings: readonly Opening[],
  seed: number,
  steps: number,
): Promise<Record<string, number>> {
  const walk = new Walk(e, openings, new Chance(seed));
  for (let i = 0; i < steps; i++) await walk.step(`${seed}.${i}`);
  await walk.flush();
  return walk.done;
}

const CHANGES_WHO = new Set(['transferDistrict', 'setProtection', 'assign', 'grantAccess', 'revokeAccess']);

class Walk {
  readonly done: Record<string, number> = {};
  private readonly files: string[] = [];
  private batch: Batch | undefined;

  constructor(
    private readonly e: TestEngine,
    private readonly openings: readonly Opening[],
    private readonly chance: Chance,
  ) {}

  async step(id: string): Promise<void> {
    const { chance, e } = this;
    const what = chance.below(20);
    if (this.files.length < 4 || (what === 0 && this.files.length < 12)) return this.open(id);
    if (what === 1) return this.wait();
    const file = chance.one(this.files) as string;
    if (what < 8) e.engine.files.forget(this.files);
    return this.event(id, file);
  }

  private async open(id: string): Promise<void> {
    const opening = this.openings[this.files.length % this.openings.length] as Opening;
    const data = opening.data(this.chance);
    const done = await this.e.do({ id, open: opening.workflow, data, by: this.e.person('opener', 'shis') });
    this.files.push(done.file);
    this.count(`${opening.workflow}.open`);
  }

  /** Some days pass; the sweep runs, or it is late. */
  private async wait(): Promise<void> {
    const days = this.chance.one([1, 3, 10, 40]) as number;
    this.e.clock.set(new Date(Date.parse(this.e.clock.now()) + days * 86_400_000 + 61_001).toISOString());
    if (this.chance.below(3) > 0) await new Sweep(this.e.engine).run();
  }

  private async event(id: string, file: string): Promise<void> {
    const { e, chance } = this;
    const state = (await e.engine.files.read([file])).get(file) as FileState;
    const answers = await e.engine.thinking.answers(state, e.person('asker', 'system'), e.clock.now());
    const ofFile = chance.below(8) === 0;
    const nameOf = ({ process, type }: Answered) =>
      `${state.processes.find((one) => one.number === process)?.workflow ?? state.kind}.${type}`;
    const asked = this.choose(
      answers.filter((a) => (a.process === null) === ofFile),
      nameOf,
    );
    if (asked === undefined) return;
    const kind = asked.spec.by === 'engine' ? 'shis' : (chance.one(asked.spec.by)?.org ?? 'shis');
    const command = e.command({
      id,
      event: asked.type,
      file,
      ...(asked.process === null ? {} : { process: asked.process }),
      data: randomData(asked.spec.schema, await this.fill(state, asked)),
      by: this.someone(kind, state),
    });
    const answer = await this.take(command);
    if (!isRefusal(answer)) this.count(nameOf(asked));
  }

  /** Somebody of a kind whom the file is theirs to act in: of its own district, and a named handler where there are such. */
  private someone(kind: OrgKind, { record }: FileState): Person {
    const { district, handlers = [] } = record as {
      district?: string;
      handlers?: { login: string; to: unknown }[];
    };
    const named = handlers.flatMap(({ login, to }) => (to === null ? login : []));
    const login = this.chance.one(named) ?? `${kind}.${this.chance.below(2)}`;
    const person = this.e.person(login, kind);
    const keeps = kind === 'district' || kind === 'housingUnit';
    return keeps && district !== undefined ? { ...person, organisation: district } : person;
  }

  private async take(command: ReturnType<TestEngine['command']>) {
    // Who may act in a file is looked at in the database too: what changes that waits for nothing.
    if ('event' in command.asked && CHANGES_WHO.has(command.asked.event)) {
      await this.flush();
      return this.e.engine.execute(command);
    }
    if (this.chance.below(3) > 0) return this.e.engine.execute(command);
    this.batch ??= new Batch(this.e.engine);
    const answer = await this.batch.take(command);
    if (this.chance.below(3) === 0) await this.flush();
    return answer;
  }

  /** Any that may be allowed, or, half of the time, the one that was done least. */
  private choose(answers: readonly Answered[], nameOf: (a: Answered) => string): Answered | undefined {
    const worth = answers.filter((a) => this.worthTrying(a));
    if (this.chance.below(2) === 0) return this.chance.one(worth);
    const count = (a: Answered) => this.done[nameOf(a)] ?? 0;
    return this.chance.one(worth.filter((a) => worth.every((other) => count(a) <= count(other))));
  }

  /** Writes what a batch has taken; until then others may have been in its files. */
  async flush(): Promise<void> {
    await this.batch?.flush();
    this.batch = undefined;
  }

  /** What is grave ends most things; it is tried seldom. */
  private worthTrying({ answer, spec }: Answered): boolean {
    if (answer !== 'allowed' && answer !== 'allowed-if') return false;
    return spec.grave !== true || this.chance.below(12) === 0;
  }

  private async fill(state: FileState, { process }: Answered): Promise<Fill> {
    const { registry, clock, pool } = this.e;
    const running = state.processes.find((one) => one.number === process);
    const workflow = running && registry.pinned(running.workflow, running.version)?.workflow;
    const { rows } = await pool.query<{ ref: string; workflow: string }>(
      `select file_id || '/' || number as ref, workflow from process order by opened_at, file_id, number`,
    );
    return {
      chance: this.chance,
      today: dayOf(clock.now()),
      reasons: { ...registry.kind(state.kind).reasons, ...workflow?.reasons },
      processes: (name) => rows.filter((row) => row.workflow === name).map((row) => row.ref),
    };
  }

  private count(what: string): void {
    this.done[what] = (this.done[what] ?? 0) + 1;
  }
}
