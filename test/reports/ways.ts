import { addDays } from '../../src/domain/days.js';
import { accepted, movedIn, refused, type Line } from './book.js';
import { left, noon } from './flats.js';

/** One completed pass of a step, as it was made. */
export interface Pass {
  readonly step: string;
  readonly began: string;
  readonly ended: string;
  readonly held: Readonly<Record<string, number>>;
}

/** What happens to a family, in days between. */
export interface Wish {
  readonly from: string;
  /** Days until SHIS asks for a supplement, and until it comes; null = none. */
  readonly supplement: readonly [number, number] | null;
  readonly screening: number;
  readonly pause: readonly [number, number] | null;
  /** Days to each offer and to its answer; all but the last are refused. */
  readonly offers: readonly (readonly [number, number])[];
  readonly isAccepted: boolean;
  readonly sign: number | null;
  readonly moveIn: number | null;
}

/** A family's way as facts, and what it took, kept while it is made. */
export function way(file: string, wish: Wish): { lines: Line[]; passes: Pass[]; waits: [string, string][] } {
  const maker = new Way(file, wish.from);
  maker.go(wish);
  return { lines: maker.lines, passes: maker.passes, waits: maker.waits };
}

class Way {
  readonly lines: Line[] = [];
  readonly passes: Pass[] = [];
  /** What is still waiting for, since when. */
  waits: [string, string][] = [];
  private day: string;
  private entered: string;
  private readonly all: Record<string, number> = {};
  private offer = 1;

  constructor(
    private readonly file: string,
    from: string,
  ) {
    this.day = from;
    this.entered = from;
  }

  go(wish: Wish): void {
    const submitted = this.day;
    this.tell(accepted(this.file, noon(this.day), ['district', 'submitted']));
    this.leave('draft', 'screening', 'district');
    this.waits = [
      ['screening', submitted],
      ['whole', submitted],
    ];
    const before = { ...this.all };
    if (wish.supplement !== null) {
      this.pass(wish.supplement[0], 'shis');
      this.leave('screening', 'supplementing', 'shis');
      this.pass(wish.supplement[1], 'district');
      this.leave('supplementing', 'screening', 'district');
    }
    this.pass(wish.screening, 'shis');
    this.tell(accepted(this.file, noon(this.day), ['shis', 'referral']));
    this.leave('screening', 'queued', 'shis');
    this.done('screening', submitted, this.since(before));
    this.waits = [
      ['first-offer', this.day],
      ['whole', submitted],
    ];
    this.queue(wish, submitted);
  }

  private queue({ pause, offers, isAccepted, sign, moveIn }: Wish, submitted: string): void {
    const queued = this.day;
    const before = { ...this.all };
    if (pause !== null) {
      this.pass(pause[0], 'shis');
      const paused = this.day;
      this.pass(pause[1], 'paused');
      this.tell(left(this.file, noon(this.day), ['hold.paused', 'hold.going', paused]));
    }
    for (const [at, [toOffer, toAnswer]] of offers.entries()) {
      this.pass(toOffer, 'shis');
      this.leave('queued', 'offered', 'shis');
      if (at === 0) this.done('first-offer', queued, this.since(before));
      const process = (this.offer += 1);
      const made = this.day;
      this.tell(accepted(this.file, noon(this.day), ['shis', 'offered'], { process }));
      this.pass(toAnswer, 'household');
      this.done('answer', made, {});
      this.waits = [['whole', submitted]];
      if (at < offers.length - 1 || !isAccepted) this.refuse(process, made);
      else this.accept(process, made, sign, moveIn, submitted);
    }
  }

  private refuse(process: number, made: string): void {
    this.tell(refused(this.file, noon(this.day), ['household', 'offer', 'area'], { process }));
    this.tell(left(this.file, noon(this.day), ['offered', 'refused', made], { process, waitsFor: 'shis' }));
    this.leave('offered', 'queued', 'shis');
  }

  private accept(
    process: number,
    made: string,
    sign: number | null,
    moveIn: number | null,
    submitted: string,
  ): void {
    const yes = this.day;
    this.tell(accepted(this.file, noon(this.day), ['household', 'offer'], { process }));
    this.tell(left(this.file, noon(this.day), ['offered', 'accepted', made], { process, waitsFor: 'shis' }));
    this.leave('offered', 'accepted', 'shis');
    this.waits = [
      ['signing', yes],
      ['whole', submitted],
    ];
    if (sign === null) return;
    this.pass(sign, 'shis');
    const signed = this.day;
    this.tell(accepted(this.file, noon(this.day), ['household', 'signed'], { process }));
    this.tell(left(this.file, noon(this.day), ['accepted', 'signed', yes], { process, waitsFor: 'shis' }));
    this.leave('accepted', 'placed', 'shis');
    this.done('signing', yes, {});
    this.waits = [
      ['moving-in', signed],
      ['whole', submitted],
    ];
    if (moveIn === null) return;
    this.pass(moveIn, 'lease');
    this.tell(movedIn(this.file, noon(this.day), { process: process + 1 }));
    const [last] = this.lines.splice(-1);
    this.lines.push({ ...(last as Line), form: 'transitional' });
    this.done('moving-in', signed, {});
    this.done('whole', submitted, this.all);
    this.waits = [];
  }

  private pass(days: number, holder: string): void {
    this.day = addDays(this.day, days);
    this.all[holder] = (this.all[holder] ?? 0) + days;
  }

  private since(before: Readonly<Record<string, number>>): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.all).map(([who, days]) => [who, days - (before[who] ?? 0)]),
    );
  }

  private done(step: string, began: string, held: Readonly<Record<string, number>>): void {
    this.passes.push({ step, began, ended: this.day, held: { ...held } });
  }

  private leave(state: string, to: string, waitsFor: string): void {
    this.tell(left(this.file, noon(this.day), [state, to, this.entered], { waitsFor }));
    this.entered = this.day;
  }

  private tell(line: Line): void {
    this.lines.push(line);
  }
}
