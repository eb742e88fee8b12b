import type { ProcessRef } from '../../workflows/definition.js';
import { readFiles } from '../../src/engine/read-files.js';
import type { FileState, Person, Process } from '../../src/engine/model.js';
import { shownState } from '../../src/engine/shown.js';
import type { World } from '../support/world.js';

/** What a process holds on to, as far as its chart remembers it. */
interface Memory {
  readonly dwelling?: ProcessRef | null;
  readonly transfer?: { readonly dwelling: ProcessRef } | null;
  readonly offer?: ProcessRef | null;
}

/** Some files as the database has them, and what is wrong with them. An empty list is a sound world. */
export class Invariants {
  private constructor(
    private readonly world: World,
    private readonly files: readonly FileState[],
  ) {}

  /** Reads the files and asks every invariant. `people`: those who might take a next step. */
  static async ask(world: World, ids: readonly string[], people: readonly Person[]): Promise<string[]> {
    const files = await readFiles(world.pool, ids);
    const asked = new Invariants(world, files);
    return [
      ...asked.oneLiveOfferAFlat(),
      ...asked.oneTenancyAHousehold(),
      ...asked.everyLeaseHasItsTenancy(),
      ...asked.everyOneHasOwnerAndClock(),
      ...(await asked.someoneCanGoOn(people)),
      ...(await asked.rowsAgree(ids)),
      ...(await asked.cacheIsTheDatabase(ids)),
    ];
  }

  /** A flat is reserved exactly while one live offer holds it. */
  private oneLiveOfferAFlat(): string[] {
    return this.flats().flatMap(({ ref, process }) => {
      const live = [
        ...this.processes('offer', ['offered', 'unanswered', 'accepted']),
        ...this.supported('offered', 'accepted'),
      ]
        .filter((one) => memoryOf(one.process).dwelling?.ref === ref)
        .map((one) => one.ref);
      const state = this.state(process);
      const holder = memoryOf(process).offer?.ref ?? null;
      if (live.length > 1) return [`${ref} has ${live.length} live offers`];
      if ((state === 'reserved') !== (live.length === 1))
        return [`${ref} is ${state} with live offers ${live.join()}`];
      return (live[0] ?? null) === holder
        ? []
        : [`${ref} is held by ${holder}, and its live offer is ${live[0]}`];
    });
  }

  private oneTenancyAHousehold(): string[] {
    return this.files.flatMap((file) => {
      const lived = file.processes.filter((one) => one.workflow === 'tenancy' && this.state(one) !== 'ended');
      return lived.length > 1 ? [`${file.id} has ${lived.length} tenancies`] : [];
    });
  }

  /** A flat is let or occupied exactly while one tenancy lives there or is to move there, or a board or unit leases it for somebody. */
  private everyLeaseHasItsTenancy(): string[] {
    const leases = [
      ...this.processes('tenancy', ['upcoming', 'active', 'leaseExpired', 'notice']),
      ...this.supported('leased', 'sublet'),
    ].flatMap(({ process }) => [memoryOf(process).dwelling?.ref, memoryOf(process).transfer?.dwelling.ref]);
    return this.flats().flatMap(({ ref, process }) => {
      const held = leases.filter((one) => one === ref).length;
      const expected = ['let', 'occupied'].includes(this.state(process)) ? 1 : 0;
      return held === expected ? [] : [`${ref} is ${this.state(process)} with ${held} leases`];
    });
  }

  /** Who must act, or why nobody; and by when, or why no clock runs. An offer's clock is its parent's too. */
  private everyOneHasOwnerAndClock(): string[] {
    return this.open().flatMap(({ file, process, ref }) => {
      const leaves = this.world.registry.pinned(process.workflow, process.version)?.leaves;
      const specs = Object.keys(process.stored.entered).map((path) => leaves?.get(path)?.spec);
      const rests = specs.some((spec) => spec?.restsBecause !== undefined);
      const waits = specs.some((spec) => spec?.waitsFor !== undefined);
      const family = file.processes.filter((one) => isKin(file, one, process) && this.isOpen(one));
      const clock = file.deadlines.some((due) => family.some(({ number }) => number === due.process));
      const at = `${ref} (${process.workflow}, ${this.states(process)})`;
      return [
        ...(waits || rests ? [] : [`${at} has no owner`]),
        ...(clock || this.primaryRests(process) ? [] : [`${at} has no clock and does not say why`]),
      ];
    });
  }

  /** A deadline will move it or remind of it, it rests until another process tells it, or somebody may take a step. */
  private async someoneCanGoOn(people: readonly Person[]): Promise<string[]> {
    const stuck: string[] = [];
    for (const { file, process, ref } of this.open()) {
      const clock = file.deadlines.some((due) => due.process === process.number);
      if (clock || this.primaryRests(process) || (await this.isOpenTo(people, file, process))) continue;
      stuck.push(`${ref} (${this.states(process)}) has no next step`);
    }
    return stuck;
  }

