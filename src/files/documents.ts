import type { Document } from '../../workflows/definition.js';
import { aboutNow } from '../access/about-now.js';
import type { Reader } from '../access/access-entry.js';
import type { EventBody } from '../engine/model.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import type { Registry } from '../engine/registry.js';
import { words } from '../engine/words.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import { openedFor, type Opened } from './file-view.js';
import type { DocumentLine, DocumentList, DocumentView } from './document-shapes.js';
import { writtenFrom } from './document-writing.js';

/** How a paper is named in an address: the number of its event, and its name. */
export const DOCUMENT = /^[1-9]\d{0,8}\.[a-z][a-z-]{0,39}$/;

const EVENTS = `select canonical from event where file_id = $1 and seq <= $2 order by seq`;
const LAST = 2 ** 31 - 1;

/** The papers that a file's workflows have written, newest first, as far as the person may read them. */
export async function documentsOf(
  runtime: Runtime,
  id: string,
  reader: Reader,
  language: Language,
): Promise<DocumentList | Refusal> {
  const opened = await openedFor(runtime, id, reader, 'documents');
  return isRefusal(opened) ? opened : documentsIn(runtime, opened, language);
}

/** The papers of a file whose reading is logged already, newest first. */
export async function documentsIn(
  runtime: Runtime,
  opened: Opened,
  language: Language,
): Promise<DocumentList> {
  const events = await eventsUntil(runtime, opened, LAST);
  return { documents: events.flatMap((body) => linesOf(runtime.registry, opened, body, language)).reverse() };
}

/** A paper, whose it is, and whether the family's identity is protected today, whenever it was written. */
interface Found {
  readonly view: DocumentView;
  /** In whose name it stands: that of whoever took its step, and of their organisation then. */
  readonly from: string;
  readonly isProtectedNow: boolean;
}

/** One paper (`<number of its event>.<name>`), written again from its event. Not there and not theirs are told alike. */
export async function documentOf(
  runtime: Runtime,
  id: string,
  name: string,
  reader: Reader,
  language: Language,
): Promise<Found | Refusal> {
  const opened = await openedFor(runtime, id, reader, 'document', { document: name });
  if (isRefusal(opened)) return opened;
  const events = await eventsUntil(runtime, opened, Number(name.split('.')[0]));
  const body = events.at(-1);
  const lines = body === undefined ? [] : linesOf(runtime.registry, opened, body, language);
  const line = lines.find((one) => one.document === name);
  if (body === undefined || line === undefined) return refuse('not-found', words.notFound);
  const view = await writtenFrom(runtime, { opened, events, line, language });
  return {
    view,
    from: await senderOf(runtime, body),
    isProtectedNow: aboutNow(runtime, opened.file).isProtected,
  };
}

async function senderOf({ directory }: Runtime, { by, organisation }: EventBody): Promise<string> {
  const { people, organisations } = await directory.snapshot();
  return `${people.get(by)?.at(-1)?.name ?? by}, ${organisations.get(organisation)?.name ?? organisation}`;
}

/** Papers name the family and tell of it in words: they are for those who may know who it is. */
function linesOf(registry: Registry, { sight }: Opened, body: EventBody, language: Language): DocumentLine[] {
  const { process, workflow, seq, type, occurredAt, by } = body;
  const isSeen = sight.processes.some(({ number }) => number === process);
  if (process === undefined || workflow === undefined || !isSeen) return [];
  if ((sight.record !== 'all' && sight.record !== 'shared') || body.proposal !== undefined) return [];
  return papersOf(registry, body)
    .filter(([, { when }]) => when.includes(type) && body.timer === undefined)
    .map(([name, { label }]) => ({
      document: `${seq}.${name}`,
      label: label[language],
      ...{ process, workflow, occurredAt, by },
    }));
}

const papersOf = (registry: Registry, { workflow = '', version = 0 }: EventBody): [string, Document][] =>
  Object.entries(registry.pinned(workflow, version)?.workflow.documents ?? {});

async function eventsUntil(
  { guarded, clock }: Runtime,
  { person, file }: Opened,
  seq: number,
): Promise<EventBody[]> {
  const query = { name: 'read_until', text: EVENTS, values: [file.id, Math.min(seq, LAST)] };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  return rows.map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody);
}
