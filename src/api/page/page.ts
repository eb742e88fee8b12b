import type { EventSpec, FileKind, Workflow } from '../../../workflows/definition.js';
import { kindNames } from '../../register/kinds.js';
import { jsonSchema } from '../../files/json-schema.js';
import type { Language } from '../language.js';
import { eventsOf } from '../openapi/components.js';
import { about, groups } from '../openapi/document.js';
import { problems } from '../problems.js';
import { framed } from './frame.js';
import { html, prose, type Html } from './html.js';
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
  const main = html`<div class="head">
      <div>
        <h1>${words.title[language]}</h1>
        <p class="lead">${about[language]}</p>
      </div>
    </div>
    ${page.loaded !== undefined && loadingPart(page.loaded, language)} ${startPart(page)}
    ${groups.map(
      ({ name, label, operations }) =>
        html`<section class="sec" aria-labelledby="group-${name}">
          <h2 id="group-${name}">${label[language]}</h2>
          ${operations.map((op) => operationPart(op, language))}
        </section>`,
    )}
    ${stepsPart(page)} ${problemsPart(language)}`;
  return framed({
    language,
    title: `${words.title[language]} – Husrum`,
    side: sidePart(page),
    main,
    demoDay: page.demoDay,
  });
}

/** What is shown while the database is put in order. */
export function startingPage(language: Language): string {
  const main = html`<div class="head">
    <div>
      <h1>${words.startingTitle[language]}</h1>
      <p class="lead">${words.startingLead[language]}</p>
    </div>
  </div>`;
  return framed({ language, title: `${words.startingTitle[language]} – Husrum`, main, again: 2 });
}

function sidePart({ language, workflows, kinds }: PageOf): Html {
  const group = (id: string, label: string, links: readonly (readonly [string, string])[]): Html =>
    html`<div>
      <h2><a href="#${id}">${label}</a></h2>
      <ul>
        ${links.map(([to, told]) => html`<li><a href="#${to}">${told}</a></li>`)}
      </ul>
    </div>`;
  const flows = workflows.map((one) => [`flow-${one.name}`, one.label[language]] as const);
  const files = kinds.map((one) => [`file-${one.name}`, fileTitle(one, language)] as const);
  return html`${group('start', words.start[language], [])}
  ${groups.map(({ name, label, operations }) =>
    group(
      `group-${name}`,
      label[language],
      operations.map((op) => [op.id, op.summary[language]] as const),
    ),
  )}
  ${group('steps', words.steps[language], [...flows, ...files])}
  ${group('problems', words.problemsTitle[language], [])}`;
}

const fileTitle = ({ label }: FileKind, language: Language): string =>
  `${label[language]}, ${words.fileSteps[language]}`;

function loadingPart(loaded: number, language: Language): Html {
  const percent = Math.floor(loaded * 100);
  return html`<div class="notice is-soon" role="status">
    <p>
      <b>${words.loading[language]}: <span class="num">${percent} %</span></b>
    </p>
    <p>${words.loadingMore[language]}</p>
  </div>`;
}

function startPart({ language, baseUrl, login }: PageOf): Html {
  const command = (text: string): Html => html`<pre tabindex="0"><code>${text}</code></pre>`;
  const token = `npm run -s husrum -- token create --user ${login ?? 'LOGIN'} --days 30`;
  const call = `curl -H "Authorization: Bearer $TOKEN" ${baseUrl}/api/v1/files`;
  const step = [
    'curl -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: note-1"',
    `-H "Content-Type: application/json" -d '{"type":"note","data":{"note":"…"}}'`,
    `${baseUrl}/api/v1/files/{file}/events`,
  ].join(' \\\n  ');
  return html`<section class="sec" aria-labelledby="start">
    <h2 id="start">${words.start[language]}</h2>
    <ol class="how">
      <li>
        <p>${words.startToken[language]}</p>
        ${command(token)}
      </li>
      <li>
        <p>${words.startCall[language]}</p>
        ${command(call)}
      </li>
      <li>
        <p>${words.startStep[language]}</p>
        ${command(step)}
      </li>
    </ol>
    <p class="prose">
      ${prose(words.startDry[language])}
      <a href="/api/openapi.json?lang=${language}">${words.described[language]}</a>.
    </p>
  </section>`;
}

function stepsPart({ language, workflows, kinds }: PageOf): Html {
  const flows = workflows.map((one) => {
    const title = html`${one.label[language]} <code>${one.name}</code>`;
    return ownerPart(`flow-${one.name}`, title, eventsOf(one), one.reasons, language);
  });
  const files = kinds.map((one) => {
    const title = html`${fileTitle(one, language)}`;
    return ownerPart(`file-${one.name}`, title, Object.entries(one.events), one.reasons, language);
  });
  return html`<section class="sec" aria-labelledby="steps">
    <h2 id="steps">${words.steps[language]}</h2>
    <p class="prose">${words.stepsLead[language]}</p>
    ${flows} ${files}
  </section>`;
}

function ownerPart(
  id: string,
  title: Html,
  events: readonly [string, EventSpec][],
  reasons: Workflow['reasons'],
  language: Language,
): Html {
  return html`<article class="op" id="${id}" aria-labelledby="${id}-t">
    <h3 id="${id}-t">${title}</h3>
    ${events.map(([type, spec]) => eventPart(type, spec, reasons, language))}
  </article>`;
}

function eventPart(type: string, spec: EventSpec, reasons: Workflow['reasons'], language: Language): Html {
  const rows = rowsOf(jsonSchema(spec.schema, { language, reasons, day: null }), language);
  const by = spec.by === 'engine' ? [] : [...new Set(spec.by.map(({ org }) => kindNames[org][language]))];
  return html`<details class="event">
    <summary><span class="verb">${spec.label[language]}</span> <code>${type}</code></summary>
    <p class="meta">${words.takenBy[language]} ${by.join(language === 'sv' ? ' eller ' : ' or ')}.</p>
    ${rows.length === 0 ? html`<p class="meta">${words.noData[language]}</p>` : table(spec.label[language], rows, language, { captionShown: false })}
  </details>`;
}

function problemsPart(language: Language): Html {
  return html`<section class="sec" aria-labelledby="problems">
    <h2 id="problems">${words.problemsTitle[language]}</h2>
    <p class="prose">${words.problemsLead[language]}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.problemsTitle[language]}">
      <table class="problems">
        <thead>
          <tr>
            <th scope="col">${words.code[language]}</th>
            <th scope="col" class="r">${words.status[language]}</th>
            <th scope="col">${words.means[language]}</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(problems).map(
            ([code, { status, title, says }]) =>
              html`<tr id="problem-${code}">
                <th scope="row"><code>${code}</code></th>
                <td class="r num">${status}</td>
                <td><b>${title[language]}.</b> ${says?.[language]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
