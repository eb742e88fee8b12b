import { Controller, Inject } from '@nestjs/common';
import { addDays } from '../../domain/days.js';
import { dayOf, midnight } from '../../domain/zone.js';
import { isRefusal, refuse, type Refusal } from '../../engine/refusals.js';
import { Ask, Does, type Asked } from '../asked.js';
import type { Language } from '../language.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import { words } from '../words.js';
import { asItStood, type Looking } from '../../files/earlier.js';
import { fileView, openedFor, stillView, type Opened } from '../../files/file-view.js';
import * as operations from './files.operations.js';
import { listed, oneThatFinds } from '../../files/list.js';
import { numberOfFile, wantedBy } from '../../files/search.js';
import type { FileList } from '../../files/shapes.js';
import { trailOf } from '../../files/trail.js';

/** Reading: lists, search, a file, its audit trail. */
@Controller()
export class FilesController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listFiles)
  async list(
    @Ask() { query, person, reader, language }: Asked<typeof operations.listFiles>,
  ): Promise<Reply<FileList>> {
    const { cursor, limit, text, assignee, ...wanted } = query;
    const whose = assignee === 'me' ? person.login : assignee;
    const number = text === undefined ? undefined : numberOfFile(text);
    const isNone = number !== undefined && !/^[0-9a-z]+$/.test(number);
    const narrowed = isNone ? null : { ...wanted, assignee: whose, number };
    return reply(await listed(this.state.running(), reader, narrowed, { cursor, limit, language }));
  }

  @Does(operations.searchFiles)
  async search(
    @Ask() { body, person, reader, language }: Asked<typeof operations.searchFiles>,
  ): Promise<Reply<FileList>> {
    const runtime = this.state.running();
    const page = { cursor: body.cursor, limit: body.limit, language };
    const readings = wantedBy(body.text, person, runtime.engine.ports.vault);
    const wanted = await oneThatFinds(runtime, reader, readings, page);
    return reply(await listed(runtime, reader, wanted, page, body.text));
  }

  @Does(operations.readFile)
  async read(@Ask() asked: Asked<typeof operations.readFile>): Promise<Reply | Refusal> {
    const { params, query, person, reader, language } = asked;
    const runtime = this.state.running();
    const isEarlier = query.at !== undefined || query.knownOn !== undefined;
    const what = isEarlier ? 'file-as-of' : 'file';
    const opened = await openedFor(runtime, params.file, reader, what, isEarlier ? query : undefined);
    if (isRefusal(opened)) return opened;
    if (isEarlier) return this.earlier(opened, query, language);
    return reply(await fileView(runtime, opened, person, language), { etag: `"${opened.file.version}"` });
  }

  private async earlier(
    opened: Opened,
    { at, knownOn }: Partial<Looking>,
    language: Language,
  ): Promise<Reply | Refusal> {
    const runtime = this.state.running();
    const today = dayOf(runtime.clock.now());
    const looking = { at: at ?? today, knownOn: knownOn ?? today };
    const then = await asItStood(runtime, opened, looking);
    if (then === null) return refuse('not-found', words.notFound);
    const view = await stillView(runtime, then, language, midnight(addDays(looking.at, 1)));
    return reply({ ...view, ...looking });
  }

  @Does(operations.readTrail)
  async trail(
    @Ask() { params, query, reader, language }: Asked<typeof operations.readTrail>,
  ): Promise<Reply | Refusal> {
    const events = await trailOf(this.state.running(), params.file, reader, { ...query, language });
    return isRefusal(events) ? events : reply(events);
  }
}
