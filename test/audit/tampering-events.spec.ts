import { living, type Expected, type Tampered } from './tampered-story.js';

describe('tampering with a superuser’s SQL', () => {
  const { s, expectFound } = living();

  describe('events that were made up or rewritten, with the chain made to fit', () => {
    it.each<[string, Tampered, Expected]>([
      [
        'a step that was possible',
        (t) =>
          t.forge(s.idle, 1, (body) => {
            delete body.opens;
            Object.assign(body, { type: 'drop', data: { reason: 'rain' }, known: {} });
            Object.assign(body, {
              recordedAt: '2021-04-10T08:00:00.000Z',
              occurredAt: '2021-04-10T08:00:00.000Z',
            });
          }),
        () => [
          { kind: 'state', file: s.idle },
          { kind: 'fact', file: s.idle, seq: 5 },
        ],
      ],
      [
        'a step that was not possible',
        (t) =>
          t.forge(s.idle, 1, (body) => {
            delete body.opens;
            Object.assign(body, { type: 'split', data: {}, known: {} });
            Object.assign(body, { recordedAt: '2021-04-10T08:00:00.000Z' });
          }),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 5 }],
      ],
      [
        'a step that only another process can send',
        (t) =>
          t.forge(s.lent, 1, (body) => {
            delete body.opens;
            Object.assign(body, { type: 'giveBack', data: {}, recordedAt: '2021-04-10T08:00:00.000Z' });
          }),
        () => [{ kind: 'impossible-event', file: s.lent, seq: 3 }],
      ],
      [
        'a delivery that nobody sent',
        (t) =>
          t.forge(s.lent, 2, (body) => {
            Object.assign(body, {
              type: 'giveBack',
              data: {},
              cause: { kind: 'process', event: `${s.holder}:4` },
            });
            Object.assign(body, { step: `${s.holder}:4` });
            delete body.command;
          }),
        () => [
          { kind: 'cause', file: s.lent, seq: 3 },
          { kind: 'state', file: s.lent },
        ],
      ],
      [
        'a guard’s look-up',
        (t) =>
          t.rewriteChained(s.holder, 2, ({ known }) => ((known?.household as { adults: number }).adults = 0)),
        () => [{ kind: 'impossible-event', file: s.holder, seq: 2 }],
      ],
      [
        'how many processes were open',
        (t) => t.rewriteChained(s.idle, 1, (body) => (body.known = { openProcesses: { errand: 1 } })),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 1 }],
      ],
      [
        'the district on the day',
        (t) => t.rewriteChained(s.idle, 3, (body) => (body.district = 'skarpnack')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 3 }],
      ],
      [
        'when a deadline passed',
        (t) => t.rewriteChained(s.idle, 4, (body) => (body.occurredAt = '2021-03-12T23:00:00.000Z')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 4 }],
      ],
      [
        'a moment before the opening',
        (t) => t.rewriteChained(s.idle, 2, (body) => (body.occurredAt = '2021-02-01T09:00:00.000Z')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 2 }],
      ],
      [
        'a moment after the recording',
        (t) => t.rewriteChained(s.idle, 2, (body) => (body.occurredAt = '2021-03-04T09:00:00.000Z')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 2 }],
      ],
      [
        'a recording before the one it follows',
        (t) =>
          t.rewriteChained(s.busy, 10, (body) => {
            body.recordedAt = body.occurredAt = '2021-03-01T09:00:00.000Z';
          }),
        () => [{ kind: 'impossible-event', file: s.busy, seq: 10 }],
      ],
      [
        'who confirmed as the second person',
        (t) => t.rewriteChained(s.busy, 14, (body) => (body.by = 'first.handler')),
        () => [{ kind: 'impossible-event', file: s.busy, seq: 14 }],
      ],
      [
        'from which organisation the second person came',
        (t) => t.rewriteChained(s.busy, 14, (body) => (body.orgKind = 'district')),
        () => [{ kind: 'impossible-event', file: s.busy, seq: 14 }],
      ],
      [
        'what was said: a step’s data',
        (t) => t.rewriteChained(s.busy, 14, (body) => (body.data = { until: '2021-12-01' })),
        () => [{ kind: 'state', file: s.busy }],
      ],
      [
        'an unknown field',
        (t) => t.rewriteChained(s.idle, 2, (body) => (body['more'] = 'something')),
        () => [{ kind: 'impossible-event', file: s.idle, seq: 2 }],
      ],
    ])('%s', (_, tampered, expected) => expectFound(tampered, expected));
  });
});
