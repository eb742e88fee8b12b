import { Controller, Inject } from '@nestjs/common';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { documentOf, documentsOf } from '../../files/documents.js';
import { Ask, Does, type Asked } from '../asked.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './documents.operations.js';

/** The papers that workflows write. */
@Controller()
export class DocumentsController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listDocuments)
  async list(
    @Ask() { params, reader, language }: Asked<typeof operations.listDocuments>,
  ): Promise<Reply | Refusal> {
    const found = await documentsOf(this.state.running(), params.file, reader, language);
    return isRefusal(found) ? found : reply(found);
  }

  @Does(operations.readDocument)
  async read(
    @Ask() { params, reader, language }: Asked<typeof operations.readDocument>,
  ): Promise<Reply | Refusal> {
    const found = await documentOf(this.state.running(), params.file, params.document, reader, language);
    return isRefusal(found) ? found : reply(found.view);
  }
}
