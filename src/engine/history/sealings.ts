import type { Text } from '../../../workflows/definition.js';
import type { EventBody } from '../model.js';
import { digestsIn } from '../seal.js';
import { impossible } from './fold.words.js';

/** How far the sealing of an entry has come. */
export interface SealingOf {
  /** Who asked for it, by the event of that number. */
  readonly first: { readonly seq: number; readonly by: string };
  /** The number of the second person's event, with which the content went; null while one is waited for. */
  readonly sealed: number | null;
}

/** The entries of one file whose content two persons have sealed, or one has asked to, from its chain. */
export class Sealings {
  private readonly chain = new Map<number, EventBody>();
  private readonly found = new Map<number, SealingOf>();

  /** The next event of the chain; why it cannot be, when it seals what cannot be sealed. */
  take(body: EventBody): Text | null {
    this.chain.set(body.seq, body);
    if (body.seals === undefined) return null;
    const { seq, by, proposal, proposed } = body;
    const { of, ends } = body.seals;
    const before = this.found.get(of);
    if (of >= seq || this.digests(of).length === 0 || before?.sealed != null) return impossible.nothingToSeal;
    if (ends === true) {
      if (before === undefined || before.first.seq !== proposed) return impossible.nobodyAsked;
      this.found.delete(of);
      return null;
    }
    if (proposal !== undefined) {
      if (before !== undefined || proposed !== undefined) return impossible.twoPersons;
      this.found.set(of, { first: { seq, by }, sealed: null });
      return null;
    }
    if (before === undefined || before.first.seq !== proposed || before.first.by === by)
      return impossible.twoPersons;
    this.found.set(of, { ...before, sealed: seq });
    return null;
  }

  /** An event of the chain as it was written. */
  event(seq: number): EventBody | undefined {
    return this.chain.get(seq);
  }

  /** How far the sealing of an entry has come; undefined when nobody asked for it, or nobody does any longer. */
  of(seq: number): SealingOf | undefined {
    return this.found.get(seq);
  }

  /** The entries whose content is gone. */
  sealed(): number[] {
    return [...this.found].flatMap(([of, { sealed }]) => (sealed === null ? [] : of));
  }

  /** What was sealed with an entry and with the corrections of it, by its digests: none for what no person wrote. */
  digests(seq: number): string[] {
    return [...this.chain.values()]
      .filter((one) => one.seq === seq || one.corrects?.of === `${one.file}:${seq}`)
      .flatMap(({ cause, data }) => (cause.kind === 'person' ? digestsIn(data) : []));
  }
}
