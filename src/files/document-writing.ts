import { createHash } from 'node:crypto';
import type { Piece, ProcessRef, Step, Text, Writing } from '../../workflows/definition.js';
import { FileHistory } from '../engine/history/file-history.js';
import { dayOf } from '../domain/zone.js';
import { about } from '../engine/about.js';
import { canonical } from '../engine/canonical.js';
import type { EventBody, FileState } from '../engine/model.js';
import { policyOn } from '../engine/policy.js';
import type { Registered } from '../engine/registry.js';
import { metaOf } from '../engine/schema-fields.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import { flatNamedOn } from './called.js';
import { familyName } from './case-name.js';
import type { DocumentLine, DocumentView } from './document-shapes.js';
import { readingKept, type Opened } from './file-view.js';
import { valueInWords } from './in-words.js';
import { specOf } from '../engine/history/spec-of.js';

/** A paper to write: the events of its file up to its own, and the line by which it is listed. */
interface Wanted {
  readonly opened: Opened;
  readonly events: readonly EventBody[];
  readonly line: DocumentLine;
  readonly language: Language;
}

/** Writes a paper from its event, the file folded to the moment when it was taken. */
export async function writtenFrom(
  runtime: Runtime,
  { opened, events, line, language }: Wanted,
): Promise<DocumentView> {
  const body = events.at(-1) as EventBody;
  const chart = runtime.registry.pinned(line.workflow, body.version ?? 0) as Registered;
  const paper = chart.workflow.documents?.[line.document.split('.')[1] ?? ''];
  if (paper === undefined) throw new Error(`${line.document} is on the list and is not written`);
  const then = folded(runtime, events);
  const context = then.processes.find(({ number }) => number === line.process)?.stored.context ?? {};
  const read = await readingKept(runtime, then.id, [body.data, context, then.record]);
  const writing = await writingOf(runtime, opened, chart, { body, context, read });
  const { members = [] } = read(then.record) as { members?: Parameters<typeof familyName>[0] };
  const written: Omit<DocumentView, 'sha256'> = {
    ...line,
    file: then.id,
    version: body.version ?? 0,
    language,
    writtenOn: dayOf(body.recordedAt),
    family: familyName(members)?.[language] ?? null,
    isProtected: about(runtime.registry, then, dayOf(body.recordedAt)).isProtected,
    isImported: body.importedAt !== undefined,
    pieces: paper.write(writing).map((piece) => inOne(piece, language)),
  };
  return { ...written, sha256: createHash('sha256').update(canonical(written)).digest('hex') };
}

function folded({ registry }: Runtime, events: readonly EventBody[]): FileState {
  const fold = new FileHistory(registry);
  for (const body of events) fold.take(body);
  if (fold.state === null) throw new Error('a file cannot be folded from its events');
  return fold.state;
}

interface Taken {
  readonly body: EventBody;
  readonly context: object;
  readonly read: (value: object) => object;
}

async function writingOf(
  runtime: Runtime,
  { person, file }: Opened,
  chart: Registered,
  { body, context, read }: Taken,
): Promise<Writing> {
  const { type, known, occurredAt, recordedAt, by, organisation, role, orgKind, cause, process } = body;
  const day = dayOf(occurredAt);
  const data = read(body.data) as Step['data'];
  const meta: Step['meta'] = {
    ...{ occurredAt, recordedAt, day, by, organisation, role, orgKind },
    cause: cause.kind,
  };
  const self = { ref: `${file.id}/${process}` };
  const flats = new Map<string, string | null>();
  for (const [, id = ''] of JSON.stringify([context, body.data]).matchAll(/"ref":"([^"/]+)\/\d+"/g))
    if (!flats.has(id)) flats.set(id, await flatNamedOn(runtime, person, id, dayOf(recordedAt)));
  const schema = specOf(runtime.registry, file, body)?.schema.shape ?? {};
  const registers = await runtime.directory.snapshot();
  const { reasons } = chart.workflow;
  const inWords = (field: string, language: Language): string =>
    valueInWords(
      { registers, language, reasons },
      metaOf(schema[field] as Parameters<typeof metaOf>[0]),
      data[field],
    );
  return {
    context: read(context),
    step: { type, data, known, meta, self, policy: policyOn(chart.workflow, day) },
    said: (field): Text => ({ sv: inWords(field, 'sv'), en: inWords(field, 'en') }),
    flat: (ref: ProcessRef | null) => (ref && flats.get(ref.ref.split('/')[0] ?? '')) ?? '–',
  };
}

function inOne(piece: Piece, language: Language): DocumentView['pieces'][number] {
  if ('heading' in piece) return { heading: piece.heading[language] };
  if ('text' in piece) return { text: piece.text[language] };
  return {
    rows: piece.rows.map(([label, value]) => ({ label: label[language], value: value[language] })),
  };
}
