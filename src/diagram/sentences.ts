import type { Workflow } from '../../workflows/definition.js';
import type { Arrow } from '../engine/check/arrows.js';
import { lengthOf, ruleInWords } from '../engine/lengths.js';
import { placesIn } from '../engine/places.js';
import { newestPolicy } from '../engine/policy.js';
import { bare, type Language } from './words.js';

/** What a guard says, as a part of something longer. */
export const saysOf = (workflow: Workflow, guard: string, language: Language): string =>
  bare(workflow.guards[guard]?.says[language] ?? guard);

/** What an arrow is called: the event's label, the deadline's, or nothing for `always`. */
export function triggerLabel(workflow: Workflow, { trigger }: Arrow, language: Language): string {
  if (trigger.kind === 'always') return '';
  const named = trigger.kind === 'on' ? workflow.events[trigger.name] : workflow.deadlines[trigger.name];
  return named?.label[language] ?? trigger.name;
}

/** How long the policies named in a deadline's rule are, by their last rows: "10 arbetsdagar". Empty when the rule names none. */
export function lengthsIn(workflow: Workflow, deadline: string, language: Language): string {
  const policy = newestPolicy(workflow);
  const values = placesIn(workflow.deadlines[deadline]?.rule[language] ?? '').map((name) => policy[name]);
  const lengths = values.filter((value) => typeof value === 'object');
  return lengths.map((length) => lengthOf(length, language)).join(', ');
}

/** A deadline's rule in words, its lengths by their last rows. */
export function ruleOf(workflow: Workflow, deadline: string, language: Language): string {
  const rule = workflow.deadlines[deadline]?.rule;
  return rule === undefined ? '' : ruleInWords(rule, newestPolicy(workflow), language);
}
