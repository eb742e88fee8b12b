import { first, inPeriod, keys, known } from './facts.sql.js';
import type { Measure } from './report.js';

/** Each stay ends once; a transfer within SHIS is no end. */
const stay = 'f.file_id, f.process';
const outcome = `coalesce(f.data->>'outcome', 'unknown')`;

/** Stays that ended in the period, by outcome. */
export const ends: Measure = {
  name: 'ends',
  units: first('f.file_id', stay, keys({ code: outcome }), `f.kind = 'movedOut' and ${inPeriod}`),
};

/** Whether a new referral of the same household was sent within so many days of the end. */
const cameBack = (
  days: number,
): string => `exists (select from fact r where r.file_id = f.file_id and r.process > f.process
  and r.kind = 'accepted' and r.stage = 'submitted' and r.occurred_on between f.occurred_on and f.occurred_on + ${days}
  and ${known('r')})`;

/** Ends whose so-manieth day after falls in the period, told by that day, as `returned` or `stayed-away`. */
const oldEnds = (days: number): Measure => ({
  name: `oldEnds${days}`,
  units: `select u.file, u.day + ${days} as day, u.district, u.form, u.form_kind, u.channel, u.party, u.stage, u.reason, u.code,
    u.house, u.value, u.size from (${first(
      'f.file_id',
      stay,
      keys({ code: `case when ${cameBack(days)} then 'returned' else 'stayed-away' end` }),
      `f.kind = 'movedOut' and f.occurred_on between $1::date - ${days} and $2::date - ${days} and ${known('f')}`,
    )}) u`,
});
export const oldEnds365 = oldEnds(365);
export const oldEnds730 = oldEnds(730);

/** Referrals that were withdrawn as the household found a home of its own. */
export const foundOwnHome: Measure = {
  name: 'foundOwnHome',
  units: first(
    'f.file_id',
    stay,
    keys(),
    `f.kind = 'refused' and f.stage = 'withdrawn' and f.reason = 'own-housing' and ${inPeriod}`,
  ),
};
