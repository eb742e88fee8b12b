import { districtOf, reach, advance, type Moment } from '../advance.js';
import { answering, type Need, type Rules } from '../decide.js';
import { Deciding, ENGINE, type Account } from '../deciding.js';
import type { Due } from '../deadlines.js';
import type { EventBody, FactRow, FileState } from '../model.js';
import { nextState } from '../next-state.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { restsBecause } from '../rests.js';
import { runStep } from '../run-step.js';
import { poisonKey, type FileDraft } from '../step-draft.js';
import { words } from '../words.js';
import type { Cone, PastStep } from './cone.js';
import { accountOf, deliveryOf, isOpening } from './file-fold.js';
import { misfit } from './fold-rules.js';
import { Past } from './past.js';

/** What is to be told otherwise. */
export interface Change {
  /** Id of the event that began the step. */
  readonly of: string;
  /** The event in its place; null: it never happened. */
  readonly instead: EventBody | null;
  /** When the correction is made. */
  readonly moment: Moment;
  /** Plain values by digest that the change itself has sealed. */
  readonly fresh: ReadonlyMap<string, unknown>;
}

/** Every file of the cone as it is now known, with its events from the cut on and what they told. */
export interface Retold {
  readonly ok: true;
  readonly files: ReadonlyMap<string, FileState | null>;
  readonly events: ReadonlyMap<string, readonly EventBody[]>;
}

/** A later step that cannot be taken in the other history. */
export interface Standing {
  readonly ok: 'standing';
  readonly event: EventBody;
  readonly refusal: Refusal;
}

/** More deadlines at once than this run in a circle. */
const MOST_DUE = 5_000;

/**
 * Tells the history of a cone anew: people's steps as they were taken, but for the one that is changed; deadlines as they
 * then fall due. Pure; or what has to be read first, and the moment at which it is needed.
 */
export function retell(
  rules: Rules,
  cone: Cone,
  change: Change,
  known: ReadonlyMap<string, unknown>,
): Retold | Standing | Refusal | { readonly need: Need; readonly at: string } {
  const telling = new Retell(rules, cone, change, known);
  const answer = answering(() => telling.run());
  return 'need' in answer ? { ...answer, at: telling.at } : answer;
}

class Retell {
  private readonly files = new Map<string, FileState | null>();
  private readonly events = new Map<string, EventBody[]>();
  private readonly past: Past;
  private readonly steps: readonly PastStep[];
  private readonly waiting: Set<PastStep>;
  private stuck = new Set<string>();
  /** How far it has come. */
  at = '';

  constructor(
    private readonly rules: Rules,
    private readonly cone: Cone,
    private readonly change: Change,
    private readonly known: ReadonlyMap<string, unknown>,
  ) {
    this.steps = cone.steps();
    this.waiting = new Set(this.steps);
    this.past = new Past(cone, this.steps);
    for (const [file, history] of cone.histories) {
      const cut = cone.cuts.get(file);
      if (history === null) this.files.set(file, null);
      else if (cut !== undefined)
        this.files.set(file, history.entries[cut]?.before ?? standing(history, cut));
    }
  }

  run(): Retold | Standing | Refusal {
    for (const step of this.steps) {
      this.fall(step.origin.recordedAt);
      this.waiting.delete(step);
      this.at = step.origin.recordedAt;
      const no = step.origin.cause.kind === 'deadline' ? this.passed(step) : this.person(step);
      if (no !== null) return no;
      this.past.pass(step);
    }
    this.fall(this.change.moment.recordedAt);
    return { ok: true, files: this.files, events: this.events };
  }

  /** A person's step: as it was taken, or what is to be told instead of it. */
  private person(step: PastStep): Standing | Refusal | null {
    const isChanged = step.origin.step === this.change.of;
    if (isChanged) this.past.change(step);
    const body = isChanged ? this.change.instead : step.origin;
    if (body === null) return null;
    const no = this.take(body, momentOf(body));
    if (no === null || isChanged) return no;
    return { ok: 'standing', event: step.origin, refusal: no };
  }

