import { inPeriod, isLastTold, keys, known, lastTold } from './facts.sql.js';
import type { Measure } from './report.js';
import { offDays, workingDaysBetween } from './working-days.sql.js';

/** The steps that are timed, in the order of a case. */
export const STEPS = [
  'screening',
  'first-offer',
  'answer',
  'signing',
  'moving-in',
  'whole',
  'proposal',
  'proposal-answer',
] as const;
export type Step = (typeof STEPS)[number];

const OURS = `f.form = 'transitional' and ${inPeriod}`;
const dayOf = (instant: string): string =>
  `((${instant})::timestamptz at time zone 'Europe/Stockholm')::date`;
const isYes = (fact: string, stage: string): string =>
  `${fact}.kind = 'accepted' and ${fact}.stage = '${stage}'`;
const isLeft = (fact: string, state: string, ...to: readonly string[]): string =>
  `${fact}.kind = 'step' and ${fact}.data->>'state' = '${state}' and ${fact}.data->>'to' in (${to.map((one) => `'${one}'`).join(', ')})`;

/** The last fact `g` of the same file that is so. */
const lastOf = (wanted: string, is: string): string =>
  `select ${wanted} from fact g where g.file_id = f.file_id and ${is} and ${known('g')}
    order by g.seq desc, g.ordinal desc limit 1`;
const inSameProcess = 'g.process = f.process and (g.seq, g.ordinal) < (f.seq, f.ordinal)';
const inEarlierProcess = 'g.process < f.process';

/** A step is completed by an answer, and began with the yes before it. */
const ANSWERED = `case f.stage when 'referral' then 'screening' when 'offer' then 'answer' else 'signing' end`;
const YES_BEFORE = `case f.stage when 'referral' then 'submitted' when 'offer' then 'offered' else 'offer' end`;

const pass = (step: string, began: string, from: string, ended = 'f.occurred_on', own = 'f.process') =>
  `select f.file_id, f.process, f.district, f.form, ${step} as step, ${began} as began, ${ended} as ended,
    ${own} as referral from ${from}`;

/**
 * Every pass of a step that was completed in the period: when it began and ended. Each pass of a loop is one. What completes
 * a step is looked through once, and what began it looked up in its file.
 */
const passes = `
begun as materialized (
  select f.file_id, f.process, f.district, f.form, f.occurred_on, f.seq,
    (${lastOf('g.occurred_on', `${inEarlierProcess} and ${isYes('g', 'signed')}`)}) as signed_on,
    (${lastOf('g.process', `${inEarlierProcess} and ${isYes('g', 'submitted')}`)}) as referral
  from fact f where f.kind = 'movedIn' and ${OURS} and ${lastTold}),
moved as materialized (
  select f.* from fact f where f.kind = 'step' and ${OURS} and (f.data->>'state', f.data->>'to') in
    (('queued', 'offered'), ('sent', 'evaluating'), ('evaluating', 'fulfilled'), ('evaluating', 'sent'))),
passes as (${[
  pass(
    ANSWERED,
    'b.day',
    `fact f, lateral (${lastOf('g.occurred_on as day', `${inSameProcess} and g.kind = 'accepted' and g.stage = ${YES_BEFORE}`)}) b
    where (f.kind = 'accepted' and f.stage in ('referral', 'offer', 'signed') or f.kind = 'refused' and f.stage = 'offer')
      and f.kind in ('accepted', 'refused') and ${OURS}`,
  ),
  pass(
    `'first-offer'`,
    'b.day',
    `moved f, lateral (${lastOf('g.occurred_on as day, g.seq, g.ordinal', `${inSameProcess} and ${isYes('g', 'referral')}`)}) b
    where f.data->>'state' = 'queued' and not exists (select from fact g where g.file_id = f.file_id and ${inSameProcess}
      and (g.seq, g.ordinal) > (b.seq, b.ordinal) and ${isLeft('g', 'queued', 'offered')} and ${known('g')})`,
  ),
  pass(`'moving-in'`, 'f.signed_on', 'begun f'),
  `select distinct on (f.file_id) f.file_id, f.process, f.district, f.form, 'whole' as step,
    (select min(s.occurred_on) from fact s where s.file_id = f.file_id and s.process = f.referral
      and ${isYes('s', 'submitted')} and ${known('s')}) as began,
    f.occurred_on as ended, f.referral from begun f order by f.file_id, f.occurred_on, f.seq`,
  pass(
    `case f.data->>'state' when 'sent' then 'proposal' else 'proposal-answer' end`,
    dayOf(`f.data->>'began'`),
    `moved f where f.data->>'state' <> 'queued'`,
  ),
]
  .map((one) => `(${one})`)
  .join('\nunion all\n')})`;

