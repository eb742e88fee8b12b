import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { dayOf, instantOf } from '../domain/zone.js';
import { readData } from '../engine/read-data.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import { fault, type Entry, type Put, type Register, type Terms } from './keeping.js';
import type { policy } from './schemas.js';
import { registers, type RegisterName } from './registers.js';
import { unknownRegister, words } from './words.js';

/** Takes register lines as they come, from a casebook or the API, and lets those who remember the registers know. */
export class RegisterBook {
  /**
   * @param term the keyed hash of what may not be kept as it is.
   * @param changed is called after each writing that changed something, and waited for.
   * @param units the unit of a policy value; null for a bare number, undefined when there is no such value.
   */
  constructor(
    private readonly db: EntityManager,
    private readonly term: Terms,
    private readonly changed: () => void | Promise<void> = () => undefined,
    private readonly units: (workflow: string, name: string) => string | null | undefined = () => undefined,
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
    const unfit = name === 'policy' ? this.unfit(read.data as z.infer<typeof policy>, moments) : null;
    if (unfit !== null) return unfit;
    const answer = await register.put(this.db, read.data, moments, this.term);
    if (answer.ok && answer.changed) await this.changed();
    return answer;
  }

  /** Lines that belong together: all of them, or at the first that is refused none. */
  async putAll(name: string, lines: readonly object[], entry: Entry): Promise<Refusal | null> {
    let refused: Refusal | null = null;
    await this.db
      .transaction(async (inside) => {
        const book = new RegisterBook(inside, this.term, undefined, this.units);
        for (const line of lines) {
          const answer = await book.put(name, line, entry);
          if (answer.ok) continue;
          refused = answer;
          throw new Undone();
        }
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    if (refused === null) await this.changed();
    return refused;
  }

  /** A policy value must be one of its workflow's, told in its unit, and never hold on a day that has begun. */
  private unfit({ workflow, name, unit, from }: z.infer<typeof policy>, entry: Entry): Refusal | null {
    const written = [entry.at, entry.recordedAt ?? entry.at].map((moment) => dayOf(moment));
    if (written.some((day) => from <= day)) return fault('from', words.policyBackwards);
    const own = this.units(workflow, name);
    if (own === undefined) return fault('name', words.noSuchPolicy);
    return own === (unit ?? null) ? null : fault('unit', words.otherUnit);
  }
}

/** Undoes what was written before a line that is refused. */
class Undone extends Error {}

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
