/** A family of the demo: its household, whose it is on each day, its processes by name, and its diary. */
import { HALVES, MERGED, MERGER, SHIS, handlerOf, managerOf } from './cast.js';
import { Chance } from './chance.js';
import { moment, workdays, type Day } from './days.js';
import { roomsFor, type Household } from './household.js';
import type { Flat, Seeker, Stock } from './stock.js';

/** A line of the book without its moment: a step in the file, or in one of its processes. */
export interface Told {
  readonly by: string;
  readonly process?: string;
  readonly file?: string;
  /** A name for the line, where a later one is about it. */
  readonly id?: string;
  readonly open?: string;
  readonly event?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The search results name the flats of every copy of the demo, not of this one only. */
  readonly everyCopy?: true;
}

/** Tells what happens at a moment. Run once, in order of recording; may change the stock and the family. */
export type Tell = (stock: Stock) => Told | readonly Told[];

/** Lines that stand together at one place of the book. */
export interface Act {
  readonly at: string;
  readonly recorded: string;
  readonly tell: Tell;
}

interface Entry {
  readonly day: Day;
  readonly tell: Tell;
  readonly recordedOn: Day | 'when-found';
}

/** In this month much lay on desks until people were back from their holidays. */
const LATE_MONTH = '2021-07';
const BACK_AT_WORK: Day = '2021-08-02';

/** What is told of one file, day by day. */
export class Diary {
  private readonly entries: Entry[] = [];

  constructor(private readonly name: string) {}

  /** @param recordedOn when it was registered later than it happened; `when-found`: perhaps weeks later, in the late month. */
  on(day: Day, tell: Tell, recordedOn: Entry['recordedOn'] = day): void {
    this.entries.push({ day, tell, recordedOn });
  }

  /** Everything as acts, by day; entries of one day keep their order. Nothing is recorded before what happened before it. */
  acts(): Act[] {
    const chance = new Chance(`times ${this.name}`);
    const found = chance.holds(0.5) ? workdays(BACK_AT_WORK, chance.int(0, 12)) : null;
    const sorted = [...this.entries].sort((one, other) => compare(one.day, other.day));
    let last: Day = '';
    let minute = 0;
    return sorted.map(({ day, recordedOn, tell }) => {
      const late = day.startsWith(LATE_MONTH) ? (found ?? day) : day;
      const own = recordedOn === 'when-found' ? late : recordedOn;
      const recorded = own > last ? own : last;
      minute = recorded === last ? minute + chance.int(4, 12) : chance.int(8 * 60 + 5, 14 * 60);
      last = recorded;
      return { at: moment(day, minute), recorded: moment(recorded, minute), tell };
    });
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A district that answers for the family from a day on. */
interface Station {
  readonly from: Day;
  readonly district: string;
}

export class Family {
  readonly diary: Diary;
  /** The flat offered, signed for or lived in. */
  flat: Flat | null = null;
  /** The flat that the family lives in while it is offered another. */
  leaving: Flat | null = null;
  /** The referral that the story is about now. */
  referral: string;
  /** What the referral asks for beside rooms. */
  lift = false;
  schoolIn: string | null = null;
  readonly rooms: number;
  private readonly processes = new Map<string, number>();
  private readonly number: number;
  private readonly half: string;
  private readonly stations: Station[];

  /**
   * @param name the name of its first referral, and so of its file.
   * @param district the one that answers for it, in the division after the merger.
   */
  constructor(
    readonly name: string,
    readonly household: Household,
    district: string,
  ) {
    this.stations = [{ from: '', district }];
    this.diary = new Diary(name);
    this.referral = name;
    this.rooms = roomsFor(household);
    const chance = new Chance(`family ${name}`);
    this.number = chance.int(0, 99);
    this.half = chance.holds(0.7) ? HALVES[0] : HALVES[1];
  }

  /** Chance of its own for one side of the family's story. */
  chance(subject: string): Chance {
    return new Chance(`${subject} ${this.name}`);
  }

  /** From a day on another district answers for the family. */
  movesTo(district: string, from: Day): void {
    this.stations.push({ from, district });
  }

  /** Until a day another district answered for the family. */
  cameFrom(district: string, until: Day): void {
    this.stations[0] = { ...(this.stations[0] as Station), from: until };
    this.stations.unshift({ from: '', district });
  }

  /** The district on a day, in the division of that day. */
  district(day: Day): string {
    const { district } = this.stations.findLast(({ from }) => from <= day) as Station;
    return district === MERGED && day < MERGER ? this.half : district;
  }

  /** What a search for a flat goes by. */
  seeks(day: Day): Seeker {
    const { name, rooms, lift, schoolIn } = this;
    return { name, rooms, lift, schoolIn, ties: [this.district(day)] };
  }

  handler(day: Day): string {
    return handlerOf(this.district(day), this.number);
  }

  manager(day: Day): string {
    return managerOf(this.district(day));
  }

  /** The administrator at SHIS who looks after the family. */
  get shis(): string {
    return SHIS[this.number % SHIS.length] as string;
  }

  /** Counts one more process of a workflow in the file, and tells its path. */
  started(workflow: string): string {
    this.processes.set(workflow, (this.processes.get(workflow) ?? 0) + 1);
    return this.path(workflow);
  }

  /** The path of the newest process of a workflow. Throws when none was started: the story is out of order. */
  path(workflow: string): string {
    const count = this.processes.get(workflow);
    if (count === undefined) throw new Error(`${this.name} has no ${workflow}`);
    return `${this.name}/${workflow}${count === 1 ? '' : `#${count}`}`;
  }

  /** The flat that the story is about now. Throws when there is none: the story is out of order. */
  get home(): Flat {
    if (this.flat === null) throw new Error(`${this.name} has no flat`);
    return this.flat;
  }
}
