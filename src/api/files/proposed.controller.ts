import { Controller, Inject } from '@nestjs/common';
import type { Instant } from '../../../workflows/definition.js';
import { instantOf } from '../../domain/zone.js';
import { isRefusal, refuse, type Refusal } from '../../engine/refusals.js';
import { proposedFor, type Proposed } from '../../files/proposed.js';
import type { ProposedView } from '../../files/proposed-shapes.js';
import type { WaitingFamily } from '../../files/waiting.js';
import { namesOf } from '../../files/work-list.js';
import { Ask, Does, type Asked } from '../asked.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import { words } from '../words.js';
import * as operations from './proposed.operations.js';

/** Whom a flat is proposed to, and was. */
@Controller()
export class ProposedController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.readProposed)
  async families(
    @Ask() { params, query, reader }: Asked<typeof operations.readProposed>,
  ): Promise<Reply<ProposedView> | Refusal> {
    const runtime = this.state.running();
    const now = runtime.clock.now();
    const moment = query.at === undefined ? null : momentIn(query.at);
    if (query.at !== undefined && (moment === null || moment > now))
      return refuse('invalid-data', words.notYet, { fields: [{ path: 'at', message: words.notYet }] });
    const proposed = await proposedFor(runtime, reader, params.file, moment);
    if (isRefusal(proposed)) return proposed;
    const called = await namesOf(runtime, reader.person, proposed.files);
    return reply(viewOf(proposed, moment ?? now, (file) => called.get(file) ?? null));
  }
}

function momentIn(written: string): Instant | null {
  try {
    return instantOf(written);
  } catch {
    return null;
  }
}

function viewOf(
  { flat, by: { day, rules }, then, isFree, sifted }: Proposed,
  at: Instant,
  name: (file: string) => string | null,
): ProposedView {
  const told = ({ file, process, district, queueDate }: WaitingFamily) => ({
    ...{ file, process, name: name(file), district, queueDate },
  });
  const keptFor = then === null ? flat.keptFor : then.keptFor;
  return {
    ...{ flat: flat.file, at, isFree },
    rules: { day, points: rules.weights, holdEmptyDays: rules.holdEmpty },
    families: sifted.fit.map(({ family, points, amounts }, index) => ({
      place: index + 1,
      ...{ ...told(family), points, amounts, isKeptFor: keptFor === family.file },
    })),
    others: sifted.not.map(({ what, why }) => ({ ...told(what), why })),
  };
}
