import type { AnyStateNode } from 'xstate';
import type { EventSpec, Workflow } from '../../workflows/definition.js';
import { arrowsFrom, below, listOf, type Arrow } from '../engine/check/arrows.js';
import { graphOf, pathOf } from '../engine/check/graph.js';
import { isCombined, nameIn } from '../engine/check/guard-expression.js';
import { kindNames } from '../register/kinds.js';
import { ruleOf, saysOf, triggerLabel } from './sentences.js';
import { heads, joins, titles, who } from './table-words.js';
import { words, type Language } from './words.js';

/** Every state and every arrow of a workflow as Markdown: the diagram's content in words, and what it has no room for. */
export function chartTable(workflow: Workflow, language: Language = 'sv'): string {
  const label = workflow.label[language];
  const parts = [
    `# ${label} (\`${workflow.name}\`, version ${workflow.version})`,
    titles.generated[language],
    `![${label}](${workflow.name}.diagram.svg)`,
    `## ${titles.states[language]}`,
    table(heads.states[language], stateRows(workflow, language)),
    `## ${titles.arrows[language]}`,
    titles.how[language],
    table(heads.arrows[language], arrowRows(workflow, language)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function stateRows(workflow: Workflow, language: Language): string[][] {
  return [...graphOf(workflow.machine).leaves].map(([path, { config }]) => {
    const spec = workflow.states[path];
    const name = spec?.due ?? '';
    const due = workflow.deadlines[name];
    return [
      code(path),
      spec?.label[language] ?? '',
      waits(workflow, path, language),
      due === undefined ? '' : `${due.label[language]} (${code(name)}): ${ruleOf(workflow, name, language)}`,
      effects(workflow, listOf(config.entry)),
      effects(workflow, listOf(config.exit)),
    ];
  });
}

function waits({ states }: Workflow, path: string, language: Language): string {
  const spec = states[path];
  if (spec === undefined) return titles.passed[language];
  const org = spec.waitsFor && kindNames[spec.waitsFor][language];
  if (spec.open) return org ?? spec.restsBecause?.[language] ?? '';
  return org === undefined ? titles.closed[language] : `${titles.closed[language]}, ${org}`;
}

function arrowRows(workflow: Workflow, language: Language): string[][] {
  const root = workflow.machine.root as AnyStateNode;
  const { open } = workflow;
  const first = graphOf(workflow.machine).first.map(code).join(', ');
  return [
    [
      '',
      `${open.label[language]} (${code('open')})`,
      mayDo(open, language),
      '',
      first,
      effects(workflow, listOf(root.config.entry)),
      '',
    ],
    ...below(root)
      .flatMap(arrowsFrom)
      .map((arrow) => arrowRow(workflow, arrow, language)),
  ];
}

function arrowRow(workflow: Workflow, arrow: Arrow, language: Language): string[] {
  const { trigger, from, to, guard, place } = arrow;
  const otherwise = guard === undefined && place > 0 ? words.otherwise[language] : '';
  const always = trigger.kind === 'always';
  return [
    code(pathOf(from)),
    always ? titles.atOnce[language] : `${triggerLabel(workflow, arrow, language)} (${code(trigger.name)})`,
    setOffBy(workflow, arrow, language),
    sentences(workflow, guard, language) || otherwise,
    to.map((node) => code(pathOf(node))).join(', ') || titles.stays[language],
    effects(workflow, arrow.actions),
    trigger.kind === 'after' ? ruleOf(workflow, trigger.name, language) : '',
  ];
}

function setOffBy({ events }: Workflow, { trigger }: Arrow, language: Language): string {
  if (trigger.kind === 'after') return who.deadline[language];
  return trigger.kind === 'always'
    ? who.atOnce[language]
    : mayDo(events[trigger.name] as EventSpec, language);
}

function mayDo({ by, twoPersons }: EventSpec, language: Language): string {
  if (by === 'engine') return who.engine[language];
  const names = by.map(
    ({ org, rank }) => `${kindNames[org][language]}${rank ? ` (${who.manager[language]})` : ''}`,
  );
  const two = twoPersons === undefined ? [] : [who[twoPersons === true ? 'two' : 'oneOfEach'][language]];
  return [names.join(', '), ...two].join('; ');
}

/** The sentences of a guard, joined as the chart joins them; inner ones in brackets. Empty when there is none. */
function sentences(workflow: Workflow, guard: unknown, language: Language, inner = false): string {
  if (guard === undefined) return '';
  if (!isCombined(guard)) return saysOf(workflow, nameIn(guard) ?? '', language);
  const parts = guard.guards.map((part) => sentences(workflow, part, language, true));
  const join = `**${joins[guard.name as keyof typeof joins][language]}**`;
  if (guard.name === 'not') return `${join} ${parts.join('')}`;
  const joined = parts.join(` ${join} `);
  return inner && parts.length > 1 ? `(${joined})` : joined;
}

function effects(workflow: Workflow, actions: readonly unknown[]): string {
  const names = actions
    .flatMap((action) => nameIn(action) ?? [])
    .filter((name) => Object.hasOwn(workflow.effects, name));
  return names.map(code).join(', ');
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
