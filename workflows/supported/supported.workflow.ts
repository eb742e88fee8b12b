import type { z } from 'zod';
import type { Actor, EventSpec, Guard, OrgKind, Seen, Text, Workflow } from '../definition.js';
import { householdChanged } from '../files/household-changed.js';
import type { SupportedContext } from './supported.context.js';
import { deadlines } from './supported.deadlines.js';
import { deciding } from './supported.delegation.js';
import { documentsFor } from './supported.documents.js';
import { effectsOf } from './supported.effects.js';
import { eventsFor } from './supported.events.js';
import { guards } from './supported.guards.js';
import { supportedMachine } from './supported.machine.js';
import { messages } from './supported.messages.js';
import { policy } from './supported.policy.js';
import { supportedReasons } from './supported.reasons.js';
import { statesFor } from './supported.states.js';
import { updates } from './supported.updates.js';

/** What tells one form of supported housing from another. */
export interface Form {
  /** Also the name of the housing form that reports count. */
  readonly name: string;
  readonly label: Text;
  /** The line of delegation by which it is granted or denied. */
  readonly line: string;
  /** What is asked for, to the person: "a trial or training flat". */
  readonly called: Text;
  readonly opening: { readonly label: Text; readonly schema: z.ZodObject };
  /** Who takes applications, decides, and has the flat. */
  readonly providers: readonly Actor[];
  /** Guards of its own, before the flat is sublet. */
  readonly beforeSublet: Readonly<Record<string, Guard<SupportedContext>>>;
  /** Events of its own while the flat is sublet, with their guard and update. */
  readonly whileSublet: Readonly<Record<string, OwnEvent>>;
}
interface OwnEvent {
  readonly spec: EventSpec;
  readonly guard: readonly [name: string, guard: Guard<SupportedContext>];
  readonly update: readonly [
    name: string,
    update: (seen: Seen<SupportedContext>) => Partial<SupportedContext>,
  ];
}

/** The agency learns that a flat is wanted when it is asked for one, and no longer once the flat is leased. */
const toTheAgency = ({ requestedOn, leaseStart }: SupportedContext) =>
  requestedOn === null || leaseStart !== null ? ({ agency: 'none' } as const) : {};

/** A form of supported housing: the one chart, with what is the form's own. */
export function supported(form: Form): Workflow<SupportedContext> {
  const { name, label, providers: by, beforeSublet } = form;
  const own = Object.entries(form.whileSublet);
  const arrows = own.map(([event, { guard, update }]) => [event, { guard: guard[0], actions: [update[0]] }]);
  const provider = by[0]?.org as OrgKind;
  return {
    name,
    version: 1,
    label,
    file: 'household',
    open: {
      label: form.opening.label,
      told: { sv: 'En ansökan kom in.', en: 'An application came in.' },
      schema: form.opening.schema,
      by,
      known: ['household'],
    },
    seenBy: [...by.map(({ org }) => org), 'agency', 'administration'],
    discloses: toTheAgency,
    form: name,
    machine: supportedMachine(name, {
      beforeSublet: Object.keys(beforeSublet),
      whileSublet: Object.fromEntries(arrows) as Record<string, object>,
    }),
    states: statesFor(provider),
    events: {
      ...eventsFor(by, deciding(form, by)),
      householdChanged,
      ...Object.fromEntries(own.map(([event, { spec }]) => [event, spec])),
    },
    guards: { ...guards, ...beforeSublet, ...Object.fromEntries(own.map(([, { guard }]) => guard)) },
    deadlines,
    updates: { ...updates, ...Object.fromEntries(own.map(([, { update }]) => update)) },
    effects: effectsOf(
      name,
      by.map(({ org }) => org as OrgKind),
    ),
    policy,
    reasons: supportedReasons,
    documents: documentsFor(form.called),
    messages,
  };
}
