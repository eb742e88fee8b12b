import { dayOf } from '../domain/zone.js';
import type { Answered } from '../engine/answers.js';
import type { Weighed } from '../engine/chart-guards.js';
import type { FileState, Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { eventSchema } from './json-schema.js';
import type { ActionView, WeighedRule } from './shapes.js';
import type { Sight } from './sight.js';

/** Every step that a person may know of, each with its answer, and the form that it takes. */
export async function actionsOf(
  { engine, registry, clock }: Runtime,
  file: FileState,
  sight: Sight,
  person: Person,
  language: Language,
): Promise<ActionView[]> {
  const now = clock.now();
  const answers = await engine.thinking.answers(file, person, now);
  const seen = new Set(sight.processes.map(({ number }) => number));
  const reasonsOf = ({ process }: Answered) => {
    if (process === null) return registry.kind(file.kind).reasons;
    const { workflow, version } = sight.processes.find(({ number }) => number === process) ?? {};
    return registry.pinned(workflow ?? '', version ?? 0)?.workflow.reasons;
  };
  return answers
    .filter(({ process }) => (process === null ? sight.record !== 'none' : seen.has(process)))
    .map((answered) => {
      const words = { language, reasons: reasonsOf(answered), day: dayOf(now) };
      return { ...inWords(file.id, answered, language), schema: eventSchema(answered.spec, words) };
    });
}

function inWords(file: string, answered: Answered, language: Language): Omit<ActionView, 'schema'> {
  const { type, process, label, answer, sentences, possibleIn, proposedBy, spec } = answered;
  const path = process === null ? '' : `/processes/${process}`;
  return {
    type,
    process,
    label: label[language],
    answer,
    sentences: sentences.map((one) => one[language]),
    possibleIn: possibleIn.map((one) => one[language]),
    ...(answered.weighed && { weighed: answered.weighed.map((one) => ruleInWords(one, language)) }),
    grave: spec.grave === true,
    fresh: spec.fresh === true,
    twoPersons: spec.twoPersons !== undefined,
    proposedBy: proposedBy ?? null,
    href: `/api/v1/files/${file}${path}/events`,
  };
}

/** A weighed rule in one language. */
export const ruleInWords = ({ says, source, holds }: Weighed, language: Language): WeighedRule => ({
  says: says[language],
  source: source && source[language],
  holds,
});
