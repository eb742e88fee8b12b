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

/** The last fact of the same file, told before `f`, that is so; what is wanted of it. */
const before = (wanted: string, is: string): string =>
  `(select ${wanted} from fact g where g.file_id = f.file_id and ${is} and ${known('g')}
    order by g.seq desc, g.ordinal desc limit 1)`;
const inSameProcess = 'g.process = f.process and (g.seq, g.ordinal) < (f.seq, f.ordinal)';

/** The process of the referral that led to the stay whose beginning is `f`. */
const referralOf = before('g.process', `g.process < f.process and ${isYes('g', 'submitted')}`);
const submittedOn = `(select min(s.occurred_on) from fact s where s.file_id = f.file_id and s.process = r.process
  and ${isYes('s', 'submitted')} and ${known('s')})`;

const pass = (
  step: Step,
  began: string,
  from: string,
  ended = 'f.occurred_on',
  referral = 'f.process',
): string =>
  `select f.file_id, f.process, f.district, f.form, '${step}' as step, ${began} as began, ${ended} as ended,
    ${referral} as referral from ${from}`;

const beganState = dayOf(`f.data->>'began'`);

/** Every pass of a step that was completed in the period: when it began and ended. Each pass of a loop is one. */
const passes = [
  pass(
    'screening',
    before('g.occurred_on', `${inSameProcess} and ${isYes('g', 'submitted')}`),
    `fact f where ${isYes('f', 'referral')} and ${OURS}`,
  ),
  pass(
    'first-offer',
    'a.day',
    `fact f, lateral (select g.occurred_on as day, g.seq, g.ordinal from fact g where g.file_id = f.file_id and ${inSameProcess}
      and ${isYes('g', 'referral')} and ${known('g')} order by g.seq desc, g.ordinal desc limit 1) a
    where ${isLeft('f', 'queued', 'offered')} and ${OURS} and not exists (select from fact g where g.file_id = f.file_id
      and ${inSameProcess} and (g.seq, g.ordinal) > (a.seq, a.ordinal) and ${isLeft('g', 'queued', 'offered')} and ${known('g')})`,
  ),
  pass(
    'answer',
    before('g.occurred_on', `${inSameProcess} and ${isYes('g', 'offered')}`),
    `fact f where f.kind in ('accepted', 'refused') and f.stage = 'offer' and ${OURS}`,
  ),
  pass(
    'signing',
    before('g.occurred_on', `${inSameProcess} and ${isYes('g', 'offer')}`),
    `fact f where ${isYes('f', 'signed')} and ${OURS}`,
  ),
  pass(
    'moving-in',
    before('g.occurred_on', `g.process < f.process and ${isYes('g', 'signed')}`),
    `fact f where f.kind = 'movedIn' and ${OURS} and ${lastTold}`,
  ),
  `select distinct on (f.file_id) f.file_id, f.process, f.district, f.form, 'whole' as step, ${submittedOn} as began,
    f.occurred_on as ended, r.process as referral from fact f, lateral (select ${referralOf} as process) r
    where f.kind = 'movedIn' and ${OURS} and ${lastTold} order by f.file_id, f.occurred_on, f.seq`,
  pass('proposal', beganState, `fact f where ${isLeft('f', 'sent', 'evaluating')} and ${OURS}`),
  pass(
    'proposal-answer',
    beganState,
    `fact f where ${isLeft('f', 'evaluating', 'fulfilled', 'sent')} and ${OURS}`,
  ),
]
  .map((one) => `(${one})`)
  .join('\nunion all\n');

