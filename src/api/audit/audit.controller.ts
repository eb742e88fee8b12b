import { Controller, Inject } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '../../engine/refusals.js';
import { provenFor } from '../../files/proofs.js';
import { Ask, Does, type Asked } from '../asked.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import { words } from '../words.js';
import * as operations from './audit.operations.js';

/** What shows that nothing was rewritten. */
@Controller()
export class AuditController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.readCheckpoint)
  async checkpoint(@Ask() { query }: Asked<typeof operations.readCheckpoint>): Promise<Reply | Refusal> {
    const checkpoint = await this.state.running().checkpoints.read(query.number);
    return checkpoint === null ? refuse('not-found', words.notFound) : reply(checkpoint);
  }

  @Does(operations.readProof)
  async proof(@Ask() { params, reader }: Asked<typeof operations.readProof>): Promise<Reply | Refusal> {
    const proof = await provenFor(this.state.running(), params.event, reader);
    if (isRefusal(proof)) return proof;
    const { ok: _, opened: __, ...shown } = proof;
    return reply(shown);
  }
}