/** What is told of a pass whatever part of it is meant. */
const OWN = 'file_id, district, form, step, ended';

/**
 * Passes; the stretches of a referral's states within those that go through several hands, with whoever held the ball; and
 * what each of them held without the pauses. Nothing is joined to a pass but facts of its file: how many passes and
 * stretches there are cannot be foreseen from the facts, so a join of these might compare each with each.
 */
const timed = `${passes},
pass as materialized (
  select file_id, process, district, form, step, began, greatest(began, ended) as ended, referral,
    row_number() over () as id from (select * from passes offset 0) p where began is not null),
stretch as (
  select * from (
    select p.id, p.file_id, p.district, p.form, p.step, p.ended,
      case s.data->>'state' when 'hold.paused' then 'paused' when 'offered' then 'household' else s.data->>'waitsFor' end as holder,
      greatest(p.began, ${dayOf(`s.data->>'began'`)}) as first, least(p.ended, s.occurred_on) as last
    from pass p join fact s on s.file_id = p.file_id and s.process = p.referral and s.kind = 'step' and ${known('s')}
      and s.occurred_on > p.began and (s.data->>'state' = 'hold.paused' or s.data->>'state' not like '%.%' and s.data->>'waitsFor' is not null)
    where p.step in ('screening', 'first-offer', 'whole') offset 0) s
  where first < last),
beside as (
  select *, datemultirange(daterange(first, last)) as own,
    range_agg(daterange(first, last)) filter (where holder = 'paused') over (partition by id) as pauses from stretch),
held as materialized (
  select id, ${OWN}, holder, coalesce(sum(upper(d) - lower(d)), 0)::int as days,
    coalesce(sum(${workingDaysBetween('lower(d)', 'upper(d)')}) filter (where step = 'screening'), 0)::int as working
  from beside left join lateral unnest(case when holder = 'paused' then own else own - coalesce(pauses, '{}') end) d on true
  group by id, ${OWN}, holder)`;

/**
 * Days that each completed pass took (`party` = all), and whoever held the ball (`shis`, `district`, `household`, `paused`,
 * and `lease` for the wait until the stay begins). For the steps whose term is in working days these are told too (`stage` =
 * working); SHIS's screening stands still while others hold the ball.
 */
export const leadTimes: Measure = {
  name: 'leadTimes',
  units: `with ${offDays}, ${timed},
part as (
  select ${OWN}, null as told, 'all' as holder, ended - began as days from pass
  union all select ${OWN}, null, holder, days from held where days > 0
  union all select ${OWN}, null, 'lease', sum(days)::int from (
      select id, ${OWN}, ended - began as days from pass where step = 'whole'
      union all select id, ${OWN}, -days from held where step = 'whole') l
    group by id, ${OWN} having sum(days) > 0
  union all select ${OWN}, 'working', 'all', ${workingDaysBetween('began', 'ended')} from pass
    where step in ('signing', 'proposal', 'proposal-answer')
  union all select ${OWN}, 'working', holder, working from held where step = 'screening' and holder = 'shis')
select f.file_id as file, f.ended as day, ${keys({
    ...{ form_kind: 'null::text', channel: 'null::text', reason: 'null::text' },
    ...{ party: 'f.holder', stage: 'f.told', code: 'f.step', value: 'f.days' },
  })} from part f`,
};

/** Where the processes of the transitional flat stood on the last day, by their main region. */
const standing = `standing as materialized (
  select distinct on (s.file_id, s.process) s.file_id, s.process, s.workflow, s.data->>'to' as state, s.occurred_on as day
  from fact s where s.kind = 'step' and s.data->>'state' not like '%.%' and s.form = 'transitional'
    and s.occurred_on <= $2::date and ${known('s')} and $1::date is not null
  order by s.file_id, s.process, s.seq desc, s.ordinal desc)`;

const UNTIL = `f.form = 'transitional' and f.occurred_on <= $2::date and ${known('f')}`;
/** The last of its kind told of the same process, by the last day. */
const latest = `not exists (select from fact g where g.file_id = f.file_id and g.process = f.process and g.kind = f.kind
  and g.stage = f.stage and (g.seq, g.ordinal) > (f.seq, f.ordinal) and g.occurred_on <= $2::date and ${known('g')})`;
