import { Controller, Inject } from '@nestjs/common';
import { Names } from '../../access/log-in-words.js';
import * as queries from '../../access/alerts.queries.js';
import { purposeLabel } from '../../access/purposes.js';
import { words } from '../../access/words.js';
import { refuse, type Refusal } from '../../engine/refusals.js';
import { Ask, Does, type Asked } from '../asked.js';
import { readCursor, writeCursor } from '../../files/cursor.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './alerts.operations.js';

/** Alerts of emergency access: each reads their own. */
@Controller()
export class AlertsController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listAlerts)
  async list(@Ask() { query, reader, language }: Asked<typeof operations.listAlerts>): Promise<Reply> {
    const { pool, accessLog, directory } = this.state.running();
    const page = { before: readCursor(query.cursor, ['number'])?.[0], limit: query.limit };
    await accessLog.other(reader, 'alerts', {});
    const alerts = await queries.listAlerts(pool, reader.person.login, page);
    const names = new Names(await directory.snapshot());
    const last = alerts.length < query.limit ? undefined : alerts.at(-1);
    return reply({
      alerts: alerts.map((one) => ({
        ...one,
        at: one.at.toISOString(),
        readAt: one.readAt?.toISOString() ?? null,
        name: names.person(one.by),
        organisation: names.organisation(one.organisation),
        reasonLabel: purposeLabel(one.reason)[language],
      })),
      next: last === undefined ? null : writeCursor([last.id]),
    });
  }

  @Does(operations.readAlert)
  async read(@Ask() { params, person }: Asked<typeof operations.readAlert>): Promise<Reply | Refusal> {
    const { pool, clock } = this.state.running();
    const isThere = await queries.markRead(pool, person.login, params.alert, clock.now());
    return isThere ? reply({ read: true }) : refuse('not-found', words.noAlert);
  }
}
