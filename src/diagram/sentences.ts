import type { Duration, Workflow } from '../../workflows/definition.js';
import { isCombined } from '../engine/check/guard-expression.js';
import type { Arrow } from '../engine/check/arrows.js';
import { bare, lengthOf, words, type Language } from './words.js';

/** The sentences of a guard, joined as the chart joins them; inner ones in brackets. Empty when there is none. */
export function guardSentence(workflow: Workflow, guard: unknown, language: Language, inner = false): string {
  if (guard === undefined) return '';
  if (!isCombined(guard)) return bare(workflow.guards[String(guard)]?.says[language] ?? String(guard));
  const parts = guard.guards.map((part) => guardSentence(workflow, part, language, true));
  if (guard.name === 'not') return `${words.not[language]}: ${parts.join('')}`;
  const joined = parts.join(` ${words[guard.name as 'and' | 'or'][language]} `);
  return inner && parts.length > 1 ? `(${joined})` : joined;
}

/** The names of the guards in an expression, in order. */
export function guardNamesOf(guard: unknown): string[] {
  if (guard === undefined) return [];
  return isCombined(guard) ? guard.guards.flatMap(guardNamesOf) : [String(guard)];
}

/** What an arrow is called: the event's label, the deadline's, or nothing for `always`. */
export function triggerLabel(workflow: Workflow, { trigger }: Arrow, language: Language): string {
  if (trigger.kind === 'always') return '';
  const named = trigger.kind === 'on' ? workflow.events[trigger.name] : workflow.deadlines[trigger.name];
  return named?.label[language] ?? trigger.name;
}

/** How long the policies named in a deadline's rule are now: "10 arbetsdagar". Empty when the rule names none. */
export function lengthsIn(workflow: Workflow, rule: string, language: Language): string {
  const found = [...rule.matchAll(/policy `?(\w+)/gi)].flatMap(([, name = '']) => {
    const value = workflow.policy[name]?.at(-1)?.value;
    return typeof value === 'object' ? [lengthOf(value satisfies Duration, language)] : [];
  });
  return found.join(', ');
}
