import type { VNode } from 'preact';
import type { Incident } from '../../files/incidents.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Head, Moment, Section } from '../parts.js';
import { whatOf } from './incident-table.js';
import { text } from './status.words.js';

/** One incident: what it is, what it means, and what can be done. */
export function incidentPage({
  language,
  incident,
}: {
  readonly language: Language;
  readonly incident: Incident;
}): Shown {
  const say = text[language];
  const { kind, isUncertain, closedAt } = incident;
  const title = whatOf(incident, language);
  const main = (
    <>
      <Head
        title={title}
        lead={closedAt === null ? (isUncertain ? say.meansUncertain : say.means[kind]) : say.meansEnded}
      />
      <Facts {...{ language, incident }} />
      {closedAt === null && (
        <Section id="todo" title={say.todo}>
          <p>{say.todos[kind]}</p>
        </Section>
      )}
      <p class="acts">
        <a class="btn" href="/status">
          {say.back}
        </a>
      </p>
    </>
  );
  return { title, main };
}

function Facts({ language, incident }: { readonly language: Language; readonly incident: Incident }): VNode {
  const say = text[language];
  const { about, file, responsible, because, fault, attempts, firstAt, lastAt, nextTry, closedAt } = incident;
  const moment = (at: string): VNode => <Moment at={at} language={language} />;
  const error =
    fault === null ? (
      say.interrupted
    ) : (
      <>
        {say.faultNamed} <code lang="en">{fault}</code>
      </>
    );
  const pairs: readonly (readonly [string, VNode | string] | null)[] = [
    about === null ? null : [say.about, about],
    [say.file, file ?? say.protectedFile],
    responsible === null ? null : [say.responsible, responsible],
    because === null ? [say.fault, error] : [say.because, <span lang="sv">{because}</span>],
    [say.since, moment(firstAt)],
    [say.attempts, figure(attempts, language)],
    [say.last, moment(lastAt)],
    closedAt === null
      ? [say.next, nextTry === null ? say.never : moment(nextTry)]
      : [say.endedAt, moment(closedAt)],
  ];
  return (
    <dl class="pairs">
      {pairs.map((pair) =>
        pair === null ? null : (
          <div>
            <dt>{pair[0]}</dt>
            <dd>{pair[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
