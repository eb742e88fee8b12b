import { Controller, Inject } from '@nestjs/common';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { attachmentOf, attachmentsIn, attachTo, type Fetched } from '../../files/attachments.js';
import { openedFor } from '../../files/file-view.js';
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

  @Does(operations.listAttachments)
  async attachments(
    @Ask() { params, reader, language }: Asked<typeof operations.listAttachments>,
  ): Promise<Reply | Refusal> {
    const runtime = this.state.running();
    const opened = await openedFor(runtime, params.file, reader, 'documents');
    if (isRefusal(opened)) return opened;
    return reply({ attachments: await attachmentsIn(runtime, opened, language) });
  }

  @Does(operations.readAttachment)
  async attachment(
    @Ask() { params, reader }: Asked<typeof operations.readAttachment>,
  ): Promise<Reply | Refusal> {
    const found = await attachmentOf(this.state.running(), params.file, params.attachment, reader);
    return isRefusal(found) ? found : reply(found.content, asDownload(found));
  }

  @Does(operations.addAttachment)
  async attach(
    @Ask() { params, body, ...by }: Asked<typeof operations.addAttachment>,
  ): Promise<Reply | Refusal> {
    const { file: upload, ...said } = body;
    const view = await attachTo(this.state.running(), { ...by, file: params.file, upload, said });
    return isRefusal(view) ? view : reply(view);
  }
}

/** It is kept and not shown: what it holds was written by others. */
const asDownload = ({ name, type }: Fetched): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'content-security-policy': "default-src 'none'; sandbox",
});
