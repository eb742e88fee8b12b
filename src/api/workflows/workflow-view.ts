import { z } from 'zod';
import type { EventSpec, Workflow } from '../../../workflows/definition.js';
import type { Registered } from '../../engine/registry.js';
import { ruleInWords } from '../../engine/lengths.js';
import { newestPolicy, policyRows } from '../../engine/policy.js';
import { eventSchema } from '../../files/json-schema.js';
import type { Language } from '../language.js';
import { said } from '../../files/said.js';

const actors = z.union([
  z.literal('engine'),
  z.array(z.object({ org: z.string(), rank: z.string().optional() })),
]);

const workflowSummary = z.object({
  name: z.string(),
  version: z.int(),
  label: z.string(),
  file: z.enum(['household', 'dwelling']),
  form: z.string().nullable(),
  seenBy: z.array(z.string()),
  openedBy: said(
    actors,
    '`engine`: bara en annan process öppnar det',
    '`engine`: only another process opens it',
  ),
});

/** Every workflow, in short. */
export const workflowList = z.object({ workflows: z.array(workflowSummary) });

const eventView = z.object({
  type: z.string(),
  label: z.string(),
  told: said(
    z.string(),
    'Tidslinjens mening; `{field}` fylls ur uppgifterna',
    'The sentence of the timeline; `{field}` is filled from the data',
  ),
  by: actors,
  grave: z.boolean(),
  twoPersons: z.boolean(),
  takenIn: said(
    z.array(z.string()),
    'Lägena där det alls tas',
    'The states, by label, in which it is taken at all',
  ),
  schema: z.record(z.string(), z.unknown()),
});

/** One workflow, whole. */
export const workflowView = workflowSummary.extend({
  definition: said(
    z.string(),
    'SHA-256 av definitionen, som den står i varje händelse',
    'SHA-256 of the definition, as stored with every event',
  ),
  open: eventView,
  states: z.array(
    z.object({
      path: z.string(),
      state: z.string(),
      label: z.string(),
      open: z.boolean(),
      waitsFor: z.string().nullable(),
      due: z.string().nullable(),
    }),
  ),
  events: z.array(eventView),
  deadlines: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      rule: said(
        z.string(),
        'Hur dagen räknas fram, med de tider som gäller nu',
        'How the day is reckoned, with the lengths now in force',
      ),
    }),
  ),
  reasons: z.record(
    z.string(),
    z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        party: z.string(),
        from: z.string(),
        to: z.string().nullable(),
      }),
    ),
  ),
  policy: z.record(
    z.string(),
    z.array(z.object({ from: z.string(), value: z.unknown(), source: z.string() })),
  ),
});

type Summary = z.infer<typeof workflowSummary>;
type EventView = z.infer<typeof eventView>;

/** A workflow in short. */
export function summaryOf({ workflow }: Registered, language: Language): Summary {
  const { name, version, label, file, form, seenBy, open } = workflow;
  return {
    ...{ name, version, file },
    label: label[language],
    form: form ?? null,
    seenBy: [...seenBy],
    openedBy: byOf(open),
  };
}

/** A workflow with all that it allows, in one language. */
export function viewOf(chart: Registered, language: Language): z.infer<typeof workflowView> {
  const { workflow, hash, leaves } = chart;
  return {
    ...summaryOf(chart, language),
    definition: hash,
    open: eventIn(chart, 'open', workflow.open, language),
    states: [...leaves.values()].map(({ path, shown, spec }) => ({
      path,
      state: shown,
      label: spec?.label[language] ?? shown,
      open: spec?.open ?? true,
      waitsFor: spec?.waitsFor ?? null,
      due: spec?.due ?? null,
    })),
    events: Object.entries(workflow.events).map(([type, spec]) => eventIn(chart, type, spec, language)),
    deadlines: Object.entries(workflow.deadlines).map(([name, { label, rule }]) => ({
      name,
      label: label[language],
      rule: ruleInWords(rule, newestPolicy(workflow), language),
    })),
    reasons: mapped(workflow.reasons ?? {}, (list) =>
      list.map(({ label, to, ...rest }) => ({ ...rest, label: label[language], to: to ?? null })),
    ),
    policy: Object.fromEntries(
      Object.keys(workflow.policy).map((name) => [
        name,
        policyRows(workflow, name).map(({ from, value, source }) => ({ from, value, source })),
      ]),
    ),
  };
}

function eventIn(chart: Registered, type: string, spec: EventSpec, language: Language): EventView {
  const { reasons } = chart.workflow satisfies Workflow;
  return {
    type,
    label: spec.label[language],
    told: spec.told[language],
    by: byOf(spec),
    grave: spec.grave === true,
    twoPersons: spec.twoPersons !== undefined,
    takenIn: chart.possibleIn(type).map((label) => label[language]),
    schema: eventSchema(spec, { language, reasons, day: null }),
  };
}

const byOf = ({ by }: EventSpec): Summary['openedBy'] =>
  by === 'engine' ? by : by.map((one) => ({ ...one }));

const mapped = <A, B>(record: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
