import { z } from 'zod';
import { giveOutcome, reviewItem } from '../../access/review/outcome.js';
import { reviewQueue, waitingReviews, type QueuePlace } from '../../access/review/queue.queries.js';
import { outcomes, rules, type Outcome, type Rule } from '../../access/review/review.words.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { page } from '../page.js';
import { notFound } from '../pages/messages.page.js';
import { reviewsPage } from '../pages/reviews.page.js';
import { text } from '../pages/reviews.words.js';
import { itemShown, lineOf, placeOf } from './review-lines.js';

const PAGE = 50;
const LONGEST_NOTE = 4_000;
const number = () =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number);
/** Behind which item a page begins: `e` for an emergency access or `o` for another, and its number. */
const place = () =>
  z
    .string()
    .regex(/^[eo][1-9]\d{0,8}$/)
    .transform((at): QueuePlace => ({ isEmergency: at.startsWith('e'), id: Number(at.slice(1)) }));
const ruleNames = Object.keys(rules) as [Rule, ...Rule[]];
const outcomeNames = Object.keys(outcomes) as [Outcome, ...Outcome[]];
const oneReview = z.object({ review: number() });

const queue = page(
  {
    id: 'reviews',
    method: 'GET',
    path: '/reviews',
    permission: 'reviewer',
    audit: [],
    logs: ['reviews'],
    query: z.object({
      state: z.enum(['waiting', 'done', 'all']).default('waiting'),
      rule: z.enum(ruleNames).optional(),
      after: place().optional(),
      done: number().optional(),
    }),
  },
  async ({ runtime, reader, language, query: { state, rule, after, done } }) => {
    const { pool, accessLog, directory } = runtime;
    const who = await reader();
    await accessLog.other(who, 'reviews', {});
    const items = await reviewQueue(pool, who.person, { rule, state }, { after, limit: PAGE });
    const waiting = await waitingReviews(pool, who.person);
    const snapshot = await directory.snapshot();
    const last = items.length < PAGE ? undefined : items.at(-1);
    return reviewsPage({
      ...{ language, done, filter: { state, rule } },
      lines: items.map((item) => lineOf(item, snapshot, language)),
      rules: ruleNames.map((one) => ({
        rule: one,
        label: rules[one][language],
        waiting: waiting.get(one) ?? 0,
      })),
      next: last === undefined ? null : placeOf(last),
    });
  },
);

/** Shows nothing itself: it leads to the first item that waits, so that one press follows another. */
const next = page(
  {
    id: 'nextReview',
    method: 'GET',
    path: '/reviews/next',
    permission: 'reviewer',
    audit: [],
    query: z.object({ after: place().optional(), done: number().optional() }),
  },
  async ({ runtime, session, query: { after, done } }) => {
    const sought = { state: 'waiting' } as const;
    const person = session.person as Person;
    const [item] = await reviewQueue(runtime.pool, person, sought, { after, limit: 1 });
    const toast = done === undefined ? '' : `?done=${done}`;
    return { go: item === undefined ? `/reviews${toast}` : `/reviews/${item.id}${toast}` };
  },
);

const one = page(
  {
    id: 'review',
    method: 'GET',
    path: '/reviews/:review',
    permission: 'reviewer',
    audit: [],
    logs: ['reviews'],
    params: oneReview,
    query: z.object({ done: number().optional() }),
  },
  async (asked) => {
    const { runtime, reader, params, language } = asked;
    const who = await reader();
    await runtime.accessLog.other(who, 'reviews', {});
    const item = await reviewItem(runtime.pool, who.person, params.review);
    if (item === undefined) return notFound(language);
    return itemShown(asked, who.person, item, { done: asked.query.done });
  },
);

const outcome = page(
  {
    id: 'giveOutcome',
    method: 'POST',
    path: '/reviews/:review/outcome',
    permission: 'reviewer',
    audit: [],
    params: oneReview,
    body: z.strictObject({ outcome: z.enum(outcomeNames), note: z.string().max(20_000).default('') }),
  },
  async (asked) => {
    const { runtime, session, params, body, language } = asked;
    const person = session.person as Person;
    const note = body.note.trim();
    const item = await reviewItem(runtime.pool, person, params.review);
    if (item === undefined) return notFound(language);
    if (note.length > LONGEST_NOTE)
      return itemShown(asked, person, item, { note, fault: text[language].tooLong });
    const given = { outcome: body.outcome, ...(note !== '' && { note }) };
    const answer = await giveOutcome(runtime, person, params.review, given);
    if ('ok' in answer && isRefusal(answer)) {
      const fault = answer.sentences.map((one) => one[language]).join(' ');
      return itemShown(asked, person, item, { note, fault });
    }
    return { go: `/reviews/next?done=${params.review}` };
  },
);

/** The queue of reviews, its items, and their outcomes. */
export const reviewsPages = [queue, next, one, outcome];
