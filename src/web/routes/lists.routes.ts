import { z } from 'zod';
import { handBack, handedOver, handOver, handovers, candidatesOf, mayAssign } from '../../files/assigning.js';
import { page, type Asked } from '../page.js';
import { nameIn } from '../around.js';
import { assignPage } from '../pages/assign.page.js';
import type { Deed } from '../pages/lists.page.js';
import { words } from '../pages/lists.words.js';
import { localPath } from '../local-path.js';
import { notFound } from '../pages/messages.page.js';
import { listAddress, type ListQuery } from './list-narrowing.js';
import { listShown } from './list-shown.js';
import { lineOf, wordingFor } from './work-lines.js';

const MOST = 50;
const code = () => z.string().max(120).optional();
const fileNumber = z.string().regex(/^[0-9a-hjkmnp-tv-z]{11}$/);
const key = z.uuid();
const several = z.union([fileNumber.transform((one) => [one]), z.array(fileNumber).max(MOST)]).default([]);
const joined = z
  .string()
  .max(MOST * 12)
  .transform((text) => text.split(','))
  .pipe(z.array(fileNumber).min(1).max(MOST));

const listQuery = {
  list: code(),
  district: code(),
  handler: code(),
  what: code(),
  turn: code(),
  late: code(),
  order: z.literal('desc').optional().catch(undefined),
  after: z.string().max(400).optional(),
};

const lists = page(
  {
    id: 'workLists',
    method: 'GET',
    path: '/files',
    permission: 'colleague',
    audit: [],
    logs: ['list'],
    query: z.object({
      ...listQuery,
      did: key.optional().catch(undefined),
      of: joined.optional().catch(undefined),
      undone: z
        .string()
        .regex(/^\d{1,2}$/)
        .optional()
        .catch(undefined),
    }),
  },
  async (asked) => {
    const { did, of, undone, ...query } = asked.query;
    const say = words[asked.language];
    if (undone !== undefined) {
      const notice = undone === '0' ? say.undone : say.notUndone(Number(undone));
      return listShown(asked, query, { notice });
    }
    const deed = did === undefined || of === undefined ? null : await deedOf(asked, of, did);
    return listShown(asked, query, { deed });
  },
);

/** What a deed came to, and how it can be undone. */
async function deedOf(
  { runtime, reader, language }: Pick<Asked, 'runtime' | 'reader' | 'language'>,
  files: readonly string[],
  did: string,
): Promise<Deed | null> {
  const who = await reader();
  if (!mayAssign(who.person)) return null;
  const all = await handedOver(runtime, who, files, did);
  const wording = await wordingFor(runtime, who.person, language);
  const done = all.filter(({ isDone }) => isDone);
  const handler = done[0]?.row.assignee ?? '';
  const failed = all.filter(({ isDone }) => !isDone).map(({ row }) => lineOf(wording, row).title);
  if (done.length === 0 && failed.length === 0) return null;
  const canUndo = done.some(({ before, row }) => before !== null && row.assignee === handler);
  const undo = { files: done.map(({ row }) => row.file).join(','), did, handler };
  return {
    count: done.length,
    handler: nameIn(wording.snapshot, handler),
    failed,
    undo: canUndo ? undo : null,
  };
}

const back = z.string().max(800);

/** One's own claim of one case at once; the reassignment of those that are chosen shows first what will change. */
const assign = page(
  {
    id: 'assignCases',
    method: 'POST',
    path: '/files/assign',
    permission: 'colleague',
    audit: [],
    logs: ['list', 'step'],
    body: z.strictObject({
      back,
      deed: key,
      file: several,
      handler: z.string().max(120).default(''),
      claim: fileNumber.optional(),
    }),
  },
  async (asked) => {
    const { runtime, reader, language, session, body } = asked;
    const who = await reader();
    if (!mayAssign(who.person)) return notFound(language);
    const query = queryIn(body.back);
    const snapshot = await runtime.directory.snapshot();
    const candidates = candidatesOf(snapshot, who.person.organisation, runtime.clock.now());
    if (body.claim !== undefined) {
      const { login, onBehalfOf = login } = who.person;
      const handler = candidates.some((one) => one.login === login) ? login : onBehalfOf;
      await handOver(runtime, who, { files: [body.claim], handler, key: body.deed }, language);
      return { go: done(query, [body.claim], body.deed) };
    }
    const handler = candidates.find(({ login }) => login === body.handler);
    if (handler === undefined || body.file.length === 0) {
      const above = { fault: words[language].noneChosen, chosen: body.file, handler: body.handler };
      return { ...(await listShown(asked, query, above)), status: 422 };
    }
    const wording = await wordingFor(runtime, who.person, language);
    const all = await handovers(runtime, who, body.file, handler.login);
    return assignPage({
      ...{ language, handler, back: listAddress(query), key: body.deed },
      token: session.formToken,
      will: all.filter(({ obstacles }) => obstacles.length === 0).map(({ row }) => lineOf(wording, row)),
      cannot: all
        .filter(({ obstacles }) => obstacles.length > 0)
        .map(({ row, obstacles }) => ({
          line: lineOf(wording, row),
          why: obstacles.map((one) => one[language]).join(' '),
        })),
    });
  },
);

const assigned = page(
  {
    id: 'casesAssigned',
    method: 'POST',
    path: '/files/assigned',
    permission: 'colleague',
    audit: [],
    logs: ['step'],
    body: z.strictObject({ back, did: key, files: joined, handler: z.string().max(120) }),
  },
  async ({ runtime, reader, language, body: { back: from, did, files, handler } }) => {
    const who = await reader();
    if (!mayAssign(who.person)) return notFound(language);
    await handOver(runtime, who, { files, handler, key: did }, language);
    return { go: done(queryIn(from), files, did) };
  },
);

const undo = page(
  {
    id: 'undoAssignment',
    method: 'POST',
    path: '/files/assigned/undo',
    permission: 'colleague',
    audit: [],
    logs: ['list', 'step'],
    body: z.strictObject({ back, did: key, files: joined, handler: z.string().max(120) }),
  },
  async ({ runtime, reader, language, body: { back: from, did, files, handler } }) => {
    const who = await reader();
    if (!mayAssign(who.person)) return notFound(language);
    const left = await handBack(runtime, who, { files, handler, key: did }, language);
    return { go: `${listAddress(queryIn(from))}&undone=${left}` };
  },
);

const done = (query: ListQuery, files: readonly string[], did: string): string =>
  `${listAddress(query)}&did=${did}&of=${files.join(',')}`;

/** The list that an address of this page's own leads to; the first of the role when it is none. */
function queryIn(address: string): ListQuery {
  const { searchParams } = new URL(localPath(address), 'http://husrum.invalid');
  const read = z.object(listQuery).safeParse(Object.fromEntries(searchParams));
  return read.success ? read.data : {};
}

/** The work lists, and how cases are taken over and handed on from them. */
export const listsPages = [lists, assign, assigned, undo];
