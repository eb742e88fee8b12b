import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './goal.words.js';

/** A goal that the council has decided, in words. */
export interface GoalDecision {
  readonly forms: string;
  readonly goal: number;
  readonly from: string;
  readonly reference: string | null;
  readonly state: 'coming' | 'inForce' | 'replaced';
}

/** The council's decisions on a year's goal. */
export function GoalDecisions({
  language,
  decisions,
}: {
  readonly language: Language;
  readonly decisions: readonly GoalDecision[];
}): VNode {
  const say = text[language];
  if (decisions.length === 0) return <p class="empty">{say.noDecisions}</p>;
  return (
    <CardTable
      caption={say.decisions}
      heads={[say.form, say.goal, say.decided, say.reference, say.state]}
      figures={[1]}
    >
      {decisions.map(({ forms, goal, from, reference, state }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {forms}
          </th>
          <Cell l={say.goal} class="r">
            {figure(goal, language)}
          </Cell>
          <Cell l={say.decided}>
            <time dateTime={from}>{from}</time>
          </Cell>
          <Cell l={say.reference}>{reference ?? say.none}</Cell>
          <Cell l={say.state}>
            <span class={`tag tag-bare ${state === 'inForce' ? 'is-done' : 'is-stop'}`}>
              {say.states[state]}
            </span>
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
