import type { Pool } from 'pg';
import type { Text } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { MOST_ATTEMPTS } from '../engine/outbox.js';
import type { Registry } from '../engine/registry.js';

/** One kind of trouble: how much there is of it, and the first of it by file or name. */
export interface Check {
  readonly name: string;
  readonly says: Text;
  readonly count: number;
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 10;
const MINUTES_LATE = 10;
const text = (sv: string, en: string): Text => ({ sv, en });

/** Everything that a person should look at, as of `now`. */
export async function checks(pool: Pool, registry: Registry, now: string): Promise<Check[]> {
  const today = dayOf(now);
  return [
    await stuck(pool, registry, today),
    await unknownVersions(pool, registry, today),
    await check(pool, 'unseen-families', texts.unseen, UNSEEN, [today, now]),
    await check(pool, 'overdue-timers', texts.overdue, OVERDUE, [today, now, MINUTES_LATE]),
    await check(pool, 'incidents', texts.incidents, INCIDENTS, [today]),
    await check(pool, 'failed-messages', texts.messages, MESSAGES, [today]),
  ];
}

const texts = {
  stuck: text(
    'öppna ärenden som inte väntar på någon och saknar tidsfrist',
    'open cases that wait for nobody and have no clock',
  ),
  unknown: text(
    'öppna ärenden i en version av flödet som inte finns här',
    'open cases in a version of their workflow that is not here',
  ),
  unseen: text(
    'skyddade familjer som väntar på en organisation där ingen är namngiven handläggare',
    'protected families that wait for an organisation in which nobody is a named handler',
  ),
  overdue: text('tidsfrister som är mer än tio minuter sena', 'timers more than ten minutes late'),
  incidents: text('störningar som inte är avhjälpta', 'incidents that are still open'),
  messages: text('meddelanden som väntar på ett nytt försök', 'messages that wait for another try'),
} as const;

/** The number of a file; of a protected family's it is its handlers' alone. `$1` is the day. */
const FILE = `case when f.protected_until >= $1::date then 'protected' else f.id end`;

/** Told by whom they wait for. */
const UNSEEN = `
select p.waits_for as example, count(*) over ()::int as count
from process p join case_file f on f.id = p.file_id
where p.is_open and p.waits_for is not null and f.protected_until >= $1::date and not exists (
  select from unnest(f.handlers) as h(login)
    join lateral (select organisation from person where login = h.login and valid_from <= $2::timestamptz
      order by valid_from desc, id desc limit 1) as w on true
    join organisation o on o.code = w.organisation
  where o.kind = p.waits_for)
order by 1`;
const OVERDUE = `
select ${FILE} || '/' || process || ' ' || name as example, count(*) over ()::int as count
from deadline d join case_file f on f.id = d.file_id
where moves and reminded_at is null and due_at < $2::timestamptz - make_interval(mins => $3) order by due_at`;
const INCIDENTS = `
select ${FILE} || ' ' || subject || ' [' || code || ']' as example, count(*) over ()::int as count
from incident i join case_file f on f.id = i.file_id where closed_at is null order by first_at`;
const MESSAGES = `
select ${FILE} || ' ' || template || ' → ' || whom as example, count(*) over ()::int as count
from outbox o join case_file f on f.id = o.file_id
where sent_at is null and attempts between 1 and ${MOST_ATTEMPTS - 1} order by created_at`;

async function check(
  pool: Pool,
  name: string,
  says: Text,
  query: string,
  values: readonly unknown[],
): Promise<Check> {
  const limited = `${query} limit ${MOST_EXAMPLES}`;
  const { rows } = await pool.query<{ example: string; count: number }>(limited, [...values]);
  return { name, says, count: rows[0]?.count ?? 0, examples: rows.map(({ example }) => example) };
}

interface Group {
  readonly workflow: string;
  readonly version: number;
  readonly state: string;
  readonly count: number;
  readonly first: string;
}

const IDLE = `
select workflow, p.version, state, count(*)::int as count, min(${FILE} || '/' || number) as first
from process p join case_file f on f.id = p.file_id
where is_open and waits_for is null
  and not exists (select from deadline d where d.file_id = p.file_id and d.process = p.number)
group by workflow, p.version, state order by workflow, p.version, state`;

/** States that say why they rest are left out. */
async function stuck(pool: Pool, registry: Registry, today: string): Promise<Check> {
  const { rows } = await pool.query<Group>(IDLE, [today]);
  const idle = rows.filter(({ workflow, version, state }) => {
    const leaves = [...(registry.pinned(workflow, version)?.leaves.values() ?? [])];
    const leaf = leaves.find(({ primary, shown }) => primary && shown === state);
    return leaf !== undefined && leaf.spec?.restsBecause === undefined;
  });
  return grouped('stuck', texts.stuck, idle);
}

const VERSIONS = `
select workflow, p.version, '' as state, count(*)::int as count, min(${FILE} || '/' || number) as first
from process p join case_file f on f.id = p.file_id where is_open group by workflow, p.version order by workflow, p.version`;

async function unknownVersions(pool: Pool, registry: Registry, today: string): Promise<Check> {
  const { rows } = await pool.query<Group>(VERSIONS, [today]);
  const unknown = rows.filter(({ workflow, version }) => registry.pinned(workflow, version) === undefined);
  return grouped('unknown-versions', texts.unknown, unknown);
}

function grouped(name: string, says: Text, groups: readonly Group[]): Check {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const examples = groups.map(
    ({ workflow, version, state, count: many, first }) =>
      `${`${workflow}@${version} ${state}`.trim()}: ${many} (${first} …)`,
  );
  return { name, says, count, examples: examples.slice(0, MOST_EXAMPLES) };
}
