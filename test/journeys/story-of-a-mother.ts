import type { ReferralContext } from '../../workflows/referral/referral.context.js';
import type { Tenancy } from '../../workflows/tenancy/tenancy.context.js';
import type { Actor } from '../support/actor.js';
import { facilityFlat, household } from '../support/cast.js';
import { World, type Running } from '../support/world.js';

const DAY_MS = 86_400_000;

/** Where the story of the mother with three children has come to: her family's file, and the flats that it meets. */
export class Story {
  referral!: Running;
  tenancy!: Running;
  private readonly flats = new Map<string, Running>();

  private constructor(readonly world: World) {}

  /** Four flats of the own stock, each a day younger than the one before. */
  static async begin(): Promise<Story> {
    const story = new Story(await World.open({ at: '2019-09-02T08:00' }));
    for (const [name, rooms] of Object.entries({ small: 2, school: 3, second: 3, third: 4 })) {
      await story.adds(story.shis, name, facilityFlat(name, rooms));
      story.world.setInstant(new Date(Date.parse(story.world.now) + DAY_MS).toISOString());
    }
    return story;
  }

  get family(): string {
    return this.referral.file;
  }
  get farsta(): Actor {
    return this.world.as('farsta.handlaggare');
  }
  get shis(): Actor {
    return this.world.as('shis.handlaggare');
  }
  get agency(): Actor {
    return this.world.as('formedlingen.handlaggare');
  }

  /** The newest process of a workflow in her file. */
  last(workflow: string): Promise<Running> {
    return this.world.last(this.family, workflow);
  }
  waiting(): Promise<ReferralContext> {
    return this.world.context(this.referral);
  }
  stay(): Promise<Tenancy> {
    return this.world.context(this.tenancy);
  }

  flat(name: string): Running {
    return this.flats.get(name) as Running;
  }
  async adds(who: Actor, name: string, data: object): Promise<void> {
    this.flats.set(name, await who.open('dwelling', data));
  }

  /** Another family that Farsta refers and SHIS puts in the queue on the same day. */
  async anotherFamily(): Promise<Running> {
    const other = await this.farsta.open('referral', { household: household({ children: 3 }) });
    await this.farsta.event(other, 'submit');
    await this.shis.event(other, 'approve');
    return other;
  }

  /** The households that a year's report counts in transitional flats, by channel. */
  async placements(year: string): Promise<Record<string, unknown>> {
    const rows = await this.world.report('placements', { year });
    const ours = rows.filter(({ form }) => form === 'transitional');
    return Object.fromEntries(ours.map(({ channel, count }) => [channel, count]));
  }

  /** The flats that count on the goal of a year, to a day. */
  async allocated(year: string, until?: string): Promise<unknown> {
    const rows = await this.world.report('yearly-goal', { year, ...(until === undefined ? {} : { until }) });
    return rows.find(({ form }) => form === 'total')?.['allocated'];
  }
}

/** A follow-up as the district records it, so many children heard. */
export const held = (on: string, children: number): object => ({
  on,
  kind: 'home-visit',
  ownSearch: true,
  children: Array.from({ length: children }, () => ({ heard: true, how: 'Enskilt samtal' })),
});
