import { Controller, Inject } from '@nestjs/common';
import { emergencyReasons, offered, purposes, type Purpose } from '../../access/purposes.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { emergencyEnded, emergencyOpened, purposeStated } from '../../files/why.js';
import { Ask, Does, type Asked } from '../asked.js';
import type { Language } from '../language.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './purpose.operations.js';

/** Why a file is read: stated by those who see it, and in an emergency by those who do not. */
@Controller()
export class PurposeController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listAccessReasons)
  reasons(@Ask() { language }: Asked<typeof operations.listAccessReasons>): Reply {
    const now = this.state.running().clock.now();
    const told = (list: readonly Purpose[]) => inWords(offered(list, now), language);
    return reply({ purposes: told(purposes), emergency: told(emergencyReasons) });
  }

  @Does(operations.statePurpose)
  async purpose(@Ask() asked: Asked<typeof operations.statePurpose>): Promise<Reply | Refusal> {
    const { params, body, reader } = asked;
    return answer(await purposeStated(this.state.running(), reader, params.file, body));
  }

  @Does(operations.openEmergency)
  async open(@Ask() asked: Asked<typeof operations.openEmergency>): Promise<Reply | Refusal> {
    const { params, body, reader } = asked;
    return answer(await emergencyOpened(this.state.running(), reader, params.file, body));
  }

  @Does(operations.endEmergency)
  async end(@Ask() { params, reader }: Asked<typeof operations.endEmergency>): Promise<Reply | Refusal> {
    return answer(await emergencyEnded(this.state.running(), reader, params.file));
  }
}

function answer<A extends { readonly ok: true }>(done: A | Refusal): Reply | Refusal {
  if (isRefusal(done)) return done;
  const { ok: _, ...told } = done;
  return reply(told);
}

const inWords = (list: readonly Purpose[], language: Language) =>
  list.map(({ code, label }) => ({ code, label: label[language] }));
