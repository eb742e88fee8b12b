import type { AttachData } from '../../workflows/files/attachment.js';
import { media, mediaOf } from '../../workflows/files/media.js';
import type { Reader } from '../access/access-entry.js';
import type { EventBody } from '../engine/model.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { digestsIn } from '../engine/seal.js';
import { words } from '../engine/words.js';
import type { Language } from '../platform/language.js';
import type { Upload } from '../platform/uploads.js';
import type { Runtime } from '../runtime.js';
import { attachmentWords } from './attachment-words.js';
import type { AttachmentLine } from './attachment-shapes.js';
import type { SteppedView } from './shapes.js';
import { openedFor, readingKept, type Opened } from './file-view.js';
import { withoutApart } from './mask.js';
import { stepTaken, type StepAsked } from './steps.js';
import { specOf } from '../engine/history/spec-of.js';
import { workflowLabel } from './process-view.js';
import { refusalBefore, refusalsIn, type RefusalSaid } from './refusals-said.js';
import { mayRead } from './trail.js';

/** What is attached, by a person or another system: the file as it was sent, and what was said of it. */
export interface Attaching extends Pick<StepAsked, 'person' | 'reader' | 'language' | 'key'> {
  readonly file: string;
  readonly upload: Upload | undefined;
  readonly said: Readonly<Record<string, string | undefined>>;
}

/** Attaches a paper to a file. What it is shows by its content; where nothing else was said it is called what its sender called it. */
export async function attachTo(
  runtime: Runtime,
  { file, upload, said, ...by }: Attaching,
): Promise<SteppedView | Refusal> {
  const content = upload?.content;
  const most = runtime.config.attachmentBytes / (1024 * 1024);
  if (upload === undefined || content?.length === 0) return faulty(attachmentWords.noFile);
  if (content == null) return faulty(attachmentWords.tooLarge(most));
  const is = mediaOf(content);
  if (is === null) return faulty(attachmentWords.otherKind);
  const { name = '', description = '', about = '', readers } = said;
  const data = {
    name: name.trim() || lastPart(upload.name),
    ...(description.trim() !== '' && { description }),
    ...(about.trim() !== '' && { about: { ref: `${file}/${about.trim()}` } }),
    ...{ readers, media: is, bytes: content.length, content: content.toString('base64') },
  };
  const asked = { event: 'attach', file, data };
  return (await stepTaken(runtime, { ...by, asked })) as SteppedView | Refusal;
}

const faulty = (message: typeof attachmentWords.noFile): Refusal =>
  refuse('invalid-data', message, { fields: [{ path: 'file', message }] });

/** Some browsers send the whole path. */
const lastPart = (name: string): string =>
  name.split(/[\\/]/).at(-1)?.replace(/\p{C}/gu, '').slice(0, 200) ?? '';

const ATTACHED = `
select seq, canonical from event
where file_id = $1 and ($2::int is null or seq = $2) and position('"type":"attach"' in convert_from(canonical, 'UTF8')) > 0
order by seq desc`;

/** The papers attached to a file whose reading is logged already, newest first, as far as the reader may know of them. */
export async function attachmentsIn(
  runtime: Runtime,
  opened: Opened,
  language: Language,
): Promise<AttachmentLine[]> {
  const bodies = await attached(runtime, opened);
  const shown = bodies.map((body) => ({
    body,
    data: withoutApart(specOf(runtime.registry, opened.file, body)?.schema, body.data),
  }));
  const read = await readingKept(
    runtime,
    opened.file.id,
    shown.map(({ data }) => data),
  );
  const refusals = await refusalsIn(runtime, opened, language);
  return shown.map(({ body, data }) => {
    const plain = read(data) as Said;
    const about = aboutWhat(runtime, opened, { of: plain.about, seq: body.seq, refusals, language });
    return lineOf(body, plain, about, language);
  });
}

/** What an attachment belongs to: a no that had been said in a process by then, else the process; null for one that is not the reader's. */
function aboutWhat(
  { registry }: Runtime,
  { sight }: Opened,
  {
    of,
    seq,
    refusals,
    language,
  }: {
    readonly of: AttachData['about'];
    readonly seq: number;
    readonly refusals: readonly RefusalSaid[];
    readonly language: Language;
  },
): AttachmentLine['about'] {
  const process = sight.processes.find(({ number }) => of?.ref.endsWith(`/${number}`));
  if (process === undefined) return null;
  const { number, workflow, version } = process;
  const refusal = refusalBefore(refusals, number, seq);
  const label = refusal?.told ?? workflowLabel(registry, workflow, version, language);
  return { process: number, event: refusal?.seq ?? null, label };
}

/** An attachment as it is fetched. */
export interface Fetched {
  readonly ok: true;
  /** Nothing of anybody: the number of the file and of the event. */
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Fetches one attachment (by the number of its event), logged. Not there, not theirs and culled are told alike. */
export async function attachmentOf(
  runtime: Runtime,
  id: string,
  seq: number,
  reader: Reader,
): Promise<Fetched | Refusal> {
  const opened = await openedFor(runtime, id, reader, 'attachment', { event: `${id}:${seq}` });
  if (isRefusal(opened)) return opened;
  const [body] = await attached(runtime, opened, seq);
  const data = body?.data as Partial<Record<keyof AttachData, unknown>> | undefined;
  const [digest] = digestsIn([data?.content]);
  if (body === undefined || digest === undefined) return refuse('not-found', words.notFound);
  const content = (await runtime.engine.keys.unsealKept(id, [digest])).get(digest);
  if (typeof content !== 'string') return refuse('not-found', words.notFound);
  const { type, ext } = media[data?.media as keyof typeof media];
  return { ok: true, name: `bilaga-${id}-${seq}.${ext}`, type, content: Buffer.from(content, 'base64') };
}

type Said = Pick<AttachData, 'readers' | 'media' | 'bytes' | 'about'> & {
  readonly name: string | null;
  readonly description?: string | null;
};

function lineOf(
  { seq, occurredAt, by }: EventBody,
  data: Said,
  about: AttachmentLine['about'],
  language: Language,
): AttachmentLine {
  return {
    attachment: seq,
    ...{ name: data.name, description: data.description ?? null, about },
    ...{ media: data.media, label: media[data.media].label[language], bytes: data.bytes },
    ...{ isOwn: data.readers === 'own', occurredAt, by },
  };
}

/** Papers tell of the family in words: they are for those who may know who it is. */
async function attached(
  { guarded, clock, registry }: Runtime,
  opened: Opened,
  seq?: number,
): Promise<EventBody[]> {
  const { person, file, sight } = opened;
  if (sight.record !== 'all' && sight.record !== 'shared') return [];
  const query = { name: 'read_attached', text: ATTACHED, values: [file.id, seq ?? null] };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  return rows
    .map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody)
    .filter((body) => body.type === 'attach' && body.process === undefined)
    .filter((body) => body.proposal === undefined && mayRead(registry, opened, body));
}
