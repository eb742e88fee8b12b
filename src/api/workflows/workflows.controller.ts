import { Controller, Inject } from '@nestjs/common';
import type { Workflow } from '../../../workflows/definition.js';
import { diagram } from '../../diagram/index.js';
import { refuse, type Refusal } from '../../engine/refusals.js';
import { words as engineWords } from '../../engine/words.js';
import type { Registered } from '../../engine/registry.js';
import { Ask, Does, type Asked } from '../asked.js';
import type { Language } from '../language.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import { summaryOf, viewOf } from './workflow-view.js';
import * as operations from './workflows.operations.js';

/** The workflows as they are now. */
@Controller()
export class WorkflowsController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listWorkflows)
  list(@Ask() { language }: Asked<typeof operations.listWorkflows>): Reply {
    const charts = this.state.running().registry.all();
    return reply({ workflows: charts.map((chart) => summaryOf(chart, language)) });
  }

  @Does(operations.readWorkflow)
  read(@Ask() { params, language }: Asked<typeof operations.readWorkflow>): Reply | Refusal {
    const chart = this.chart(params.name);
    return chart === undefined ? notThere() : reply(viewOf(chart, language));
  }

  @Does(operations.readDiagram)
  async diagram(@Ask() { params, language }: Asked<typeof operations.readDiagram>): Promise<Reply | Refusal> {
    const chart = this.chart(params.name);
    return chart === undefined ? notThere() : reply(await picture(chart.workflow, language), SVG);
  }

  private chart(name: string): Registered | undefined {
    return this.state.running().registry.newest(name);
  }
}

/** A picture brings its own style, and may have nothing else. */
const SVG = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

const drawn = new WeakMap<Workflow, Map<Language, Promise<string>>>();

/** The picture of a workflow, drawn once in each language. */
function picture(workflow: Workflow, language: Language): Promise<string> {
  const own = drawn.get(workflow) ?? new Map<Language, Promise<string>>();
  drawn.set(workflow, own);
  const made = own.get(language) ?? diagram(workflow, language);
  own.set(language, made);
  return made;
}

const notThere = (): Refusal => refuse('not-found', engineWords.unknownWorkflow);
