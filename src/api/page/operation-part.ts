import { z } from 'zod';
import type { Language } from '../language.js';
import { shapeOf } from '../openapi/components.js';
import { headerWords } from '../openapi/document.js';
import type { ProblemCode } from '../problems.js';
import type { Operation } from '../operation.js';
import { html, prose, type Html } from './html.js';
import { words } from './page.words.js';
import { rowsOf, type SchemaRow } from './schema-rows.js';

/** One operation: how it is called, who may, what it takes, what it answers. */
export function operationPart(op: Operation, language: Language): Html {
  const { status, says } = op.answer;
  return html`<article class="op" id="${op.id}" aria-labelledby="${op.id}-t">
    <h3 id="${op.id}-t">${op.summary[language]}</h3>
    <p class="call">
      <span class="method method-${op.method.toLowerCase()}">${op.method}</span>
      <code>${breakable(op.path)}</code>
    </p>
    ${op.says && html`<p class="prose">${prose(op.says[language])}</p>`}
    <dl class="pairs">
      <div>
        <dt>${words.who[language]}</dt>
        <dd>${words.whoMay[op.permission][language]}</dd>
      </div>
      <div>
        <dt>${words.answers[language]}</dt>
        <dd><span class="num">${status}</span> ${says[language]}</dd>
      </div>
      ${
        own(op).length > 0 &&
        html`<div>
          <dt>${words.noes[language]}</dt>
          <dd class="codes">${codes(op)}</dd>
        </div>`
      }
    </dl>
    ${table(words.parameters[language], parameterRows(op, language), language)}
    ${op.body && table(words.body[language], rowsOf(shapeOf(op.body, language), language), language)}
    ${answerPart(op, language)}
  </article>`;
}

/** Codes that any call, or any call with a body, may get: told once, under the list of all. */
const ANY: ReadonlySet<ProblemCode> = new Set([
  'malformed-json',
  'malformed-request',
  'body-too-large',
  'unsupported-media-type',
  'busy',
  'loading',
]);
const own = ({ problems }: Operation): readonly ProblemCode[] => problems.filter((code) => !ANY.has(code));

const codes = (op: Operation): Html[] =>
  own(op).map((code) => html`<a href="#problem-${code}"><code>${code}</code></a> `);

/** A path that may break after each slash. */
const breakable = (path: string): Html[] =>
  path
    .replace(/:(\w+)/g, '{$1}')
    .split(/(?<=\/)/)
    .map((part) => html`${part}<wbr />`);

function parameterRows(op: Operation, language: Language): SchemaRow[] {
  const inPath = op.params === undefined ? [] : rowsOf(shapeOf(op.params, language), language);
  const inQuery = op.query === undefined ? [] : rowsOf(shapeOf(op.query, language), language);
  const header = (path: string, required: boolean, says: string): SchemaRow => ({
    ...{ path, required, says },
    takes: 'header',
    personal: false,
  });
  return [
    ...inPath.map((row) => ({ ...row, path: `{${row.path}}` })),
    ...inQuery.map((row) => ({ ...row, path: `?${row.path}` })),
    ...(op.key ? [header('Idempotency-Key', op.key === 'required', headerWords.key[language])] : []),
    ...(op.logs === 'reads-file' ? [header('Access-Purpose', false, headerWords.purpose[language])] : []),
    ...(op.ifMatch ? [header('If-Match', false, headerWords.ifMatch[language])] : []),
  ];
}

/** The fields of a JSON answer, folded away: those of the yes that is given most. */
function answerPart({ answer }: Operation, language: Language): Html | null {
  const schema =
    answer.schema instanceof z.ZodUnion ? (answer.schema.options[0] as z.ZodType) : answer.schema;
  if (schema === undefined) return null;
  const caption = words.fields[language];
  const rows = rowsOf(shapeOf(schema, language), language).map((row) => ({ ...row, required: false }));
  return html`<details class="event">
    <summary><span class="verb">${caption}</span></summary>
    ${table(caption, rows, language, { captionShown: false })}
  </details>`;
}

/** A table of fields under a small heading; nothing when there are none. */
export function table(
  caption: string,
  rows: readonly SchemaRow[],
  language: Language,
  { captionShown = true } = {},
): Html | null {
  if (rows.length === 0) return null;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="fields">
      <caption class="${captionShown ? 'shown' : 'vh'}">
        ${caption}
      </caption>
      <thead class="vh">
        <tr>
          <th scope="col">${words.field[language]}</th>
          <th scope="col">${words.takes[language]}</th>
          <th scope="col">${words.says[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowIn(row, language))}
      </tbody>
    </table>
  </div>`;
}

function rowIn({ path, takes, required, personal, says }: SchemaRow, language: Language): Html {
  return html`<tr>
    <th scope="row">
      <code>${path}</code
      >${personal && html` <span class="personal" title="${words.personal[language]}">●<span class="vh"> ${words.personal[language]}</span></span>`}${required && html` <span class="need">${words.required[language]}</span>`}
    </th>
    <td>${takes}</td>
    <td>${prose(says)}</td>
  </tr>`;
}