  private take(body: EventBody, moment: Moment): Refusal | null {
    const deciding = this.deciding(accountOf(body));
    const opens = body.opens !== undefined || isOpening(this.files.get(body.file) ?? null, body);
    const draft = body.opens === undefined ? deciding.file(body.file) : null;
    if (draft === null && body.opens === undefined) return refuse('not-found', words.notFound);
    if (draft !== null) {
      reach(deciding, draft, moment);
      deciding.account = { ...deciding.account, district: districtOf(this.rules.registry, draft) };
    }
    const { registry } = this.rules;
    const rests = draft && restsBecause(registry, draft);
    const unfit = rests ?? misfit(registry, draft && nextState(draft), body);
    if (unfit !== null) return refuse('guard', unfit, { at: body.file, event: body.type });
    const done = runStep(deciding, deliveryOf(body, opens), (other) => reach(deciding, other, moment));
    if (isRefusal(done)) return done;
    for (const touched of [...deciding.drafts.values()])
      advance(deciding, touched, moment.recordedAt, moment);
    this.keep(deciding);
    return null;
  }

  /** The turn of a deadline's step: whatever is due in its file by then is delivered; it itself, if it still is. */
  private passed({ origin }: PastStep): null {
    const moment = momentOf(origin);
    const deciding = this.deciding({ ...accountOf(origin), by: ENGINE });
    const draft = deciding.file(origin.file);
    if (draft === null) return null;
    reach(deciding, draft, moment);
    for (const touched of [...deciding.drafts.values()])
      advance(deciding, touched, moment.recordedAt, moment);
    this.keep(deciding);
    return null;
  }

  /** Deadlines that have not fallen before, each on its day; those whose turn is yet to come wait for it. */
  private fall(until: string): void {
    this.stuck = new Set();
    for (let count = 0; ; count++) {
      const next = this.nextDue(until);
      if (next === null) return;
      if (count > MOST_DUE) throw new Error(`the deadlines of ${next.file} do not come to an end`);
      const { importedAt } = this.change.moment;
      this.at = next.due.at;
      const moment = { recordedAt: next.due.at, ...(importedAt === undefined ? {} : { importedAt }) };
      const account = { by: ENGINE, ...moment, district: null, fresh: this.change.fresh };
      const deciding = this.deciding(account);
      const draft = deciding.file(next.file) as FileDraft;
      reach(deciding, draft, moment);
      for (const { key } of draft.poisoned) this.stuck.add(`${draft.id} ${key}`);
      this.keep(deciding);
    }
  }

  private nextDue(until: string): { file: string; due: Due } | null {
    let next: { file: string; due: Due } | null = null;
    for (const [file, state] of this.files)
      for (const due of state?.deadlines ?? []) {
        if (!due.moves || due.at > until || this.stuck.has(`${file} ${poisonKey(due)}`)) continue;
        const step = this.past.stepOfDue(file, due.process, due.key, due.at);
        if (step !== undefined && this.waiting.has(step)) continue;
        if (next === null || due.at < next.due.at) next = { file, due };
      }
    return next;
  }

  private deciding(account: Account): Deciding {
    const { registry, lookup } = this.rules;
    const world = { files: this.files, known: this.known };
    return new Deciding(registry, world, lookup, { ...account, fresh: this.change.fresh }, this.past);
  }

  private keep({ drafts }: Deciding): void {
    for (const draft of drafts.values()) {
      if (draft.events.length === 0) continue;
      this.files.set(draft.id, nextState(draft));
      this.events.set(draft.id, [...(this.events.get(draft.id) ?? []), ...draft.events]);
      const facts: FactRow[] = this.past.facts.get(draft.id) ?? [];
      facts.push(...draft.facts);
      this.past.facts.set(draft.id, facts);
    }
  }
}

function standing({ entries, state }: { entries: readonly unknown[]; state: FileState | null }, cut: number) {
  return cut === entries.length ? state : null;
}

function momentOf({ recordedAt, importedAt }: EventBody): Moment {
  return { recordedAt, ...(importedAt === undefined ? {} : { importedAt }) };
}