  private async isOpenTo(people: readonly Person[], file: FileState, { number }: Process): Promise<boolean> {
    for (const person of people) {
      const answers = await this.world.engine.thinking.answers(file, person, this.world.now);
      if (answers.some(({ process, answer }) => process === number && answer.startsWith('allowed')))
        return true;
    }
    return false;
  }

  /** A lease-in is booked once, each cause of an empty day ends before it begins again, holds are what the states say, and no deadline had to be set aside. */
  private async rowsAgree(ids: readonly string[]): Promise<string[]> {
    const { rows } = await this.world.pool.query<{ told: string }>(
      `select file_id || ' is booked ' || count(*) || ' times' as told from fact
       where kind = 'allocated' and file_id = any($1) group by file_id having count(*) > 1
       union all select file_id || ': ' || (data ->> 'cause') || ' began and ended unevenly' from fact
       where kind in ('vacancyBegan', 'vacancyEnded') and file_id = any($1) group by file_id, data ->> 'cause'
       having sum(case kind when 'vacancyBegan' then 1 else -1 end) not in (0, 1)
       union all select file_id || ' has an incident: ' || subject || ' ' || message from incident
       where file_id = any($1) and closed_at is null`,
      [ids],
    );
    const holds = await this.world.pool.query<{ file_id: string; ref: string }>(
      'select file_id, ref from hold where file_id = any($1) order by 1',
      [ids],
    );
    const expected = this.flats().flatMap(({ process, file }) =>
      this.state(process) === 'reserved' ? [`${file.id} ${memoryOf(process).offer?.ref}`] : [],
    );
    const held = holds.rows.map(({ file_id, ref }) => `${file_id} ${ref}`);
    const differ =
      held.sort().join() === expected.sort().join()
        ? []
        : [`holds ${held.join()}; states ${expected.join()}`];
    return [...rows.map(({ told }) => told), ...differ];
  }

  /** A copy may be behind, and then costs a second try; it may not be wrong. */
  private async cacheIsTheDatabase(ids: readonly string[]): Promise<string[]> {
    const cached = await this.world.engine.files.read(ids);
    return this.files.flatMap((file) =>
      cached.get(file.id)?.version !== file.version || plain(cached.get(file.id)) === plain(file)
        ? []
        : [`${file.id} is cached otherwise than it is stored`],
    );
  }

  private open() {
    return this.files.flatMap((file) =>
      file.processes
        .filter((process) => this.isOpen(process))
        .map((process) => ({ file, process, ref: `${file.id}/${process.number}` })),
    );
  }

  private processes(workflow: string, states: readonly string[]) {
    return this.open().filter(
      ({ process }) => process.workflow === workflow && states.includes(this.state(process)),
    );
  }

  /** The processes of supported housing, which are their own offer and their own lease. */
  private supported(...states: readonly string[]) {
    return ['supported-housing', 'housing-first'].flatMap((name) => this.processes(name, states));
  }

  private flats() {
    return this.files.flatMap((file) =>
      file.processes
        .filter(({ workflow }) => workflow === 'dwelling')
        .map((process) => ({ file, process, ref: `${file.id}/${process.number}` })),
    );
  }

  private primaryRests(process: Process): boolean {
    const leaves = this.world.registry.pinned(process.workflow, process.version)?.leaves;
    return Object.keys(process.stored.entered).some((path) => {
      const leaf = leaves?.get(path);
      return leaf?.primary === true && leaf.spec?.restsBecause !== undefined;
    });
  }

  private isOpen(process: Process): boolean {
    return shownState(this.world.registry, process).open;
  }
  private state(process: Process): string {
    return shownState(this.world.registry, process).state;
  }
  private states(process: Process): string {
    return shownState(this.world.registry, process).states.join(' ');
  }
}

const memoryOf = (process: Process): Memory => process.stored.context as Memory;

/** The process itself, its parent and its children. */
function isKin(file: FileState, one: Process, process: Process): boolean {
  const ref = ({ number }: Process): string => `${file.id}/${number}`;
  return one === process || one.parent === ref(process) || process.parent === ref(one);
}

/** Order of rows and keys set aside. */
function plain(file: FileState | null | undefined): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => [key, sorted(one)]),
    );
  };
  const due = [...(file?.deadlines ?? [])].sort((a, b) =>
    `${a.process}${a.key}` < `${b.process}${b.key}` ? -1 : 1,
  );
  return JSON.stringify(sorted({ ...file, deadlines: due }));
}
