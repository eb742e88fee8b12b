import { Controller, Inject } from '@nestjs/common';
import type { Reader } from '../../access/access-entry.js';
import { familyReaders, readLog, type ReadEntry } from '../../access/access-log.queries.js';
import { entryInWords, Names, readersInWords } from '../../access/log-in-words.js';
import { logOfFile, logOfPerson } from '../../access/log-of.js';
import { namedSightOn } from '../../access/named-handlers.queries.js';
import { words } from '../../access/words.js';
import { addDays } from '../../domain/days.js';
import { dayOf, midnight } from '../../domain/zone.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import type { Runtime } from '../../runtime.js';
import { Ask, Does, type Asked } from '../asked.js';
import { readCursor, writeCursor } from '../../files/cursor.js';
import { Problem } from '../problem.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './access-log.operations.js';
import { readersAsText } from './log-view.js';

type LogAsked = Asked<typeof operations.readAccessLog>;

/** Who has read what: for officers, for the organisation that answers for a household, and printed for the family. */
@Controller()
export class AccessLogController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.readAccessLog)
  async log(@Ask() asked: LogAsked): Promise<Reply | Refusal> {
    const { query, reader, language } = asked;
    const runtime = this.state.running();
    if ((query.file === undefined) === (query.login === undefined))
      throw new Problem('malformed-request', { fields: [{ path: 'file', message: words.fileOrLogin }] });
    const place = readCursor(query.cursor, ['instant', 'stream', 'number']);
    const refused = await allowed(runtime, reader, query);
    if (refused !== null) return refused;
    const { file, lists, login, from, to, limit } = query;
    const time = { from: from && midnight(from), until: to && midnight(addDays(to, 1)) };
    const after = place && { at: place[0], stream: place[1], seq: place[2] };
    const entries = await readLog(portsOf(runtime), { file, lists, login, ...time }, { after, limit });
    const names = new Names(await runtime.directory.snapshot());
    return reply({
      entries: entries.map((entry) => entryInWords(entry, names, language)),
      next: entries.length < limit ? null : nextOf(entries),
    });
  }

  @Does(operations.readNamedSight)
  async namedSight(@Ask() asked: Asked<typeof operations.readNamedSight>): Promise<Reply | Refusal> {
    const { params, query, reader } = asked;
    const runtime = this.state.running();
    const refused = await allowed(runtime, reader, { login: params.login });
    if (refused !== null) return refused;
    const files = await namedSightOn(runtime.pool, params.login, query.on);
    return reply({ login: params.login, on: query.on, files });
  }

  @Does(operations.listReaders)
  async readers(@Ask() asked: Asked<typeof operations.listReaders>): Promise<Reply | Refusal> {
    const { params, query, reader, language } = asked;
    const runtime = this.state.running();
    const read = await logOfFile(runtime, reader, params.file, 'readers');
    if (isRefusal(read)) return read;
    const names = new Names(await runtime.directory.snapshot());
    const readers = readersInWords(await familyReaders(runtime.pool, read.id), names, language);
    const view = { file: read.id, printed: dayOf(runtime.clock.now()), readers };
    if (query.format === 'json') return reply(view);
    return reply(readersAsText(view, language), { 'content-type': 'text/plain; charset=utf-8' });
  }
}

/** Logs the reading of the log, or says why it may not be read. */
async function allowed(
  runtime: Runtime,
  reader: Reader,
  { file, login }: Pick<LogAsked['query'], 'file' | 'login'>,
): Promise<Refusal | null> {
  if (file === undefined) return logOfPerson(runtime, reader, login as string);
  const read = await logOfFile(runtime, reader, file, 'log-of-file');
  return isRefusal(read) ? read : null;
}

const portsOf = ({ pool, engine }: Runtime) => ({ pool, keys: engine.keys, vault: engine.ports.vault });

function nextOf(entries: readonly ReadEntry[]): string | null {
  const body = entries.at(-1)?.body;
  return body === undefined ? null : writeCursor([body.at, body.stream, body.seq]);
}
