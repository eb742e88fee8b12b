import { Controller, Inject } from '@nestjs/common';
import type { Asked as EngineAsked } from '../../engine/command.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { Metrics } from '../../platform/metrics.js';
import { Ask, Does, type Asked } from '../asked.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './steps.operations.js';
import { correctionTaken } from '../../files/corrections.js';
import { sealingTaken } from '../../files/sealing.js';
import type { Foreseen } from '../../files/event-shapes.js';
import type { SteppedView } from '../../files/shapes.js';
import { stepTaken, type StepAsked } from '../../files/steps.js';

/** Opening and steps: all that changes a case. */
@Controller()
export class StepsController {
  constructor(
    @Inject(ServerState) private readonly state: ServerState,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Does(operations.openFile)
  openFile(@Ask() asked: Asked<typeof operations.openFile>): Promise<Reply | Refusal> {
    const { workflow, data } = asked.body;
    return this.step(asked, { open: workflow, data });
  }

  @Does(operations.openProcess)
  openProcess(@Ask() asked: Asked<typeof operations.openProcess>): Promise<Reply | Refusal> {
    const { workflow, data } = asked.body;
    return this.step(asked, { open: workflow, file: asked.params.file, data });
  }

  @Does(operations.sendFileEvent)
  fileEvent(@Ask() asked: Asked<typeof operations.sendFileEvent>): Promise<Reply | Refusal> {
    const { type, data } = asked.body;
    return this.step(asked, { event: type, file: asked.params.file, data });
  }

  @Does(operations.sendProcessEvent)
  processEvent(@Ask() asked: Asked<typeof operations.sendProcessEvent>): Promise<Reply | Refusal> {
    const { type, data } = asked.body;
    return this.step(asked, { event: type, ...asked.params, data });
  }

  @Does(operations.correctEvent)
  async correct(@Ask() asked: Asked<typeof operations.correctEvent>): Promise<Reply | Refusal> {
    const { body: data, query, params, person, reader, language, key, expectedVersion } = asked;
    const view = await correctionTaken(this.state.running(), {
      ...{ person, reader, language, key, expectedVersion, data },
      ...{ file: params.file, of: params.seq, dryRun: query.dryRun },
    });
    if (isRefusal(view)) return view;
    return reply(view, 'version' in view && view.version !== undefined ? { etag: `"${view.version}"` } : {});
  }

  @Does(operations.sealEntry)
  async seal(@Ask() asked: Asked<typeof operations.sealEntry>): Promise<Reply | Refusal> {
    const { body, query, params, person, reader, language, key, expectedVersion } = asked;
    const view = await sealingTaken(this.state.running(), {
      ...{ person, reader, language, key, expectedVersion, reason: body.reason, keep: body.keep },
      ...{ file: params.file, of: params.seq, dryRun: query.dryRun },
    });
    if (isRefusal(view)) return view;
    return reply(view, 'version' in view && view.version !== undefined ? { etag: `"${view.version}"` } : {});
  }

  private async step(asked: AnyStep, what: EngineAsked): Promise<Reply | Refusal> {
    const { body, query, person, reader, language, key, expectedVersion } = asked;
    const step: StepAsked = {
      ...{ person, reader, language, key, expectedVersion },
      asked: what,
      occurredAt: body.occurredAt,
      dryRun: query.dryRun,
    };
    const view = await stepTaken(this.state.running(), step);
    this.metrics.steps.inc({ answer: answerOf(view) });
    if (isRefusal(view)) return view;
    if ('dryRun' in view) return { ...reply(view), status: 200 };
    return reply(view, {
      ...('open' in what && { location: `/api/v1/files/${view.id}` }),
      ...(view.version !== undefined && { etag: `"${view.version}"` }),
    });
  }
}

function answerOf(view: SteppedView | Foreseen | Refusal): string {
  if (isRefusal(view)) return view.code;
  if ('dryRun' in view) return 'foreseen';
  if (view.step.repeated) return 'repeated';
  return view.step.proposed ? 'proposed' : 'taken';
}

/** What every step has in common. */
interface AnyStep extends Omit<Asked<typeof operations.openFile>, 'body' | 'params'> {
  readonly body: { readonly occurredAt?: string | undefined };
}
