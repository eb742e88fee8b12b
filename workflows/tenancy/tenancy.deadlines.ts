import type { Deadline } from '../definition.js';
import { followUpDay, lastPermittedDay, lead } from './tenancy.clock.js';
import type { Tenancy } from './tenancy.context.js';
import { length } from './tenancy.policy.js';

type TenancyDeadline = Deadline<Tenancy>;

const lease: Readonly<Record<string, TenancyDeadline>> = {
  leaseStarts: {
    label: { sv: 'Kontraktet börjar gälla', en: 'The lease begins' },
    rule: 'The first day of the lease, as signed. A period: not rolled.',
    fires: 'on',
    due: ({ context }) => context.leaseStart,
  },
  leaseEnds: {
    label: { sv: 'Kontraktstiden går ut', en: 'The lease runs out' },
    rule: 'The last day of the lease, as signed, renewed or moved to. A period: not rolled.',
    fires: 'past',
    due: ({ context }) => context.leaseEnd,
  },
  moveOut: {
    label: { sv: 'Utflyttning', en: 'Move out' },
    rule: 'The day to move out by, as told in the notice.',
    fires: 'past',
    due: ({ context }) => context.notice?.moveOut ?? null,
  },
  followUpAfter: {
    label: { sv: 'Uppföljning efter flytten', en: 'Follow-up after the move' },
    rule: 'Policy `followUpAfter` from the last day of the stay, rolled to a working day; none for the deceased.',
    fires: 'past',
    due: ({ context: { ended, start, followedUpAfter }, policy, calendar }) =>
      ended === null || start === null || followedUpAfter !== null || ended.outcome === 'deceased'
        ? null
        : calendar.workingDay(calendar.add(ended.on, length(policy, 'followUpAfter'))),
  },
};

const limit: Readonly<Record<string, TenancyDeadline>> = {
  planningBegins: {
    label: { sv: 'Planera utflyttning', en: 'Plan the exit' },
    rule: 'Policy `planningLead` before the last permitted day. A period: not rolled.',
    fires: 'on',
    due: ({ context, policy, calendar }) => {
      const last = lastPermittedDay(context, policy);
      return last === null ? null : lead(last, policy, 'planningLead', calendar);
    },
  },
  finalBegins: {
    label: { sv: 'Sista halvåret', en: 'Last half-year' },
    rule: 'Policy `finalLead` before the last permitted day. A period: not rolled.',
    fires: 'on',
    due: ({ context, policy, calendar }) => {
      const last = lastPermittedDay(context, policy);
      return last === null ? null : lead(last, policy, 'finalLead', calendar);
    },
  },
  limitPasses: {
    label: { sv: 'Femårsgränsen', en: 'Five-year limit' },
    rule: 'The last permitted day: five calendar years from the start of the stay less the days of earlier stays, or an exception that goes further. A period: not rolled.',
    fires: 'past',
    due: ({ context, policy }) => lastPermittedDay(context, policy),
  },
  exitPlan: {
    label: { sv: 'Utflyttningsplan', en: 'Exit plan' },
    rule: 'Policy `exitPlan` from the day planning began, rolled to a working day; none once a plan is written.',
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      context.exitPlan === null ? calendar.workingDay(calendar.add(since, length(policy, 'exitPlan'))) : null,
  },
};

const followUp: Readonly<Record<string, TenancyDeadline>> = {
  followUpNears: {
    label: { sv: 'Uppföljningen är nära', en: 'The follow-up is near' },
    rule: 'Policy `followUpNotice` before the follow-up is due.',
    fires: 'on',
    due: ({ context, policy, calendar }) => {
      const due = followUpDay(context, policy, calendar);
      return due === null ? null : lead(due, policy, 'followUpNotice', calendar);
    },
  },
  followUpPasses: {
    label: { sv: 'Uppföljning', en: 'Follow-up' },
    rule: 'Policy `firstFollowUp` after the stay began, then `followUpStep` after the last one held, `followUpStepLastYear` if that lay in the last year; at once at a notice with children. Rolled to a working day.',
    fires: 'past',
    due: ({ context, policy, calendar }) => followUpDay(context, policy, calendar),
  },
};

/** The tenancy's dates. `moveOut`, `exitPlan` and `followUpAfter` remind; the others move the chart. */
export const tenancyDeadlines: Readonly<Record<string, TenancyDeadline>> = {
  ...lease,
  ...limit,
  ...followUp,
};
