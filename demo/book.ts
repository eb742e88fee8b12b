/** The book while it is being laid out: its families, its flats' own diary, and the names that are given. */
import { REFERRERS } from './cast.js';
import { Chance } from './chance.js';
import type { Day } from './days.js';
import { Diary, Family, type Act } from './family.js';
import { drawHousehold, type Asked, type Household } from './household.js';
import { DECLINES, LANDLORD_REJECTS, REFUSALS } from './months.js';

/** What a story asks of a family; the rest is chance. */
export interface AskedFamily extends Asked {
  readonly district?: string;
  readonly household?: Partial<Household>;
}

/** One copy of the demo, before it is told. */
export class Book {
  /** What happens to flats without any family. */
  readonly flats = new Diary('flats');
  private readonly families: Family[] = [];
  private readonly refusals = new Map<string, string[]>();
  private agencyFlats = 0;
  private applicants = 0;
  private supportedFlats = 0;

  /** A new family, drawn by chances of its own. */
  family(asked: AskedFamily): Family {
    const name = `r-${this.families.length + 1}`;
    const chance = new Chance(`household ${name}`);
    const household = { ...drawHousehold(chance, asked), ...asked.household };
    const district = asked.district ?? chance.byWeight(REFERRERS, ({ weight }) => weight).code;
    const family = new Family(name, household, district);
    this.families.push(family);
    return family;
  }

  /** Somebody who applies for supported housing; they are counted for themselves. */
  applicant(asked: Asked & { readonly district: string }): Family {
    const name = `s-${(this.applicants += 1)}`;
    const family = new Family(name, drawHousehold(new Chance(`household ${name}`), asked), asked.district);
    this.families.push(family);
    return family;
  }

  /** Chance for what the next applicant is like. */
  applicantsChance(): Chance {
    return new Chance(`applicant s-${this.applicants + 1}`);
  }

  /** A name for a flat that is proposed for supported housing. */
  readonly supportedFlat = (): string => `t-${(this.supportedFlats += 1)}`;

  /** A name for a flat that the agency proposes. */
  readonly agencyFlat = (): string => `b-${(this.agencyFlats += 1)}`;

  /** So many of the reasons why families said no in a year; each is given out once. */
  refusalReasons(year: string, count: number): string[] {
    const deck = this.refusals.get(year) ?? new Chance(`refusals ${year}`).shuffled(listed(REFUSALS));
    this.refusals.set(year, deck);
    return deck.splice(0, count);
  }

  /** Every act in order of recording; what was recorded at the same moment stands as it was laid out. */
  acts(): Act[] {
    const acts = [this.flats, ...this.families.map(({ diary }) => diary)].flatMap((diary) => diary.acts());
    return acts.sort((one, other) =>
      one.recorded < other.recorded ? -1 : one.recorded > other.recorded ? 1 : 0,
    );
  }
}

/** Each key as often as its number says. */
export const listed = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([key, count]) => Array.from({ length: count }, () => key));

/** The flats asked for in a year that came to nothing, as detours of those who asked. */
export function detoursOf(year: string): { how: 'decline' | 'rejectedByLandlord'; reason: string }[] {
  const declined = (DECLINES[year]?.asked ?? []).map((reason) => ({ how: 'decline' as const, reason }));
  const rejected = (LANDLORD_REJECTS[year] ?? []).map((reason) => ({
    how: 'rejectedByLandlord' as const,
    reason,
  }));
  return new Chance(`detours ${year}`).shuffled([...declined, ...rejected]);
}

/** The later of two days. */
export const later = (one: Day, other: Day): Day => (one > other ? one : other);
