import type { Pool } from 'pg';
import { verify } from '../../src/audit/verify.js';
import type { Command, Done } from '../../src/engine/command.js';
import { newTool } from '../fixtures/workflows/errand/index.js';
import type { TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';

/** A stream of numbers from 0 up to (not with) 1 that is the same each time for a seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list, by chance. */
export const oneOf = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** Opens so many pots and givers, and names their files. */
export async function potsAndGiversIn(e: TestEngine, pots: number, givers: number) {
  const open = async (workflow: string, data: object, n: number) =>
    (await e.do({ open: workflow, data, id: `open-${workflow}-${n}` })).file;
  const each = <T>(count: number, make: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, n) => make(n)));
  return {
    pots: await each(pots, (n) => open('pot', { ...newTool, number: `${n + 1}` }, n)),
    givers: await each(givers, (n) => open('giver', { household }, n)),
  };
}

/** Commands to givers by chance, the same each time for a seed: half give to a pot, half keep. Their ids begin with `name`. */
export function givenAndKept(
  e: TestEngine,
  { pots, givers }: Awaited<ReturnType<typeof potsAndGiversIn>>,
  { count, seed, name }: { readonly count: number; readonly seed: number; readonly name: string },
): Command[] {
  const random = chance(seed);
  return Array.from({ length: count }, (_, n) => {
    const [file, amount] = [oneOf(givers, random), 1 + Math.floor(random() * 9)];
    const give = { event: 'give', data: { pot: { ref: `${oneOf(pots, random)}/1` }, amount, note: 'Hej' } };
    const asked = random() < 0.5 ? give : { event: 'keep', data: { amount } };
    return e.command({ id: `${name}-${n}`, file, process: 1, ...asked });
  });
}

/** Where each acknowledged command stands in a chain. */
export type Acknowledged = ReadonlyMap<string, Pick<Done, 'file' | 'seq'>>;

/** Every event that carries one of these commands' ids, as `id file:seq`. */
export async function recorded(pool: Pool, prefix: string): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select command || ' ' || file_id || ':' || seq as line from event where command like $1 order by 1`,
    [`${prefix}%`],
  );
  return rows.map((row) => row.line);
}

/** The acknowledged commands in the form of `recorded`. */
export const acknowledgedLines = (acknowledged: Acknowledged): string[] =>
  [...acknowledged].map(([id, { file, seq }]) => `${id} ${file}:${seq}`).sort();

/** What is amiss in chains, rows and sums: nothing, however the steps came about. */
export async function amiss(e: TestEngine): Promise<string[]> {
  const { rows: broken } = await e.ownerPool.query<{ line: string }>(BROKEN);
  const { rows: sums } = await e.ownerPool.query<Record<'given' | 'got' | 'gave' | 'received', string>>(SUMS);
  const [{ given, got, gave, received } = { given: '', got: '', gave: '', received: '' }] = sums;
  const found = await verify(e.ownerPool, e.registry, { vault: e.vault });
  return [
    ...broken.map((row) => row.line),
    ...(given === got && gave === received ? [] : [`given ${given} in ${gave}, got ${got} in ${received}`]),
    ...found.findings.map((one) => `${one.kind} ${one.file}:${one.seq ?? ''} ${one.sentence.en}`),
  ];
}

/** Chains with a gap or a wrong hash, and files whose version is not their number of events. */
const BROKEN = `
select 'chain ' || file_id || ':' || seq as line from (
  select file_id, seq, hash, canonical, row_number() over w as place, lag(hash) over w as head
  from event window w as (partition by file_id order by seq)) as e
where seq <> place or hash <> sha256(coalesce(head, ''::bytea) || canonical)
union all
select 'version ' || f.id from case_file f
where f.version <> (select count(*) from event e where e.file_id = f.id)
   or f.head <> (select hash from event e where e.file_id = f.id order by seq desc limit 1)
union all
select 'no file ' || e.file_id from event e where not exists (select from case_file f where f.id = e.file_id)`;

const SUMS = `
select
  (select coalesce(sum((p.stored #>> '{context,sum}')::int), 0) from process p where workflow = 'giver')
  - (select coalesce(sum((convert_from(canonical, 'UTF8')::jsonb #>> '{data,amount}')::int), 0) from event
     where convert_from(canonical, 'UTF8')::jsonb ->> 'type' = 'keep') as given,
  (select coalesce(sum((p.stored #>> '{context,sum}')::int), 0) from process p where workflow = 'pot') as got,
  (select count(*) from event where convert_from(canonical, 'UTF8')::jsonb ->> 'type' = 'give') as gave,
  (select count(*) from event where convert_from(canonical, 'UTF8')::jsonb ->> 'type' = 'receive') as received`;
