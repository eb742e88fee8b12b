import type { Field } from '../../workflows/definition.js';
import { gate } from '../../src/access/gate.js';
import { about, seenByOf } from '../../src/engine/about.js';
import type { Answered } from '../../src/engine/answers.js';
import type { Asked, Command, Done } from '../../src/engine/command.js';
import type { FileState, Person } from '../../src/engine/model.js';
import { isRefusal, type Refusal } from '../../src/engine/refusals.js';
import { dayOf } from '../../src/domain/zone.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import type { World } from '../support/world.js';
import { Invariants } from './invariants.js';
import { people } from './people.js';
import { plausible, type Hand } from './plausible.js';
import { CODES, HOUR, ONWARD, STEPS, told, type Happening } from './happenings.js';
import { begin, SUPPORTED } from './beginnings.js';
import { absurdData, absurdEvents, absurdMoments } from './absurd.js';

/** Keys of commands are numbered, town by town, so that the same towns are the same to the last file number. */
let towns = 0;

/** A few households and flats, and whatever happens to them. What is wrong is told by `faults`. */
export class RandomTown {
  readonly log: string[] = [];
  readonly counts: Record<string, number> = {};
  private readonly files: string[] = [];
  /** Households that most of what happens happens to. */
  private mainly: readonly string[] = [];
  private readonly taken: { readonly command: Command; readonly done: Done }[] = [];
  private readonly wrong: string[] = [];
  private readonly isFlat = new Set<string>();
  private readonly town = ++towns;
  private commands = 0;
  private turn = 0;
  private written = '';

  constructor(private readonly world: World) {}

  async begin(stage: number): Promise<void> {
    this.written = await this.world.written();
    await begin((login, asked) => this.execute(login, asked), stage, dayOf(this.world.now));
    this.mainly = stage === SUPPORTED ? this.files.slice(-2) : this.files.slice(0, 3);
  }

  async happen(one: Happening): Promise<void> {
    this.turn = one.data;
    switch (one.kind) {
      case 'time':
        return this.pass(one);
      case 'open':
        return this.open(one);
      case 'again':
      case 'altered':
        return this.repeat(one);
      case 'absurd':
        return this.absurd(one);
      case 'denied':
        return this.denied(one);
      case 'plausible':
      case 'late':
      case 'stale':
        return this.plausible(one);
    }
  }

  /** Everything that is wrong with the town now, and whatever was on the way. */
  async faults(): Promise<string[]> {
    return [...this.wrong, ...(await Invariants.ask(this.world, this.files, people))];
  }

  private async plausible({ kind, who, where, what }: Happening): Promise<void> {
    const file = await this.file(this.pick([...this.files, ...this.families(), ...this.families()], where));
    const mine = await this.possible(file.id, who);
    if (mine === undefined) return;
    const { person, answers } = mine;
    const { type, process, spec, answer: foretold } = this.pick(answers, what);
    const data = await this.data(spec, type, file.id, process);
    const asked = { event: type, file: file.id, data, ...(process === null ? {} : { process }) };
    const more = {
      ...(kind === 'late' ? { occurredAt: this.ago(this.choose([1, 20, 100, 400]) * HOUR) } : {}),
      ...(kind === 'stale' ? { expectedVersion: file.version - 1 } : {}),
    };
    const answer = await this.execute(person.login, asked, more);
    const own = process === null ? file.id : `${file.id}/${process}`;
    if (kind === 'plausible' && foretold === 'allowed' && isRefusal(answer) && answer.at === own)
      this.wrong.push(`${type} of ${own} was said to be allowed: ${JSON.stringify(answer)}`);
    if (kind === 'stale' && (!isRefusal(answer) || answer.code === 'guard'))
      this.wrong.push(`stale: ${JSON.stringify(answer)}`);
  }

  /** What a person enters; a search of the own stock goes through the flats that are free, as the form does. */
  private async data(
    spec: Answered['spec'],
    type: string,
    file: string,
    process: number | null,
  ): Promise<object> {
    if (type !== 'searchOwnStock') return plausible(spec.schema, await this.hand(file, process));
    const free = await this.world.freeFlats(file);
    return {
      results: free.map(({ ref }) => ({
        dwelling: { ref },
        reason: this.choose(['size', 'area', 'access', 'rent', 'floor', null]),
      })),
    };
  }

