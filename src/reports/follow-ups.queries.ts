import { isOpenOn, keys, known } from './facts.sql.js';
import type { Measure } from './report.js';

const due = `(f.data->>'due')::date`;
const held = `(f.data->>'held')::date`;

/** How it went by the last day of the period: held in time, held later, or not held yet. */
const how = `case when ${held} <= ${due} then 'on-time' when ${held} <= $2::date then 'late' else 'missed' end`;
/** Whether the children were heard: told when a follow-up is held, and left out when there were none at home. */
const heard = `case when ${held} > $2::date or ${held} is null then null when f.data ? 'childrenHeard'
  then case when (f.data->>'childrenHeard')::boolean then 'yes' else 'no' end else 'none' end`;

/** What a plan was followed by: a plan anew takes its place, and once held it is told again with its day. */
const isSuperseded = `f.data->>'held' is null and exists (select from fact n where n.file_id = f.file_id
  and n.process = f.process and n.kind = 'followUp' and (n.seq, n.ordinal) > (f.seq, f.ordinal) and ${known('n')})`;

/** Follow-ups due in the period, of stays open on the day they are due, each day once; `reason`: whether children were heard. */
export const followUpsDue: Measure = {
  name: 'followUpsDue',
  units: `select distinct on (f.file_id, f.process, ${due}) f.file_id as file, ${due} as day,
    ${keys({ code: how, reason: heard })}
    from fact f where f.kind = 'followUp' and ${due} between $1::date and $2::date and ${known('f')}
    and not (${isSuperseded}) and ${isOpenOn(due)}
    order by f.file_id, f.process, ${due}, ${held} nulls last, f.seq, f.ordinal`,
};
