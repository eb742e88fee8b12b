import { Controller, Inject } from '@nestjs/common';
import { Names } from '../../access/log-in-words.js';
import type { Why } from '../../access/access-entry.js';
import { openNote } from '../../access/access-log.queries.js';
import { makeReviews } from '../../access/review/making.js';
import { giveOutcome } from '../../access/review/outcome.js';
import { listReviews, tallyReviews, type ReviewItem } from '../../access/review/review.queries.js';
import { outcomes, rules } from '../../access/review/review.words.js';
import { whyWords } from '../../access/words.js';
import { dayOf } from '../../domain/zone.js';
import type { Refusal } from '../../engine/refusals.js';
import type { Runtime } from '../../runtime.js';
import { Ask, Does, type Asked } from '../asked.js';
import { readCursor, writeCursor } from '../../files/cursor.js';
import type { Language } from '../language.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './reviews.operations.js';

/** The review of readings: what has come up, what it came to, and the statistics. */
@Controller()
export class ReviewsController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listReviews)
  async list(@Ask() { query, reader, language }: Asked<typeof operations.listReviews>): Promise<Reply> {
    const runtime = this.state.running();
    const { cursor, limit, ...sought } = query;
    const after = readCursor(cursor, ['number'])?.[0] ?? 0;
    await runtime.accessLog.other(reader, 'reviews', {});
    const items = await listReviews(runtime.pool, reader.person, sought, { after, limit });
    const last = items.length < limit ? undefined : items.at(-1);
    const reviews = await inWords(runtime, items, language);
    return reply({ reviews, next: last === undefined ? null : writeCursor([last.id]) });
  }

  @Does(operations.makeReviews)
  async make(): Promise<Reply> {
    const { pool, engine, directory, clock } = this.state.running();
    const ports = { pool, vault: engine.ports.vault, registers: directory };
    return reply({ made: await makeReviews(ports, clock.now()) });
  }

  @Does(operations.giveOutcome)
  async outcome(@Ask() asked: Asked<typeof operations.giveOutcome>): Promise<Reply | Refusal> {
    const { params, body, person, language } = asked;
    const runtime = this.state.running();
    const item = await giveOutcome(runtime, person, params.review, body);
    if ('ok' in item) return item;
    const [view] = await inWords(runtime, [item], language);
    return reply(view);
  }

  @Does(operations.readReviewStatistics)
  async statistics(
    @Ask() { query, reader, language }: Asked<typeof operations.readReviewStatistics>,
  ): Promise<Reply> {
    const { pool, accessLog, clock } = this.state.running();
    await accessLog.other(reader, 'reviews', {});
    const month = dayOf(clock.now()).slice(0, 7);
    const from = query.from ?? `${month.slice(0, 4)}-01`;
    const rows = await tallyReviews(pool, reader.person, { from, to: query.to ?? month });
    return reply({ rows: rows.map((row) => ({ ...row, ...labels(row, language) })) });
  }
}

async function inWords(
  { directory, engine }: Runtime,
  items: readonly ReviewItem[],
  language: Language,
): Promise<operations.ReviewView[]> {
  const names = new Names(await directory.snapshot());
  const ports = { keys: engine.keys, vault: engine.ports.vault };
  return Promise.all(
    items.map(async (item) => ({
      ...{ id: item.id, rule: item.rule, day: item.day, login: item.login, file: item.file },
      ...{ at: item.at.toISOString(), entry: `${item.stream}:${item.seq}`, outcome: item.outcome },
      ...labels(item, language),
      name: names.person(item.login),
      organisation: names.organisation(item.organisation),
      whyLabel: whyWords[item.why as Why][language],
      note: item.note === null ? null : await openNote(ports, item.stream, item.note),
      by: item.outcomeBy,
      reviewedAt: item.outcomeAt?.toISOString() ?? null,
    })),
  );
}

const labels = ({ rule, outcome }: Pick<ReviewItem, 'rule' | 'outcome'>, language: Language) => ({
  ruleLabel: rules[rule][language],
  outcomeLabel: outcome === null ? null : outcomes[outcome][language],
});
