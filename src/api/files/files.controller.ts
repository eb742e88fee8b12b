import { Controller, Inject } from '@nestjs/common';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { Ask, Does, type Asked } from '../asked.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import { fileView, openedFor } from './file-view.js';
import * as operations from './files.operations.js';
import { listed } from './list.js';
import { numberOfFile, wantedBy } from './search.js';
import type { FileList } from './shapes.js';
import { trailOf } from './trail.js';

/** Reading: lists, search, a file, its audit trail. */
@Controller()
export class FilesController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listFiles)
  async list(@Ask() { query, person, language }: Asked<typeof operations.listFiles>): Promise<Reply<FileList>> {
    const { cursor, limit, text, assignee, ...wanted } = query;
    const whose = assignee === 'me' ? person.login : assignee;
    const number = text === undefined ? undefined : numberOfFile(text);
    const page = { cursor, limit, language };
    if (number !== undefined && !/^[0-9a-z]+$/.test(number)) return reply({ files: [], next: null });
    return reply(await listed(this.state.running(), person, { ...wanted, assignee: whose, number }, page));
  }

  @Does(operations.searchFiles)
  async search(@Ask() { body, person, language }: Asked<typeof operations.searchFiles>): Promise<Reply<FileList>> {
    const runtime = this.state.running();
    const wanted = wantedBy(body.text, person, runtime.engine.ports.vault);
    if (wanted === null) return reply({ files: [], next: null });
    return reply(await listed(runtime, person, wanted, { cursor: body.cursor, limit: body.limit, language }));
  }

  @Does(operations.readFile)
  async read(@Ask() { params, person, language }: Asked<typeof operations.readFile>): Promise<Reply | Refusal> {
    const runtime = this.state.running();
    const opened = await openedFor(runtime, params.file, person);
    if (isRefusal(opened)) return opened;
    return reply(await fileView(runtime, opened, person, language), { etag: `"${opened.file.version}"` });
  }

  @Does(operations.readTrail)
  async trail(@Ask() { params, query, person, language }: Asked<typeof operations.readTrail>): Promise<Reply | Refusal> {
    const events = await trailOf(this.state.running(), params.file, person, { ...query, language });
    return isRefusal(events) ? events : reply(events);
  }
}