/** Passes, and the stretches of a referral's states within those that go through several hands. */
const timed = `
pass as materialized (
  select file_id, process, district, form, step, began, greatest(began, ended) as ended, referral,
    row_number() over () as id from (${passes}) p where began is not null),
pause as materialized (
  select p.id, greatest(p.began, ${dayOf(`h.data->>'began'`)}) as first, least(p.ended, h.occurred_on) as last
  from pass p join fact h on h.file_id = p.file_id and h.process = p.referral and h.kind = 'step'
    and h.data->>'state' = 'hold.paused' and ${known('h')}
  where p.step in ('screening', 'first-offer', 'whole') and $1::date is not null),
stretch as materialized (
  select p.id, case when s.data->>'state' = 'offered' then 'household' else s.data->>'waitsFor' end as holder,
    greatest(p.began, ${dayOf(`s.data->>'began'`)}) as first, least(p.ended, s.occurred_on) as last
  from pass p join fact s on s.file_id = p.file_id and s.process = p.referral and s.kind = 'step'
    and s.data->>'state' not like '%.%' and s.data->>'waitsFor' is not null and ${known('s')}
  where p.step in ('screening', 'first-offer', 'whole'))`;

/** What is left of stretches when the pauses in them are taken out, by pass and holder. */
const held = (length: (from: string, to: string) => string): string => `
  select s.id, s.holder, sum(${length('s.first', 's.last')} - coalesce((
    select sum(${length('greatest(s.first, h.first)', 'least(s.last, h.last)')}) from pause h
    where h.id = s.id and h.first < s.last and h.last > s.first), 0))::int as days
  from stretch s where s.first < s.last group by s.id, s.holder`;
const calendarDays = (from: string, to: string): string => `((${to}) - (${from}))`;

const paused = `select h.id, 'paused' as holder, sum(h.last - h.first)::int as days from pause h
  where h.first < h.last group by h.id`;

const told = (from: string): string =>
  `select f.file_id as file, f.ended as day, ${keys({
    ...{ form_kind: 'null::text', channel: 'null::text', stage: 'null::text', reason: 'null::text' },
    ...{ party: 'd.holder', code: 'f.step', value: 'd.days' },
  })} from ${from}`;

/** Days that each completed pass took (`party` = all), and whoever held the ball (`shis`, `district`, `household`, `paused`, and `lease` for the wait until the stay begins). */
export const leadTimes: Measure = {
  name: 'leadTimes',
  units: `with ${timed},
held as (${held(calendarDays)} union all ${paused}),
part as (
  select id, 'all' as holder, ended - began as days from pass
  union all select id, holder, days from held where days > 0
  union all select p.id, 'lease', (p.ended - p.began - coalesce((select sum(days) from held h where h.id = p.id), 0))::int
    from pass p where p.step = 'whole')
${told(`pass f join part d on d.id = f.id where d.holder <> 'lease' or d.days > 0`)}`,
};

/** The same in working days, for the steps whose term is in working days. SHIS's screening stands still while others hold the ball. */
export const workingTimes: Measure = {
  name: 'workingTimes',
  units: `with ${offDays}, ${timed},
part as (
  select id, 'all' as holder, ${workingDaysBetween('began', 'ended')} as days from pass
    where step in ('signing', 'proposal', 'proposal-answer')
  union all select h.id, h.holder, h.days from (${held(workingDaysBetween)}) h join pass p on p.id = h.id
    where p.step = 'screening' and h.holder = 'shis')
${told('pass f join part d on d.id = f.id')}`,
};

/** Where the processes of the transitional flat stood on the last day, by their main region. */
const standing = `standing as materialized (
  select distinct on (s.file_id, s.process) s.file_id, s.process, s.workflow, s.data->>'to' as state, s.occurred_on as day
  from fact s where s.kind = 'step' and s.data->>'state' not like '%.%' and s.form = 'transitional'
    and s.occurred_on <= $2::date and ${known('s')} and $1::date is not null
  order by s.file_id, s.process, s.seq desc, s.ordinal desc)`;

const waiting = (step: Step, began: string, from: string): string =>
  `select f.file_id, f.district, f.form, '${step}' as step, ${began} as began from ${from}`;
const UNTIL = `f.form = 'transitional' and f.occurred_on <= $2::date and ${known('f')}`;
/** The last of its kind told of the same process, by the last day. */
const latest = `not exists (select from fact g where g.file_id = f.file_id and g.process = f.process and g.kind = f.kind
  and g.stage = f.stage and (g.seq, g.ordinal) > (f.seq, f.ordinal) and g.occurred_on <= $2::date and ${known('g')})`;