  /** Tries what the engine says is not open: it has to be refused, and for the reason that was told. */
  private async denied({ who, where, what }: Happening): Promise<void> {
    const file = await this.file(this.pick(this.files, where));
    const person = this.pick(people, who);
    const { registry, engine } = this.world;
    if (!gate.maySee(person, about(registry, file, dayOf(this.world.now)), seenByOf(registry, file))) return;
    const told = await engine.thinking.answers(file, person, this.world.now);
    const closed = told.filter(({ answer }) => answer !== 'allowed' && answer !== 'allowed-if');
    if (closed.length === 0) return;
    const { type, process, spec, answer: foretold } = this.pick(closed, what);
    const data = plausible(spec.schema, await this.hand(file.id, process));
    const asked = { event: type, file: file.id, data, ...(process === null ? {} : { process }) };
    const answer = await this.execute(person.login, asked);
    // What is wrong with the data is told first, and to whom a step never belongs that it is not theirs.
    const first = ['invalid-data', 'unknown-reference', 'unknown-reason', 'not-permitted'];
    if (!isRefusal(answer) || ![...first, foretold].includes(answer.code))
      this.wrong.push(`${person.login}: ${type} was foretold as ${foretold}: ${JSON.stringify(answer)}`);
  }

  /** The first person from `who` on to whom some step of a file is open, and what is. */
  private async possible(id: string, who: number) {
    const file = await this.file(id);
    const { registry } = this.world;
    for (let n = 0; n < people.length; n++) {
      const person = this.pick(people, who + n);
      if (!gate.maySee(person, about(registry, file, dayOf(this.world.now)), seenByOf(registry, file)))
        continue;
      const told = await this.world.engine.thinking.answers(file, person, this.world.now);
      const answers = told.filter(({ answer }) => answer === 'allowed' || answer === 'allowed-if');
      const forward = answers.filter(({ type }) => ONWARD.includes(type));
      if (answers.length > 0)
        return { person, answers: [...answers, ...Array<Answered[]>(12).fill(forward).flat()] };
    }
    return undefined;
  }

  private async absurd({ who, where, what }: Happening): Promise<void> {
    const file = this.pick([...this.files, 'ingen-sådan-fil', ''], where);
    const process = this.choose([undefined, 1, 2, 3, 4, 5, 999, 0, -1]);
    const event = this.pick(absurdEvents(this.world.registry), what);
    const spec = this.world.registry
      .all()
      .flatMap(({ workflow }) =>
        Object.hasOwn(workflow.events, event) ? (workflow.events[event] ?? []) : [],
      )[0];
    const sane = spec === undefined ? {} : plausible(spec.schema, await this.hand(file, process ?? null));
    const data = this.choose([sane, sane, ...absurdData(sane)]);
    const moment = this.choose([undefined, undefined, ...absurdMoments(this.world.now)]);
    const asked = this.choose<Asked>([
      { event, file, data, ...(process === undefined ? {} : { process }) },
      { event, file, data, ...(process === undefined ? {} : { process }) },
      { open: this.choose(['referral', 'tenancy', 'offer', 'dwelling', '__proto__', event]), data, file },
    ]);
    const occurred = moment === undefined ? {} : { occurredAt: moment };
    await this.execute(this.pick(people, who).login, asked, occurred);
  }

  private async repeat({ kind, where }: Happening): Promise<void> {
    if (this.taken.length === 0) return;
    const { command, done } = this.pick(this.taken, where);
    if (kind === 'altered') {
      const { asked } = command;
      const data = { ...(asked.data as object), note: 'Något helt annat' };
      const answer = await this.run({ ...command, asked: { ...asked, data } as Asked });
      if (!isRefusal(answer) || !['key-reused', 'invalid-data', 'not-found'].includes(answer.code))
        this.wrong.push(`the key of ${told(asked)} could be used again: ${JSON.stringify(answer)}`);
      return;
    }
    const answer = await this.run(command);
    // Who has handed a case over to another district does not see it any more, and so not the answer.
    if (isRefusal(answer) && answer.code === 'not-found') return;
    const same =
      !isRefusal(answer) && answer.repeated && answer.file === done.file && answer.seq === done.seq;
    if (!same)
      this.wrong.push(
        `${told(command.asked)} again gave ${JSON.stringify(answer)}, first ${JSON.stringify(done)}`,
      );
  }

  private async open({ who, what }: Happening): Promise<void> {
    const number = `C ${this.files.length}`;
    const household = this.pick(this.files.slice(0, 3), who);
    const district = this.pick(['farsta', 'alvsjo', 'skarholmen', 'hagersten'], who);
    const openings: readonly (readonly [string, Asked])[] = [
      ['shis.handlaggare', { open: 'dwelling', data: facilityFlat(number, 4) }],
      ['formedlingen.handlaggare', { open: 'dwelling', data: agencyFlat(number, 3) }],
      [`${district}.handlaggare`, { open: 'referral', file: household, data: {} }],
    ];
    await this.execute(...this.pick(openings, what));
  }

