import type { VNode } from 'preact';
import type { Incident, WaitingMessage } from '../../files/incidents.js';
import type { Versions } from '../../files/running.js';
import type { Language } from '../../platform/language.js';
import { Facts, type Fact } from '../facts.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Head, Moment, Section } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { ChainsSection, type ChainsView } from './audit-sections.js';
import { IncidentTable } from './incident-table.js';
import { text } from './status.words.js';

/** What the page of how the system runs is made from. */
export interface StatusPage {
  readonly language: Language;
  readonly token: string;
  readonly incidents: readonly Incident[];
  readonly messages: readonly WaitingMessage[];
  readonly checks: readonly { readonly says: string; readonly count: number }[];
  readonly outbox: { readonly waiting: number; readonly since: string | null };
  readonly chains: ChainsView;
  readonly versions: Versions;
}

/** How the system runs: what has gone wrong, what waits, what was checked, and what it runs with. */
export function statusPage(page: StatusPage): Shown {
  const { language, token, incidents, messages, checks, chains } = page;
  const say = text[language];
  const open = incidents.filter(({ closedAt }) => closedAt === null);
  const ended = incidents.filter(({ closedAt }) => closedAt !== null);
  const isWell = checks.every(({ count }) => count === 0) && (chains.checked?.broken ?? 0) === 0;
  const main = (
    <>
      <Head title={say.title} lead={isWell ? say.well : say.notWell} />
      <Section id="incidents" title={say.incidents}>
        {open.length === 0 ? (
          <p class="empty">{say.noIncidents}</p>
        ) : (
          <IncidentTable {...{ language, incidents: open, caption: say.incidents }} />
        )}
      </Section>
      <Section id="messages" title={say.messages}>
        {messages.length === 0 ? <p class="empty">{say.noMessages}</p> : <Messages {...page} />}
      </Section>
      <Section id="checks" title={say.checks}>
        <p class="hint">{say.checksLead}</p>
        <Checks {...page} />
      </Section>
      <ChainsSection {...{ language, token, chains, back: 'status' }} />
      <Versions {...page} />
      <Section id="backups" title={say.backups}>
        <p>{say.backupsLead}</p>
      </Section>
      {ended.length > 0 && (
        <Section id="ended" title={say.ended}>
          <IncidentTable {...{ language, incidents: ended, caption: say.ended }} />
        </Section>
      )}
    </>
  );
  return { title: say.title, main };
}

function Messages({ language, messages }: StatusPage): VNode {
  const say = text[language];
  return (
    <CardTable
      caption={say.messages}
      heads={[say.message, say.file, say.whom, say.since, say.attempts, say.next]}
      figures={[4]}
    >
      {messages.map(({ about, file, whom, since, attempts, nextTry }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {about}
          </th>
          <Cell l={say.file}>{file ?? say.protectedFile}</Cell>
          <Cell l={say.whom}>{whom}</Cell>
          <Cell l={say.since}>
            <Moment at={since} language={language} />
          </Cell>
          <Cell l={say.attempts} class="r">
            {figure(attempts, language)}
          </Cell>
          <Cell l={say.next}>
            <Moment at={nextTry} language={language} />
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

function Checks({ language, checks, outbox }: StatusPage): VNode {
  const say = text[language];
  return (
    <>
      <CardTable caption={say.checks} heads={[say.check, say.count, say.state]} figures={[1]}>
        {checks.map(({ says, count }) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              {says}
            </th>
            <Cell l={say.count} class="r">
              {figure(count, language)}
            </Cell>
            <Cell l={say.state}>
              <span class={`tag tag-bare ${count === 0 ? 'is-done' : 'is-late'}`}>
                {count === 0 ? say.ok : say.look}
              </span>
            </Cell>
          </tr>
        ))}
      </CardTable>
      <Facts
        all={[
          [say.queued, figure(outbox.waiting, language)],
          [
            say.queuedSince,
            outbox.since === null ? say.none : <Moment at={outbox.since} language={language} />,
          ],
        ]}
      />
    </>
  );
}

function Versions({ language, versions }: StatusPage): VNode {
  const say = text[language];
  const all: readonly Fact[] = [
    [say.workflows, versions.workflows.join(', ')],
    [say.database, versions.database],
    [say.node, versions.node],
  ];
  return (
    <Section id="versions" title={say.versions}>
      <Facts all={all} />
    </Section>
  );
}
