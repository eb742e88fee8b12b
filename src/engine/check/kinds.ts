import type { EventSpec, FileKind, Workflow } from '../../../workflows/definition.js';
import { event } from './events.js';
import type { Found, Rule } from './fault.js';
import { guardIsWhole, needsAreThere } from './guards.js';
import { reasonsAreListed } from './rows.js';
import { schemaIsSound, type Place } from './schemas.js';
import { sentence } from './texts.js';

/** A kind of file among the workflows there are. */
export interface KindChecked {
  readonly kind: FileKind;
  readonly workflows: readonly Workflow[];
}

/** Every rule that a kind of file has to keep. */
export const kindRules: readonly Rule<KindChecked>[] = [
  kindIsWhole,
  recordIsSound,
  fileEventsAreWhole,
  everyEventIsApplied,
  guardsAreOfEvents,
  reasonsOfKind,
  tellingIsTaken,
];

function* kindIsWhole({ kind }: KindChecked): Generator<Found> {
  yield* sentence('index', 'the label of the kind', kind.label);
  for (const name of ['responsible', 'assignee'] as const)
    if (typeof kind[name] !== 'function') yield ['index', `\`${name}\` is no function.`];
}

function* recordIsSound({ kind, workflows }: KindChecked): Generator<Found> {
  yield* schemaIsSound({ ...place(kind, workflows), part: 'data', what: 'the record' }, kind.record);
}

function* fileEventsAreWhole({ kind, workflows }: KindChecked): Generator<Found> {
  for (const [name, spec] of Object.entries(kind.events)) {
    yield* event(`\`${name}\``, spec);
    yield* schemaIsSound({ ...place(kind, workflows), what: `\`${name}\`` }, spec.schema);
  }
}

function* everyEventIsApplied({ kind: { events, apply } }: KindChecked): Generator<Found> {
  if (Object.hasOwn(events, 'open'))
    yield ['events', '`open` is the opening of the file; give the event another name.'];
  for (const name of ['open', ...Object.keys(events)])
    if (typeof (Object.hasOwn(apply, name) ? apply[name] : undefined) !== 'function')
      yield ['updates', `\`${name}\` does not say what it makes of the record.`];
  for (const name of Object.keys(apply))
    if (name !== 'open' && !Object.hasOwn(events, name))
      yield ['updates', `\`${name}\` is applied, and is no event.`];
}

function* guardsAreOfEvents({ kind: { events, guards = {} } }: KindChecked): Generator<Found> {
  for (const [name, list] of Object.entries(guards)) {
    if (!Object.hasOwn(events, name)) yield ['guards', `\`${name}\` is guarded, and is no event.`];
    for (const [i, guard] of list.entries()) {
      const what = `guard ${i + 1} of \`${name}\``;
      yield* guardIsWhole(what, guard);
      if (Object.hasOwn(events, name) && guard.needs !== 'state')
        yield* needsAreThere(what, guard.needs, name, events[name] as EventSpec);
    }
  }
}

function* reasonsOfKind({ kind }: KindChecked): Generator<Found> {
  yield* reasonsAreListed(kind);
}

/** What every process is told after an event of the file is the engine's own, and takes the name of each event. */
function* tellingIsTaken({ kind, workflows }: KindChecked): Generator<Found> {
  const { tells } = kind;
  if (tells === undefined) return;
  if (Object.hasOwn(kind.events, tells))
    yield ['index', `it tells \`${tells}\`, which is an event of the file itself.`];
  for (const workflow of workflows.filter(
    (one) => one.file === kind.name && Object.hasOwn(one.events, tells),
  )) {
    const spec = workflow.events[tells] as EventSpec;
    if (spec.by !== 'engine')
      yield ['index', `\`${tells}\` of \`${workflow.name}\` has to be by \`engine\`; the file tells it.`];
    for (const name of Object.keys(kind.events))
      if (!spec.schema.safeParse({ event: name }).success)
        yield [
          'index',
          `\`${tells}\` of \`${workflow.name}\` does not take \`{ event: '${name}' }\`, which the file tells.`,
        ];
  }
}

function place(kind: FileKind, workflows: readonly Workflow[]): Place {
  const names = new Set(workflows.map(({ name }) => name));
  return { part: 'events', what: '', reasons: kind.reasons ?? {}, workflows: names };
}
