import type { EventSpec, FileKind, Workflow } from '../../../workflows/definition.js';
import { kindNames } from '../../register/kinds.js';
import { jsonSchema } from '../files/json-schema.js';
import type { Language } from '../language.js';
import { eventsOf } from '../openapi/components.js';
import { about, groups } from '../openapi/document.js';
import { problems } from '../problems.js';
import { framed } from './frame.js';
import { html, type Html } from './html.js';
import { operationPart, table } from './operation-part.js';
import { words } from './page.words.js';
import { rowsOf } from './schema-rows.js';

/** What the page of the API is made from. */
export interface PageOf {
  readonly language: Language;
  readonly workflows: readonly Workflow[];
  readonly kinds: readonly FileKind[];
  readonly baseUrl: string;
  readonly demoDay: string | null;
  /** Somebody who may bear a token, for the example; null while the registers are empty. */
  readonly login: string | null;
  /** Share of the demo years that is loaded; undefined when nothing is being loaded. */
  readonly loaded?: number;
}

/** The page that tells the API to people: calls, the data of each event, and every no. */
export function apiPage(page: PageOf): string {
  const { language } = page;
  const main = html`<div class="head"><h1>${words.title[language]}</h1><p class="lead">${about[language]}</p></div>
${page.loaded !== undefined && loadingPart(page.loaded, language)}
${startPart(page)}
${groups.map(
  ({ name, label, operations }) => html`<section class="sec" aria-labelledby="group-${name}"><h2 id="group-${name}">${label[language]}</h2>
${operations.map((op) => operationPart(op, language))}</section>`,
)}
${stepsPart(page)}
${problemsPart(language)}`;
  return framed({ language, title: `${words.title[language]} – Husrum`, side: sidePart(page), main, demoDay: page.demoDay });
}

/** What is shown while the database is put in order. */
export function startingPage(language: Language): string {
  const main = html`<div class="head"><h1>${words.startingTitle[language]}</h1><p class="lead">${words.startingLead[language]}</p></div>`;
  return framed({ language, title: `${words.startingTitle[language]} – Husrum`, main, again: 2 });
}

function sidePart({ language, workflows, kinds }: PageOf): Html {
  const link = (id: string, label: string): Html => html`<li><a href="#${id}">${label}</a></li>`;
  return html`<h2>${words.contents[language]}</h2><ul>${link('start', words.start[language])}</ul>
${groups.map(
  ({ label, operations }) => html`<h2>${label[language]}</h2><ul>${operations.map((op) => link(op.id, op.summary[language]))}</ul>`,
)}
<h2>${words.steps[language]}</h2><ul>${workflows.map((one) => link(`flow-${one.name}`, one.label[language]))}${kinds.map((one) => link(`file-${one.name}`, `${one.label[language]}, ${words.fileSteps[language]}`))}</ul>
<h2>${words.problemsTitle[language]}</h2><ul>${link('problems', words.code[language])}</ul>`;
}

function loadingPart(loaded: number, language: Language): Html {
  const percent = Math.floor(loaded * 100);
  return html`<div class="note" role="status"><p><b>${words.loading[language]}: <span class="num">${percent} %</span></b></p><p>${words.loadingMore[language]}</p></div>`;
}

function startPart({ language, baseUrl, login }: PageOf): Html {
  const who = login ?? 'LOGIN';
  return html`<section class="sec" aria-labelledby="start"><h2 id="start">${words.start[language]}</h2>
<ol class="steps">
<li><p>${words.startToken[language]}</p><pre tabindex="0"><code>npm run -s husrum -- token create --user ${who} --days 30</code></pre></li>
<li><p>${words.startCall[language]}</p><pre tabindex="0"><code>curl -H "Authorization: Bearer $TOKEN" ${baseUrl}/api/v1/files</code></pre></li>
<li><p>${words.startStep[language]}</p><pre tabindex="0"><code>curl -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: note-1" -H "Content-Type: application/json" \\
  -d '{"type":"note","data":{"note":"…"}}' ${baseUrl}/api/v1/files/{file}/events</code></pre></li>
</ol>
<p class="text">${words.startDry[language]} <a href="/api/openapi.json?lang=${language}">${words.described[language]}</a>.</p></section>`;
}

function stepsPart({ language, workflows, kinds }: PageOf): Html {
  return html`<section class="sec" aria-labelledby="steps"><h2 id="steps">${words.steps[language]}</h2><p class="text">${words.stepsLead[language]}</p>
${workflows.map((one) => ownerPart(`flow-${one.name}`, one.label[language], one.name, eventsOf(one), one.reasons, language))}
${kinds.map((one) => ownerPart(`file-${one.name}`, `${one.label[language]}, ${words.fileSteps[language]}`, null, Object.entries(one.events), one.reasons, language))}</section>`;
}

function ownerPart(
  id: string,
  label: string,
  name: string | null,
  events: readonly [string, EventSpec][],
  reasons: Workflow['reasons'],
  language: Language,
): Html {
  return html`<article class="op" id="${id}" aria-labelledby="${id}-t"><h3 id="${id}-t">${label}${name && html` <code>${name}</code>`}</h3>
${events.map(([type, spec]) => eventPart(type, spec, reasons, language))}</article>`;
}

function eventPart(type: string, spec: EventSpec, reasons: Workflow['reasons'], language: Language): Html {
  const rows = rowsOf(jsonSchema(spec.schema, { language, reasons, day: null }), language);
  const by = spec.by === 'engine' ? [] : [...new Set(spec.by.map(({ org }) => kindNames[org][language]))];
  return html`<details class="event"><summary><span class="verb">${spec.label[language]}</span> <code>${type}</code></summary>
<p class="meta">${words.takenBy[language]} ${by.join(', ')}.</p>
${rows.length === 0 ? html`<p class="meta">${words.noData[language]}</p>` : table(`data, ${spec.label[language]}`, rows, language)}</details>`;
}

function problemsPart(language: Language): Html {
  return html`<section class="sec" aria-labelledby="problems"><h2 id="problems">${words.problemsTitle[language]}</h2><p class="text">${words.problemsLead[language]}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.problemsTitle[language]}"><table class="problems"><thead><tr><th scope="col">${words.code[language]}</th><th scope="col" class="r">${words.status[language]}</th><th scope="col">${words.means[language]}</th></tr></thead>
<tbody>${Object.entries(problems).map(
    ([code, { status, title, says }]) =>
      html`<tr id="problem-${code}"><th scope="row"><code>${code}</code></th><td class="r num">${status}</td><td><b>${title[language]}.</b> ${says?.[language]}</td></tr>`,
  )}</tbody></table></div></section>`;
}
