import type { EntityManager } from 'typeorm';
import { instantOf } from '../domain/zone.js';
import { readData } from '../engine/read-data.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import { fault, type Entry, type Put, type Register, type Terms } from './keeping.js';
import { registers, type RegisterName } from './registers.js';
import { unknownRegister, words } from './words.js';

/** Takes register lines as they come, from a casebook or the API, and lets those who remember the registers know. */
export class RegisterBook {
  /**
   * @param term the keyed hash of what may not be kept as it is.
   * @param changed is called after each writing that changed something.
   */
  constructor(
    private readonly db: EntityManager,
    private readonly term: Terms,
    private readonly changed: () => void = () => undefined,
  ) {}

  /** One line. Refused: a register that is not there, data that its schema does not take, what it says against itself. */
  async put(name: string, data: unknown, entry: Entry): Promise<Put | Refusal> {
    if (!Object.hasOwn(registers, name))
      return refuse('unknown-reference', unknownRegister(Object.keys(registers)));
    const register = registers[name as RegisterName] as Register;
    const read = readData(register.schema, data);
    if ('ok' in read) return read;
    const moments = momentsOf(entry);
    if (moments === null) return fault('at', words.noMoment);
    const answer = await register.put(this.db, read.data, moments, this.term);
    if (answer.ok && answer.changed) this.changed();
    return answer;
  }
}

function momentsOf({ at, recordedAt, ...entry }: Entry): Entry | null {
  try {
    return {
      ...entry,
      at: instantOf(at),
      ...(recordedAt === undefined ? {} : { recordedAt: instantOf(recordedAt) }),
    };
  } catch {
    return null;
  }
}
