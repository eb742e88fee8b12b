import type { Registry } from '../../src/engine/registry.js';

/** Names of events, right for some process or file and wrong for most, and some that are names of nothing. */
export function absurdEvents(registry: Registry): readonly string[] {
  const ofProcesses = registry.all().flatMap(({ workflow }) => Object.keys(workflow.events));
  const ofFiles = registry.allKinds().flatMap((kind) => Object.keys(kind.events));
  const nothing = [
    '',
    'open',
    'constructor',
    '__proto__',
    'toString',
    'xstate.init',
    '*',
    "'; drop table event; --",
  ];
  return [...ofProcesses, ...ofProcesses, ...ofFiles, ...nothing];
}

/** What nobody should send, made of data that would do. */
export const absurdData = (sane: object): readonly unknown[] => [
  null,
  [],
  'text',
  7,
  {},
  { ...sane, surplus: true },
  { ...sane, reason: 'no-such-reason' },
  { ...sane, reason: ['area'] },
  { ...sane, on: '2021-02-30' },
  { ...sane, on: 'imorgon', until: 20210101 },
  { ...sane, dwelling: { ref: 'no-such-file/1' } },
  { ...sane, dwelling: { ref: '../../etc/passwd' } },
  { ...sane, dwelling: 'flat' },
  { ...sane, note: 'ä'.repeat(5_000) },
  { ...sane, note: '\u0000\u202e<script>' },
  { ...sane, handler: 'shis.handlaggare', to: 'atlantis' },
  JSON.parse('{"__proto__":{"reason":"area"},"constructor":{}}'),
];

/** Moments that nothing can have happened at, or that are none. */
export const absurdMoments = (now: string): readonly string[] => [
  new Date(Date.parse(now) + 86_400_000).toISOString(),
  '1999-12-31T23:59:59Z',
  '2021-02-30T10:00:00Z',
  'yesterday',
  '',
];
