import { z } from 'zod';
import { isRefusal } from '../../engine/refusals.js';
import { openedFor, type Opened } from '../../files/file-view.js';
import { wayOf } from '../../files/case-way.js';
import { eventsOf } from '../../files/trail.js';
import { copyPage } from '../pages/draft/copy.page.js';
import { nameIn } from '../around.js';
import { inFile } from '../in-file.js';
import { page, type Answer, type Asked } from '../page.js';
import type { LoggedEvent } from '../pages/file/case.js';
import { filePage } from '../pages/file/file.page.js';
import { LOG_SHOWS, logPage, type LogShow } from '../pages/file/log.page.js';
import { logPdf } from '../pages/file/log-pdf.js';
import { notFound } from '../pages/messages.page.js';
import { copyOf, loggedEvents } from './case-log.js';
import { casePageOf, summaryOf } from './case-page.js';

/** Events on one page of the log. */
const STRETCH = 50;
/** Events that are looked through for some of a kind. */
const MOST_SIFTED = 500;
/** Events that are set on paper. */
const MOST_ON_PAPER = 2_000;
const SIFTS: Readonly<Record<LogShow, (event: LoggedEvent) => boolean>> = {
  all: () => true,
  moves: ({ moves }) => moves.length > 0,
  people: ({ cause }) => cause === 'person',
  notes: ({ data }) => typeof data['note'] === 'string',
};
const number = () =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number);

const file = page(
  {
    id: 'file',
    method: 'GET',
    path: '/files/:file',
    permission: 'colleague',
    audit: [],
    logs: ['file'],
    params: inFile,
    query: z.object({ process: number().optional(), done: number().optional() }),
  },
  (asked) =>
    read(asked, 'file', async (opened) => {
      await asked.runtime.inbox.readFile(opened.person, opened.file.id);
      return filePage(await casePageOf(asked, opened, asked.query));
    }),
);

const log = page(
  {
    id: 'fileLog',
    method: 'GET',
    path: '/files/:file/events',
    permission: 'colleague',
    audit: [],
    logs: ['trail'],
    params: inFile,
    query: z.object({ before: number().optional(), show: z.enum(LOG_SHOWS).optional() }),
  },
  (asked) =>
    read(asked, 'trail', (opened) =>
      logFrom(asked, opened, { before: asked.query.before ?? 2 ** 31 - 1, show: asked.query.show ?? 'all' }),
    ),
);

const event = page(
  {
    id: 'fileEvent',
    method: 'GET',
    path: '/files/:file/events/:seq',
    permission: 'colleague',
    audit: [],
    logs: ['trail'],
    params: inFile.extend({ seq: number() }),
  },
  (asked) =>
    read(asked, 'trail', (opened) =>
      logFrom(asked, opened, { before: asked.params.seq + 1, exactly: asked.params.seq }),
    ),
);

const pdf = page(
  {
    id: 'fileLogPdf',
    method: 'GET',
    path: '/files/:file/log.pdf',
    permission: 'colleague',
    audit: [],
    logs: ['trail'],
    params: inFile,
  },
  (asked) =>
    read(asked, 'trail', async (opened) => {
      const way = await wayOf(asked.runtime, opened, asked.language);
      const { events, last } = await loggedEvents(
        asked,
        opened,
        { before: 2 ** 31 - 1, limit: MOST_ON_PAPER },
        way,
      );
      const by = nameIn(await asked.runtime.directory.snapshot(), opened.person.login);
      const body = await logPdf(await summaryOf(asked, opened), { events, by, last });
      return { download: { name: `log-${opened.file.id}.pdf`, type: 'application/pdf', body } };
    }),
);

const copy = page(
  {
    ...{ id: 'sentForm', method: 'GET', path: '/files/:file/events/:seq/copy', permission: 'colleague' },
    ...{ audit: [], logs: ['document'], params: inFile.extend({ seq: number() }) },
  } as const,
  async (asked) => {
    const { runtime, language, params } = asked;
    const details = { document: `${params.seq}.copy` };
    const opened = await openedFor(runtime, params.file, await asked.reader(), 'document', details);
    if (isRefusal(opened)) return notFound(language);
    const stretch = { before: params.seq + 1, limit: 1 };
    const [event] = (await eventsOf(runtime, opened, stretch, language)).events;
    if (event?.seq !== params.seq) return notFound(language);
    const form = copyOf(runtime, opened, event);
    return form === null ? notFound(language) : copyPage(await summaryOf(asked, opened), event, form);
  },
);

type Reading = Pick<Asked, 'runtime' | 'language' | 'session' | 'reader'>;

async function read(
  asked: Reading & { readonly params: { readonly file: string } },
  what: 'file' | 'trail',
  show: (opened: Opened) => Promise<Answer>,
): Promise<Answer> {
  const opened = await openedFor(asked.runtime, asked.params.file, await asked.reader(), what);
  return isRefusal(opened) ? notFound(asked.language) : show(opened);
}

/** A stretch of the log before a sequence number, the newest first; or `exactly` one event, not found where the reader may not see it. */
async function logFrom(
  asked: Reading,
  opened: Opened,
  { before, exactly, show = 'all' }: { before: number; exactly?: number; show?: LogShow },
): Promise<Answer> {
  const { runtime, language } = asked;
  const limit = exactly !== undefined ? 1 : show === 'all' ? STRETCH : MOST_SIFTED;
  const way = await wayOf(runtime, opened, language);
  const stretch = (from: number) => loggedEvents(asked, opened, { before: from, limit }, way);
  let { events, last } = await stretch(before);
  if (exactly !== undefined && events[0]?.seq !== exactly) return notFound(language);
  // What the reader may not see of a case can be a whole stretch long.
  while (events.length === 0 && last !== null) ({ events, last } = await stretch(last));
  const sifted = show === 'all' ? '' : `&show=${show}`;
  const older =
    last === null || last === 1 ? null : `/files/${opened.file.id}/events?before=${last}${sifted}`;
  const shown = events.filter((one) => SIFTS[show](one));
  return logPage(await summaryOf(asked, opened), shown, older, exactly === undefined ? show : null);
}

/** The page of a case, and its log. */
export const filePages = [file, log, event, pdf, copy];
