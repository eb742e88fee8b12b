import type { Guard } from '../../../workflows/definition.js';
import type { ActionView, FileView } from '../../files/shapes.js';
import type { Language } from '../../platform/language.js';
import type { Asked } from '../page.js';

/**
 * The steps that mend what stands in the way of another, as far as the reader may take them now. A guard is known by its sentence,
 * which begins every way in which it tells more.
 */
export function waysTo(
  { registry }: Asked['runtime'],
  { kind, processes, actions }: FileView,
  { process, sentences }: ActionView,
  language: Language,
): ActionView[] {
  const { workflow = '', version = 0 } = processes.find(({ number }) => number === process) ?? {};
  const guards: readonly Guard<object>[] =
    process === null
      ? Object.values(registry.kind(kind).guards ?? {}).flat()
      : Object.values(registry.pinned(workflow, version)?.workflow.guards ?? {});
  const mending = guards
    .filter(({ says }) => sentences.some((one) => one.startsWith(says[language])))
    .flatMap(({ mendedBy }) => mendedBy ?? []);
  return actions.filter(
    (one) =>
      one.process === process &&
      mending.includes(one.type) &&
      (one.answer === 'allowed' || one.answer === 'allowed-if'),
  );
}
