import type { Duration, Workflow } from '../../workflows/definition.js';
import type { Arrow } from '../engine/check/arrows.js';
import { bare, lengthOf, type Language } from './words.js';

/** What a guard says, as a part of something longer. */
export const saysOf = (workflow: Workflow, guard: string, language: Language): string =>
  bare(workflow.guards[guard]?.says[language] ?? guard);

/** What an arrow is called: the event's label, the deadline's, or nothing for `always`. */
export function triggerLabel(workflow: Workflow, { trigger }: Arrow, language: Language): string {
  if (trigger.kind === 'always') return '';
  const named = trigger.kind === 'on' ? workflow.events[trigger.name] : workflow.deadlines[trigger.name];
  return named?.label[language] ?? trigger.name;
}

/** How long the policies named in a deadline's rule are, by their latest rows: "10 arbetsdagar". Empty when the rule names none. */
export function lengthsIn(workflow: Workflow, rule: string, language: Language): string {
  const found = [...rule.matchAll(/policy `?(\w+)/gi)].flatMap(([, name = '']) => {
    const value = workflow.policy[name]?.at(-1)?.value;
    return typeof value === 'object' ? [lengthOf(value satisfies Duration, language)] : [];
  });
  return found.join(', ');
}
