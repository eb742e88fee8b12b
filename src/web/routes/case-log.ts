import type { HouseholdRecord } from '../../../workflows/files/household.js';
import { specOf } from '../../engine/history/spec-of.js';
import { attachmentsIn } from '../../files/attachments.js';
import { facilityNames, flatsCalled } from '../../files/called.js';
import { wayOf, type CaseWay } from '../../files/case-way.js';
import type { TrailEvent } from '../../files/event-shapes.js';
import { reading, type Opened } from '../../files/file-view.js';
import { copyField, copyIn, type SentForm } from '../../files/form-copy.js';
import { dataInWords, type Said, type Vocabulary } from '../../files/in-words.js';
import { workflowLabel } from '../../files/process-view.js';
import { refusalsIn } from '../../files/refusals-said.js';
import { eventsOf, type Stretch } from '../../files/trail.js';
import { nameIn } from '../around.js';
import type { Asked } from '../page.js';
import type { LoggedEvent } from '../pages/file/case.js';
import { fileWords } from '../pages/file/file.words.js';
import { correctionsTold, type OfCorrections } from './log-corrections.js';

type Reading = Pick<Asked, 'runtime' | 'language' | 'session'>;

/** A stretch of a case's log, each event with who did it, what it said and what it moved. */
export async function loggedEvents(
  asked: Reading,
  opened: Opened,
  stretch: Stretch,
  way: CaseWay,
): Promise<{ readonly events: LoggedEvent[]; readonly last: number | null }> {
  const { runtime, language } = asked;
  const { events, last } = await eventsOf(runtime, opened, stretch, language);
  const words = await vocabularyFor(asked, opened, events);
  return { events: await logged({ runtime, language }, opened, events, { words, way }), last };
}

/** What others did to a case since a version of it, as its log shows it. */
export async function loggedSince(asked: Reading, opened: Opened, version: string): Promise<LoggedEvent[]> {
  const way = await wayOf(asked.runtime, opened, asked.language);
  return (await loggedEvents(asked, opened, { after: Number(version), limit: 20 }, way)).events;
}

/** One event as the log shows it, told as a correction has left it. */
export async function loggedAs(asked: Reading, opened: Opened, event: TrailEvent): Promise<LoggedEvent> {
  const words = await vocabularyFor(asked, opened, [event]);
  const way = { visits: new Map(), moves: new Map() };
  const [one] = await logged(asked, opened, [event], { words, way });
  return one as LoggedEvent;
}

async function logged(
  { runtime, language }: Pick<Reading, 'runtime' | 'language'>,
  opened: Opened,
  events: readonly TrailEvent[],
  { words, way }: { readonly words: Vocabulary; readonly way: CaseWay },
): Promise<LoggedEvent[]> {
  const said = (event: TrailEvent) => saidIn(runtime, opened, event, words);
  const corrections = await correctionsTold({ runtime, language }, opened, events, said);
  const refusals = await borneOut(runtime, opened, language);
  return events.map((one) => {
    const of = { ...corrections(one), refusal: refusals.get(one.seq) ?? null };
    return loggedEvent(runtime, opened, one, { words, way, of });
  });
}

/** Each no of a case by the number of its event, with the papers that bear it out. */
async function borneOut(
  runtime: Asked['runtime'],
  opened: Opened,
  language: Asked['language'],
): Promise<ReadonlyMap<number, NonNullable<LoggedEvent['refusal']>>> {
  const said = await refusalsIn(runtime, opened, language);
  const attached = said.length === 0 ? [] : await attachmentsIn(runtime, opened, language);
  const papers = (seq: number) => attached.filter(({ about }) => about?.event === seq);
  return new Map(said.map(({ seq, process }) => [seq, { process, papers: papers(seq) }]));
}

/** What the data of some events of a case are said with. */
async function vocabularyFor(
  { runtime, language }: Reading,
  opened: Opened,
  events: readonly TrailEvent[],
): Promise<Vocabulary> {
  const registers = await runtime.directory.snapshot();
  const flats = await flatsCalled(runtime, opened.person, refsIn(events));
  const persons = await personsIn(runtime, opened);
  const called = (ref: string) => calledBy(flats)(ref) ?? processCalled(runtime, opened, ref, language);
  return { registers, language, persons, called, ...(await houses(runtime)) };
}

/** What a process of the case itself is called, for those who may see it. */
function processCalled(
  { registry }: Asked['runtime'],
  { file, sight }: Opened,
  ref: string,
  language: Asked['language'],
): string | undefined {
  const one = sight.processes.find(({ number }) => ref === `${file.id}/${number}`);
  return one && workflowLabel(registry, one.workflow, one.version, language);
}

