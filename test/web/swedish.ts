import type { Registry } from '../../src/engine/registry.js';

/** Words that are the same in both languages, or stand on a Swedish page by right. */
const ALSO_SWEDISH = new Set([
  'sent',
  'shis',
  'final',
  'Person',
  'Status',
  'SHIS',
  'Housing First',
  'planning',
  'Plan',
]);

/** The names that the program has for events, states and reasons, and every English label of them. */
export function foreignIn(registry: Registry): RegExp {
  const codes = new Set<string>();
  const english = new Set<string>();
  const swedish = new Set<string>(ALSO_SWEDISH);
  for (const { workflow } of registry.all()) {
    const reasons = Object.values(workflow.reasons ?? {}).flat();
    const labels = [workflow, workflow.open, ...Object.values(workflow.events), ...reasons];
    for (const { label } of [
      ...labels,
      ...Object.values(workflow.states),
      ...Object.values(workflow.deadlines),
    ]) {
      english.add(label.en);
      swedish.add(label.sv);
    }
    for (const name of [...Object.keys(workflow.events), ...Object.keys(workflow.deadlines)])
      if (/[A-Z.]/.test(name)) codes.add(name);
    for (const name of Object.keys(workflow.states)) codes.add(name.split('.').at(-1) as string);
    for (const { code } of reasons) codes.add(code);
    if (workflow.form !== undefined) codes.add(workflow.form);
  }
  const all = [...codes, ...english].filter((word) => !swedish.has(word) && word.length > 3);
  const escaped = all.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\d.-])(?:${escaped.join('|')})(?![\\p{L}\\d-])`, 'gu');
}

/** What is read on a page, and heard: its text and the names of what has none. What is to be checked byte for byte is not read. */
export function said(html: string): string {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? '';
  const heard = [...main.matchAll(/(?:aria-label|title|placeholder|data-l)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  const text = main.replaceAll(/<(script|style|pre)\b.*?<\/\1>/gs, ' ').replaceAll(/<[^>]*>/g, ' ');
  return [text, ...heard].join(' | ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');
}
