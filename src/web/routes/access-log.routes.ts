import { z } from 'zod';
import { familyReaders, readLog, type LogPlace } from '../../access/access-log.queries.js';
import { entryInWords, Names, readersInWords } from '../../access/log-in-words.js';
import { logOfFile, logOfPerson } from '../../access/log-of.js';
import type { Typed } from '../../access/session.js';
import { isSecurityOfficer } from '../../access/reviewers.js';
import { addDays } from '../../domain/days.js';
import { dayOf, midnight } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { nameIn, postIn } from '../around.js';
import { page, type Asked, type Shown } from '../page.js';
import { accessLogPage, type AccessLogPage, type LogWish } from '../pages/access-log.page.js';
import { notFound, refused } from '../pages/messages.page.js';
import { readersPage } from '../pages/readers.page.js';
import { text } from '../pages/access-log.words.js';
import { FILE_NUMBER, readWish, type Wanted } from './log-wish.js';
import { readPorts } from './review-lines.js';
import { typed } from './typed.js';

const PATH = '/access-log';
const PAGE = 100;
const EMPTY: LogWish = { file: '', who: '', lists: false, from: '', to: '' };

const lookUp = page(
  { id: 'accessLog', method: 'GET', path: PATH, permission: 'accessLog', audit: [] },
  (asked) => shown(asked, { wish: asked.kept === null ? EMPTY : wishIn(asked.kept) }),
);

/** Where the page before ended: moment, chain and number of its last entry. */
const place = () =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\|(person:)?[0-9a-z][0-9a-z._@-]{0,119}\|\d{1,9}$/)
    .refine((given) => !Number.isNaN(Date.parse(given.split('|')[0] as string)))
    .transform((given): LogPlace => {
      const [at = '', stream = '', seq = ''] = given.split('|');
      return { at, stream, seq: Number(seq) };
    });

const log = page(
  {
    id: 'showAccessLog',
    method: 'POST',
    path: PATH,
    permission: 'accessLog',
    audit: [],
    logs: ['log-of-file', 'log-of-person'],
    form: PATH,
    body: z.strictObject({
      ...{ file: typed(200), who: typed(200), from: typed(200), to: typed(200) },
      lists: z.literal('on').optional(),
      after: place().optional(),
    }),
  },
  async (asked) => {
    const { runtime, body, language, reader, session } = asked;
    const { after, lists = '', ...rest } = body;
    const wish = wishIn({ ...rest, lists });
    const snapshot = await runtime.directory.snapshot();
    const isOfficer = isSecurityOfficer(session.person as Person);
    const wanted = readWish(wish, snapshot, { isOfficer, language });
    if ('faults' in wanted) return shown(asked, { wish, faults: wanted.faults });
    const who = await reader();
    const answer =
      wanted.login === undefined
        ? await logOfFile(runtime, who, wanted.file as string, 'log-of-file')
        : await logOfPerson(runtime, who, wanted.login);
    if (isRefusal(answer)) {
      const message = answer.sentences.map((one) => one[language]).join(' ');
      return shown(asked, { wish, faults: [{ id: 'file', message }] });
    }
    return shown(asked, { wish, found: await foundIn(asked, wanted, after) });
  },
);

async function foundIn(
  { runtime, language }: Pick<Asked, 'runtime' | 'language'>,
  { file, login, lists, from, to }: Wanted,
  after: LogPlace | undefined,
): Promise<AccessLogPage['found']> {
  const snapshot = await runtime.directory.snapshot();
  const time = { from: from && midnight(from), until: to && midnight(addDays(to, 1)) };
  const entries = await readLog(readPorts(runtime), { file, login, lists, ...time }, { after, limit: PAGE });
  const names = new Names(snapshot);
  const last = entries.length < PAGE ? undefined : entries.at(-1)?.body;
  return {
    file: file ?? null,
    name: login === undefined ? null : nameIn(snapshot, login),
    lines: entries.map((entry) => {
      const line = entryInWords(entry, names, language);
      return { ...line, onBehalfOf: line.onBehalfOf && names.person(line.onBehalfOf) };
    }),
    next: last === undefined ? null : `${last.at}|${last.stream}|${last.seq}`,
  };
}

const readers = page(
  {
    id: 'familyReaders',
    method: 'GET',
    path: '/files/:file/readers',
    permission: 'accessLog',
    audit: [],
    logs: ['readers'],
    params: z.object({ file: z.string().regex(FILE_NUMBER) }),
  },
  async ({ runtime, session, reader, params, language }) => {
    const read = await logOfFile(runtime, await reader(), params.file, 'readers');
    if (isRefusal(read))
      return read.code === 'not-found'
        ? notFound(language)
        : refused(language, text[language].refusedTitle, read);
    const snapshot = await runtime.directory.snapshot();
    const rows = await familyReaders(runtime.pool, read.id);
    const person = session.person as Person;
    return readersPage({
      ...{ language, file: read.id, day: dayOf(runtime.clock.now()) },
      by: `${nameIn(snapshot, person.login)}, ${postIn(snapshot, person, language)}`,
      readers: readersInWords(rows, new Names(snapshot), language),
    });
  },
);

function shown(
  { session, language }: Pick<Asked, 'session' | 'language'>,
  {
    wish,
    faults = [],
    found = null,
  }: { readonly wish: LogWish } & Partial<Pick<AccessLogPage, 'faults' | 'found'>>,
): Shown {
  const isOfficer = isSecurityOfficer(session.person as Person);
  return accessLogPage({ language, token: session.formToken, wish, faults, found, isOfficer });
}

const wishIn = (from: Typed): LogWish => ({
  file: String(from['file'] ?? '').trim(),
  who: String(from['who'] ?? '').trim(),
  lists: from['lists'] === 'on',
  from: String(from['from'] ?? '').trim(),
  to: String(from['to'] ?? '').trim(),
});

/** The log of readings, and the list for the family. */
export const accessLogPages = [lookUp, log, readers];
