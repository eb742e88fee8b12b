import type { FileKind, Workflow } from '../../../workflows/definition.js';
import type { Operation } from '../operation.js';
import { problems } from '../problems.js';
import { about, groups, openApi } from './document.js';

/** The committed papers on the API, by their path from the project's folder. The same workflows make the same text. */
export function apiDocuments(
  workflows: readonly Workflow[],
  kinds: readonly FileKind[],
): Readonly<Record<string, string>> {
  return {
    'docs/openapi.json': `${JSON.stringify(openApi(workflows, kinds, 'en'), null, 2)}\n`,
    'docs/api.md': markdown(),
  };
}

const intro = `# The HTTP API

${about.en}

The whole description, with the data of every event, is \`openapi.json\` beside this page; a running server tells it at
\`/api/openapi.json\`, and to people at \`/api\`. This page is generated.`;

/** The tables are not laid out by hand. */
const AS_IT_IS = '<!-- prettier-ignore-start -->';

function markdown(): string {
  const calls = groups.map(
    ({ label, operations }) => `## ${label.en}

| call | who | |
| --- | --- | --- |
${operations.map(row).join('\n')}`,
  );
  const tables = [AS_IT_IS, ...calls, noes(), '<!-- prettier-ignore-end -->'];
  return `${[intro, ...tables].join('\n\n')}\n`;
}

function row({ method, path, permission, summary, key, ifMatch, query }: Operation): string {
  const takes = [
    ...Object.keys(query?.shape ?? {}).map((name) => `\`?${name}\``),
    ...(key === 'required'
      ? ['`Idempotency-Key` (required)']
      : key === 'optional'
        ? ['`Idempotency-Key`']
        : []),
    ...(ifMatch ? ['`If-Match`'] : []),
  ];
  const told = takes.length === 0 ? summary.en : `${summary.en}. Takes ${takes.join(', ')}`;
  return `| \`${method} ${path.replace(/:(\w+)/g, '{$1}')}\` | ${permission} | ${told} |`;
}

function noes(): string {
  const rows = Object.entries(problems).map(
    ([code, { status, title, says }]) =>
      `| \`${code}\` | ${status} | ${[title.en, says?.en].filter(Boolean).join('. ')} |`,
  );
  return `## When the answer is no

Every no is \`application/problem+json\` (RFC 9457) with a stable \`code\`, and sentences that can be shown as they are.

| code | status | |
| --- | --- | --- |
${rows.join('\n')}`;
}
