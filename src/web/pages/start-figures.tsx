import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Scrolled } from '../tables.js';
import { unbroken } from '../unbroken.js';
import { AnalystSections, type AnalystDesk } from './analyst-sections.js';
import { Headed } from './desk-parts.js';
import type { ReportLine } from './reports.page.js';
import { words } from './start.words.js';

/** The yearly goal as a report has it; flats. */
export interface Goal {
  readonly year: number;
  readonly goal: number | null;
  readonly allocated: number | null;
  readonly left: number | null;
  /** Form by form, and all together last. */
  readonly lines: readonly (Pick<Goal, 'goal' | 'allocated' | 'left'> & { readonly name: string })[];
  /** What was allocated since the last month ended, and what became known since of the time before; null in January. */
  readonly since: { readonly day: string; readonly since: number; readonly late: number } | null;
  /** Both the last day that counts. */
  readonly until: string;
  readonly knownOn: string;
}

interface Goals {
  readonly goal: Goal;
  readonly language: Language;
}

/** What those follow who work with figures alone. */
export interface FollowedFigures {
  readonly goal: Goal | null;
  readonly desk: AnalystDesk;
  /** What every report says. */
  readonly reports: readonly ReportLine[];
}

/** The goal, what is beside it, and what every report says. */
export const Followed = (page: FollowedFigures & { readonly language: Language }): VNode => (
  <>
    {page.goal && <GoalSection goal={page.goal} language={page.language} />}
    <AnalystSections desk={page.desk} language={page.language} />
    {page.reports.length > 0 && <Reports reports={page.reports} language={page.language} />}
  </>
);

/** The goal of the year with its cut-off, form by form, and what has changed since the month before. */
function GoalSection({ goal, language }: Goals): VNode {
  const say = words[language];
  const figures = [
    { name: say.allocated, value: goal.allocated },
    { name: say.goalOf(goal.year), value: goal.goal },
    { name: say.leftToGoal, value: goal.left },
  ];
  return (
    <Headed id="goal" title={say.goal} more={{ href: '/reports/yearly-goal', text: say.goalReport }}>
      <div class="figs">
        {figures.map(({ name, value }) => (
          <a class="fig" href="/reports/yearly-goal">
            <span class="fig-name">{name}</span>
            <b>{figure(value, language)}</b>
          </a>
        ))}
      </div>
      <Forms goal={goal} language={language} />
      {goal.since && <p>{unbroken(say.sinceMonth(goal.since.day, goal.since.since, goal.since.late))}</p>}
      <p class="meta">{unbroken(say.known(goal.until, goal.knownOn))}</p>
    </Headed>
  );
}

const Forms = ({ goal, language }: Goals): VNode => {
  const say = words[language];
  const heads = [say.allocated, say.goalOf(goal.year), say.leftToGoal];
  return (
    <Scrolled label={say.goalByForm}>
      <table class="figures">
        <caption class="vh">{say.goalByForm}</caption>
        <thead>
          <tr>
            <th scope="col">{say.form}</th>
            {heads.map((head) => (
              <th scope="col" class="r">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goal.lines.map(({ name, ...row }) => (
            <tr>
              <th scope="row">{name}</th>
              {[row.allocated, row.goal, row.left].map((value) => (
                <td class="r">{figure(value, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
};

/** What every report says now, each with the way to it. */
const Reports = (page: { readonly reports: readonly ReportLine[]; readonly language: Language }): VNode => {
  const say = words[page.language];
  return (
    <Headed id="reports" title={say.reportsNow} more={{ href: '/reports', text: say.reports }}>
      <dl class="pairs pairs-told">
        {page.reports.map(({ name, title, headline }) => (
          <div>
            <dt>
              <a href={`/reports/${name}`}>{title}</a>
            </dt>
            <dd>{unbroken(headline ?? '–')}</dd>
          </div>
        ))}
      </dl>
    </Headed>
  );
};
