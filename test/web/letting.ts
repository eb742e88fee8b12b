import { Sweep } from '../../src/engine/sweep.js';
import { dayOf } from '../../src/domain/zone.js';
import { Actor, type Running } from '../support/actor.js';
import { facilityFlat, household } from '../support/cast.js';
import { refOf } from '../support/world.js';
import type { WebWorld } from './web-world.js';

/** Families and flats of a served world, on the demo's own day: each method is one thing that people do with them. */
export class Letting {
  readonly shis: Actor;
  readonly farsta: Actor;

  constructor(private readonly world: WebWorld) {
    this.shis = this.as('shis.handlaggare');
    this.farsta = this.as('farsta.handlaggare');
  }

  as(login: string): Actor {
    const { engine, directory, clock } = this.world.runtime;
    const file = async (id: string) => {
      const found = (await engine.files.read([id], true)).get(id);
      if (found == null) throw new Error(`there is no file ${id}`);
      return found;
    };
    const stage = {
      ...{ engine, directory, file, written: () => Promise.resolve('') },
      get now() {
        return clock.now();
      },
    };
    return new Actor(stage, login);
  }

  /** Lets it become a day: the server has swept by then. */
  async on(day: string): Promise<void> {
    const { runtime } = this.world;
    await runtime.demo?.moveTo(day);
    await new Sweep(runtime.engine, (until) => runtime.directory.mergersDue(dayOf(until))).run();
  }

  flat(data: object): Promise<Running> {
    return this.shis.open('dwelling', data);
  }

  /** A family that stands in the queue; `asks`: what its district asks for. */
  async queued(more: Parameters<typeof household>[0] = {}, asks: object = {}): Promise<Running> {
    const referral = await this.farsta.open('referral', { household: household(more), ...asks });
    await this.farsta.event(referral, 'submit', { ground: 'consent' });
    await this.shis.event(referral, 'approve');
    return referral;
  }

  /**
   * Offers a flat to a family in the queue, whoever else waits: families of one day stand in the queue by their files'
   * numbers, which are drawn. `by`: who at SHIS, when not everyone there may.
   */
  async offered(referral: Running, flat: Running, by = this.shis): Promise<Running> {
    await by.event(referral, 'makeOffer', { dwelling: refOf(flat), instead: 'neighbours' });
    return this.last(referral.file, 'offer');
  }

  /** Lets a flat to a family in the queue from today on; gives the stay. */
  async let(referral: Running, flat: Running, leaseEnd: string, by = this.shis): Promise<Running> {
    const offer = await this.offered(referral, flat, by);
    await this.farsta.event(offer, 'accept');
    const today = dayOf(this.world.runtime.clock.now());
    await by.event(offer, 'sign', { signedOn: today, leaseStart: today, leaseEnd });
    const stay = await this.last(referral.file, 'tenancy');
    await by.event(stay, 'recordMoveIn', { on: today });
    return stay;
  }

  /** A flat of its own, let from today on to a new family; gives the stay. */
  async housed(
    number: string,
    leaseEnd: string,
    more: Parameters<typeof household>[0] = {},
  ): Promise<Running> {
    return this.let(await this.queued(more), await this.flat(facilityFlat(number, 4)), leaseEnd);
  }

  /** The number of the newest process of a workflow in a file. */
  async numberOf(file: string, workflow: string): Promise<number> {
    return (await this.last(file, workflow)).process;
  }

  private async last(file: string, workflow: string): Promise<Running> {
    const read = (await this.world.runtime.engine.files.read([file], true)).get(file);
    const found = read?.processes.findLast((one) => one.workflow === workflow);
    if (found === undefined) throw new Error(`${file} has no ${workflow}`);
    return { file, process: found.number };
  }
}