const stands = (...states: readonly string[]): string =>
  `exists (select from standing s where s.file_id = f.file_id and s.process = f.process and s.state in (${states.map((one) => `'${one}'`).join(', ')}))`;
const hasLeft = `exists (select from standing s where s.file_id = f.file_id and s.process = f.process)`;
const begunSince = `exists (select from fact m where m.file_id = f.file_id and m.process > f.process
  and m.kind = 'movedIn' and m.occurred_on <= $2::date and ${known('m')} and ${isLastTold('m')})`;
const endedSince = `exists (select from standing s where s.file_id = f.file_id and s.process > f.process and s.state = 'ended')`;
/** A family that signs while it lives in another flat moves; it does not wait for a first one. */
const isMove = `exists (select from fact m where m.file_id = f.file_id and m.process < f.process and m.kind = 'movedIn'
  and ${known('m')} and not exists (select from fact o where o.file_id = m.file_id and o.process = m.process
  and o.kind = 'movedOut' and o.occurred_on <= f.occurred_on and ${known('o')}))`;
const OPEN = ['screening', 'supplementing', 'queued', 'offered', 'review', 'accepted'];

const waits = [
  waiting(
    'screening',
    'f.occurred_on',
    `fact f where ${isYes('f', 'submitted')} and ${UNTIL} and ${latest} and ${stands('screening', 'supplementing')}`,
  ),
  waiting(
    'first-offer',
    'f.occurred_on',
    `fact f where ${isYes('f', 'referral')} and ${UNTIL} and ${latest} and ${stands('queued')}
      and not exists (select from fact g where g.file_id = f.file_id and g.process = f.process
        and (g.seq, g.ordinal) > (f.seq, f.ordinal) and ${isLeft('g', 'queued', 'offered')} and g.occurred_on <= $2::date and ${known('g')})`,
  ),
  waiting(
    'answer',
    'f.occurred_on',
    `fact f where ${isYes('f', 'offered')} and ${UNTIL} and (not ${hasLeft} or ${stands('offered', 'unanswered')})`,
  ),
  waiting(
    'signing',
    'f.occurred_on',
    `fact f where ${isYes('f', 'offer')} and ${UNTIL} and ${latest} and ${stands('accepted')}`,
  ),
  waiting(
    'moving-in',
    'f.occurred_on',
    `fact f where ${isYes('f', 'signed')} and ${UNTIL} and not ${isMove} and not ${begunSince} and not ${endedSince}`,
  ),
  `select distinct on (f.file_id) f.file_id, f.district, f.form, 'whole' as step, f.occurred_on as began from fact f
    where ${isYes('f', 'submitted')} and ${UNTIL} and (${stands(...OPEN)}
      or (${stands('placed')} and not ${begunSince} and not ${endedSince})) order by f.file_id, f.occurred_on`,
  waiting(
    'proposal',
    `coalesce((select s.day from standing s where s.file_id = f.file_id and s.process = f.process), f.occurred_on)`,
    `fact f where ${isYes('f', 'requested')} and ${UNTIL} and (not ${hasLeft} or ${stands('sent')})`,
  ),
  waiting(
    'proposal-answer',
    `(select s.day from standing s where s.file_id = f.file_id and s.process = f.process)`,
    `fact f where ${isYes('f', 'requested')} and ${UNTIL} and ${stands('evaluating')}`,
  ),
]
  .map((one) => `(${one})`)
  .join('\nunion all\n');

/** Referrals that stood in the queue on the last day, paused ones too. */
export const inQueue: Measure = {
  name: 'inQueue',
  units: `with ${standing} select f.file_id as file, $2::date as day, ${keys()} from fact f
    where ${isYes('f', 'referral')} and ${UNTIL} and ${latest} and ${stands('queued')}`,
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
