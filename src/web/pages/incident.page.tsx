import type { VNode } from 'preact';
import { notSentReasons } from '../../files/not-sent.js';
import type { Incident } from '../../files/incidents.js';
import type { Language } from '../../platform/language.js';
import { Facts, type Fact } from '../facts.js';
import { figure } from '../figures.js';
import { Options } from '../options.js';
import type { Shown } from '../page.js';
import { Form, Head, Moment, Section, Submit, type Fault, Toast } from '../parts.js';
import { whatOf } from './incident-table.js';
import { text } from './status.words.js';

/** What the page of an incident is made from. */
export interface IncidentPage {
  readonly language: Language;
  readonly token: string;
  readonly incident: Incident;
  /** The reason that was chosen before, why it is not to be sent. */
  readonly because: string;
  readonly faults: readonly Fault[];
  readonly done: keyof (typeof text)['sv']['done'] | undefined;
}

/** One incident: what it is, what it means, and what can be done. */
export function incidentPage(page: IncidentPage): Shown {
  const { language, incident, faults, done } = page;
  const say = text[language];
  const title = whatOf(incident, language);
  const main = (
    <>
      {done && <Toast>{say.done[done]}</Toast>}
      <Head title={title} lead={meaning(incident, language)} />
      <Facts all={factsOf(incident, language)} />
      {incident.closedAt === null && <Ways {...page} />}
      <p>
        <a href="/status">{say.back}</a>
      </p>
    </>
  );
  return { title, main, faults };
}

function meaning({ kind, isUncertain, closedAt, notSentBecause }: Incident, language: Language): string {
  const say = text[language];
  if (closedAt === null) return isUncertain ? say.meansUncertain : say.means[kind];
  return notSentBecause === null ? say.meansEnded : say.meansLeft;
}

/** What can be done elsewhere, and what can be done here. */
function Ways({ language, token, incident, because, faults }: IncidentPage): VNode {
  const say = text[language];
  const { id, kind, isUncertain, ways } = incident;
  return (
    <>
      <Section id="todo" title={say.todo}>
        <p>{isUncertain ? say.todoUncertain : say.todos[kind]}</p>
        {ways.again && (
          <Form to={`/status/incidents/${id}/again`} token={token}>
            <Submit>{say.again}</Submit>
          </Form>
        )}
      </Section>
      {ways.leave && (
        <Section id="leave" title={say.leaveTitle}>
          <Form to={`/status/incidents/${id}/leave`} token={token} class="form">
            <p class="hint">{say.leaveHint}</p>
            <Options
              {...{ id: 'because', legend: say.because, chosen: [because], faults }}
              all={notSentReasons.map((value) => ({ value, label: say.reasons[value] }))}
            />
            <p class="acts">
              <button class="btn" type="submit">
                {say.leave}
              </button>
            </p>
          </Form>
        </Section>
      )}
    </>
  );
}

function factsOf(incident: Incident, language: Language): readonly (Fact | null)[] {
  const say = text[language];
  const { about, file, responsible, because, fault, attempts, firstAt, lastAt, nextTry, closedAt } = incident;
  const { notSentBecause } = incident;
  const moment = (at: string): VNode => <Moment at={at} language={language} />;
  const error =
    fault === null ? (
      say.interrupted
    ) : (
      <>
        {say.faultNamed} <code lang="en">{fault}</code>
      </>
    );
  return [
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
    notSentBecause === null ? null : [say.notSentBecause, say.reasons[notSentBecause]],
  ];
}
