import { isDeepStrictEqual } from 'node:util';
import type { Moment } from '../advance.js';
import type { Need, Rules } from '../decide.js';
import type { EventBody, FactRow, FileState } from '../model.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import type { Registry } from '../registry.js';
import { words } from '../words.js';
import type { AskedCorrection } from './asked.js';
import { Cone, type ReadHistories } from './cone.js';
import { correctionEvents, type Change } from './correction-events.js';
import { without, type LiveFact, type VoidedFact } from './counted-anew.js';
import { foldOne, type FileHistory } from './file-history.js';
import { retell, type Retold } from './retell.js';

/** What a correction does to one file. */
export interface CorrectedFile {
  readonly before: FileState;
  readonly after: FileState;
  /** Its event in the chain. */
  readonly event: EventBody;
  /** Events that are known otherwise now, and those that are not known any longer. */
  readonly told: readonly EventBody[];
  readonly untold: readonly EventBody[];
  readonly facts: readonly FactRow[];
  readonly voided: readonly VoidedFact[];
  /** The facts that no longer count, and those that count from now on; one that only stands elsewhere is neither. */
  readonly closed: readonly LiveFact[];
  readonly counted: readonly LiveFact[];
}

/** Everything that a correction would do. Nothing is written yet. */
export interface CorrectionPlan {
  readonly ok: true;
  readonly asked: AskedCorrection;
  readonly files: readonly CorrectedFile[];
  /** Every file that it was computed from, at its version. */
  readonly read: Readonly<Record<string, number>>;
}

/** Thinks a correction through: tells the histories anew that it may change, and compares. */
export async function correctionPlan(
  rules: Rules,
  read: ReadHistories,
  asked: AskedCorrection,
): Promise<CorrectionPlan | Refusal> {
  const cone = new Cone(read);
  const of = `${asked.file.id}:${asked.event.seq}`;
  await cone.from(of);
  const retold = asked.how === 'noted' ? noted(rules.registry, asked) : await toldAnew(rules, cone, asked);
  if (isRefusal(retold)) return retold;
  const changed = [...cone.cuts.keys()].flatMap((file) => changeIn(cone, file, retold, asked) ?? []);
  const own = changed.find(({ file }) => file === asked.file.id);
  if (own === undefined) return refuse('invalid-data', words.nothingChanges);
  const others = changed.filter((one) => one !== own).sort((one, other) => (one.file < other.file ? -1 : 1));
  const versions = [...cone.cuts.keys()].map((file) => [file, cone.histories.get(file)?.version ?? 0]);
  const histories = [own, ...others].map(({ file }) => cone.histories.get(file) as FileHistory);
  const events = correctionEvents(rules.registry, asked, [own, ...others], histories);
  const files = events.map((event, n) => corrected(histories[n] as FileHistory, event));
  return { ok: true, asked, files, read: Object.fromEntries(versions) as Record<string, number> };
}

/** A note changes nothing that happened; if it reclassifies, the event must be possible with the data that count. */
function noted(registry: Registry, { history, event, instead }: AskedCorrection): Retold | Refusal {
  const nothing: Retold = { ok: true, files: new Map(), events: new Map() };
  if (instead === null) return nothing;
  const before = history.entries.find(({ body }) => body.seq === event.seq)?.before ?? null;
  const { fault } = foldOne(registry, before, { ...event, data: instead.data });
  return fault === null ? nothing : refuse('guard', fault.because);
}

async function toldAnew(rules: Rules, cone: Cone, asked: AskedCorrection): Promise<Retold | Refusal> {
  const { event, how, instead, parted, recordedAt, command } = asked;
  const { importedAt } = command;
  const moment: Moment = { recordedAt, ...(importedAt === undefined ? {} : { importedAt }) };
  const of = `${event.file}:${event.seq}`;
  const change = { of, instead: how === 'voided' ? null : instead, moment, fresh: parted.fresh };
  const known = new Map<string, unknown>();
  for (;;) {
    if (cone.isTooWide) return refuse('not-possible-now', words.tooWide);
    const answer = retell(rules, cone, change, known);
    if ('need' in answer) await readFor(answer, rules, cone, known);
    else if (isRefusal(answer)) return answer;
    else if (answer.ok === 'standing') {
      const { file, seq } = answer.event;
      const sentences = [words.standsInTheWay, ...answer.refusal.sentences];
      return refuse('stands-in-the-way', sentences, { standing: { file, seq } });
    } else return opensOrEmpties(cone, answer) ? refuse('not-possible-now', words.opensAnother) : answer;
  }
}

async function readFor(
  { need, at }: { readonly need: Need; readonly at: string },
  { lookup }: Rules,
  cone: Cone,
  known: Map<string, unknown>,
): Promise<void> {
  if ('file' in need) await cone.reach(need.file, at);
  else known.set(need.key, await lookup.read(need.lookup));
}

/** A file that was not there before, or would not be there after. */
const opensOrEmpties = (cone: Cone, { files, events }: Retold): boolean =>
  [...files].some(([file, state]) =>
    cone.histories.get(file) === null ? (events.get(file) ?? []).length > 0 : state === null,
  );

/** How a file's history differs; null when it does not. */
function changeIn(
  cone: Cone,
  file: string,
  retold: Retold,
  { how, file: own }: AskedCorrection,
): Change | null {
  const history = cone.histories.get(file);
  if (history == null) return null;
  const before = history.entries.map(({ body }) => body);
  if (how === 'noted') return file === own.id ? { file, keeps: before.length, then: [] } : null;
  const cut = cone.cuts.get(file) ?? before.length;
  const after = retold.events.get(file) ?? [];
  let same = 0;
  while (same < after.length && isDeepStrictEqual(before[cut + same], after[same])) same++;
  if (same === after.length && cut + same === before.length) return null;
  const known = new Map(before.map((body) => [body.seq, body]));
  const then = after
    .slice(same)
    .map((body) => (isDeepStrictEqual(known.get(body.seq), body) ? body.seq : body));
  return { file, keeps: cut + same, then };
}

/** What the event makes of its file: the same that verification will find. */
function corrected(history: FileHistory, event: EventBody): CorrectedFile {
  const before = history.state as FileState;
  const known = history.entries.map(({ body }) => body);
  const live = history.live;
  const { fault, facts, voided, retold } = history.take(event);
  if (fault !== null) throw new Error(`a correction of ${event.file} cannot be folded: ${fault.because.en}`);
  const told = retold.map(({ body }) => body).filter((body) => !known.includes(body));
  const left = new Set(history.entries.map(({ body }) => body));
  const untold = known.filter((body) => !left.has(body));
  const [closed, counted] = [without(live, history.live), without(history.live, live)];
  return { before, after: history.state as FileState, event, told, untold, facts, voided, closed, counted };
}
