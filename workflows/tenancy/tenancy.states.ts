import type { StateSpec } from '../definition.js';

const notRunning: StateSpec = { label: { sv: 'Inte i gång', en: 'Not running' }, open: false };

/** Each leaf: what it is called, who acts, and what it rests on. */
export const tenancyStates: Readonly<Record<string, StateSpec>> = {
  'lease.upcoming': {
    label: { sv: 'Kontrakt skrivet, ej inflyttad', en: 'Lease signed, not moved in' },
    restsBecause: { sv: 'Kontraktet har en första dag.', en: 'The lease has a first day.' },
    open: true,
  },
  'lease.active': {
    label: { sv: 'Bor kvar', en: 'Living there' },
    restsBecause: {
      sv: 'Kontraktet, femårsgränsen och uppföljningen har sina egna tider.',
      en: 'The lease, the five years and the follow-ups have their own terms.',
    },
    open: true,
  },
  'lease.leaseExpired': {
    label: { sv: 'Kontraktstiden har gått ut', en: 'The lease has run out' },
    waitsFor: 'shis',
    open: true,
  },
  'lease.notice': {
    label: { sv: 'Uppsagd', en: 'Notice given' },
    waitsFor: 'shis',
    due: 'moveOut',
    open: true,
  },
  'lease.ended': {
    label: { sv: 'Avslutat', en: 'Ended' },
    waitsFor: 'district',
    due: 'followUpAfter',
    open: false,
  },
  'limit.stopped': notRunning,
  'limit.running.within': {
    label: { sv: 'Inom tiden', en: 'Within the time' },
    restsBecause: { sv: 'Gränsen ligger långt fram.', en: 'The limit lies far ahead.' },
    open: true,
  },
  'limit.running.planning': {
    label: { sv: 'Planera utflyttning', en: 'Plan the exit' },
    waitsFor: 'district',
    due: 'exitPlan',
    open: true,
  },
  'limit.running.final': {
    label: { sv: 'Sista halvåret', en: 'Last half-year' },
    waitsFor: 'district',
    open: true,
  },
  'limit.running.exceeded': {
    label: { sv: 'Femårsgränsen passerad', en: 'Five-year limit exceeded' },
    waitsFor: 'district',
    due: 'limitPasses',
    open: true,
  },
  'followUp.stopped': notRunning,
  'followUp.running.scheduled': {
    label: { sv: 'Planerad', en: 'Scheduled' },
    restsBecause: { sv: 'Nästa uppföljning har ett datum.', en: 'The next follow-up has a date.' },
    open: true,
  },
  'followUp.running.due': {
    label: { sv: 'Dags nu', en: 'Due' },
    waitsFor: 'district',
    open: true,
  },
  'followUp.running.overdue': {
    label: { sv: 'Försenad', en: 'Overdue' },
    waitsFor: 'district',
    due: 'followUpPasses',
    open: true,
  },
};
