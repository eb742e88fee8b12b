import { Controller, Inject } from '@nestjs/common';
import { dayOf } from '../../domain/zone.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { changesSeen } from '../../files/report-changes.js';
import { audienceOf, sourceOf } from '../../files/report-reader.js';
import { answer, formatted, mediaTypes, toJson, type Format } from '../../reports/index.js';
import { Ask, Does, type Asked } from '../asked.js';
import { Problem } from '../problem.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './reports.operations.js';

/** The reports, in the format that the reader asks for. */
@Controller()
export class ReportsController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.readReportChanges)
  async changes(@Ask() asked: Asked<typeof operations.readReportChanges>): Promise<Reply | Refusal> {
    const { params, query, reader } = asked;
    const found = await changesSeen(this.state.running(), reader, params.name, query);
    if (isRefusal(found)) return found;
    const { then, differences, changed, happenedSince } = found;
    return reply({
      ...{ report: then.report, asKnownOn: then.basis.asKnownOn, differences, happenedSince },
      changed: changed.map(({ as, file, day, row, column, event, isCorrection }) => ({
        ...{ as, file, day, row, column, event, isCorrection },
      })),
    });
  }

  @Does(operations.readReport)
  async read(@Ask() asked: Asked<typeof operations.readReport>): Promise<Reply | Refusal> {
    const { params, query, person, reader, language, accept } = asked;
    const { format = formatFor(accept), ...parameters } = query;
    const runtime = this.state.running();
    const asking = { today: dayOf(runtime.clock.now()), reader: audienceOf(person), parameters };
    const made = await answer(sourceOf(runtime), params.name, asking);
    await runtime.accessLog.report(reader, params.name, format, made);
    if (isRefusal(made)) return made;
    if (format === 'json') return reply(toJson(made, language));
    const headers = { 'content-type': mediaTypes[format], vary: 'Accept-Language, Accept' };
    const name = `${made.report}-${made.parameters.year}.${format === 'table' ? 'txt' : format}`;
    return reply(await formatted(made, format, language), {
      ...headers,
      'content-disposition': `attachment; filename="${name}"`,
    });
  }
}

const BY_MEDIA: Readonly<Record<string, Format>> = {
  'application/json': 'json',
  'application/*': 'json',
  '*/*': 'json',
  'text/csv': 'csv',
  'text/*': 'csv',
  'text/plain': 'table',
  [mediaTypes.xlsx]: 'xlsx',
  [mediaTypes.pdf]: 'pdf',
};

/** The first format of `Accept` that there is. Throws the problem when there is none. */
function formatFor(accept: string): Format {
  for (const part of accept.split(',').slice(0, 20)) {
    const format = BY_MEDIA[(part.split(';')[0] as string).trim().toLowerCase()];
    if (format !== undefined) return format;
  }
  throw new Problem('not-acceptable');
}
