import type { Language } from '../language.js';
import { schemaIn } from '../openapi/components.js';
import type { Operation } from '../operation.js';
import { html, type Html } from './html.js';
import { words } from './page.words.js';
import { rowsOf, type SchemaRow } from './schema-rows.js';

/** One operation: how it is called, who may, what it takes, what it answers. */
export function operationPart(op: Operation, language: Language): Html {
  const { status, says } = op.answer;
  return html`<article class="op" id="${op.id}" aria-labelledby="${op.id}-t">
<h3 id="${op.id}-t">${op.summary[language]}</h3>
<p class="call"><span class="method method-${op.method.toLowerCase()}">${op.method}</span> <code>${breakable(op.path)}</code></p>
${op.says && html`<p class="text">${op.says[language]}</p>`}
<dl class="facts">
<div><dt>${language === 'sv' ? 'Vem' : 'Who'}</dt><dd>${words.whoMay[op.permission][language]}</dd></div>
<div><dt>${words.answers[language]}</dt><dd><span class="num">${status}</span> ${says[language]}</dd></div>
${op.problems.length > 0 && html`<div><dt>${words.noes[language]}</dt><dd class="codes">${codes(op)}</dd></div>`}
</dl>
${table(words.parameters[language], parameterRows(op, language), language)}
${op.body && table(words.body[language], rowsOf(schemaIn(op.body), language), language)}
</article>`;
}

const codes = ({ problems }: Operation): Html[] =>
  problems.map((code) => html`<a href="#problem-${code}"><code>${code}</code></a> `);

/** A path that may break after each slash. */
const breakable = (path: string): Html[] =>
  path
    .replace(/:(\w+)/g, '{$1}')
    .split(/(?<=\/)/)
    .map((part) => html`${part}<wbr>`);

function parameterRows(op: Operation, language: Language): SchemaRow[] {
  const inPath = op.params === undefined ? [] : rowsOf(schemaIn(op.params), language);
  const inQuery = op.query === undefined ? [] : rowsOf(schemaIn(op.query), language);
  const header = (path: string, required: boolean, says: string): SchemaRow => ({
    ...{ path, required, says },
    takes: 'header',
    personal: false,
  });
  return [
    ...inPath.map((row) => ({ ...row, path: `{${row.path}}` })),
    ...inQuery.map((row) => ({ ...row, path: `?${row.path}` })),
    ...(op.key ? [header('Idempotency-Key', op.key === 'required', KEY[language])] : []),
    ...(op.ifMatch ? [header('If-Match', false, IF_MATCH[language])] : []),
  ];
}

const KEY = {
  sv: 'Stegets eget namn. Samma namn ger det första svaret',
  en: 'The step’s own name. The same name gives the first answer',
};
const IF_MATCH = {
  sv: 'ETag som den lästes. Nekas om ärendet har ändrats sedan dess',
  en: 'The ETag as it was read. Refused when the file has moved on since',
};

/** A table of fields under a small heading; nothing when there are none. */
export function table(caption: string, rows: readonly SchemaRow[], language: Language): Html | null {
  if (rows.length === 0) return null;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="fields"><caption>${caption}</caption>
<thead class="vh"><tr><th scope="col">${words.field[language]}</th><th scope="col">${words.takes[language]}</th><th scope="col">${words.says[language]}</th></tr></thead>
<tbody>${rows.map((row) => rowIn(row, language))}</tbody></table></div>`;
}

function rowIn({ path, takes, required, personal, says }: SchemaRow, language: Language): Html {
  return html`<tr><th scope="row"><code>${path}</code>${personal && html` <span class="mark" title="${words.personal[language]}">●<span class="vh"> ${words.personal[language]}</span></span>`}${required && html` <span class="need">${words.required[language]}</span>`}</th><td>${takes}</td><td>${says}</td></tr>`;
}
