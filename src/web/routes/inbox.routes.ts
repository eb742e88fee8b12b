import { z } from 'zod';
import type { Person } from '../../engine/model.js';
import { workRows } from '../../files/work-list.js';
import type { NoticeRow } from '../../notices/inbox.queries.js';
import { noticeText } from '../../notices/notice-words.js';
import { nameIn } from '../around.js';
import { page, type Asked } from '../page.js';
import { inboxPage, type NoticeLine } from '../pages/inbox.page.js';
import { lineOf, wordingFor } from './work-lines.js';

const PAGE = 50;
const number = () =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number);

const inbox = page(
  {
    id: 'inbox',
    method: 'GET',
    path: '/inbox',
    permission: 'colleague',
    audit: [],
    logs: ['list'],
    query: z.object({
      show: z.literal('all').optional().catch(undefined),
      before: number().optional().catch(undefined),
    }),
  },
  async (asked) => {
    const { runtime, reader, language, session, query } = asked;
    const { person } = await reader();
    const unread = query.show === undefined;
    const rows = await runtime.inbox.page(person, { unread, before: query.before, limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const of = person.onBehalfOf;
    return inboxPage({
      ...{ language, unread, token: session.formToken },
      lines: await linesOf(asked, person, shown),
      of: of === undefined ? null : nameIn(await runtime.directory.snapshot(), of),
      next: rows.length > PAGE ? `/inbox?${unread ? '' : 'show=all&'}before=${shown.at(-1)?.id}` : null,
    });
  },
);

/** Logged with the cases whose notices are shown. */
async function linesOf(
  { runtime, reader, language }: Pick<Asked, 'runtime' | 'reader' | 'language'>,
  person: Person,
  rows: readonly NoticeRow[],
): Promise<NoticeLine[]> {
  const files = [...new Set(rows.map(({ file }) => file))];
  const [found, wording] = await Promise.all([
    workRows(runtime, person, files),
    wordingFor(runtime, person, language),
  ]);
  await runtime.accessLog.other(await reader(), 'list', { files });
  const names = new Map(found.map((row) => [row.file, lineOf(wording, row)]));
  return rows.map((row) => {
    const line = names.get(row.file);
    const workflow = runtime.registry.pinned(row.workflow, row.version)?.workflow.label[language];
    return {
      id: row.id,
      at: row.at.toISOString(),
      isRead: row.readAt !== null,
      file: row.file,
      told: noticeText(runtime.registry, row)[language],
      workflow: workflow ?? row.workflow,
      name: line === undefined || line.isNumber ? null : line.title,
    };
  });
}

const readAll = page(
  {
    id: 'readNotices',
    method: 'POST',
    path: '/inbox/read',
    permission: 'colleague',
    audit: [],
    body: z.strictObject({ upTo: number() }),
  },
  async ({ runtime, session, body }) => {
    if (session.person !== null) await runtime.inbox.readAll(session.person, body.upTo);
    return { go: '/inbox' };
  },
);

/** What somebody is told of, and that they have read it. */
export const inboxPages = [inbox, readAll];