const list = (states: readonly string[]): string => states.map((one) => `'${one}'`).join(', ');
/** Facts `f` of the processes that stood in one of some states; few of all stand in any but the last. */
const standingIn = (...states: readonly string[]): string =>
  `standing s join fact f on f.file_id = s.file_id and f.process = s.process and s.state in (${list(states)})`;
const neverLeft = `not exists (select from standing s where s.file_id = f.file_id and s.process = f.process)`;
/** No stay has begun since the process of `f`, nor has one ended. */
const notBegunSince = `not exists (select from fact m where m.file_id = f.file_id and m.process > f.process
  and m.kind = 'movedIn' and m.occurred_on <= $2::date and ${known('m')} and ${isLastTold('m')})
  and not exists (select from standing e where e.file_id = f.file_id and e.process > f.process and e.state = 'ended')`;
/** A family that signs while it lives in another flat moves; it does not wait for a first one. */
const isMove = `exists (select from fact m where m.file_id = f.file_id and m.process < f.process and m.kind = 'movedIn'
  and ${known('m')} and not exists (select from fact o where o.file_id = m.file_id and o.process = m.process
  and o.kind = 'movedOut' and o.occurred_on <= f.occurred_on and ${known('o')}))`;
const OPEN = ['screening', 'supplementing', 'queued', 'offered', 'review', 'accepted'];

const waiting = (step: Step, from: string, began = 'f.occurred_on'): string =>
  `select f.file_id, f.district, f.form, '${step}' as step, ${began} as began from ${from} and ${UNTIL}`;
const notOffered = `not exists (select from fact g where g.file_id = f.file_id and g.process = f.process
  and (g.seq, g.ordinal) > (f.seq, f.ordinal) and ${isLeft('g', 'queued', 'offered')} and g.occurred_on <= $2::date and ${known('g')})`;

const waits = [
  waiting(
    'screening',
    `${standingIn('screening', 'supplementing')} where ${isYes('f', 'submitted')} and ${latest}`,
  ),
  waiting(
    'first-offer',
    `${standingIn('queued')} where ${isYes('f', 'referral')} and ${latest} and ${notOffered}`,
  ),
  waiting('answer', `${standingIn('offered', 'unanswered')} where ${isYes('f', 'offered')}`),
  waiting('answer', `fact f where ${isYes('f', 'offered')} and ${neverLeft}`),
  waiting('signing', `${standingIn('accepted')} where ${isYes('f', 'offer')} and ${latest}`),
  waiting('moving-in', `fact f where ${isYes('f', 'signed')} and not ${isMove} and ${notBegunSince}`),
  `select distinct on (f.file_id) f.file_id, f.district, f.form, 'whole' as step, f.occurred_on as began from (
    select f.* from ${standingIn(...OPEN)} where ${isYes('f', 'submitted')} and ${UNTIL}
    union all select f.* from (select f.file_id, f.process from standing f where f.state = 'placed' and ${notBegunSince} offset 0) p
      join fact f on f.file_id = p.file_id and f.process = p.process where ${isYes('f', 'submitted')} and ${UNTIL}
    ) f order by f.file_id, f.occurred_on`,
  waiting('proposal', `${standingIn('sent')} where ${isYes('f', 'requested')}`, 's.day'),
  waiting('proposal', `fact f where ${isYes('f', 'requested')} and ${neverLeft}`),
  waiting('proposal-answer', `${standingIn('evaluating')} where ${isYes('f', 'requested')}`, 's.day'),
]
  .map((one) => `(${one})`)
  .join('\nunion all\n');

/** Referrals that stood in the queue on the last day, paused ones too. */
export const inQueue: Measure = {
  name: 'inQueue',
  units: `with ${standing} select f.file_id as file, $2::date as day, ${keys()} from ${standingIn('queued')}
    where ${isYes('f', 'referral')} and ${UNTIL} and ${latest}`,
};

/** What has begun and was not completed by the last day, and how long it has waited then. */
export const stillWaiting: Measure = {
  name: 'stillWaiting',
  units: `with ${standing}
select f.file_id as file, $2::date as day, ${keys({
    ...{ form_kind: 'null::text', channel: 'null::text', stage: 'null::text', reason: 'null::text' },
    ...{ party: `'all'`, code: 'f.step', value: '$2::date - f.began' },
  })} from (${waits}) f`,
};
