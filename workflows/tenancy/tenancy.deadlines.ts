import type { Deadline } from '../definition.js';
import { onAWorkingDay, text } from '../files/parts.js';
import { followUpDay, lastPermittedDay, lead } from './tenancy.clock.js';
import type { Tenancy } from './tenancy.context.js';
import { length } from './tenancy.policy.js';

type TenancyDeadline = Deadline<Tenancy>;

const lease: Readonly<Record<string, TenancyDeadline>> = {
  leaseStarts: {
    label: { sv: 'Kontraktet börjar gälla', en: 'The lease begins' },
    rule: text('Den första dagen i kontraktet.', 'The first day of the lease, as signed.'),
    fires: 'on',
    due: ({ context }) => context.leaseStart,
  },
  leaseEnds: {
    label: { sv: 'Kontraktstiden går ut', en: 'The lease runs out' },
    rule: text(
      'Den sista dagen i kontraktet, som det skrevs eller senast förlängdes.',
      'The last day of the lease, as signed or last renewed.',
    ),
    fires: 'past',
    due: ({ context }) => context.leaseEnd,
  },
  moveOut: {
    label: { sv: 'Utflyttning', en: 'Move out' },
    rule: text(
      'Den dag då familjen senast ska ha flyttat enligt uppsägningen.',
      'The day by which the family is to have moved out, as told in the notice.',
    ),
    fires: 'past',
    due: ({ context }) => context.notice?.moveOut ?? null,
  },
  followUpAfter: {
    label: { sv: 'Uppföljning efter flytten', en: 'Follow-up after the move' },
    rule: onAWorkingDay(
      '{followUpAfter} från boendets sista dag.',
      '{followUpAfter} from the last day of the stay.',
    ),
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
    rule: text('{planningLead} före femårsgränsen.', '{planningLead} before the five-year limit.'),
    fires: 'on',
    due: ({ context, policy, calendar }) => {
      const last = lastPermittedDay(context, policy);
      return last === null ? null : lead(last, policy, 'planningLead', calendar);
    },
  },
  finalBegins: {
    label: { sv: 'Sista halvåret', en: 'Last half-year' },
    rule: text('{finalLead} före femårsgränsen.', '{finalLead} before the five-year limit.'),
    fires: 'on',
    due: ({ context, policy, calendar }) => {
      const last = lastPermittedDay(context, policy);
      return last === null ? null : lead(last, policy, 'finalLead', calendar);
    },
  },
  limitPasses: {
    label: { sv: 'Femårsgränsen', en: 'Five-year limit' },
    rule: text(
      '{longestStay} från boendets första dag, minus tiden i tidigare genomgångsbostäder. Går ett undantag längre gäller det.',
      '{longestStay} from the first day of the stay, less the time in earlier transitional flats. An exception that goes further counts instead.',
    ),
    fires: 'past',
    due: ({ context, policy }) => lastPermittedDay(context, policy),
  },
  exitPlan: {
    label: { sv: 'Utflyttningsplan', en: 'Exit plan' },
    rule: onAWorkingDay(
      '{exitPlan} från den dag då planeringen började.',
      '{exitPlan} from the day when planning began.',
    ),
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      context.exitPlan === null ? calendar.workingDay(calendar.add(since, length(policy, 'exitPlan'))) : null,
  },
};

const followUp: Readonly<Record<string, TenancyDeadline>> = {
  followUpNears: {
    label: { sv: 'Uppföljningen är nära', en: 'The follow-up is near' },
    rule: text('{followUpNotice} före nästa uppföljning.', '{followUpNotice} before the next follow-up.'),
    fires: 'on',
    due: ({ context, policy, calendar }) => {
      const due = followUpDay(context, policy, calendar);
      return due === null ? null : lead(due, policy, 'followUpNotice', calendar);
    },
  },
  followUpPasses: {
    label: { sv: 'Uppföljning', en: 'Follow-up' },
    rule: onAWorkingDay(
      '{firstFollowUp} från boendets första dag, därefter {followUpStep} från den senaste uppföljningen och {followUpStepLastYear} under det sista året. Genast när en familj med barn sägs upp.',
      '{firstFollowUp} from the first day of the stay, then {followUpStep} from the last follow-up and {followUpStepLastYear} in the last year. At once when a family with children is given notice.',
    ),
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
