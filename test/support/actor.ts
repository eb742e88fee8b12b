import { randomUUID } from 'node:crypto';
import type { Asked, Command, Done } from '../../src/engine/command.js';
import type { Answered } from '../../src/engine/answers.js';
import type { Plan } from '../../src/engine/decide.js';
import type { Engine } from '../../src/engine/engine.js';
import type { FileState, Person } from '../../src/engine/model.js';
import { isRefusal, type Refusal } from '../../src/engine/refusals.js';

/** One running process: its file and its number there. */
export interface Running {
  readonly file: string;
  readonly process: number;
}

/** What a command is about: a process, or (its id) a file. */
export type Subject = Running | string;

/** What a command may say beside its event: when it happened (Stockholm time is for the caller to convert), its key. */
export type More = Partial<Pick<Command, 'id' | 'occurredAt' | 'expectedVersion'>>;

/** A refusal as read aloud: its code, its sentences in English, and the process whose answer it is. */
export interface No {
  readonly code: Refusal['code'];
  readonly says: readonly string[];
  readonly refusal: Refusal;
}

/** What an actor needs of the world. */
export interface Stage {
  readonly engine: Engine;
  readonly directory: { person(login: string, at: string): Promise<Person | null> };
  readonly now: string;
  file(id: string): Promise<FileState>;
  written(): Promise<string>;
}

/** A colleague at work: each method is one thing that a person does with the system. */
export class Actor {
  constructor(
    private readonly world: Stage,
    readonly login: string,
  ) {}

  /** Who the registers say that this is, now. */
  async person(): Promise<Person> {
    const person = await this.world.directory.person(this.login, this.world.now);
    if (person === null) throw new Error(`nobody is called ${this.login}`);
    return person;
  }

  /** Opens a process, in a new file or in one that is there. */
  async open(workflow: string, data: object, file?: string): Promise<Running> {
    const asked = { open: workflow, data, ...(file === undefined ? {} : { file }) };
    const done = await this.done(asked, {});
    return { file: done.file, process: done.process as number };
  }

  /** Takes a step that must be taken; throws with the sentences otherwise. */
  event(subject: Subject, type: string, data: object = {}, more: More = {}): Promise<Done> {
    return this.done(askedOf(subject, type, data), more);
  }

  /** Takes a step that must be refused: in both languages, and with nothing written. */
  async refused(subject: Subject, type: string, data: object = {}, more: More = {}): Promise<No> {
    const before = await this.world.written();
    const answer = await this.execute(askedOf(subject, type, data), more);
    if (!isRefusal(answer)) throw new Error(`${type} was done`);
    if ((await this.world.written()) !== before) throw new Error(`${type} was refused and left something`);
    return { code: answer.code, says: answer.sentences.map(({ en }) => en), refusal: answer };
  }

  /** What the engine says of a step before its form is filled. */
  async asks(subject: Subject, type: string): Promise<Answered> {
    const file = await this.world.file(typeof subject === 'string' ? subject : subject.file);
    const process = typeof subject === 'string' ? null : subject.process;
    const answers = await this.world.engine.thinking.answers(file, await this.person(), this.world.now);
    const found = answers.find((one) => one.type === type && one.process === process);
    if (found === undefined) throw new Error(`${this.login} is told nothing of ${type}`);
    return found;
  }

  /** What a step would do, other files included: `<workflow> <event>`, in order. */
  async foresees(subject: Subject, type: string, data: object = {}): Promise<string[]> {
    const asked = askedOf(subject, type, data);
    const plan = await this.world.engine.preview({ id: randomUUID(), by: await this.person(), asked });
    if (isRefusal(plan)) throw new Error(told(type, plan));
    return (plan satisfies Plan).files.flatMap((file) =>
      file.events.map((event) => `${event.workflow ?? file.kind} ${event.type}`),
    );
  }

  /** Takes a step; the answer as it is. */
  async execute(asked: Asked, more: More = {}): Promise<Done | Refusal> {
    const command = { id: more.id ?? randomUUID(), by: await this.person(), asked, ...more };
    return this.world.engine.execute(command);
  }

  private async done(asked: Asked, more: More): Promise<Done> {
    const answer = await this.execute(asked, more);
    if (isRefusal(answer)) throw new Error(told('open' in asked ? asked.open : asked.event, answer));
    return answer;
  }
}

function askedOf(subject: Subject, event: string, data: object): Asked {
  return typeof subject === 'string' ? { event, file: subject, data } : { event, ...subject, data };
}

function told(what: string, { code, at, sentences, fields = [] }: Refusal): string {
  const faults = fields.map(({ path, message }) => `${path}: ${message.en}`);
  const words = [...sentences.map(({ en }) => en), ...faults].join(' ');
  return `${what} was refused${at === undefined ? '' : ` at ${at}`} (${code}): ${words}`;
}
