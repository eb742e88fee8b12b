import type { FileKind, Workflow } from '../../workflows/definition.js';
import { fieldsOf } from '../engine/schema-fields.js';
import { offered, posts, postName, sees, sharings, situations, takes } from './matrix.js';

const head = `# Who may see and do what

Made from the workflows, the roles and the gate; never written by hand. A test walks every step, post and sort of file over
HTTP and holds the answers to these tables, and another holds the database’s own row policies to the gate.

- **own**: the reader’s organisation answers for the household. Districts and the housing unit are kept to their own.
- **named**: let in by name (\`grantAccess\`, \`setProtection\`). A **protected** family is seen by its named handlers alone.
- **emergency**: opened with a reason, for an hour, for reading; always reviewed.
- An earlier step is **corrected** by whoever may take it, in the kind of organisation that took it; an entry is **sealed** by
  two such persons.
- A substitute acts with the rights of whom they cover, and never through the other’s name in a protected family.`;

/** The permission matrix as a page, for the workflows and kinds of file that are here. */
export function matrixDocument(workflows: readonly Workflow[], kinds: readonly FileKind[]): string {
  const parts = [
    head,
    seeing(),
    ...kinds.map(eventsOf),
    ...workflows.map(eventsOf),
    processes(workflows),
    kept(workflows, kinds),
  ];
  return `${parts.join('\n\n')}\n`;
}

function seeing(): string {
  const columns = ['post', ...situations.map(({ name }) => name.en)];
  const parts = sharings.map(({ name, seenBy }) => {
    const rows = posts.map((post) => [
      postName(post).en,
      ...situations.map((one) => mark(sees(post, one, seenBy))),
    ]);
    return `### ${name.en}\n\n${table(columns, rows)}`;
  });
  return ['## Seeing a household’s file', ...parts].join('\n\n');
}

function eventsOf(of: Workflow | FileKind): string {
  const file = 'file' in of ? of.file : of.name;
  const title = 'file' in of ? `Steps of \`${of.name}\`` : `Steps of every ${of.name} file`;
  const rows = offered(of).map(([name, spec]) => [
    `\`${name}\``,
    ...posts.map((post) => mark(takes(post, spec, file))),
    [
      spec.twoPersons === undefined
        ? ''
        : spec.twoPersons === true
          ? 'two persons'
          : 'two persons, one of each',
      spec.decision === undefined
        ? ''
        : `decision \`${spec.decision.name}\` by line ${spec.decision.lines.map(({ line }) => line).join(', ')} or the organisation’s own`,
    ]
      .filter(Boolean)
      .join('; '),
  ]);
  return `## ${title}\n\n${table(['step', ...posts.map((post) => postName(post).en), ''], rows)}`;
}

function processes(workflows: readonly Workflow[]): string {
  const rows = workflows.map(({ name, seenBy, discloses }) => [
    `\`${name}\``,
    seenBy.join(', '),
    discloses === undefined
      ? ''
      : 'what it discloses, and whether it is seen, follows the ground of disclosure',
  ]);
  return `## Who may know of a process\n\n${table(['workflow', 'kinds of organisation', ''], rows)}`;
}

/** Fields that stay with the organisation that answers for the household, wherever they are entered. */
function kept(workflows: readonly Workflow[], kinds: readonly FileKind[]): string {
  const all = [...kinds, ...workflows].flatMap((of) =>
    offered(of).flatMap(([event, { schema, within }]) => [
      ...(within === true ? [[`\`${of.name}\` \`${event}\``, 'the whole step']] : []),
      ...fieldsOf(schema)
        .filter(({ meta }) => meta.within === true)
        .map(({ path }) => [`\`${of.name}\` \`${event}\``, `\`${path.join('.')}\``]),
    ]),
  );
  return `## What is not handed on\n\nThe agency and the companies get nothing of a household. SHIS gets the rest of it on a ground of disclosure; after a withdrawn consent only what is no personal data.\n\n${table(['step', 'stays within the organisation that wrote it'], all)}`;
}

const mark = (may: boolean): string => (may ? '✓' : '–');

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