  private async pass({ what, data }: Happening): Promise<void> {
    this.world.setInstant(new Date(Date.parse(this.world.now) + this.pick(STEPS, what)).toISOString());
    this.log.push(`… ${this.world.now}`);
    // Another node at the same moment leaves this one with copies that are behind.
    const other = data % 3 === 0 ? [this.world.sweep(this.world.node())] : [];
    await Promise.all([this.world.sweep(), ...other]);
    this.written = await this.world.written();
  }

  /** Takes the flats out of service that are left free: the next town is not to be offered them. */
  async end(): Promise<void> {
    const data = { reason: 'renovation' };
    for (const file of this.isFlat)
      await this.execute('shis.handlaggare', { event: 'takeOutOfService', file, process: 1, data });
  }

  /** The two households that come the furthest, twice, and another if there is one. */
  private families(): string[] {
    return [...this.mainly, ...this.mainly.slice(0, 2)];
  }

  private file(id: string): Promise<FileState> {
    return this.world.file(id);
  }

  private async hand(file: string, process: number | null): Promise<Hand> {
    const state = (await this.world.engine.files.read([file])).get(file);
    const workflow = state?.processes.find(({ number }) => number === process)?.workflow;
    const reasons =
      workflow === undefined ? undefined : this.world.registry.newest(workflow)?.workflow.reasons;
    const flats = [...this.isFlat].map((id) => ({ ref: `${id}/1` }));
    const options = (pick: NonNullable<Field['pick']>): readonly unknown[] => {
      if (pick.from === 'reason') return (reasons?.[pick.list] ?? []).map(({ code }) => code);
      if (pick.from === 'process')
        return pick.workflow === 'dwelling' ? flats : [{ ref: `${this.files[0]}/1` }];
      if (pick.from === 'here')
        return (state?.processes ?? []).map(({ number }) => ({ ref: `${file}/${number}` }));
      if (pick.from === 'household')
        return this.files.filter((id) => !this.isFlat.has(id)).map((id) => ({ ref: `${id}/1` }));
      if (pick.from === 'member')
        return ((state?.record as { members?: { ref: string }[] }).members ?? []).map(({ ref }) => ref);
      if (pick.from === 'user')
        return people.filter(({ kind }) => kind === [pick.org].flat()[0]).map(({ login }) => login);
      return [pick.kind].flat().includes('district')
        ? ['farsta', 'skarholmen', 'hagersten-alvsjo']
        : ['stockholmshem'];
    };
    return { today: dayOf(this.world.now), choose: (from) => this.choose(from), options };
  }

  private async execute(login: string, asked: Asked, more: Partial<Command> = {}): Promise<Done | Refusal> {
    const by = await this.world.directory.person(login, this.world.now);
    const answer = await this.run({
      id: `town-${this.town}-${++this.commands}`,
      by: by as Person,
      asked,
      ...more,
    });
    if (!isRefusal(answer) && !this.files.includes(answer.file)) {
      this.files.push(answer.file);
      if ('open' in asked && asked.open === 'dwelling') this.isFlat.add(answer.file);
    }
    return answer;
  }

  /** Takes a command; a refusal must have its code, its sentences, and leave nothing. */
  private async run(command: Command): Promise<Done | Refusal> {
    const before = this.written;
    const answer = await this.world.engine.execute(command);
    this.written = await this.world.written();
    const what = `${command.by.login}: ${told(command.asked)}`;
    if (!isRefusal(answer)) {
      this.count('taken');
      this.log.push(`${what} — taken`);
      if (!answer.repeated) this.taken.push({ command, done: answer });
      return answer;
    }
    this.count(answer.code);
    this.log.push(`${what} — ${answer.code}`);
    if (this.written !== before) this.wrong.push(`${what} was refused and left something`);
    if (!CODES.includes(answer.code)) this.wrong.push(`${what} was refused as ${answer.code}`);
    const { sentences } = answer;
    if (sentences.length === 0 || sentences.some(({ sv, en }) => sv.length < 5 || en.length < 5))
      this.wrong.push(`${what} was refused without a sentence in both languages`);
    return answer;
  }

  private count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }
  private ago(ms: number): string {
    return new Date(Date.parse(this.world.now) - ms).toISOString();
  }
  private pick<T>(from: readonly T[], n: number): T {
    return from[n % from.length] as T;
  }
  /** The next of a row of choices that the happening's number stands for. */
  private choose<T>(from: readonly T[]): T {
    this.turn = (Math.imul(this.turn, 1_103_515_245) + 12_345) >>> 0;
    return this.pick(from, Math.floor(this.turn / 65_536));
  }
}
