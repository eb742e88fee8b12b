import type { EventSpec, Step, Text } from '../../workflows/definition.js';
import { seenBy } from './about.js';
import { mayTake } from './chart.js';
import { weigh, type Weighed } from './chart-guards.js';
import { Deciding } from './deciding.js';
import type { Rules } from './decide.js';
import { stepFor } from './deliver.js';
import type { FileState, Person, Process } from './model.js';
import { permitted } from './permitted.js';
import { restsBecause } from './rests.js';
import { FileDraft, type World } from './step-draft.js';
import { words } from './words.js';

/** What the engine says of one event before it is asked for: yes, yes if, or why not. */
export interface Answered {
  readonly type: string;
  /** Null for an event of the file itself. */
  readonly process: number | null;
  readonly label: Text;
  readonly answer: 'allowed' | 'allowed-if' | 'guard' | 'not-possible-now' | 'not-permitted';
  /** What stands in the way, or what still has to be so. */
  readonly sentences: readonly Text[];
  readonly possibleIn: readonly Text[];
  /** How many persons have to say so: a proposal that waits for the second names who made it. */
  readonly proposedBy?: string;
  readonly spec: EventSpec;
  /** The rules that it is weighed by, as far as it is possible now. */
  readonly weighed?: readonly Weighed[];
}

/** Every event of every process that the person may see, each with its answer. */
export function answersFor(
  world: World,
  file: FileState,
  person: Person,
  now: string,
  rules: Rules,
): Answered[] {
  const account = { by: person, recordedAt: now, district: null, fresh: new Map<string, unknown>() };
  const deciding = new Deciding(rules.registry, world, rules.lookup, account);
  const draft = new FileDraft(file.id, file.kind, file, file.openedAt);
  const ask = { rules, deciding, draft, person, now };
  const kind = rules.registry.kind(file.kind);
  const ofFile = Object.entries(kind.events).map(([type, spec]) => answerFile(ask, type, spec));
  const ofProcesses = file.processes.flatMap((process) => answersOf(ask, process));
  const rests = restsBecause(rules.registry, file);
  return [...ofProcesses, ...ofFile]
    .filter((answered) => answered.spec.by !== 'engine')
    .map((answered) => (rests === null ? answered : resting(answered, rests)));
}

/** In a file in which nothing can be done, what would be possible is not, and why. */
function resting(answered: Answered, because: Text): Answered {
  const { answer } = answered;
  return answer === 'allowed' || answer === 'allowed-if'
    ? { ...answered, answer: 'guard', sentences: [because] }
    : answered;
}

interface Ask {
  readonly rules: Rules;
  readonly deciding: Deciding;
  readonly draft: FileDraft;
  readonly person: Person;
  readonly now: string;
}

function answersOf(ask: Ask, process: Process): Answered[] {
  const chart = ask.rules.registry.pinned(process.workflow, process.version);
  if (chart === undefined) return [];
  const person = ask.person.kind;
  if (
    !seenBy(ask.rules.registry, process).includes(person) &&
    person !== 'administration' &&
    person !== 'system'
  )
    return [];
  return Object.entries(chart.workflow.events).map(([type, spec]) => {
    const proposal = process.proposals.find((p) => p.type === type);
    const base = {
      type,
      process: process.number,
      label: spec.label,
      spec,
      ...(proposal === undefined ? {} : { proposedBy: proposal.by }),
    };
    const step = blank(ask, type, spec, process, chart);
    const answer = mayTake(chart, process.stored, step, false);
    if (answer.kind === 'not-possible-now')
      return { ...base, answer: answer.kind, sentences: [words.notNow], possibleIn: chart.possibleIn(type) };
    const denied = mayAct(ask, spec);
    if (denied !== null)
      return { ...base, answer: 'not-permitted', sentences: denied.sentences, possibleIn: [] };
    const { context } = process.stored;
    const weighed = spec.weighs && { weighed: weigh(chart.workflow, spec.weighs, { context, step }) };
    return { ...base, answer: answer.kind, sentences: answer.sentences, possibleIn: [], ...weighed };
  });
}

function answerFile(ask: Ask, type: string, spec: EventSpec): Answered {
  const base = { type, process: null, label: spec.label, spec, possibleIn: [] };
  const denied = mayAct(ask, spec);
  if (denied !== null) return { ...base, answer: 'not-permitted', sentences: denied.sentences };
  const guards = ask.rules.registry.kind(ask.draft.kind).guards?.[type] ?? [];
  const open = guards.filter((g) => g.needs !== 'state').map((g) => g.says);
  const step = blank(ask, type, spec, null, undefined);
  const failed = guards.filter((g) => g.needs === 'state' && !g.holds({ context: ask.draft.record, step }));
  if (failed.length > 0) return { ...base, answer: 'guard', sentences: failed.map((g) => g.says) };
  return { ...base, answer: open.length > 0 ? 'allowed-if' : 'allowed', sentences: open };
}

const mayAct = ({ rules, person, draft, now }: Ask, spec: EventSpec) =>
  permitted(rules, person, spec, draft, { occurredAt: now, recordedAt: now });

/** The step as it is before the form is filled: no data. Look-ups that hang on data are asked with none. */
function blank(
  ask: Ask,
  type: string,
  spec: EventSpec,
  process: Process | null,
  chart: Parameters<typeof stepFor>[4]['chart'],
): Step {
  const delivery = {
    type,
    data: {},
    cause: { kind: 'person' as const },
    occurredAt: ask.now,
    process: process?.number ?? null,
  };
  const target = { number: process?.number ?? 0, parent: process?.parent ?? null };
  return stepFor(
    ask.deciding,
    ask.draft,
    delivery,
    spec,
    chart === undefined ? target : { ...target, chart },
  );
}