/** What the persons of a household are called, for those who may see who they are. */
async function personsIn(runtime: Asked['runtime'], { file, sight }: Opened): Promise<Map<string, string>> {
  if (file.kind !== 'household' || sight.record === 'none' || sight.record === 'coded') return new Map();
  const named = (file.record as HouseholdRecord).members.map(({ ref, name }) => ({ ref, name }));
  const read = await reading(runtime, file.id, [named]);
  const members = read(named) as readonly { readonly ref: string; readonly name: string | null }[];
  return new Map(members.flatMap(({ ref, name }) => (name === null ? [] : [[ref, name] as const])));
}

function loggedEvent(
  runtime: Asked['runtime'],
  opened: Opened,
  event: TrailEvent,
  told: {
    readonly words: Vocabulary;
    readonly way: CaseWay;
    readonly of: OfCorrections & Pick<LoggedEvent, 'refusal'>;
  },
): LoggedEvent {
  const { words, way, of } = told;
  const spec = specOfEvent(runtime, opened, event);
  return {
    ...event,
    ...of,
    name: nameIn(words.registers, event.by),
    said: saidIn(
      runtime,
      opened,
      of.corrects === null && of.seals === null ? event : withoutOf(event),
      words,
    ),
    moves: way.moves.get(event.seq) ?? [],
    hasCopy: spec !== undefined && event.data[copyField(spec)] !== undefined,
  };
}

/** A correction, or a sealing, without what it is about and what is to stand instead: that is told beside it. */
const withoutOf = (event: TrailEvent): TrailEvent => {
  const { of: _of, replacement: _replacement, ...data } = event.data;
  return { ...event, data };
};

/** What an event says, in words. */
function saidIn(runtime: Asked['runtime'], opened: Opened, event: TrailEvent, words: Vocabulary): Said[] {
  const { registry } = runtime;
  const { workflow, process } = event;
  const version = opened.file.processes.find(({ number }) => number === process)?.version ?? 0;
  const spec = specOfEvent(runtime, opened, event);
  const { reasons } =
    workflow === null ? registry.kind(opened.file.kind) : { ...registry.pinned(workflow, version)?.workflow };
  return [
    ...(spec === undefined ? [] : dataInWords({ ...words, reasons }, spec.schema, event.data)).map((one) =>
      one.value === event.data['reason']
        ? { ...one, value: givenBy(runtime, event, words) ?? one.value }
        : one,
    ),
    ...foreseenIn(opened, event, words.language),
  ];
}

/** A reason that came with what another process told (`offer.refused`), in the words of that one's lists. */
function givenBy(
  { registry }: Asked['runtime'],
  { type, data }: TrailEvent,
  { language }: Vocabulary,
): string | undefined {
  const [teller = '', told] = type.split('.');
  const lists = told === undefined ? {} : registry.newest(teller)?.workflow.reasons;
  const reason = Object.values(lists ?? {})
    .flat()
    .find(({ code }) => code === data['reason']);
  return reason?.label[language];
}

/** Whether the household's reason against a flat could have been told from its referral. */
function foreseenIn(
  { file }: Opened,
  { type, process, data }: TrailEvent,
  language: Asked['language'],
): Said[] {
  const offer = file.processes.find(({ number, workflow }) => number === process && workflow === 'offer');
  const { foreseeable } = (offer?.stored.context ?? {}) as {
    readonly foreseeable?: readonly string[] | null;
  };
  const { reason } = data;
  if (type !== 'refuse' || foreseeable == null || typeof reason !== 'string') return [];
  const says = foreseeable.includes(reason) ? fileWords.yes : fileWords.no;
  return [{ label: fileWords.foreseen[language], value: says[language], inner: [] }];
}

/** The form as an event sent it; null when it sent none. */
export const copyOf = (runtime: Asked['runtime'], opened: Opened, event: TrailEvent): SentForm | null =>
  copyIn(specOfEvent(runtime, opened, event), event.data);

function specOfEvent({ registry }: Asked['runtime'], { file }: Opened, event: TrailEvent) {
  const { type, workflow, process } = event;
  const version = file.processes.find(({ number }) => number === process)?.version ?? 0;
  return specOf(registry, file, { type, ...(workflow !== null && { workflow, version }) });
}

/** What facilities are called. */
export const houses = async ({ pool }: Asked['runtime']) => ({ houses: await facilityNames(pool) });

/** What the flat of a process is called. */
export const calledBy = (flats: ReadonlyMap<string, string>) => (ref: string) =>
  flats.get(ref.split('/')[0] ?? '');

const REF = /"ref":"([^"]+)"/g;
/** The refs of processes that stand anywhere in some data. */
export const refsIn = (values: readonly unknown[]): string[] =>
  values.flatMap((one) => [...(JSON.stringify(one) ?? '').matchAll(REF)].map(([, ref]) => ref as string));
